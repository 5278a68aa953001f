"""Records as plain values that JSON can carry."""

from __future__ import annotations

from typing import Any

from dashboard.model import Citation, Contact, Dataset, DatedFact, Gap, Source, Theme


def describe_facts(dataset: Dataset) -> dict[str, Any]:
    """Everything that is neither node nor edge: the network itself, sources, themes, dates, contacts, gaps."""
    return {
        "network": {item: dict(text) for item, text in dict(dataset.network).items() if text},
        "sources": {source.key: _describe_source(source) for source in dataset.sources},
        "themes": {theme.id: _describe_theme(theme) for theme in dataset.themes},
        "dates": [_describe_dated_fact(fact) for fact in dataset.dated_facts],
        "contacts": [_describe_contact(contact) for contact in dataset.contacts],
        "gaps": [_describe_gap(gap) for gap in dataset.gaps],
    }


def _describe_source(source: Source) -> dict[str, Any]:
    return {
        "kind": source.kind,
        "maker": dict(source.maker),
        "title": dict(source.title),
        "date": source.date.isoformat() if source.date else "undated",
        "language": source.language,
        "url": source.url,
        "later": source.is_later,
    }


def _describe_theme(theme: Theme) -> dict[str, Any]:
    return {"names": dict(theme.names), "accent": theme.accent}


def _describe_dated_fact(fact: DatedFact) -> dict[str, Any]:
    return {
        "id": fact.id,
        "about": fact.about,
        "when": fact.when.isoformat(),
        "what": dict(fact.what),
        "later": fact.later,
        **cite(fact.citation),
    }


def _describe_contact(contact: Contact) -> dict[str, Any]:
    return {"about": contact.about, "key": contact.key, "value": dict(contact.value), **cite(contact.citation)}


def _describe_gap(gap: Gap) -> dict[str, Any]:
    return {
        "id": gap.id,
        "about": list(gap.about),
        "title": dict(gap.title),
        "text": dict(gap.text),
        "citations": [cite(citation) for citation in gap.citations],
    }


def cite(citation: Citation) -> dict[str, str]:
    """Source key and locator under the names that every export uses."""
    return {"source_key": citation.source_key, "locator": citation.locator}
