"""What search engines ask for: which pages there are, and which of them are the same in another language."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from xml.etree import ElementTree as ET

_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML = "http://www.w3.org/1999/xhtml"


def sitemap(addresses: Iterable[str], find: Callable[[str], str] | None) -> bytes:
    """The list of all pages as XML, each with its other languages.

    Args:
        addresses: of pages, such as ``/en/card/nepal/``; the first part is the language.
        find: gives the whole address. A sitemap holds nothing else, so without it the list is empty.
    """
    ET.register_namespace("", _SITEMAP)
    ET.register_namespace("xhtml", _XHTML)
    root = ET.Element(f"{{{_SITEMAP}}}urlset")
    for versions in _by_page(addresses, find).values() if find else ():
        for address in versions.values():
            entry = ET.SubElement(root, f"{{{_SITEMAP}}}url")
            ET.SubElement(entry, f"{{{_SITEMAP}}}loc").text = address
            for language, other in versions.items():
                link = {"rel": "alternate", "hreflang": language, "href": other}
                ET.SubElement(entry, f"{{{_XHTML}}}link", link)
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True))


def robots(public_url: str) -> bytes:
    """What crawlers may fetch: all but the lobby's screen, which is no page to read; and where the sitemap is."""
    lines = ["User-agent: *", "Disallow: /*/kiosk"]
    lines += [f"Sitemap: {public_url}/sitemap.xml"] if public_url else []
    return "".join(f"{line}\n" for line in lines).encode()


def _by_page(addresses: Iterable[str], find: Callable[[str], str]) -> dict[str, dict[str, str]]:
    """Whole addresses by what follows the language, then by language."""
    pages: dict[str, dict[str, str]] = defaultdict(dict)
    for address in addresses:
        _, language, rest = address.split("/", 2)
        pages[rest][language] = find(address)
    return pages
