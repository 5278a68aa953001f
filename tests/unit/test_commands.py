"""The program without the web: checking, counting, exporting."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dashboard.commands import run
from dashboard.exports import EXPORTERS
from dashboard.i18n import Texts
from tests.unit.conftest import SMALL, Tables

pytestmark = pytest.mark.files

JAPANESE = {"LANG": "ja_JP.UTF-8"}


def test_good_tables_are_called_good(capsys: pytest.CaptureFixture[str], texts: Texts) -> None:
    assert run(["validate", str(SMALL), "--lang", texts.language.code], {}) == 0
    assert capsys.readouterr().out.strip() == texts("tables-report-fine", nodes=13, edges=13, sources=2)


def test_the_tables_of_the_content_are_checked_when_no_folder_is_named() -> None:
    assert run(["validate"], {}) == 0


def test_bad_tables_are_reported_in_the_language_and_the_status_says_so(
    tables: Tables, capsys: pytest.CaptureFixture[str], texts: Texts
) -> None:
    tables.put("homes.csv", 2, "country", "Japan")
    assert run(["validate", str(tables.folder), "--lang", texts.language.code], {}) == 1
    printed = capsys.readouterr().out
    assert "homes.csv" in printed
    assert texts("tables-problem-not-a-country-expected") in printed


@pytest.mark.parametrize(
    ("environment", "arguments", "language"),
    [
        (JAPANESE, [], "表に問題はありません"),
        ({"LANG": "C.UTF-8"}, [], "in order"),
        ({}, [], "in order"),
        ({"LC_ALL": "en_GB.UTF-8", **JAPANESE}, [], "in order"),
        (JAPANESE, ["--lang", "en"], "in order"),
    ],
)
def test_the_language_is_the_one_asked_for_else_the_terminals(
    environment: dict[str, str], arguments: list[str], language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["validate", str(SMALL), *arguments], environment)
    assert language in capsys.readouterr().out


def test_the_counts_are_printed_with_their_names(capsys: pytest.CaptureFixture[str], texts: Texts) -> None:
    assert run(["info", "--tables", str(SMALL), "--lang", texts.language.code], {}) == 0
    lines = [line.split(maxsplit=1) for line in capsys.readouterr().out.splitlines()]
    assert ["13", texts("count-nodes")] in lines
    assert ["2", texts("count-homes")] in lines


@pytest.mark.parametrize(
    "kind",
    [
        pytest.param(key, marks=() if exporter.is_served else pytest.mark.browser)  # Chromium prints the others
        for key, exporter in EXPORTERS.items()
    ],
)
def test_each_export_is_written_to_the_file(kind: str, tmp_path: Path) -> None:
    target = tmp_path / "file"
    assert run(["export", kind, "--tables", str(SMALL), "--lang", "ja", "-o", str(target)], {}) == 0
    assert target.stat().st_size > 0


def test_an_export_can_go_to_standard_output(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert run(["export", "network-json", "--tables", str(SMALL), "-o", "-"], {}) == 0
    assert json.loads(capfdbinary.readouterr().out)["nodes"]


@pytest.mark.parametrize("command", [["info"], ["export", "graphml", "-o", "never"]])
def test_nothing_is_counted_or_written_from_bad_tables(
    command: list[str], tables: Tables, capsys: pytest.CaptureFixture[str]
) -> None:
    tables.put("homes.csv", 2, "country", "Japan")
    assert run([*command, "--tables", str(tables.folder)], {}) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "homes.csv" in printed.err
    assert not Path("never").exists()


def test_a_file_that_cannot_be_written_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "nowhere" / "file"
    assert run(["export", "graphml", "--tables", str(SMALL), "-o", str(target)], {}) == 2
    assert str(target) in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [[], ["export", "painting"], ["validate", "--lang", "xx"], ["dance"]])
def test_a_command_that_is_asked_for_wrongly_ends_with_status_2(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        run(arguments, {})
    assert ended.value.code == 2
    assert "usage" in capsys.readouterr().err


def test_settings_that_cannot_be_used_are_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["validate"], {"PORT": "harbour"}) == 2
    assert "PORT" in capsys.readouterr().err
