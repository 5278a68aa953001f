"""The program, started as a service: it tells systemd that it is ready, and that it lives."""

from __future__ import annotations

import socket
from pathlib import Path

from tests.browser.chromium import free_port, running_server
from tests.program import share_documents


def test_the_program_tells_that_it_is_ready_and_that_it_lives(tmp_path: Path) -> None:
    told = str(tmp_path / "notify")
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as hearing:
        hearing.bind(told)
        hearing.settimeout(60)
        settings = {"KAKEHASHI_STATE": str(share_documents(tmp_path / "state")), "NOTIFY_SOCKET": told}
        with running_server(free_port(), {**settings, "WATCHDOG_USEC": "2000000"}):
            assert [hearing.recv(100) for _ in range(3)] == [b"READY=1", b"WATCHDOG=1", b"WATCHDOG=1"]
