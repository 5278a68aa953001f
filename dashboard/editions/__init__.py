"""Editions: one good state of what people edit, and the documents that are made of it, each once."""

from dashboard.editions.content import Content, ContentReader, Look
from dashboard.editions.fingerprint import identify_program
from dashboard.editions.issue import Issue
from dashboard.editions.publisher import Answer, Busy, Publisher
from dashboard.editions.records import Document, Edition, Fault
from dashboard.editions.store import Kept, Store

__all__ = [
    "Answer",
    "Busy",
    "Content",
    "ContentReader",
    "Document",
    "Edition",
    "Fault",
    "Issue",
    "Kept",
    "Look",
    "Publisher",
    "Store",
    "identify_program",
]
