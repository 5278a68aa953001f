"""The tables in one archive, ready for a spreadsheet."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator, Mapping

from dashboard.exports.wording import read_texts
from dashboard.i18n import Texts
from dashboard.model import Dataset, in_language
from dashboard.network.about import describe_network
from dashboard.tables import Table, load_description, write_tables

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest time that a ZIP can bear: the same bytes on every day
_UNIX = 3
_READABLE = 0o644 << 16


def render_archive(dataset: Dataset, language: str) -> bytes:
    """A ZIP with every table as CSV (UTF-8 with a byte-order mark) and a read-me in ``language``.

    The tables can be put back: reading them gives the same records. An empty data set gives tables with headers only.
    """
    texts = read_texts(language)
    tables = write_tables(dataset)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        _add(archive, texts("exports-readme-file-name"), _write_readme(dataset, tables, texts))
        for name, text in tables.items():
            _add(archive, name, text)
    return target.getvalue()


def _add(archive: zipfile.ZipFile, name: str, text: str) -> None:
    entry = zipfile.ZipInfo(name, _EPOCH)
    entry.create_system = _UNIX
    entry.external_attr = _READABLE
    entry.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(entry, text.encode("utf-8-sig"))


def _write_readme(dataset: Dataset, tables: Mapping[str, str], texts: Texts) -> str:
    about = describe_network(dataset, texts)
    said = [
        texts("footer-contact", contact=about.contact) if about.contact else "",
        texts("footer-licence", licence=about.licence) if about.licence else "",
    ]
    lines = [
        texts("exports-readme-title", network=about.subtitle),
        "",
        *(part for line in said if line for part in (line, "")),
        texts("exports-readme-format"),
        "",
        texts("exports-readme-sources", documents=dataset.documents),
    ]
    for table in load_description().tables:
        lines += ["", *_describe_table(table, _count_rows(tables[table.file_name]), texts)]
    return "\r\n".join(lines) + "\r\n"


def _count_rows(text: str) -> int:
    return sum(1 for _ in csv.reader(io.StringIO(text, newline=""))) - 1


def _describe_table(table: Table, rows: int, texts: Texts) -> Iterator[str]:
    code = texts.language.code
    title, purpose = in_language(table.title, code), in_language(table.purpose, code)
    yield texts("exports-readme-table", file=table.file_name, rows=rows, title=title, purpose=purpose)
    for column in table.columns:
        header = f"{column.header}_…" if column.localised else column.header
        heading, hint = in_language(column.heading, code), in_language(column.hint, code)
        yield "    " + texts("exports-readme-column", header=header, heading=heading, hint=hint)
