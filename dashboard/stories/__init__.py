"""Stories: ordered stops through the network, read from the files that officials edit."""

from dashboard.stories.automatic import AUTOMATIC, make_story
from dashboard.stories.focus import Focus, Focuser
from dashboard.stories.problems import StoryProblem, StoryProblemCode, describe_story_problem, write_story_report
from dashboard.stories.reading import StoryReading, find_story, read_stories
from dashboard.stories.records import Stop, Story

__all__ = [
    "AUTOMATIC",
    "Focus",
    "Focuser",
    "Stop",
    "Story",
    "StoryProblem",
    "StoryProblemCode",
    "StoryReading",
    "describe_story_problem",
    "find_story",
    "make_story",
    "read_stories",
    "write_story_report",
]
