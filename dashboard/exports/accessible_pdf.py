"""What Chromium leaves out of a tagged PDF, so that it is one by ISO 14289-1 (PDF/UA)."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from urllib.parse import unquote
from xml.sax.saxutils import escape

from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ContentStream,
    DecodedStreamObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    TextStringObject,
)

from dashboard.kept import kept

Operation = tuple[list[object], bytes]

_DATES = ("/CreationDate", "/ModDate")
_PATHS = frozenset((b"m", b"l", b"c", b"v", b"y", b"h", b"re", b"W", b"W*"))
_PAINTS = frozenset((b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*", b"S", b"s"))
_SHOWS = frozenset((b"Tj", b"TJ", b"'", b'"', b"Do", b"sh", b"INLINE IMAGE"))
_BEGIN: Operation = ([NameObject("/Artifact")], b"BMC")
_END: Operation = ([], b"EMC")
_METADATA = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


@kept
def make_accessible(pdf: bytes, title: str, language: str, links: Sequence[tuple[str, str]]) -> bytes:
    """The same pages with what is decoration marked as such, links that say where they lead, and metadata.

    Args:
        pdf: tagged pages as Chromium prints them.
        title: of the document.
        language: its code.
        links: words and the address that each of them leads to.
    """
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf)))
    said = {_plain(address): words for words, address in links}
    for page in writer.pages:
        content = ContentStream(page["/Contents"], writer)
        content.operations = list(_mark_decoration(content.operations))
        page[NameObject("/Contents")] = _add(writer, content.get_data())
        for annotation in page.annotations or ():
            _say_where(annotation.get_object(), said)
    told = {name: value for name, value in (writer.metadata or {}).items() if name not in _DATES}
    writer.metadata = told  # the same pages give the same bytes, whenever they are printed
    writer.compress_identical_objects(remove_duplicates=False)
    writer.xmp_metadata = _METADATA.format(title=escape(title), language=escape(language)).encode()
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


def _add(writer: PdfWriter, data: bytes) -> IndirectObject:
    stream = DecodedStreamObject()
    stream.set_data(data)
    return writer._add_object(stream.flate_encode())  # pypdf has no other way


def _plain(address: str) -> str:
    """An address without what Chromium writes in its own way."""
    return unquote(address).rstrip("/")


def _say_where(annotation: DictionaryObject, said: Mapping[str, str]) -> None:
    address = str(annotation.get("/A", {}).get("/URI", ""))
    if address:
        annotation[NameObject("/Contents")] = TextStringObject(said.get(_plain(address), address))


def _mark_decoration(operations: Iterable[Operation]) -> Iterator[Operation]:
    """Whatever is painted outside every tag becomes an artifact; a path from its first point on."""
    tagged: list[bool] = []  # for each sequence that is open, whether it says what its content is
    path: list[Operation] = []
    for operation in operations:
        operands, operator = operation
        if operator in _PATHS:
            path.append(operation)
            continue
        is_covered = any(tagged) or operator not in _PAINTS | _SHOWS
        yield from [*path, operation] if is_covered else [_BEGIN, *path, operation, _END]
        path = []
        if operator in (b"BDC", b"BMC"):
            names = operands[1] if len(operands) > 1 else {}
            tagged.append(operands[0] == "/Artifact" or (isinstance(names, dict) and "/MCID" in names))
        elif operator == b"EMC" and tagged:
            tagged.pop()
    yield from path
