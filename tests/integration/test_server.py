"""The real server, as ``make run`` starts it: what reaches it over the wire."""

from __future__ import annotations

import http.client
import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import pytest

from callbacks.listening import write_address
from dashboard.settings import Settings
from tests.browser.chromium import ROOT, free_port, running_server
from tests.program import share_documents


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    number = free_port()
    with running_server(
        number, {"KAKEHASHI_STATE": str(share_documents(tmp_path_factory.mktemp("state")))}, makes_ahead=True
    ):
        yield number


def ask(port: int, path: str, method: str = "GET", **headers: str) -> tuple[int, dict[str, str], bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    connection.request(method, path, headers=headers)
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer.status, {name.lower(): value for name, value in answer.getheaders()}, body


def send(port: int, raw: bytes) -> bytes:
    with socket.create_connection(("127.0.0.1", port), timeout=20) as connection:
        parts = []
        with suppress(OSError):  # a server may hang up while it is still being shouted at
            connection.sendall(raw)
            connection.shutdown(socket.SHUT_WR)
            while part := connection.recv(65536):
                parts.append(part)
    return b"".join(parts)


@pytest.mark.parametrize(("length", "wanted"), [(10_000, 200), (100_000, 431), (200_000, 431)])
def test_long_addresses_are_answered_and_very_long_ones_refused(port: int, length: int, wanted: int) -> None:
    status, _, body = ask(port, "/en/?q=" + "n" * length)
    assert status == wanted
    assert b"nnn" not in body


def test_an_address_beyond_every_measure_is_refused_without_a_fault(port: int) -> None:
    answer = send(port, b"GET /en/?q=" + b"n" * 600_000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n")
    assert not answer or answer.split(b" ", 2)[1] in (b"400", b"414", b"431")
    assert b"waitress" not in answer.lower()
    assert ask(port, "/healthz")[0] == 200


@pytest.mark.parametrize(
    "raw",
    [
        b"\x00\xff\xfe\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"GET /en/?q=\xff\xfe HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        b"GET http://[ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        b"POST /ja/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
        b"POST /ja/ HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: nonsense\r\n\r\n",
    ],
)
def test_broken_requests_are_refused_quietly(port: int, raw: bytes) -> None:
    answer = send(port, raw)
    assert not answer.startswith((b"HTTP/1.0 500", b"HTTP/1.1 500"))
    assert b"traceback" not in answer.lower()
    assert b"waitress" not in answer.lower()
    assert ask(port, "/healthz")[0] == 200


def test_the_server_does_not_say_what_it_is(port: int) -> None:
    for path in ("/", "/ja/", "/nowhere", "/healthz"):
        _, headers, _ = ask(port, path)
        assert "server" not in headers or not headers["server"]
        assert "x-powered-by" not in headers


def test_built_files_are_sent_compressed_and_guarded(port: int) -> None:
    _, _, page = ask(port, "/ja/")
    start = page.index(b"/static/page.")
    path = page[start : page.index(b'"', start)].decode()
    status, headers, _ = ask(port, path, **{"Accept-Encoding": "br"})
    assert status == 200
    assert headers["content-encoding"] == "br"
    assert headers["x-content-type-options"] == "nosniff"


def test_a_forged_proxy_header_leads_nobody_away(port: int) -> None:
    status, headers, body = ask(port, "/", **{"X-Forwarded-Host": "evil.example", "X-Forwarded-Proto": "https"})
    assert status == 302
    assert "evil.example" not in headers["location"]
    assert b"evil.example" not in body
    _, headers, body = ask(port, "/en/", Host="evil.example")
    assert b"evil.example" not in body


@pytest.mark.parametrize("name", ["Forwarded", "Via", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-Ip"])
def test_what_a_web_server_on_this_machine_passes_on_is_not_taken_for_this_machine(port: int, name: str) -> None:
    assert ask(port, "/readyz")[0] == 200
    assert ask(port, "/readyz", **{name: "for=192.0.2.7"})[0] == 403


@pytest.mark.parametrize(
    ("environment", "line"),
    [
        ({"HOST": "no.such.host.invalid"}, "HOST: no such address, 'no.such.host.invalid'"),
        ({"HOST": "192.0.2.7"}, "HOST: not an address of this machine, '192.0.2.7'"),
        ({"PORT": "used"}, "PORT: another program listens on it, "),
        ({"PORT": "abc"}, "PORT: Input should be a valid integer"),
    ],
)
def test_where_it_cannot_listen_the_program_says_so_in_one_line_and_ends_with_2(
    port: int, tmp_path: Path, environment: dict[str, str], line: str
) -> None:
    own = {**os.environ, "KAKEHASHI_STATE": str(share_documents(tmp_path)), "PORT": str(free_port()), **environment}
    if own["PORT"] == "used":
        own["PORT"] = str(port)
    ended = subprocess.run(
        [sys.executable, "app.py"], check=False, cwd=ROOT, env=own, capture_output=True, text=True, timeout=60
    )
    assert ended.returncode == 2
    assert ended.stderr.count("\n") == 1
    assert ended.stderr.startswith(line)


def test_an_address_of_ipv6_is_written_with_brackets() -> None:
    assert write_address(Settings(host="::1", port=80)) == "http://[::1]:80/"
    assert write_address(Settings()) == "http://127.0.0.1:8050/"


def test_three_hundred_silent_and_slow_connections_keep_nobody_waiting(port: int) -> None:
    """Half say nothing, half begin a request and never end it. While they arrive, one question may wait longer."""
    crowd = [socket.create_connection(("127.0.0.1", port), timeout=20) for _ in range(300)]
    for connection in crowd[::2]:
        connection.sendall(b"GET /ja/ HTTP/1.1\r\nHost: localhost\r\nX: ")
    took = []
    for _ in range(20):
        began = time.monotonic()
        assert ask(port, "/healthz")[0] == 200
        took.append(time.monotonic() - began)
    for connection in crowd:
        connection.close()
    assert sorted(took)[-2] < 1


def test_a_body_beyond_what_anybody_sends_is_refused(port: int) -> None:
    head = b"POST /kiosk/usage HTTP/1.1\r\nHost: localhost\r\nContent-Length: 900000\r\n\r\n"
    assert b" 413 " in send(port, head + b"x" * 100_000).splitlines()[0]


def test_many_questions_at_once_are_all_answered(port: int) -> None:
    connections = [http.client.HTTPConnection("127.0.0.1", port, timeout=30) for _ in range(40)]
    for number, connection in enumerate(connections):
        connection.request("GET", f"/en/?select={('nepal', 'luxor', 'irkutsk', 'austria')[number % 4]}")
    assert [connection.getresponse().status for connection in connections] == [200] * 40
    for connection in connections:
        connection.close()


def test_eight_loops_of_invented_questions_make_nothing_while_health_answers(port: int) -> None:
    """What was made is a subset of the registry, however many ask for whatever they invent."""
    addresses = ("/en/", "/ja/", "/en/kiosk", "/data/figures/light.json", "/data/en/places.geojson")
    for address in addresses:
        assert ask(port, address)[0] == 200
    before = json.loads(ask(port, "/healthz")[2])["documents"]

    def loop(seed: int) -> set[int]:
        found = set()
        for number in range(60):
            wish = f"q={seed}-{number}&stop={number}&select=x{number}&lang=x{number}"
            found |= {ask(port, f"{address}?{wish}")[0] for address in addresses}
            found |= {ask(port, f"/data/figures/{seed}{number}.json")[0], ask(port, f"/data/en/x/stop-{number}.svg")[0]}
        return found

    with ThreadPoolExecutor(8) as pool:
        loops = [pool.submit(loop, seed) for seed in range(8)]
        while not all(each.done() for each in loops):
            assert ask(port, "/healthz")[0] == 200
    assert set().union(*(each.result() for each in loops)) == {200, 404}
    after = json.loads(ask(port, "/healthz")[2])["documents"]
    assert after["all"] == before["all"]
    assert after["made"] <= after["all"]
