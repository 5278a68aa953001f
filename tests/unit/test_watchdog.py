"""The watchdog: ready is told once the server answers, life only as long as it does."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from callbacks.watchdog import keep_watch

_LIMIT_S = 0.4


class Server:
    """Answers with ``status`` as long as nothing holds it up."""

    def __init__(self) -> None:
        self.goes = threading.Event()
        self.goes.set()
        self.status = 200
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                outer.goes.wait()
                self.send_response(outer.status)
                self.end_headers()

            def log_message(self, *_: object) -> None:
                pass

        self.listener = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.port: int = self.listener.server_address[1]


@pytest.fixture
def server() -> Iterator[Server]:
    found = Server()
    thread = threading.Thread(target=found.listener.serve_forever, args=(0.05,))
    thread.start()
    yield found
    found.goes.set()
    found.listener.shutdown()
    thread.join()
    found.listener.server_close()


@contextmanager
def watched(address: str, port: int | str, host: str = "127.0.0.1") -> Iterator[socket.socket]:
    """What systemd hears, bound where it says."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as hearing:
        hearing.bind(f"\0{address[1:]}" if address.startswith("@") else address)
        hearing.settimeout(10)
        environment = {"NOTIFY_SOCKET": address, "WATCHDOG_USEC": str(int(_LIMIT_S * 1e6))}
        stop = keep_watch(port if isinstance(port, str) else (host, port), environment)
        try:
            yield hearing
        finally:
            stop.set()


def hear(hearing: socket.socket) -> str:
    return hearing.recv(100).decode()


def test_ready_is_told_first_and_life_again_and_again(server: Server, tmp_path: Path) -> None:
    with watched(str(tmp_path / "notify"), server.port) as hearing:
        assert [hear(hearing) for _ in range(4)] == ["READY=1", *["WATCHDOG=1"] * 3]


def test_a_server_that_listens_and_does_not_answer_is_not_told_alive(server: Server, tmp_path: Path) -> None:
    with watched(str(tmp_path / "notify"), server.port) as hearing:
        assert (hear(hearing), hear(hearing)) == ("READY=1", "WATCHDOG=1")
        server.goes.clear()
        hearing.settimeout(2 * _LIMIT_S)
        with pytest.raises(TimeoutError):
            while True:  # what was under way when it began to hang
                hear(hearing)
        server.goes.set()
        hearing.settimeout(10)
        assert hear(hearing) == "WATCHDOG=1"


def test_a_server_that_never_answered_is_not_ready(server: Server, tmp_path: Path) -> None:
    server.goes.clear()
    with watched(str(tmp_path / "notify"), server.port) as hearing:
        hearing.settimeout(2 * _LIMIT_S)
        with pytest.raises(TimeoutError):
            hear(hearing)


def test_whatever_the_answer_says_it_is_an_answer(server: Server, tmp_path: Path) -> None:
    server.status = 503
    with watched(str(tmp_path / "notify"), server.port, "0.0.0.0") as hearing:  # noqa: S104 - asked on the loopback
        assert (hear(hearing), hear(hearing)) == ("READY=1", "WATCHDOG=1")


def test_a_name_outside_the_file_system_is_understood(server: Server, tmp_path: Path) -> None:
    with watched(f"@{tmp_path}", server.port) as hearing:
        assert hear(hearing) == "READY=1"


def test_a_server_behind_a_socket_of_this_machine_is_asked_there(tmp_path: Path) -> None:
    place = str(tmp_path / "web.sock")
    with socket.socket(socket.AF_UNIX) as before, watched(str(tmp_path / "notify"), place) as hearing:
        before.bind(place)
        before.listen()
        asking, _ = before.accept()
        with asking:
            assert asking.recv(100).startswith(b"GET /healthz ")
            asking.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
        assert hear(hearing) == "READY=1"


def test_where_nobody_wants_to_know_nothing_is_started(server: Server) -> None:
    before = threading.active_count()
    keep_watch(("127.0.0.1", server.port), {})
    assert threading.active_count() == before
