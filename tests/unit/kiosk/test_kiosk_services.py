"""What systemd, udev and Windows are told: paths that exist, and commands that see what the one before has done."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
DEPLOY = ROOT / "deploy" / "kiosk"
UNITS = sorted([*DEPLOY.glob("*.service"), *DEPLOY.glob("*.timer")])


def read(name: str) -> str:
    return (DEPLOY / name).read_text(encoding="utf-8")


def settings_of(unit: Path) -> list[tuple[str, str]]:
    """The lines of a unit as name and value, in their order."""
    lines = (line.partition("=") for line in unit.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return [(name, value) for name, is_setting, value in lines if is_setting]


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_every_file_of_the_program_that_a_unit_names_exists_and_what_it_runs_can_be_run(unit: Path) -> None:
    for name, value in settings_of(unit):
        for path in re.findall(r"/opt/kakehashi/([\w./-]+)", value):
            if not path.startswith(".venv/"):
                assert (ROOT / path).is_file(), path
                assert name != "ExecStart" or os.access(ROOT / path, os.X_OK), path


def test_what_takes_the_tables_sees_the_stick_that_was_mounted_before() -> None:
    settings = settings_of(DEPLOY / "kakehashi-stick@.service")
    # Each command of a unit would get a name space of its own, and the mount of the first be gone for the second.
    private = {"PrivateMounts", "PrivateTmp", "PrivateDevices", "ProtectSystem", "ProtectHome", "ReadOnlyPaths"}
    assert not private & {name for name, _ in settings}
    commands = [value for name, value in settings if name.startswith("Exec")]
    (mounted,) = {value.split()[-1] for value in commands if value.startswith("/bin/mount ")}
    assert all(value.split()[-1] == mounted for value in commands)


def test_the_rule_starts_the_service_that_there_is_for_sticks_of_our_name() -> None:
    rule = read("99-kakehashi-stick.rules").splitlines()[-1]
    assert re.fullmatch(r'(?:[A-Z_]+(?:\{\w+\})?(?:==|\+=)"[^"]+"(?:, )?)+', rule)
    assert 'ENV{ID_FS_LABEL}=="KAKEHASHI"' in rule
    assert 'ENV{SYSTEMD_WANTS}+="kakehashi-stick@%k.service"' in rule


def test_the_example_of_settings_names_only_what_is_explained() -> None:
    names = re.findall(r"^(\w+)=", read("kakehashi.env"), re.MULTILINE)
    explained = "".join((ROOT / "docs" / name).read_text(encoding="utf-8") for name in ("settings.md", "kiosk.md"))
    assert [name for name in names if f"`{name}" not in explained] == []


def test_no_unit_sets_what_the_settings_file_is_there_for() -> None:
    names = set(re.findall(r"^(\w+)=", read("kakehashi.env"), re.MULTILINE))
    for unit in UNITS:
        set_here = {
            word.partition("=")[0]
            for name, value in settings_of(unit)
            if name == "Environment"
            for word in value.split()
        }
        assert not names & set_here, unit.name


def test_the_screen_has_what_a_session_on_a_console_needs() -> None:
    settings = settings_of(DEPLOY / "kakehashi-screen.service")
    wanted = " ".join(value for name, value in settings if name == "Wants").split()
    ordered = " ".join(value for name, value in settings if name == "After").split()
    for unit in ("dbus.socket", "systemd-logind.service", "kakehashi.service"):
        assert unit in wanted
        assert unit in ordered


def test_scripts_for_windows_are_plain_text_that_every_code_page_reads() -> None:
    for name in ("start-kiosk.cmd", "start-kiosk.ps1"):
        assert read(name).isascii()


_OLD_CAGE = "Usage: cage\\n -d\\t decorations\\n -r\\t Rotate the output 90 degrees clockwise"
_NEW_CAGE = "Usage: cage\\n -d\\t decorations\\n -s\\t switching"


@pytest.mark.parametrize(
    ("usage", "turn", "quarters"),
    [(_OLD_CAGE, "90", 1), (_OLD_CAGE, "180", 2), (_OLD_CAGE, "270", 3), (_OLD_CAGE, "", 0), (_NEW_CAGE, "90", 0)],
)
def test_an_older_cage_turns_the_picture_itself(usage: str, turn: str, quarters: int, tmp_path: Path) -> None:
    cage = tmp_path / "cage"
    cage.write_text(f'#!/bin/sh\n[ "$1" = -h ] && printf "{usage}\\n" || echo "$@"\n', encoding="utf-8")
    cage.chmod(0o755)
    environment = {"PATH": f"{tmp_path}:{os.environ['PATH']}", "KAKEHASHI_SCREEN_TURN": turn}
    script = DEPLOY / "start-cage.sh"
    said = subprocess.run([str(script)], env=environment, capture_output=True, text=True, check=True).stdout.split()
    assert said == ["-d", *["-r"] * quarters, "--", str(DEPLOY / "start-screen.sh")]


def test_the_guides_install_what_cage_does_not_start_without() -> None:
    for guide in ("kiosk.md", "kiosk.ja.md"):
        (line,) = re.findall(r"apt-get install (.+)", (ROOT / "docs" / guide).read_text(encoding="utf-8"))
        assert {"cage", "xwayland", "wlr-randr", "dbus", "libpam-systemd", "chromium", "curl"} <= set(line.split())


def test_the_browser_shows_whole_pictures_for_without_a_graphics_card_parts_would_stay_black() -> None:
    assert "--ui-disable-partial-swap" in read("chromium-flags.txt").splitlines()
