"""What documents depend on: two installations that show the same share what has been made."""

import re
from pathlib import Path

import pytest

from dashboard.editions import identify_program
from dashboard.settings import ROOT, Settings, SettingsError, find_misspelt, read_settings


@pytest.mark.parametrize(
    "other",
    [
        {"port": 8051},
        {"host": "0.0.0.0"},  # noqa: S104 - nothing listens here
        {"state": Path("elsewhere")},
        {"tables": Path("elsewhere")},
        {"hosts": "lobby.example.org"},
        {"token": "of-this-house"},
        {"access_log": True},
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


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("PORT", "abc"),
        ("PORT", "70000"),
        ("PORT", "0"),
        ("KAKEHASHI_TOKEN", "合言葉"),
        ("KAKEHASHI_TOKEN", "two words"),
        ("KAKEHASHI_HOSTS", "https://lobby.example.org"),
        ("KAKEHASHI_HOSTS", "lobby.example.org:8050"),
        ("KAKEHASHI_PUBLIC_URL", "www.example.org"),
        ("KAKEHASHI_PUBLIC_URL", "https://www.example.org/?a=b"),
        ("KAKEHASHI_KIOSK_LANGUAGES", "ja,jp"),
        ("KAKEHASHI_REPORT_LANGUAGE", "japanese"),
        ("KAKEHASHI_REPORT_LANGUAGE", "ja,en"),
        ("KAKEHASHI_THREADS", "0"),
        ("KAKEHASHI_USAGE", "perhaps"),
        ("KAKEHASHI_FRAME_HOSTS", "https://www.example.org; script-src *"),
        ("KAKEHASHI_FRAME_HOSTS", "https://www.example.org\nX: y"),
    ],
)
def test_a_value_that_cannot_be_used_is_told_in_a_line_that_begins_with_its_variable(variable: str, value: str) -> None:
    with pytest.raises(SettingsError) as raised:
        read_settings({variable: value})
    (line,) = str(raised.value).splitlines()
    assert line.startswith(f"{variable}: ")
    assert (repr(value) in line) == (variable != "KAKEHASHI_TOKEN")  # a secret is written nowhere
    assert "pydantic" not in line


def test_a_variable_that_is_no_setting_is_told_with_the_one_that_it_may_stand_for() -> None:
    known = {"KAKEHASHI_STATE": "a", "KAKEHASHI_KIOSK_ADDRESS": "b", "HOME": "c"}
    assert find_misspelt(known) == []
    assert find_misspelt({**known, "KAKEHASHI_SCREEN_INCHES": "32"}) == [
        "KAKEHASHI_SCREEN_INCHES: no such setting; KAKEHASHI_SCREEN_INCH?"
    ]


def test_no_variable_of_the_scripts_of_an_installation_is_taken_for_a_misspelt_one() -> None:
    texts = [
        path.read_text(encoding="utf-8")
        for path in (ROOT / "deploy").rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    ]
    named = set(re.findall(r"KAKEHASHI_[A-Z_]*[A-Z]", "\n".join(texts)))
    assert {"KAKEHASHI_SCREEN_TURN", "KAKEHASHI_TABLES"} <= named
    assert find_misspelt(dict.fromkeys(named, "x")) == []


def test_other_sites_that_may_frame_pages_are_named_as_browsers_take_them() -> None:
    sites = "https://www.example.org http://*.example.org:8080  example.org"
    assert read_settings({"KAKEHASHI_FRAME_HOSTS": sites}).frame_hosts == sites


def _identify(values: dict[str, object]) -> bytes:
    return identify_program(Settings.model_validate(values).of_documents)
