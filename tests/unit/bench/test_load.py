"""What strangers invent, how answers are counted, and which documents are kept."""

import asyncio
from itertools import islice
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from bench.asking import ask
from bench.edition import kept_addresses
from bench.measures.beside import ratio
from bench.setting import serve_page
from bench.strangers import invent, make_dice, run_loops

_ADDRESSES = ("/en/", "/en/card/nepal/", "/data/en/network.json")


def test_strangers_ask_for_every_address_and_for_some_that_there_are_not_and_never_the_same_twice() -> None:
    asked = list(islice(invent(_ADDRESSES, make_dice(1)), 500))
    paths = {urlsplit(address).path for address in asked}
    assert set(_ADDRESSES) < paths
    assert any(path.startswith("/data/en/main/stop-") for path in paths)
    assert len(set(asked)) == len(asked)


def test_strangers_ask_the_same_in_every_run() -> None:
    first, again = (list(islice(invent(_ADDRESSES, make_dice(1)), 50)) for _ in range(2))
    assert first == again


def test_without_addresses_there_is_nothing_to_ask_for() -> None:
    with pytest.raises(ValueError, match="nothing"):
        next(invent((), make_dice(1)))


def test_answers_are_counted() -> None:
    with serve_page(b"<p>page</p>") as url:
        assert asyncio.run(ask(f"{url}/", 1)) > 0
        assert run_loops(url, 1, _ADDRESSES) > 0


def test_kept_documents_are_told_by_their_addresses_compressed_ones_once(tmp_path: Path) -> None:
    folder = tmp_path / "editions" / "0123abcd"
    folder.mkdir(parents=True)
    for name in ("%2Fen%2F", "%2Fen%2F.br", "%2Fen%2F.gz", "%2Fdata%2Fen%2Fstory.pptx", "note"):
        (folder / name).touch()
    assert kept_addresses(tmp_path) == ["/data/en/story.pptx", "/en/"]


def test_a_ratio_is_counted_against_a_millisecond_at_least() -> None:
    assert ratio(30, 10) == 3
    assert ratio(30, 0) == 30
