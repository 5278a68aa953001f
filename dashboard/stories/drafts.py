"""A story's file taken apart, line by line, before anything is checked against the data.

A file begins with front matter (YAML between two lines of ``---``) that gives ``title`` and ``summary``. Each stop is a
section that begins with ``## Its title``; right below stand settings such as ``select: nepal``, after an empty line a
sentence or two, and after a line ``Notes:`` what the speaker says.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import yaml

_FENCE = re.compile(r"-{3,}\s*")
_HEADING = re.compile(r"##(?!#)\s*(.*?)\s*#*\s*")
_SETTING = re.compile(r"([^\s:：][^:：\n]{0,30}?)[ \t]*[:：](?!//)[ \t]*(.*)")
_NOTES = re.compile(r"(?:#{3,}\s*)?([^\s:：]{1,20})\s*[:：]?\s*")
_SPACED_END = re.compile(r"[\u0021-\u024f]$")
_SPACED_START = re.compile(r"^[\u0021-\u024f]")


class Value(NamedTuple):
    """Something that was typed, and the line (from 1) on which it stands."""

    text: str
    line: int


class Setting(NamedTuple):
    """A line such as ``show: map`` below a heading."""

    name: str
    value: str
    line: int


@dataclass
class StopDraft:
    """A section of the file: everything below one heading."""

    title: Value
    settings: list[Setting] = field(default_factory=list)
    text: list[Value] = field(default_factory=list)
    notes: list[Value] = field(default_factory=list)


class FrontFault(NamedTuple):
    """Why the front matter cannot be read, in YAML's words, and where."""

    reason: str
    line: int


@dataclass
class StoryDraft:
    """A file taken apart. ``front`` is None when the file does not begin with front matter."""

    front: dict[str, Value] | None
    fault: FrontFault | None
    before: Value | None  # the first line of text that stands before all stops
    stops: list[StopDraft]


def take_apart(text: str, is_notes: Callable[[str], bool]) -> StoryDraft:
    """Take a file apart.

    Args:
        text: the file's content.
        is_notes: whether a word (without its colon) begins the speaker's notes.

    Returns:
        The draft; of an empty text one without front matter and stops. Never raises.
    """
    lines = [Value(line.rstrip(), number) for number, line in enumerate(text.splitlines(), start=1)]
    front, fault, rest = _split_front(lines)
    stops: list[StopDraft] = []
    before: Value | None = None
    for section in _split_sections(rest):
        heading = _HEADING.fullmatch(section[0].text)
        if heading:
            stops.append(_read_stop(Value(heading[1], section[0].line), section[1:], is_notes))
        else:
            before = next((line for line in section if line.text.strip()), None)
    return StoryDraft(front, fault, before, stops)


def _split_front(lines: Sequence[Value]) -> tuple[dict[str, Value] | None, FrontFault | None, Sequence[Value]]:
    first = next((place for place, line in enumerate(lines) if line.text.strip()), None)
    if first is None or not _FENCE.fullmatch(lines[first].text):
        return None, None, lines
    end = next((place for place in range(first + 1, len(lines)) if _FENCE.fullmatch(lines[place].text)), None)
    if end is None:
        return {}, FrontFault("none", lines[first].line), ()
    front, fault = _read_front(lines[first + 1 : end])
    return front, fault, lines[end + 1 :]


def _read_front(lines: Sequence[Value]) -> tuple[dict[str, Value], FrontFault | None]:
    """Keys with their texts, as they were typed; YAML decides what belongs together."""
    start = lines[0].line if lines else 1
    try:
        node = yaml.compose("\n".join(line.text for line in lines), Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        return {}, FrontFault(getattr(error, "problem", None) or "none", start + (mark.line if mark else 0))
    if node is None:
        return {}, None
    if not isinstance(node, yaml.MappingNode):
        return {}, FrontFault("none", start)
    found: dict[str, Value] = {}
    for key, value in node.value:
        text = value.value if isinstance(value, yaml.ScalarNode) else ""
        found[str(key.value)] = Value(" ".join(str(text).split()), start + key.start_mark.line)
    return found, None


def _split_sections(lines: Iterable[Value]) -> list[list[Value]]:
    """Lines up to the first heading, then from each heading to the next."""
    sections: list[list[Value]] = [[]]
    for line in lines:
        if _HEADING.fullmatch(line.text):
            sections.append([])
        sections[-1].append(line)
    return [section for section in sections if section]


def _read_stop(title: Value, lines: Sequence[Value], is_notes: Callable[[str], bool]) -> StopDraft:
    stop = StopDraft(title)
    place = 0
    while place < len(lines) and (found := _read_setting(lines[place], is_notes)):
        stop.settings.append(found)
        place += 1
    target = stop.text
    for line in lines[place:]:
        if target is stop.text and _begins_notes(line.text, is_notes):
            target = stop.notes
            continue
        target.append(line)
    return stop


def _read_setting(line: Value, is_notes: Callable[[str], bool]) -> Setting | None:
    found = _SETTING.fullmatch(line.text.strip())
    if not found or _begins_notes(line.text, is_notes):
        return None
    return Setting(found[1].strip(), found[2].strip(), line.line)


def _begins_notes(text: str, is_notes: Callable[[str], bool]) -> bool:
    found = _NOTES.fullmatch(text.strip())
    return bool(found) and is_notes(found[1]) and (text.rstrip().endswith((":", "：")) or text.startswith("###"))  # type: ignore[index]


def join_lines(lines: Iterable[Value]) -> str:
    """Lines as plain text: those of a paragraph run on, paragraphs are lines of their own.

    Between Latin letters a line's end is a space, between Japanese characters it is nothing.
    """
    paragraphs: list[str] = [""]
    for line in lines:
        text = line.text.strip()
        if not text:
            paragraphs.append("")
        elif paragraphs[-1]:
            spaced = _SPACED_END.search(paragraphs[-1]) or _SPACED_START.search(text)
            paragraphs[-1] += (" " if spaced else "") + text
        else:
            paragraphs[-1] = text
    return "\n".join(paragraph for paragraph in paragraphs if paragraph)


def keep_lines(lines: Iterable[Value]) -> str:
    """Lines as they stand, without blank ones around them."""
    return "\n".join(line.text for line in lines).strip()
