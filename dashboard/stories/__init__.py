"""Stories: ordered stops through the network, read from the files that officials edit."""

from dashboard.stories.records import Stop, Story

__all__ = ["Stop", "Story"]
