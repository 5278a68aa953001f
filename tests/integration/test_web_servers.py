"""The program as it stands on the internet: gunicorn with the file that is shipped, and nginx with the example."""

from __future__ import annotations

import getpass
import http.client
import os
import re
import shutil
import socket
import ssl
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from tests.browser.chromium import ROOT, free_port
from tests.program import share_documents

WEB = ROOT / "deploy" / "web"
NAME = "bridge.example.org"
PATIENCE_S = 90
STOPPING_S = 30
Answer = tuple[int, http.client.HTTPMessage, bytes]


@contextmanager
def running(command: Sequence[str | Path], answers: Callable[[], Answer], **environment: str) -> Iterator[None]:
    """A server that has begun to answer; stopped at the end."""
    process = subprocess.Popen(
        command, cwd=ROOT, env={**os.environ, **environment}, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    deadline = time.monotonic() + PATIENCE_S
    try:
        while True:
            with suppress(OSError, http.client.HTTPException):
                answers()
                break
            assert process.poll() is None, process.communicate()[1].decode()
            assert time.monotonic() < deadline, "no answer"
            time.sleep(0.1)
        yield
    finally:
        process.terminate()
        process.communicate(timeout=STOPPING_S)


def ask(port: int, path: str, method: str = "GET", body: bytes | None = None, **headers: str) -> Answer:
    """Ask gunicorn itself."""
    return _exchange(http.client.HTTPConnection("127.0.0.1", port, timeout=30), path, method, body, headers)


def ask_securely(port: int, path: str, method: str = "GET", body: bytes | None = None, **headers: str) -> Answer:
    """Ask the web server before it, under the name that the public uses."""
    return _exchange(connect(port), path, method, body, {"Host": NAME, **headers})


def connect(port: int) -> http.client.HTTPConnection:
    trusting = ssl.create_default_context()
    trusting.check_hostname, trusting.verify_mode = False, ssl.CERT_NONE
    connection = http.client.HTTPSConnection(NAME, port, timeout=30, context=trusting)
    plain = socket.create_connection(("127.0.0.1", port), timeout=30)
    connection.sock = trusting.wrap_socket(plain, server_hostname=NAME)
    return connection


def _exchange(
    connection: http.client.HTTPConnection, path: str, method: str, body: bytes | None, headers: dict[str, str]
) -> Answer:
    try:
        if connection.sock is None:
            connection.connect()
        with suppress(OSError):  # a server may answer and hang up before it has heard all
            connection.request(method, path, body, headers)
        answer = connection.getresponse()
        return answer.status, answer.headers, answer.read()
    finally:
        connection.close()


@pytest.fixture(scope="module")
def behind(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[int, Path]]:
    """Gunicorn on a port, and on the socket that the unit names."""
    folder, port = tmp_path_factory.mktemp("web"), free_port()
    hearing = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
    hearing.bind(str(folder / "notify"))
    command = [sys.executable, "-m", "gunicorn", "--config", WEB / "gunicorn.conf.py"]
    command += ["--graceful-timeout", str(2 * STOPPING_S)]  # a worker that hangs is not killed before it is noticed
    bound = ["--bind", f"127.0.0.1:{port}", "--bind", f"unix:{folder}/web.sock", "app:server"]
    with (
        hearing,
        running(
            [*command, *bound],
            lambda: ask(port, "/healthz"),
            KAKEHASHI_STATE=str(share_documents(folder / "state")),
            KAKEHASHI_PREFIX="/exchange",
            KAKEHASHI_PUBLIC_URL=f"https://{NAME}/exchange/",
            KAKEHASHI_PROXIES="unix",
            NOTIFY_SOCKET=str(folder / "notify"),
            WATCHDOG_USEC="2000000",
        ),
    ):
        hearing.settimeout(30)
        while not hearing.recv(200).startswith(b"WATCHDOG=1"):  # systemd is told as long as it answers
            pass
        yield port, folder


def write_site(folder: Path, port: int) -> Path:
    """The example for nginx with names and places of this test, as a whole configuration."""
    key = ["-keyout", folder / "privkey.pem", "-out", folder / "fullchain.pem", "-subj", f"/CN={NAME}"]
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", *key],
        check=True,
        capture_output=True,
    )
    site = (WEB / "nginx.conf").read_text(encoding="utf-8")
    site = re.sub(r"listen \[::\]:.*\n", "", site)
    for before, after in {
        "listen 443": f"listen 127.0.0.1:{port}",
        "listen 80": f"listen 127.0.0.1:{free_port()}",
        "/etc/ssl/bridge.example.org": str(folder),
        "/run/kakehashi-web": str(folder),
        "/var/cache/nginx": str(folder),
    }.items():
        assert before in site
        site = site.replace(before, after)
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    places = "".join(f"{kind}_temp_path {folder}/{kind};\n" for kind in kinds)
    frame = f"daemon off;\nuser {getpass.getuser()};\npid {folder}/pid;\nerror_log stderr;\nevents {{}}\n"
    frame += f"http {{\naccess_log off;\n{places}{site}}}\n"
    (folder / "nginx.conf").write_text(frame, encoding="utf-8")
    return folder / "nginx.conf"


@pytest.fixture(scope="module")
def front(behind: tuple[int, Path]) -> Iterator[int]:
    """The port of an nginx with the example."""
    if shutil.which("nginx") is None:
        pytest.skip("no nginx on this machine")
    _, folder = behind
    port = free_port()
    command = ["nginx", "-p", folder, "-e", "stderr", "-c", write_site(folder, port)]
    with running(command, lambda: ask_securely(port, "/exchange/healthz")):
        yield port


def test_gunicorn_takes_no_more_than_the_programs_own_listener(behind: tuple[int, Path]) -> None:
    """Long addresses, many or large headers, large bodies: each is refused, and the next is answered."""
    port, _ = behind
    assert ask(port, "/en/?q=" + "n" * 8000)[0] == 200
    assert ask(port, "/en/?q=" + "n" * 9000)[0] in (400, 414, 431)
    assert ask(port, "/en/", **{"X-Large": "n" * 5000})[0] in (400, 431)
    assert ask(port, "/en/", **{f"X-{number}": "n" for number in range(80)})[0] in (400, 431)
    json_type = {"Content-Type": "application/json"}
    assert ask(port, "/en/_dash-update-component", "POST", b"x" * 100_000, **json_type)[0] == 413
    assert ask(port, "/healthz")[0] == 200


def test_a_body_in_chunks_is_counted_too(behind: tuple[int, Path]) -> None:
    port, _ = behind
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    with suppress(ConnectionError):
        headers = {"Content-Type": "application/json"}
        connection.request("POST", "/en/_dash-update-component", iter([b"x" * 10_000] * 20), headers)
    assert connection.getresponse().status in (400, 413)
    connection.close()


def test_gunicorn_on_a_port_believes_nobody(behind: tuple[int, Path]) -> None:
    port, _ = behind
    said = {"X-Forwarded-Proto": "https", "X-Forwarded-For": "127.0.0.1", "X-Forwarded-Host": "localhost"}
    status, headers, _ = ask(port, "/exchange/en/", **said)
    assert (status, headers["Strict-Transport-Security"]) == (200, None)
    assert ask(port, "/readyz", **said)[0] == 403


def test_nginx_serves_the_program_below_the_path_and_tells_nothing_of_itself(front: int) -> None:
    status, headers, _ = ask_securely(front, "/exchange/ja/", **{"Accept-Encoding": "br"})
    assert status == 200
    assert headers.get_all("Strict-Transport-Security") == ["max-age=31536000"]
    assert headers["Content-Encoding"] == "br"
    assert headers["Content-Security-Policy"]
    for path in ("/exchange", "/exchange/", "/exchange/ja"):
        status, headers, _ = ask_securely(front, path, **{"Accept-Language": "ja"})
        assert status in (302, 308), path
        assert not re.search(r"//(?!bridge\.example\.org/)", headers["Location"]), headers["Location"]
    for path in ("/exchange/ja/", "/nowhere", "/exchange/nowhere"):
        assert re.fullmatch(r"nginx|", ask_securely(front, path)[1]["Server"] or "")


def test_nginx_keeps_built_files(front: int) -> None:
    page = ask_securely(front, "/exchange/ja/")[2].decode()
    script = re.search(r"/exchange/static/page\.\w+\.js", page)
    assert script
    for encoding in ("br", "gzip"):
        bodies = []
        for _ in range(2):
            status, headers, body = ask_securely(front, script[0], **{"Accept-Encoding": encoding})
            assert (status, headers["Content-Encoding"]) == (200, encoding)
            assert "immutable" in headers["Cache-Control"]
            bodies.append(body)
        assert bodies[0] == bodies[1]


def test_through_nginx_nobody_is_ours_whatever_is_said(front: int) -> None:
    said = {"X-Forwarded-For": "127.0.0.1", "Forwarded": "for=127.0.0.1", "X-Real-Ip": "::1"}
    assert ask_securely(front, "/exchange/readyz", **said)[0] == 404
    told = ask_securely(front, "/exchange/healthz?screen", **said)[2]
    assert b"screen_seconds" not in told
    json_type = {"Content-Type": "application/json", "Origin": f"https://{NAME}"}
    assert ask_securely(front, "/exchange/kiosk/usage", "POST", b"{}", **said, **json_type)[0] == 403


def test_nginx_refuses_what_is_too_large_and_who_asks_for_another_name(front: int) -> None:
    assert ask_securely(front, "/exchange/kiosk/usage", "POST", b"x" * 100_000)[0] == 413
    assert ask_securely(front, "/exchange/ja/?q=" + "n" * 40_000)[0] in (400, 414)
    assert ask_securely(front, "/exchange/ja/", **{"X-Large": "n" * 40_000})[0] in (400, 494)
    with pytest.raises((ssl.SSLError, ConnectionError)):
        plain = socket.create_connection(("127.0.0.1", front), timeout=30)
        ssl.create_default_context().wrap_socket(plain, server_hostname="evil.example")


def test_one_address_cannot_take_more_than_its_share_of_nginx(front: int) -> None:
    """Whoever asks quickly and does not stop is refused, and is served again when he asks more slowly."""
    connection = connect(front)
    served = 0
    while served < 3000:
        connection.request("GET", "/exchange/robots.txt", headers={"Host": NAME})
        answer = connection.getresponse()
        answer.read()
        if answer.status == 429:
            break
        assert answer.status == 200
        served += 1
    assert 300 <= served < 3000
    connection.close()
    deadline = time.monotonic() + 10
    while ask_securely(front, "/exchange/ja/")[0] != 200:
        assert time.monotonic() < deadline
        time.sleep(0.1)


def test_caddy_serves_the_program_below_the_path_and_keeps_the_operators_page(behind: tuple[int, Path]) -> None:
    if shutil.which("caddy") is None:
        pytest.skip("no caddy on this machine")
    _, folder = behind
    port = free_port()
    site = (WEB / "Caddyfile").read_text(encoding="utf-8").replace("unix//run/kakehashi-web", f"unix/{folder}")
    site = site.replace(f"{NAME} {{", f"http://{NAME}:{port} {{").replace("servers {", "admin off\n\tservers {", 1)
    (folder / "Caddyfile").write_text(site, encoding="utf-8")
    command = ["caddy", "run", "--adapter", "caddyfile", "--config", folder / "Caddyfile"]
    told = {"Host": NAME, "X-Forwarded-For": "127.0.0.1"}
    with running(command, lambda: ask(port, "/exchange/healthz", **told), XDG_DATA_HOME=str(folder), HOME=str(folder)):
        status, headers, _ = ask(port, "/exchange/ja/", **told)
        assert (status, headers["Server"]) == (200, None)
        assert headers["Strict-Transport-Security"] == "max-age=31536000"
        assert ask(port, "/exchange/", **told, **{"Accept-Language": "ja"})[1]["Location"] == "/exchange/ja/"
        assert ask(port, "/exchange/readyz", **told)[0] == 404
        assert b"screen_seconds" not in ask(port, "/exchange/healthz", **told)[2]
        json_type = {"Content-Type": "application/json"}
        assert ask(port, "/exchange/kiosk/usage", "POST", b"x" * 100_000, **told, **json_type)[0] in (403, 413)
        assert ask(port, "/exchange/ja/", **told, **{"X-Large": "n" * 40_000})[0] == 431
        assert ask(port, "/elsewhere", **told)[0] == 404


def test_the_container_runs_unprivileged_on_a_root_that_is_read_only() -> None:
    podman = shutil.which("podman")
    if podman is None:
        pytest.skip("no podman on this machine")
    name, port = f"kakehashi-test-{os.getpid()}", free_port()
    build = [podman, "build", "--quiet", "--format", "docker", "-f", WEB / "Containerfile", "-t", name, ROOT]
    subprocess.run(build, check=True, capture_output=True, timeout=900)
    limits = ["--read-only", "--cap-drop", "all", "--security-opt", "no-new-privileges", "--memory", "2g"]
    command = [podman, "run", "--rm", "--name", name, *limits, "--publish", f"127.0.0.1:{port}:8050", name]
    try:
        with running(command, lambda: ask(port, "/healthz")):
            assert ask(port, "/ja/")[0] == 200
            who = subprocess.run([podman, "exec", name, "id", "-u"], check=True, capture_output=True, text=True)
            assert who.stdout.strip() == "10001"
            checked = subprocess.run([podman, "healthcheck", "run", name], check=False, capture_output=True)
            assert checked.returncode == 0
    finally:
        subprocess.run([podman, "rmi", "--force", name], check=False, capture_output=True)
