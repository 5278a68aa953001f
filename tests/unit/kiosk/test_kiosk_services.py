"""What systemd, udev and Windows are told: paths that exist, and commands that see what the one before has done."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
DEPLOY = ROOT / "deploy" / "kiosk"
WEB = ROOT / "deploy" / "web"
SERVICES = sorted((*DEPLOY.glob("*.service"), *WEB.glob("*.service")))
MOUNTS = sorted(DEPLOY.glob("*.mount"))
UNITS = [*SERVICES, *MOUNTS, *sorted(DEPLOY.glob("*.timer")), *sorted(WEB.glob("*.socket"))]
_MOST_EXPOSED = 30
"""Tenths of what systemd-analyze calls exposure: up to here "OK" or better."""
# What every service has. Where systemd is, its own measure is taken too.
_HARDENED = {
    "NoNewPrivileges": "yes",
    "CapabilityBoundingSet": "",
    "ProtectClock": "yes",
    "ProtectHostname": "yes",
    "ProtectKernelLogs": "yes",
    "ProtectKernelModules": "yes",
    "ProtectKernelTunables": "yes",
    "ProtectControlGroups": "yes",
    "ProtectProc": "invisible",
    "PrivateTmp": "yes",
    "LockPersonality": "yes",
    "RestrictRealtime": "yes",
    "RestrictSUIDSGID": "yes",
    "SystemCallArchitectures": "native",
}
_WITHOUT_DEVICES = {
    "ProtectSystem": "strict",
    "ProtectHome": "yes",
    "PrivateDevices": "yes",
    "RestrictNamespaces": "yes",
}
_WITHOUT_NETWORK = {"PrivateNetwork": "yes", "IPAddressDeny": "any", "RestrictAddressFamilies": "AF_UNIX"}
_WITH_LIMITS = ("MemoryMax", "TasksMax", "TimeoutStartSec")


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


@pytest.mark.parametrize("unit", SERVICES, ids=lambda unit: unit.name)
def test_every_service_can_do_no_more_than_it_must(unit: Path) -> None:
    settings = dict(settings_of(unit))
    expected = dict(_HARDENED)
    if unit.name != "kakehashi-screen.service":  # whose browser has a sandbox of its own, and needs the devices
        expected |= _WITHOUT_DEVICES
    if unit.name.startswith("kakehashi-stick"):
        expected |= _WITHOUT_NETWORK
        assert settings["User"] == "kakehashi"
        assert settings.keys() >= set(_WITH_LIMITS)
    assert {name: settings.get(name) for name in expected} == expected
    assert "SystemCallFilter" in settings


def test_systemd_finds_nothing_wrong_with_the_units_and_calls_each_of_them_safe_enough(tmp_path: Path) -> None:
    if shutil.which("systemd-analyze") is None:
        return  # the tests around this one read the same from the files
    for unit in UNITS:
        text = unit.read_text(encoding="utf-8").replace("/opt/kakehashi/", f"{ROOT}/")
        (tmp_path / unit.name).write_text(text, encoding="utf-8")
    copies = [str(tmp_path / unit.name) for unit in UNITS]
    verified = subprocess.run(["systemd-analyze", "verify", *copies], capture_output=True, text=True, check=False)
    found = [line for line in verified.stderr.splitlines() if any(unit.name in line for unit in UNITS)]
    assert found == []
    for unit in SERVICES:
        command = ["systemd-analyze", "security", "--offline=yes", f"--threshold={_MOST_EXPOSED}", "--no-pager"]
        asked = subprocess.run([*command, str(unit)], capture_output=True, text=True, check=False)
        assert asked.returncode == 0, asked.stdout.splitlines()[-1:] or asked.stderr


def test_a_stick_is_mounted_so_that_nothing_on_it_runs_is_followed_or_is_a_device() -> None:
    for unit in MOUNTS:
        settings = dict(settings_of(unit))
        assert unit.name == f"{settings['Where'].strip('/').replace('/', '-')}.mount"
        assert {"nosymfollow", "noexec", "nodev", "nosuid"} <= set(settings["Options"].split(","))
        assert settings["StopWhenUnneeded"] == "yes"
    options = {unit.name: dict(settings_of(unit))["Options"].split(",")[0] for unit in MOUNTS}
    assert options == {"run-kakehashi-report.mount": "rw", "run-kakehashi-stick.mount": "ro"}


@pytest.mark.parametrize(("service", "command"), [("kakehashi-stick", "take"), ("kakehashi-stick-report", "report")])
def test_what_reads_and_writes_a_stick_does_it_where_the_stick_is_mounted(service: str, command: str) -> None:
    settings = dict(settings_of(DEPLOY / f"{service}.service"))
    mount = settings["Requires"]
    assert settings["After"] == mount
    where = dict(settings_of(DEPLOY / mount))["Where"]
    assert settings["ExecStart"] == f"/opt/kakehashi/.venv/bin/python -m dashboard.stick {command} {where}"


def test_a_report_is_written_however_the_reading_ended_and_not_while_it_lasts() -> None:
    reading = dict(settings_of(DEPLOY / "kakehashi-stick.service"))
    assert {reading["OnSuccess"], reading["OnFailure"]} == {"kakehashi-stick-report.service"}
    mount = dict(settings_of(DEPLOY / "run-kakehashi-report.mount"))
    assert mount["Conflicts"] == mount["After"] == "run-kakehashi-stick.mount"


def test_the_rule_starts_the_service_that_there_is_for_sticks_of_our_name() -> None:
    rule = read("99-kakehashi-stick.rules").splitlines()[-1]
    assert re.fullmatch(r'(?:[A-Z_]+(?:\{\w+\})?(?:==|\+=)"[^"]+"(?:, )?)+', rule)
    assert 'ENV{ID_FS_LABEL}=="KAKEHASHI"' in rule
    assert 'ENV{SYSTEMD_WANTS}+="kakehashi-stick.service"' in rule
    for unit in MOUNTS:
        settings = dict(settings_of(unit))
        assert f'SYMLINK+="{settings["What"].removeprefix("/dev/")}"' in rule
        assert f'ENV{{ID_FS_TYPE}}=="{settings["Type"].replace(",", "|")}"' in rule


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


def test_the_guides_install_every_kind_of_unit_that_there_is() -> None:
    kinds = {f"*{unit.suffix}" for unit in UNITS if unit.parent == DEPLOY}
    for guide in ("kiosk.md", "kiosk.ja.md"):
        (line,) = re.findall(r"cp (.+) /etc/systemd/system/", (ROOT / "docs" / guide).read_text(encoding="utf-8"))
        assert {Path(path).name for path in line.split()} == kinds


def test_the_guides_install_what_cage_does_not_start_without() -> None:
    for guide in ("kiosk.md", "kiosk.ja.md"):
        (line,) = re.findall(r"apt-get install (.+)", (ROOT / "docs" / guide).read_text(encoding="utf-8"))
        assert {"cage", "xwayland", "wlr-randr", "dbus", "libpam-systemd", "chromium", "curl"} <= set(line.split())


def test_the_browser_shows_whole_pictures_for_without_a_graphics_card_parts_would_stay_black() -> None:
    assert "--ui-disable-partial-swap" in read("chromium-flags.txt").splitlines()


_AWAY, _NEVER, _HEARD, _SILENT = "", '{"screen_seconds": null}', '{"screen_seconds": 3}', '{"screen_seconds": 100}'
_WITHOUT = '{"status": "ok"}'


@pytest.mark.parametrize(
    ("answers", "looks"),
    [
        ([_NEVER], 12),
        ([_SILENT], 12),
        ([_AWAY] * 20 + [_NEVER], 32),
        ([_NEVER] * 11 + [_AWAY, _NEVER], 24),
        ([_WITHOUT] * 20 + [_NEVER], 32),
        ([_HEARD, _SILENT], 5),
        ([_HEARD, _NEVER], 5),
        ([_NEVER] * 11 + [_HEARD] * 9 + [_SILENT], 24),
    ],
)
def test_a_screen_that_never_spoke_or_fell_silent_is_ended_and_not_while_the_program_is_away(
    answers: list[str], looks: int, tmp_path: Path
) -> None:
    """``looks`` is how often the program was asked until the browser was ended."""
    assert _show(tmp_path, ["{}", *answers]) == (PAGE, looks + 1)


def test_without_a_program_and_with_nothing_kept_staff_are_asked_to_look_until_the_program_answers(
    tmp_path: Path,
) -> None:
    assert _show(tmp_path, [*[_AWAY] * 130, _NEVER]) == (STAFF, 131)


def test_when_three_browsers_in_a_row_were_never_heard_of_staff_are_asked_to_look_and_then_the_page_gets_a_try(
    tmp_path: Path,
) -> None:
    shown = [_show(tmp_path, answers)[0] for answers in [[_NEVER]] * 6 + [[*[_HEARD] * 3, _SILENT], [_NEVER]]]
    assert shown == [PAGE, PAGE, PAGE, STAFF, PAGE, STAFF, PAGE, PAGE]


def test_who_switches_off_and_on_as_the_words_for_staff_say_sees_the_page_and_quick_restarts_call_nobody(
    tmp_path: Path,
) -> None:
    assert [_show(tmp_path, [_NEVER])[0] for _ in range(4)][-1] == STAFF
    assert _show(tmp_path, [_NEVER], browser_s=0)[0] == PAGE  # the words were cut short by the switch
    assert [_show(tmp_path, [_NEVER], browser_s=0)[0] for _ in range(4)] == [PAGE] * 4


PAGE = "http://127.0.0.1:8050/ja/kiosk"
STAFF = f"file://{ROOT}/assets/built/staff.html"


def _show(folder: Path, answers: list[str], browser_s: float = 60) -> tuple[str, int]:
    """What the browser was started with and how often the program was asked until the browser was ended.

    The program answers in this order, and at last always the same.
    """
    (folder / "answers").write_text("\n".join([*answers, ""]), encoding="utf-8")
    asked = folder / "asked"
    asked.unlink(missing_ok=True)
    _write_script(folder / "sleep", "exec /bin/sleep 0.01")
    _write_script(
        folder / "curl",
        f'echo x >>{asked}; n=$(wc -l <{asked}); answer=$(sed -n "${{n}}p" {folder}/answers)\n'
        f'if [ "$n" -gt "$(wc -l <{folder}/answers)" ]; then answer=$(tail -n 1 {folder}/answers); fi\n'
        'if [ -z "$answer" ]; then exit 7; fi; echo "$answer"',
    )
    browser = _write_script(
        folder / "chromium", f'for shown; do :; done; echo "$shown" >{folder}/shown; exec /bin/sleep {browser_s}'
    )
    environment = {"PATH": f"{folder}:{os.environ['PATH']}", "CHROMIUM": str(browser), "XDG_CACHE_HOME": str(folder)}
    ended = subprocess.run([str(DEPLOY / "start-screen.sh")], env=environment, timeout=50, check=False)
    assert (ended.returncode != 0) == (browser_s > 0)  # ended by the watch, or by itself
    return (folder / "shown").read_text(encoding="utf-8").strip(), len(asked.read_text(encoding="utf-8").splitlines())


def _write_script(path: Path, text: str) -> Path:
    path.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def test_a_program_that_hangs_is_started_anew_and_says_where_it_hung() -> None:
    settings = dict(settings_of(DEPLOY / "kakehashi.service"))
    assert (settings["Type"], settings["Restart"]) == ("notify", "always")
    assert int(settings["WatchdogSec"]) <= 120
    assert "PYTHONFAULTHANDLER=1" in settings["Environment"]
