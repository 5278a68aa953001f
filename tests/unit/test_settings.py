"""What documents depend on: two installations that show the same share what has been made."""

from pathlib import Path

import pytest

from dashboard.editions import identify_program
from dashboard.settings import Settings


@pytest.mark.parametrize(
    "other",
    [
        {"port": 8051},
        {"host": "0.0.0.0"},  # noqa: S104 - nothing listens here
        {"state": Path("elsewhere")},
        {"tables": Path("elsewhere")},
        {"threads": 2},
        {"check_seconds": 0.0},
    ],
    ids=lambda other: next(iter(other)),
)
def test_where_a_program_runs_makes_no_document_anew(other: dict[str, object]) -> None:
    assert _identify(other) == _identify({})


@pytest.mark.parametrize(
    "other",
    [{"public_url": "https://example.org"}, {"idle_seconds": 30.0}, {"kiosk_languages": "ja"}, {"screen_inch": 55.0}],
    ids=lambda other: next(iter(other)),
)
def test_what_a_page_says_or_does_makes_documents_anew(other: dict[str, object]) -> None:
    assert _identify(other) != _identify({})


def _identify(values: dict[str, object]) -> bytes:
    return identify_program(Settings.model_validate(values).of_documents)
