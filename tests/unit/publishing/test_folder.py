"""A published copy on disk: only what changed is written, only what is ours is removed."""

from __future__ import annotations

import gzip
import os
from collections.abc import Mapping
from pathlib import Path

import brotli
import pytest
from pydantic import ValidationError

from dashboard.publishing import Folder, ForeignFileError, Listing, read_listing
from dashboard.publishing.folder import LISTING

LONG_AGO = 1_000_000_000


def write(root: Path, files: Mapping[str, bytes]) -> Listing:
    """Publish some files over what is there, then make all of them old."""
    before = read_listing(root) or Listing()
    folder = Folder(root, before.files)
    listing = Listing(edition="e", languages=("en",))
    folder.claim(files, listing)
    digests = {name: known for file, body in files.items() for name, known in folder.write(file, body)}
    folder.finish(listing.model_copy(update={"files": digests}))
    return read_listing(root) or Listing()


def age(root: Path) -> None:
    for path in root.rglob("*"):
        os.utime(path, (LONG_AGO, LONG_AGO))


def changed(root: Path) -> set[str]:
    return {
        path.relative_to(root).as_posix()
        for path in root.rglob("*")
        if path.is_file()
        if path.stat().st_mtime > LONG_AGO
    }


def test_a_text_lies_there_with_its_compressed_forms_and_a_small_file_without(tmp_path: Path) -> None:
    listing = write(tmp_path, {"en/index.html": b"<p>Bridge</p>", "a.woff2": b"font"})
    assert set(listing.files) == {"en/index.html", "en/index.html.br", "en/index.html.gz", "a.woff2"}
    assert brotli.decompress((tmp_path / "en/index.html.br").read_bytes()) == b"<p>Bridge</p>"
    assert gzip.decompress((tmp_path / "en/index.html.gz").read_bytes()) == b"<p>Bridge</p>"


def test_only_what_changed_is_written_anew(tmp_path: Path) -> None:
    write(tmp_path, {"a.html": b"a", "b.html": b"b"})
    age(tmp_path)
    write(tmp_path, {"a.html": b"a", "b.html": b"other"})
    assert changed(tmp_path) == {"b.html", "b.html.br", "b.html.gz", LISTING}


def test_a_compressed_form_that_somebody_spoiled_is_mended(tmp_path: Path) -> None:
    write(tmp_path, {"a.html": b"a"})
    (tmp_path / "a.html.gz").write_bytes(b"spoiled")
    write(tmp_path, {"a.html": b"a"})
    assert gzip.decompress((tmp_path / "a.html.gz").read_bytes()) == b"a"


def test_what_is_no_more_is_removed_with_its_folder_and_nothing_of_anybody_else(tmp_path: Path) -> None:
    write(tmp_path, {"a.html": b"a", "old/b.html": b"b", "kept/c.html": b"c", "kept/d.html": b"d"})
    (tmp_path / "own.html").write_bytes(b"own")
    (tmp_path / "kept/c.html").write_bytes(b"changed by hand")
    write(tmp_path, {"a.html": b"a"})
    left = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    assert left == {"a.html", "a.html.br", "a.html.gz", LISTING, "own.html", "kept/c.html"}
    assert not (tmp_path / "old").exists()


def test_a_file_of_somebody_else_is_not_written_over_and_nothing_else_is_written(tmp_path: Path) -> None:
    (tmp_path / "b.html").write_bytes(b"own")
    with pytest.raises(ForeignFileError, match=r"^b\.html$"):
        write(tmp_path, {"a.html": b"a", "b.html": b"b"})
    assert [path.name for path in tmp_path.iterdir()] == ["b.html"]


def test_what_was_begun_and_never_ended_is_ours(tmp_path: Path) -> None:
    folder = Folder(tmp_path, {})
    folder.claim(["a.html"], Listing(edition="e"))
    list(folder.write("a.html", b"half of an edition"))
    assert (read_listing(tmp_path) or Listing(edition="x")).edition == ""  # of none as long as it is not whole
    assert "a.html" in write(tmp_path, {"a.html": b"a"}).files


@pytest.mark.parametrize("name", ["../a.html", "/etc/a.html", "a/../../b", "..\\a.html"])
def test_a_list_that_names_files_beyond_the_copy_is_refused(name: str) -> None:
    with pytest.raises(ValidationError):
        Listing(files={name: "0"})
