"""``python -m dashboard export``: what is wished for on the command line, checked before anything is made."""

from __future__ import annotations

import datetime as dt
import re
import sys
from argparse import ArgumentParser, Namespace
from typing import get_args

from dashboard.exports import EXPORTERS, PLAIN, ChromiumFailedError, ChromiumMissingError, Wish
from dashboard.exports.wishes import Paper
from dashboard.i18n import Texts, load_catalogue
from dashboard.model import Dataset
from dashboard.settings import Settings
from dashboard.stories import AUTOMATIC, Story, make_story, read_stories, write_story_report

_LEAST_SIDE, _MOST_SIDE = 100, 16_000
_SIZE = re.compile(r"([0-9]{1,5})[x×]([0-9]{1,5})")


class WishError(ValueError):
    """A wish that cannot be fulfilled; the message says why, in the language of the answer."""


def add_wishes(parser: ArgumentParser, settings: Settings, texts: Texts) -> None:
    """Give the command the options by which hand-outs and pictures are chosen."""
    parser.add_argument("--story", metavar="NAME", default=AUTOMATIC, help=texts("exports-option-story"))
    parser.add_argument("--stop", metavar="N", type=int, default=1, help=texts("exports-option-stop"))
    parser.add_argument("--size", metavar="WxH", default="1920x1080", help=texts("exports-option-size"))
    parser.add_argument("--paper", choices=get_args(Paper), default=PLAIN.paper, help=texts("exports-option-paper"))
    parser.set_defaults(settings=settings)


def render_export(asked: Namespace, dataset: Dataset, texts: Texts) -> bytes:
    """The file that is asked for; raise WishError when it cannot be made."""
    exporter = EXPORTERS[asked.kind]
    settings: Settings = asked.settings.model_copy(update={"tables": asked.tables})
    story = _find_story(settings, dataset, texts, asked.story) if "story" in exporter.needs else None
    if story and not 1 <= asked.stop <= len(story.stops):
        raise WishError(texts("exports-no-stop", total=len(story.stops)))
    wish = Wish(
        story=story,
        stop=asked.stop,
        size=_read_size(asked.size, texts),
        embeds_fonts=True,
        paper=asked.paper,
        made=dt.datetime.now().astimezone().date(),
        public_url=settings.base_url,
    )
    try:
        return exporter.render(dataset, texts.language.code, wish)
    except ChromiumMissingError as error:
        raise WishError(texts("exports-no-chromium")) from error
    except ChromiumFailedError as error:
        raise WishError(texts("exports-chromium-failed", reason=str(error))) from error


def _find_story(settings: Settings, dataset: Dataset, texts: Texts, key: str) -> Story:
    """The story of a name, in the language of the answer. Stories that cannot be used are reported, and left out."""
    reading = read_stories(settings.stories_folder, dataset, load_catalogue())
    if reading.problems:
        print(write_story_report(reading.problems, texts), file=sys.stderr)
    found = reading.find(key, texts.language.code)
    if found is None and key != AUTOMATIC:
        known = sorted({AUTOMATIC, *(story.id for story in reading.stories)})
        raise WishError(texts("exports-no-story", story=key, known=", ".join(known)))
    return found or make_story(dataset, texts)


def _read_size(text: str, texts: Texts) -> tuple[int, int]:
    size = _SIZE.fullmatch(text)
    sides = (int(size[1]), int(size[2])) if size else (0, 0)
    if not all(_LEAST_SIDE <= side <= _MOST_SIDE for side in sides):
        raise WishError(texts("exports-bad-size", least=_LEAST_SIDE, most=_MOST_SIDE))
    return sides
