"""The listener itself: what it refuses before the program hears of it, and what one address may take."""

from __future__ import annotations

import logging
import socket
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from threading import Thread

import pytest
from flask import Flask

from callbacks import listening
from callbacks.journal import Refusals
from callbacks.listening import listen
from dashboard.settings import Settings
from tests.browser.chromium import free_port


@pytest.fixture
def server() -> Flask:
    """A program with one page, and a clock by which it is always time to tell."""
    server = Flask("small", static_folder=None)
    minutes = iter(range(0, 10_000, 61))
    server.extensions["refusals"] = Refusals(lambda: float(next(minutes)))
    server.add_url_rule("/", view_func=lambda: "here")
    return server


@pytest.fixture
def port(server: Flask) -> Iterator[int]:
    number = free_port()
    listener = listen(server, Settings(port=number))
    thread = Thread(target=listener.run, daemon=True)
    thread.start()
    yield number
    listener.close()
    thread.join(10)


QUESTION = b"GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"


def send(port: int, raw: bytes) -> bytes:
    with socket.create_connection(("127.0.0.1", port), timeout=10) as connection:
        parts = []
        with suppress(OSError):
            connection.sendall(raw)
            while part := connection.recv(65536):
                parts.append(part)
    return b"".join(parts)


def _said(caplog: pytest.LogCaptureFixture) -> list[str]:
    """What the program itself wrote into the log: a busy listener has words of its own."""
    return [record.getMessage() for record in caplog.records if record.name.startswith("callbacks")]


@pytest.mark.parametrize(
    ("raw", "status"),
    [
        (b"GET / HTTP/1.1 or so\r\nHost: localhost\r\n\r\n", 400),
        (b"GET / HTTP/1.1\r\nX: " + b"n" * 40_000 + b"\r\n\r\n", 431),
        (b"POST / HTTP/1.1\r\nContent-Length: 900000\r\n\r\n", 413),
    ],
)
def test_what_the_listener_refuses_is_counted_in_the_log_guarded_and_says_no_more(
    port: int, raw: bytes, status: int, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO):
        head, _, body = send(port, raw).partition(b"\r\n\r\n")
    assert head.split()[1] == str(status).encode()
    assert b"X-Content-Type-Options: nosniff" in head
    assert b"Content-Security-Policy: default-src 'none'" in head
    assert b"server:" not in head.lower()
    assert b"nnn" not in body
    assert b"waitress" not in body.lower()
    assert _said(caplog) == [f"requests refused: {status}=1"]


def test_one_address_holds_no_more_than_its_share_and_is_heard_again_when_it_lets_go(
    port: int, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(listening, "_MOST_OF_ONE", 5)
    monkeypatch.setattr(listening, "_is_spared", lambda *_: False)
    with ExitStack() as held, caplog.at_level(logging.INFO):
        crowd = [held.enter_context(socket.create_connection(("127.0.0.1", port))) for _ in range(5)]
        for each in crowd:  # each has been taken when it is answered
            each.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
            assert each.recv(65536).startswith(b"HTTP/1.1 200 ")
        assert send(port, QUESTION) == b""
        assert _said(caplog) == ["requests refused: 429=1"]
        crowd[0].close()
        while not (answer := send(port, QUESTION)):
            pass
        assert answer.endswith(b"here")


def test_this_machine_and_a_web_server_that_is_named_are_spared(port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listening, "_MOST_OF_ONE", 5)
    with ExitStack() as held:
        for _ in range(9):
            held.enter_context(socket.create_connection(("127.0.0.1", port)))
        assert send(port, QUESTION).endswith(b"here")


def test_what_cannot_be_taken_apart_is_counted_and_nobodys_address_is_written(
    port: int, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO):
        assert send(port, b"GET http://[ HTTP/1.1\r\nHost: localhost\r\n\r\n") == b""
    assert _said(caplog) == ["requests refused: 400=1"]
    assert send(port, QUESTION).endswith(b"here")


def test_an_address_of_ipv6_stands_for_the_network_of_its_house() -> None:
    own = listening._neighbourhood("2001:db8::1%eth0")
    assert own == listening._neighbourhood("2001:db8::ffff:1")
    assert own != listening._neighbourhood("2001:db8:0:1::1")
    assert listening._neighbourhood("192.0.2.7") != listening._neighbourhood("192.0.2.8")
    assert listening._neighbourhood("localhost") is None
