"""What the look through a published copy finds."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.publishing import Fault, Folder, Listing, check_copy

GOOD = {
    "en/index.html": b'<html><a href="../ja/index.html?select=x#here">a</a><a href="https://source.example/">b</a></html>',
    "ja/index.html": b'<html><p id="here"><script type="application/json">{"to": "../en/index.html"}</script></html>',
    "static/site.css": b"p{background:url(data:image/png;base64,AA)}",
}


def copy(root: Path, files: dict[str, bytes], address: str = "") -> Path:
    folder = Folder(root, {})
    digests = {name: known for file, body in files.items() for name, known in folder.write(file, body)}
    folder.finish(Listing(edition="e", address=address, languages=("en", "ja"), files=digests))
    return root


def test_a_copy_in_order_has_no_fault(tmp_path: Path) -> None:
    assert check_copy(copy(tmp_path, GOOD)) == ()


@pytest.mark.parametrize(
    ("page", "fault"),
    [
        (b'<a href="gone.html">', Fault("broken", "en/index.html", "gone.html")),
        (b'<a href="../ja/index.html#nowhere">', Fault("broken", "en/index.html", "../ja/index.html#nowhere")),
        (b'<a href="/ja/index.html">', Fault("rooted", "en/index.html", "/ja/index.html")),
        (b'<img src="https://cdn.example/a.png">', Fault("outside", "en/index.html", "https://cdn.example/a.png")),
        (b'<script src="//cdn.example/a.js"></script>', Fault("outside", "en/index.html", "//cdn.example/a.js")),
        (b'<p style="background:url(http://a.example/b)">', Fault("outside", "en/index.html", "http://a.example/b")),
        (b'<link rel="stylesheet" href="a.css">', Fault("broken", "en/index.html", "a.css")),
        (b'<script type="application/json">["../a.json"]</script>', Fault("broken", "en/index.html", "../a.json")),
        (b'<meta http-equiv="refresh" content="0; url=./a">', Fault("broken", "en/index.html", "./a")),
        (b'<a href="https://our.example/at/gone/">', Fault("broken", "en/index.html", "https://our.example/at/gone/")),
    ],
)
def test_each_fault_of_a_page_is_found(page: bytes, fault: Fault, tmp_path: Path) -> None:
    files = GOOD | {"en/index.html": b"<html>" + page + b"</html>"}
    assert check_copy(copy(tmp_path, files, "https://our.example/at")) == (fault,)


def test_a_page_that_a_language_lacks_is_found_and_a_story_may_be_told_in_one(tmp_path: Path) -> None:
    files = GOOD | {"en/gaps/index.html": b"<html></html>", "en/present/short/index.html": b"<html></html>"}
    assert check_copy(copy(tmp_path, files)) == (Fault("language", "gaps/index.html", "ja"),)


def test_a_style_that_loads_from_elsewhere_is_found(tmp_path: Path) -> None:
    files = GOOD | {"static/site.css": b"@font-face{src:url('https://fonts.example/a.woff2')}"}
    assert check_copy(copy(tmp_path, files)) == (Fault("outside", "static/site.css", "https://fonts.example/a.woff2"),)


def test_files_that_are_gone_or_changed_are_found(tmp_path: Path) -> None:
    root = copy(tmp_path, GOOD)
    (root / "static/site.css.gz").unlink()
    (root / "static/site.css").write_text("p{}")
    assert check_copy(root) == (Fault("changed", "static/site.css"), Fault("missing", "static/site.css.gz"))


def test_the_page_for_the_lost_may_name_files_from_the_root_of_its_host(tmp_path: Path) -> None:
    files = GOOD | {"404.html": b'<html><a href="/at/en/index.html">'}
    assert check_copy(copy(tmp_path, files, "https://our.example/at")) == ()


def test_a_folder_that_is_no_copy_is_said(tmp_path: Path) -> None:
    assert check_copy(tmp_path) == (Fault("no-list", "published.json"),)
