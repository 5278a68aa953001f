"""What search engines are told."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from layouts.crawlers import robots, sitemap

ADDRESSES = ("/ja/", "/en/", "/ja/card/nepal/", "/en/card/nepal/")
NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def read(content: bytes) -> ET.Element:
    return ET.fromstring(content)  # noqa: S314 - our own


def test_the_sitemap_lists_every_page_with_its_other_languages() -> None:
    root = read(sitemap(ADDRESSES, "https://example.jp/exchange".__add__))
    found = {entry.text for entry in root.findall("s:url/s:loc", NAMES)}
    assert found == {f"https://example.jp/exchange{address}" for address in ADDRESSES}
    for entry in root.findall("s:url", NAMES):
        links = {link.get("hreflang"): link.get("href", "") for link in entry.findall("x:link", NAMES)}
        assert set(links) == {"ja", "en"}
        assert entry.findtext("s:loc", namespaces=NAMES) in links.values()


def test_without_a_public_address_the_sitemap_is_empty_and_not_named() -> None:
    assert list(read(sitemap(ADDRESSES, None))) == []
    assert b"Sitemap" not in robots("")


def test_crawlers_find_the_sitemap_and_leave_the_lobby_alone() -> None:
    lines = robots("https://example.jp").decode().splitlines()
    assert "Sitemap: https://example.jp/sitemap.xml" in lines
    assert "Disallow: /*/kiosk" in lines
