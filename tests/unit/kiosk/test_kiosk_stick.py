"""Tables from a USB stick: good ones are taken, bad ones leave everything as it was and say why on the stick."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "content" / "tables", tmp_path / "stick" / "tables")
    (tmp_path / "program").mkdir()
    (tmp_path / "program" / "tables").mkdir()
    (tmp_path / "program" / "tables" / "old.csv").write_text("old", encoding="utf-8")
    return tmp_path / "stick"


def take(stick: Path) -> int:
    environment = {
        **os.environ,
        "KAKEHASHI_PROGRAM": str(ROOT),
        "KAKEHASHI_TABLES": str(stick.parent / "program" / "tables"),
        "KAKEHASHI_REPORT_LANGUAGE": "en",
    }
    script = ROOT / "deploy" / "kiosk" / "take-tables.sh"
    return subprocess.run(["sh", str(script), str(stick)], env=environment, capture_output=True, check=False).returncode


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_good_tables_take_the_place_of_the_old_ones_which_are_kept(stick: Path) -> None:
    assert take(stick) == 0
    program = stick.parent / "program"
    assert names(program / "tables") == names(stick / "tables")
    assert names(program / "tables-before") == {"old.csv"}
    assert "in order" in (stick / "kakehashi-report.txt").read_text(encoding="utf-8")


def test_bad_tables_change_nothing_and_the_report_names_the_row(stick: Path) -> None:
    partners = stick / "tables" / "partners.csv"
    partners.write_text(partners.read_text(encoding="utf-8").replace(",NP,", ",XX,"), encoding="utf-8")
    assert take(stick) == 1
    assert names(stick.parent / "program") == {"tables"}
    assert names(stick.parent / "program" / "tables") == {"old.csv"}
    assert "partners.csv" in (stick / "kakehashi-report.txt").read_text(encoding="utf-8")


def test_a_stick_without_tables_changes_nothing_and_the_report_says_that_they_are_missing(stick: Path) -> None:
    shutil.rmtree(stick / "tables")
    assert take(stick) == 1
    assert names(stick.parent / "program") == {"tables"}
    assert names(stick.parent / "program" / "tables") == {"old.csv"}
    assert "the table is missing" in (stick / "kakehashi-report.txt").read_text(encoding="utf-8")


def test_new_tables_belong_to_whom_the_old_ones_belonged_to(stick: Path) -> None:
    tables = stick.parent / "program" / "tables"
    owner = 12345 if os.geteuid() == 0 else os.geteuid()
    os.chown(tables, owner, -1)
    assert take(stick) == 0
    assert {path.stat().st_uid for path in (tables, *tables.iterdir())} == {owner}
