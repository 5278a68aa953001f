"""The publisher: who makes documents, when, and what is shown meanwhile."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from dashboard.editions import Busy
from tests.unit.editions.samples import Counted, Files, make_publisher, said


def wait_until(holds: Callable[[], bool], seconds: float = 20) -> None:
    until = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < until
        time.sleep(0.005)


def test_what_many_ask_for_at_once_is_made_once(tmp_path: Path) -> None:
    counted = Counted()
    publisher = make_publisher(Files(), counted, tmp_path, makes_ahead=False, waiters=8)
    with ThreadPoolExecutor(8) as pool:
        bodies = set(pool.map(lambda _: said(publisher, "/later"), range(64)))
    assert bodies == {"one /later"}
    assert counted.times == {("one", "/later"): 1}


def test_an_address_that_no_document_has_makes_nothing(tmp_path: Path) -> None:
    counted = Counted()
    publisher = make_publisher(Files(), counted, tmp_path, makes_ahead=False)
    assert publisher.read("/nowhere") is None
    assert counted.times == {}


def test_what_nobody_asked_for_is_made_in_the_order_of_the_registry(tmp_path: Path) -> None:
    counted = Counted()
    publisher = make_publisher(Files(), counted, tmp_path)
    wait_until(lambda: not list(publisher.issue.unmade()))
    assert [address for _, address in counted.times] == ["/first", "/second", "/later", "/last"]


def test_a_restart_over_the_same_files_makes_nothing(tmp_path: Path) -> None:
    first = make_publisher(Files(), Counted(), tmp_path)
    wait_until(lambda: not list(first.issue.unmade()))
    counted = Counted()
    publisher = make_publisher(Files(), counted, tmp_path)
    assert said(publisher, "/last") == "one /last"
    assert counted.times == {}
    assert publisher.issue.made == 0


def test_two_processes_over_one_folder_share_what_is_made(tmp_path: Path) -> None:
    counted = Counted()
    one, other = (make_publisher(Files(), counted, tmp_path) for _ in range(2))
    wait_until(lambda: not list(one.issue.unmade()) and not list(other.issue.unmade()))
    assert set(counted.times.values()) == {1}


def test_a_new_edition_takes_over_when_its_first_documents_are_there(tmp_path: Path) -> None:
    files, counted = Files(), Counted()
    publisher = make_publisher(files, counted, tmp_path)
    assert said(publisher, "/first") == "one /first"
    files.word = "two"
    assert said(publisher, "/first") == "two /first"
    assert {address for edition, address in counted.times if edition == "two"} >= {"/first", "/second"}


def test_bad_files_leave_the_edition_that_was_there(tmp_path: Path) -> None:
    files = Files()
    publisher = make_publisher(files, Counted(), tmp_path)
    said(publisher, "/first")
    files.word = "bad two"
    assert said(publisher, "/first") == "one /first"
    assert publisher.newest_look.edition is None


def test_an_edition_that_cannot_be_drawn_is_not_adopted_and_the_operator_is_told_which_and_why(tmp_path: Path) -> None:
    files = Files()
    counted = Counted(fails=lambda edition, address: (edition, address) == ("two", "/second"))
    publisher = make_publisher(files, counted, tmp_path)
    wait_until(lambda: files.good == ["one"])
    files.word = "two"
    assert said(publisher, "/first") == "one /first"
    assert [(fault.address, "too long a name" in fault.reason) for fault in publisher.faults] == [("/second", True)]
    assert files.good == ["one"]


def test_what_was_refused_is_forgotten_when_the_files_are_as_they_were(tmp_path: Path) -> None:
    files = Files()
    counted = Counted(fails=lambda edition, address: (edition, address) == ("two", "/second"))
    publisher = make_publisher(files, counted, tmp_path)
    said(publisher, "/first")
    files.word = "two"
    said(publisher, "/first")
    assert publisher.faults
    files.word = "one"
    assert said(publisher, "/first") == "one /first"
    assert publisher.faults == ()


def test_an_answer_bears_the_edition_that_its_bytes_are_of(tmp_path: Path) -> None:
    files = Files()
    counted = Counted(fails=lambda edition, address: (edition, address) == ("two", "/last"))
    publisher = make_publisher(files, counted, tmp_path)
    wait_until(lambda: files.good == ["one"])
    files.word = "two"
    found = {address: publisher.read(address) for address in ("/first", "/last")}
    assert {address: each.edition for address, each in found.items() if each} == {"/first": "two", "/last": "one"}


def test_a_later_document_that_fails_stays_as_the_edition_before_had_it(tmp_path: Path) -> None:
    files = Files()
    counted = Counted(fails=lambda edition, address: (edition, address) == ("two", "/last"))
    publisher = make_publisher(files, counted, tmp_path)
    wait_until(lambda: files.good == ["one"])
    files.word = "two"
    assert said(publisher, "/first") == "two /first"
    assert said(publisher, "/last") == "one /last"
    wait_until(lambda: not list(publisher.issue.unmade()))
    assert [fault.address for fault in publisher.faults] == ["/last"]
    assert files.good == ["one"]


def test_a_document_that_failed_is_not_tried_again_by_whoever_asks(tmp_path: Path) -> None:
    counted = Counted(fails=lambda _, address: address == "/last")
    publisher = make_publisher(Files(), counted, tmp_path, makes_ahead=False)
    assert [publisher.read("/last") for _ in range(5)] == [None] * 5
    assert counted.times == {("one", "/last"): 1}


def test_a_start_over_an_edition_that_cannot_be_drawn_shows_the_last_good_one(tmp_path: Path) -> None:
    files = Files("two")
    files.good = ["one"]
    publisher = make_publisher(files, Counted(fails=lambda edition, _: edition == "two"), tmp_path)
    wait_until(lambda: publisher.edition.name == "one")
    assert said(publisher, "/first") == "one /first"
    assert "/first" in {fault.address for fault in publisher.faults}


def test_when_too_many_wait_the_next_one_is_told_to_come_back(tmp_path: Path) -> None:
    counted = Counted()
    publisher = make_publisher(Files(), counted, tmp_path, makes_ahead=False, waiters=2)
    counted.gate.clear()
    with ThreadPoolExecutor(2) as pool:
        waiting = [pool.submit(said, publisher, address) for address in ("/first", "/second")]
        wait_until(lambda: not publisher._waiting._value)
        with pytest.raises(Busy):
            publisher.read("/later")
        counted.gate.set()
        assert [each.result() for each in waiting] == ["one /first", "one /second"]


def test_files_that_are_still_being_written_are_waited_for(tmp_path: Path) -> None:
    files = Files()
    publisher = make_publisher(files, Counted(), tmp_path, check_seconds=3600)
    publisher.close()
    files.word = "half"
    publisher.look()
    assert publisher.edition.name == "one"
    files.word = "whole"
    publisher.look()
    assert publisher.edition.name == "one"
    publisher.look()
    assert publisher.edition.name == "whole"


def test_the_files_are_looked_at_between_two_documents_too(tmp_path: Path) -> None:
    files, looks = Files(), {}

    def edit_and_note(_: str, address: str) -> bool:
        files.word = "bad"
        looks[address] = publisher.newest_look.edition
        return False

    counted = Counted(fails=edit_and_note)
    counted.gate.clear()
    publisher = make_publisher(files, counted, tmp_path, check_seconds=1e-9)
    counted.gate.set()
    wait_until(lambda: "/last" in looks)
    assert looks["/first"] is not None
    assert looks["/last"] is None
    publisher.close()
