"""Tables from a USB stick: good ones are taken, bad ones leave everything as it was, and the report says why.

A stick is content that anybody may have made: nothing on it leads out of it, costs more than its share, or is followed.
"""

from __future__ import annotations

import datetime as dt
import errno
import hashlib
import os
import shutil
import socket
import stat
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from dashboard.i18n import load_catalogue
from dashboard.stick import reading
from dashboard.stick.__main__ import run
from dashboard.stick.reading import RefusedError, printable, read_folder
from dashboard.stick.signatures import CHECKSUMS, KEEPER, NAMESPACE, SIGNATURE, check_signature
from dashboard.stick.taking import put_report

ROOT = Path(__file__).parents[3]
NOW = dt.datetime(2026, 4, 1, 9, 30, tzinfo=dt.UTC)
NAMES = ("partners.csv", "homes.csv")


@pytest.fixture(autouse=True)
def somebody(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever runs the tests, the command is run by somebody without rights."""
    monkeypatch.setattr(os, "geteuid", lambda: 1000)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "content" / "tables", tmp_path / "stick" / "tables")
    (tmp_path / "program" / "tables").mkdir(parents=True)
    (tmp_path / "program" / "tables" / "old.csv").write_text("old", encoding="utf-8")
    return tmp_path / "stick"


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    path = tmp_path / "secret"
    path.write_text("nobody may read this", encoding="utf-8")
    return path


def take(stick: Path, **settings: str) -> int:
    program = stick.parent / "program"
    environment = {
        "KAKEHASHI_TABLES": str(program / "tables"),
        "KAKEHASHI_STATE": str(program / "state"),
        "KAKEHASHI_REPORT_LANGUAGE": "en",
        **settings,
    }
    return run(["take", str(stick)], environment)


def report_of(stick: Path) -> str:
    return (stick.parent / "program" / "state" / "stick-report.txt").read_text(encoding="utf-8")


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def is_untouched(stick: Path) -> bool:
    program = stick.parent / "program"
    return names(program) == {"tables", "state"} and names(program / "tables") == {"old.csv"}


def refusal(stick: Path) -> tuple[str, str]:
    with pytest.raises(RefusedError) as refused:
        read_folder(stick, "tables", NAMES)
    return refused.value.reason, refused.value.file


# ------------------------------------------------------------------------------------------------------------ taking


def test_good_tables_take_the_place_of_the_old_ones_which_are_kept(stick: Path) -> None:
    assert take(stick) == 0
    program = stick.parent / "program"
    assert names(program / "tables") == names(stick / "tables")
    assert names(program / "tables-before") == {"old.csv"}
    assert "in order" in report_of(stick)
    assert {stat.S_IMODE(path.stat().st_mode) for path in (program / "tables").iterdir()} == {0o644}
    assert names(program) == {"tables", "tables-before", "state"}


def test_bad_tables_change_nothing_and_the_report_names_the_row(stick: Path) -> None:
    partners = stick / "tables" / "partners.csv"
    partners.write_text(partners.read_text(encoding="utf-8").replace(",NP,", ",XX,"), encoding="utf-8")
    assert take(stick) == 1
    assert is_untouched(stick)
    assert "partners.csv" in report_of(stick)
    assert "Nothing was taken" in report_of(stick)


def test_a_stick_without_tables_changes_nothing_and_the_report_says_what_is_missing(stick: Path) -> None:
    (stick / "tables" / "partners.csv").unlink()
    assert take(stick) == 1
    assert "the table is missing" in report_of(stick)
    shutil.rmtree(stick / "tables")
    assert take(stick) == 1
    assert "no folder" in report_of(stick)
    assert is_untouched(stick)


def test_names_in_capital_letters_are_the_same_names(stick: Path) -> None:
    for path in (stick / "tables").iterdir():
        path.rename(path.with_name(path.name.upper()))
    (stick / "tables").rename(stick / "Tables")
    assert take(stick) == 0
    assert names(stick.parent / "program" / "tables") == names(ROOT / "content" / "tables")


def test_of_two_names_that_differ_in_capitals_only_none_is_chosen(stick: Path) -> None:
    shutil.copy(stick / "tables" / "homes.csv", stick / "tables" / "Homes.csv")
    assert refusal(stick) == ("twice", "homes.csv")


def test_a_table_with_a_name_that_no_table_has_is_reported_and_what_a_computer_adds_is_not(stick: Path) -> None:
    for name in ("._homes.csv", ".DS_Store", "Thumbs.db"):
        (stick / "tables" / name).write_bytes(b"\0\1")
    assert take(stick) == 0
    (stick / "tables" / "homes.csv").rename(stick / "tables" / "home\x1b[2J.csv")
    assert take(stick) == 1
    assert "home\N{REPLACEMENT CHARACTER}[2J.csv" in report_of(stick)
    assert "\x1b" not in report_of(stick)


def test_root_reads_no_stick(stick: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    assert take(stick) == 2
    assert names(stick.parent / "program") == {"tables"}


# --------------------------------------------------------------------------------------- what is no content of a stick


def test_a_link_to_a_file_is_not_followed_and_nothing_of_the_file_is_told(stick: Path, secret: Path) -> None:
    (stick / "tables" / "activities.csv").unlink()
    (stick / "tables" / "activities.csv").symlink_to(secret)
    assert take(stick) == 1
    assert "activities.csv is a link" in report_of(stick)
    assert "nobody" not in report_of(stick)
    assert is_untouched(stick)


def test_a_second_name_of_a_file_is_no_file_of_the_stick(stick: Path, secret: Path) -> None:
    (stick / "tables" / "homes.csv").unlink()
    (stick / "tables" / "homes.csv").hardlink_to(secret)
    assert refusal(stick) == ("not-plain", "homes.csv")


def test_a_link_to_a_folder_is_not_followed(stick: Path) -> None:
    (stick / "tables").rename(stick.parent / "elsewhere")
    (stick / "tables").symlink_to(stick.parent / "elsewhere")
    assert refusal(stick) == ("not-plain", "tables")
    link = stick.parent / "link"
    link.symlink_to(stick)
    with pytest.raises(RefusedError):
        read_folder(link, "tables", NAMES)


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(path))


def _link_to_a_device(path: Path) -> None:
    path.symlink_to("/dev/zero")


@pytest.mark.parametrize("make", [_pipe, _socket, _link_to_a_device, Path.mkdir])
def test_what_is_no_plain_file_is_refused_without_waiting_for_it(make: Callable[[Path], None], stick: Path) -> None:
    (stick / "tables" / "homes.csv").unlink()
    make(stick / "tables" / "homes.csv")
    assert refusal(stick) == ("not-plain", "homes.csv")


def test_a_device_is_refused() -> None:
    with pytest.raises(RefusedError) as refused:
        read_folder(Path("/"), "dev", ("null",))
    assert (refused.value.reason, refused.value.file) == ("not-plain", "null")


@pytest.mark.parametrize("make", [_pipe, _link_to_a_device])
def test_what_takes_the_place_of_a_file_after_it_was_looked_at_is_refused(
    make: Callable[[Path], None], stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    really_open = os.open

    def swap_and_open(name: str, flags: int, *, dir_fd: int | None = None) -> int:
        if name == "homes.csv":
            (stick / "tables" / name).unlink()
            make(stick / "tables" / name)
        return really_open(name, flags, dir_fd=dir_fd)

    monkeypatch.setattr(reading.os, "open", swap_and_open)
    reason, file = refusal(stick)
    assert (reason in ("not-plain", "unreadable"), file) == (True, "homes.csv")


def test_a_file_of_ten_gigabytes_without_anything_in_it_is_refused_unread(
    stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.truncate(stick / "tables" / "homes.csv", 10_000_000_000)
    asked: list[int] = []
    really_read = os.read
    monkeypatch.setattr(reading.os, "read", lambda file, size: asked.append(size) or really_read(file, size))
    assert take(stick) == 1
    assert "homes.csv is too large" in report_of(stick)
    assert is_untouched(stick)
    assert sum(asked) < reading.MOST_BYTES_TOGETHER


def test_all_tables_together_have_a_limit_too(stick: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_BYTES_TOGETHER", (stick / "tables" / "partners.csv").stat().st_size + 10)
    assert refusal(stick) == ("too-large", "homes.csv")


def test_a_folder_with_more_files_than_anybody_writes_is_refused(stick: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_ENTRIES", 5)
    assert refusal(stick) == ("too-many", "tables")


def test_an_archive_whose_names_lead_upwards_is_left_closed(stick: Path) -> None:
    with zipfile.ZipFile(stick / "tables" / "tables.zip", "w") as archive:
        archive.writestr("../../program/tables/old.csv", "new")
    (stick / "tables" / "..csv").write_text("id\n", encoding="utf-8")
    assert take(stick) == 0
    assert names(stick.parent / "program" / "tables") == names(ROOT / "content" / "tables")
    assert (stick.parent / "program" / "tables-before" / "old.csv").read_text(encoding="utf-8") == "old"


# ------------------------------------------------------------------------------------------------ while it is read


def _grow(path: Path) -> None:
    with path.open("ab") as file:
        file.write(b"more")


def _shrink(path: Path) -> None:
    os.truncate(path, 3)


def _write_as_long(path: Path) -> None:
    raw = path.read_bytes()
    path.write_bytes(raw[::-1])
    os.utime(path, ns=(0, 0))


@pytest.mark.parametrize("change", [_grow, _shrink, _write_as_long, Path.unlink])
def test_a_file_that_changes_while_it_is_read_is_refused(
    change: Callable[[Path], None], stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    really_read = os.read
    changes = [change]

    def read_and_change(file: int, size: int) -> bytes:
        part = really_read(file, min(size, 100))
        if changes:
            changes.pop()(stick / "tables" / "partners.csv")
        return part

    monkeypatch.setattr(reading.os, "read", read_and_change)
    assert refusal(stick) == ("changed", "partners.csv")


def test_a_file_that_never_ends_is_not_read_further_than_it_said(stick: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    size = (stick / "tables" / "partners.csv").stat().st_size
    given: list[int] = []

    def never_end(_: int, wanted: int) -> bytes:
        given.append(min(wanted, 100))
        return b"x" * given[-1]

    monkeypatch.setattr(reading.os, "read", never_end)
    assert refusal(stick) == ("changed", "partners.csv")
    assert sum(given) == size + 1


def test_a_stick_pulled_out_in_the_middle_changes_nothing(stick: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    really_read = os.read
    reads: list[int] = []

    def read_until_pulled_out(file: int, size: int) -> bytes:
        reads.append(size)
        if len(reads) > 5:
            raise OSError(errno.EIO, "Input/output error")
        return really_read(file, size)

    monkeypatch.setattr(reading.os, "read", read_until_pulled_out)
    assert take(stick) == 1
    assert "could not be read to its end" in report_of(stick)
    assert is_untouched(stick)


def test_whoever_is_stopped_in_the_middle_leaves_a_report_that_says_so(
    stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object) -> bytes:
        raise KeyboardInterrupt

    monkeypatch.setattr(reading.os, "read", stop)
    with pytest.raises(KeyboardInterrupt):
        take(stick)
    assert "took too long" in report_of(stick)
    assert is_untouched(stick)


def test_a_disk_that_is_full_changes_nothing(stick: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def be_full(*_: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as full:
        full.setattr(Path, "write_bytes", be_full)
        assert take(stick) == 1
    assert "No space left" in report_of(stick)
    assert is_untouched(stick)


# ------------------------------------------------------------------------------------------------------- the report


def put(stick: Path) -> int:
    return run(["report", str(stick)], {"KAKEHASHI_STATE": str(stick.parent / "program" / "state")})


def test_the_report_is_put_on_the_stick_under_a_name_of_its_day(stick: Path) -> None:
    take(stick)
    assert put(stick) == 0
    (report,) = stick.glob("kakehashi-report-*.txt")
    assert "in order" in report.read_text(encoding="utf-8")


def test_a_link_where_the_report_would_be_stays_and_what_it_points_to_is_untouched(stick: Path, secret: Path) -> None:
    name = put_report(stick, "first", NOW)
    for number in ("", "-1"):
        link = stick / name.replace(".txt", f"{number}.txt")
        link.unlink(missing_ok=True)
        link.symlink_to(secret)
    (stick / name.replace(".txt", "-2.txt")).symlink_to(stick.parent / "made-by-the-link")
    fresh = put_report(stick, "second", NOW)
    assert fresh == name.replace(".txt", "-3.txt")
    assert (stick / fresh).read_text(encoding="utf-8") == "second\n"
    assert secret.read_text(encoding="utf-8") == "nobody may read this"
    assert not (stick.parent / "made-by-the-link").exists()


def test_a_stick_that_is_itself_a_link_gets_no_report(stick: Path) -> None:
    link = stick.parent / "link"
    link.symlink_to(stick)
    take(stick)
    assert put(link) == 1
    assert names(stick) == {"tables"}


def test_every_reason_for_a_refusal_has_its_text() -> None:
    room = ROOT / "dashboard" / "stick"
    sources = "".join(path.read_text(encoding="utf-8") for path in room.glob("*.py"))
    reasons = {part.split('"')[0] for part in sources.split('RefusedError("')[1:]}
    texts = load_catalogue().texts("en")
    assert {"twice", "changed", "unsigned"} <= reasons
    assert {f"stick-{reason}" for reason in reasons} <= texts.placeholders.keys()


def test_names_from_a_stick_are_shortened_and_hold_nothing_that_a_terminal_obeys() -> None:
    assert len(printable("x" * 10_000)) == 100
    assert (
        printable("a\n\x1b\u202eb") == "a\N{REPLACEMENT CHARACTER}\N{REPLACEMENT CHARACTER}\N{REPLACEMENT CHARACTER}b"
    )


# -------------------------------------------------------------------------------------------------------- signatures


def make_key(folder: Path, name: str) -> Path:
    command = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", name, "-f", folder / name]
    subprocess.run(command, check=True, stdin=subprocess.DEVNULL)
    return folder / name


def sign(stick: Path, key: Path, namespace: str = NAMESPACE) -> None:
    tables = stick / "tables"
    lines = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}" for path in sorted(tables.glob("*.csv"))]
    (tables / CHECKSUMS).write_text("\n".join([*lines, ""]), encoding="utf-8")
    (tables / SIGNATURE).unlink(missing_ok=True)
    command = ["ssh-keygen", "-q", "-Y", "sign", "-f", key, "-n", namespace, tables / CHECKSUMS]
    subprocess.run(command, check=True, capture_output=True)


@pytest.fixture
def signers(stick: Path) -> Path:
    """The keeper's key and that of somebody else; the stick is signed by the keeper."""
    key, _ = make_key(stick.parent, "key"), make_key(stick.parent, "stranger")
    path = stick.parent / "signers"
    path.write_text(f"{KEEPER} {key.with_suffix('.pub').read_text(encoding='utf-8')}", encoding="utf-8")
    sign(stick, key)
    return path


def test_tables_signed_by_the_keeper_are_taken(stick: Path, signers: Path) -> None:
    assert take(stick, KAKEHASHI_STICK_SIGNERS=str(signers)) == 0
    assert names(stick.parent / "program" / "tables") == names(ROOT / "content" / "tables")


def _unsign(stick: Path) -> None:
    (stick / "tables" / SIGNATURE).unlink()


def _sign_as_a_stranger(stick: Path) -> None:
    sign(stick, stick.parent / "stranger")


def _sign_something_else(stick: Path) -> None:
    sign(stick, stick.parent / "key", namespace="file")


def _edit(stick: Path) -> None:
    _grow(stick / "tables" / "homes.csv")


def _leave_out(stick: Path) -> None:
    (stick / "tables" / "links.csv").unlink()


def _edit_checksums(stick: Path) -> None:
    _grow(stick / "tables" / CHECKSUMS)


def _add(stick: Path) -> None:
    checksums = stick / "tables" / CHECKSUMS
    lines = checksums.read_text(encoding="utf-8").splitlines(keepends=True)
    checksums.write_text("".join(line for line in lines if "links.csv" not in line), encoding="utf-8")
    key = stick.parent / "key"
    (stick / "tables" / SIGNATURE).unlink()
    subprocess.run(["ssh-keygen", "-q", "-Y", "sign", "-f", key, "-n", NAMESPACE, checksums], check=True)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (_unsign, "not signed"),
        (_sign_as_a_stranger, "is not the signature"),
        (_sign_something_else, "is not the signature"),
        (_edit_checksums, "is not the signature"),
        (_edit, "homes.csv is not as it was signed"),
        (_leave_out, "links.csv is not as it was signed"),
        (_add, "links.csv is not as it was signed"),
    ],
)
def test_where_signatures_are_asked_for_nothing_else_is_taken(
    change: Callable[[Path], None], said: str, stick: Path, signers: Path
) -> None:
    change(stick)
    assert take(stick, KAKEHASHI_STICK_SIGNERS=str(signers)) == 1
    assert said in report_of(stick)
    assert is_untouched(stick)


def test_without_the_file_of_signers_or_without_ssh_keygen_nothing_counts_as_signed(
    stick: Path, signers: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert take(stick, KAKEHASHI_STICK_SIGNERS=str(signers.with_name("missing"))) == 1
    monkeypatch.setenv("PATH", str(stick))
    files = {path.name: path.read_bytes() for path in (stick / "tables").iterdir()}
    with pytest.raises(RefusedError, match="wrong-signature"):
        check_signature(files, signers)
