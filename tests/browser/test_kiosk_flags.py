"""The browser's flags as the touch screen's service uses them: Chromium starts with them and the kiosk runs."""

from __future__ import annotations

import json
import os
import re
import stat
import subprocess
from pathlib import Path

from tests.browser.chromium import ROOT, find_chromium

DEPLOY = ROOT / "deploy" / "kiosk"


def read_flags() -> list[str]:
    lines = (DEPLOY / "chromium-flags.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


_SCRIPT = r"""
from playwright.sync_api import sync_playwright
import json, sys
flags, chromium, address, profile = json.loads(sys.stdin.read())
with sync_playwright() as play:
    context = play.chromium.launch_persistent_context(
        profile, executable_path=chromium, args=flags, ignore_default_args=["--disable-extensions"],
        viewport={"width": 1080, "height": 1920}, has_touch=True)
    page = context.pages[0] if context.pages else context.new_page()
    page.goto(address)
    page.locator("#attract").wait_for()
    page.touchscreen.tap(300, 300)
    page.locator("#list").wait_for()
    phase = page.evaluate("document.body.dataset.phase")
    print(json.dumps({"phase": phase, "languages": page.evaluate("window.Kakehashi.scenes.size")}))
    context.close()
"""


def test_chromium_starts_with_the_flags_and_the_kiosk_runs_in_it(base_url: str, tmp_path: Path) -> None:
    flags = [*read_flags(), "--no-sandbox"]
    told = json.dumps([flags, find_chromium(), f"{base_url}/ja/kiosk", str(tmp_path)])
    done = subprocess.run(
        [str(ROOT / ".venv" / "bin" / "python"), "-c", _SCRIPT],
        input=told,
        capture_output=True,
        text=True,
        timeout=90,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert found["phase"] == "explore"
    assert found["languages"] >= 1


def test_every_flag_is_one_word_and_stands_once() -> None:
    flags = read_flags()
    assert all(re.fullmatch(r"--[a-z-]+(=[\w,.-]+)?", flag) for flag in flags)
    names = [flag.partition("=")[0] for flag in flags]
    assert len(set(names)) == len(names)
    assert "--kiosk" in flags


def test_services_and_scripts_read_the_one_file_of_flags() -> None:
    for name in ("start-screen.sh", "start-kiosk.ps1"):
        assert "chromium-flags.txt" in (DEPLOY / name).read_text(encoding="utf-8")
    assert "/start-cage.sh" in (DEPLOY / "kakehashi-screen.service").read_text(encoding="utf-8")
    cage = (DEPLOY / "start-cage.sh").read_text(encoding="utf-8")
    assert "/start-screen.sh" in cage
    assert not [word for word in cage.split() if word.startswith("--") and word != "--"]


def test_the_screen_s_script_starts_the_browser_with_every_flag_once_the_program_answers(
    base_url: str, tmp_path: Path
) -> None:
    arguments = _start_screen(base_url, tmp_path)
    assert arguments[: len(read_flags())] == read_flags()
    assert arguments[-2].startswith("--user-data-dir=")
    assert arguments[-1] == f"{base_url}/en/kiosk"


def _start_screen(base_url: str, folder: Path, **environment: str) -> list[str]:
    """What the script hands to a browser that ends at once."""
    browser = folder / "chromium"
    browser.write_text('#!/bin/sh\nprintf "%s\\n" "$@" > "$ARGUMENTS"\n', encoding="utf-8")
    browser.chmod(browser.stat().st_mode | stat.S_IXUSR)
    started_with = {
        **{key: value for key, value in os.environ.items() if key not in ("DISPLAY", "WAYLAND_DISPLAY")},
        "CHROMIUM": str(browser),
        "ARGUMENTS": str(folder / "arguments"),
        "XDG_CACHE_HOME": str(folder / "cache"),
        "KAKEHASHI_KIOSK_ADDRESS": f"{base_url}/en/kiosk",
        **environment,
    }
    subprocess.run([str(DEPLOY / "start-screen.sh")], env=started_with, timeout=30, check=True)
    return (folder / "arguments").read_text(encoding="utf-8").splitlines()


def test_a_browser_whose_page_asks_for_nothing_any_more_is_ended_so_that_the_service_begins_anew(
    base_url: str, tmp_path: Path
) -> None:
    browser = tmp_path / "chromium"
    # Like a page that crashes after a while: it asks as the screen does, then says nothing, and stays.
    asks = f'curl --silent --output "$0.heard" "{base_url}/healthz?screen"'
    browser.write_text(
        f"#!/bin/sh\nfor _ in 1 2 3 4 5 6; do {asks}; sleep 0.5; done\nexec sleep 120\n",
        encoding="utf-8",
    )
    browser.chmod(browser.stat().st_mode | stat.S_IXUSR)
    environment = {
        **{key: value for key, value in os.environ.items() if key not in ("DISPLAY", "WAYLAND_DISPLAY")},
        "CHROMIUM": str(browser),
        "XDG_CACHE_HOME": str(tmp_path),
        "KAKEHASHI_KIOSK_ADDRESS": f"{base_url}/ja/kiosk",
        "KAKEHASHI_WATCH_SECONDS": "1",
    }
    ended = subprocess.run([str(DEPLOY / "start-screen.sh")], env=environment, timeout=60, check=False)
    assert ended.returncode != 0
    assert (tmp_path / "chromium.heard").is_file()
    assert not (tmp_path / "kakehashi-screen").exists()


def test_a_browser_that_was_ended_begins_without_the_program_with_what_it_keeps(tmp_path: Path) -> None:
    """A first one waits: it would have nothing to show. The lock that a power cut left holds up nobody."""
    profile = tmp_path / "cache" / "kakehashi-screen"
    kept = profile / "Default" / "Service Worker" / "CacheStorage" / "1" / "index.txt"
    kept.parent.mkdir(parents=True)
    kept.write_text("kakehashi /ja/ edition", encoding="utf-8")
    (profile / "SingletonLock").symlink_to("elsewhere-1")
    curl, sleep = tmp_path / "curl", tmp_path / "sleep"
    curl.write_text("#!/bin/sh\nexit 7\n", encoding="utf-8")
    sleep.write_text("#!/bin/sh\nexec /bin/sleep 0.01\n", encoding="utf-8")
    for each in (curl, sleep):
        each.chmod(0o755)
    arguments = _start_screen("http://127.0.0.1:1", tmp_path, PATH=f"{tmp_path}:{os.environ['PATH']}")
    assert arguments[-1] == "http://127.0.0.1:1/en/kiosk"
    assert kept.is_file()
    assert not (profile / "SingletonLock").is_symlink()


def test_under_wayland_the_browser_is_told_so(base_url: str, tmp_path: Path) -> None:
    assert "--ozone-platform=wayland" in _start_screen(base_url, tmp_path, WAYLAND_DISPLAY="wayland-0")
    assert "--ozone-platform=wayland" not in _start_screen(base_url, tmp_path)


def test_the_policy_lets_the_browser_open_nothing_but_the_program_and_the_words_for_staff() -> None:
    policy = json.loads((DEPLOY / "chromium-policy.json").read_text(encoding="utf-8"))
    assert policy["URLBlocklist"] == ["*"]
    assert policy["SavingBrowserHistoryDisabled"]
    assert policy["URLAllowlist"] == [
        "http://127.0.0.1:8050",
        "http://localhost:8050",
        "file:///opt/kakehashi/assets/built/staff.html",
    ]
    assert (policy["DeveloperToolsAvailability"], policy["PrintingEnabled"], policy["DownloadRestrictions"]) == (
        2,
        False,
        3,
    )
