"""A minimal good set of tables, and a way to break one thing in it."""

from __future__ import annotations

import csv
import io
import shutil
from collections.abc import Callable
from pathlib import Path

import networkx as nx
import pytest

from dashboard.i18n import Catalogue, Texts, load_catalogue
from dashboard.model import Dataset, keep_documented
from dashboard.network.graph import build_graph
from dashboard.tables import Problem, ProblemCode, Reading, read_dataset

SMALL = Path(__file__).parents[1] / "data" / "tables" / "small"
CONTENT = Path(__file__).parents[2] / "content" / "tables"


class Tables:
    """A folder of tables to be broken. Rows are counted as in a spreadsheet: the header is row 1."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def read(self) -> Reading:
        return read_dataset(self.folder)

    def text(self, file: str) -> str:
        return (self.folder / file).read_text(encoding="utf-8")

    def put(self, file: str, row: int, column: str, value: str) -> Tables:
        rows = self._rows(file)
        rows[row - 1][rows[0].index(column)] = value
        return self._write(file, rows)

    def append(self, file: str, line: str) -> Tables:
        return self.replace(file, self.text(file) + line + "\n")

    def replace(self, file: str, content: str | bytes) -> Tables:
        (self.folder / file).write_bytes(content if isinstance(content, bytes) else content.encode())
        return self

    def remove(self, file: str) -> Tables:
        (self.folder / file).unlink()
        return self

    def drop_column(self, file: str, column: str) -> Tables:
        rows = self._rows(file)
        at = rows[0].index(column)
        return self._write(file, [row[:at] + row[at + 1 :] for row in rows])

    def empty_all(self) -> Tables:
        for path in self.folder.glob("*.csv"):
            self.replace(path.name, self.text(path.name).splitlines()[0] + "\n")
        return self

    def problems(self) -> list[tuple[str, int | None, str | None, ProblemCode]]:
        """File, row, column and code of every problem."""
        return [(each.file, each.row, each.column, each.code) for each in self.read().problems]

    def only_problem(self) -> Problem:
        problems = self.read().problems
        assert len(problems) == 1, problems
        return problems[0]

    def _rows(self, file: str) -> list[list[str]]:
        return list(csv.reader(io.StringIO(self.text(file), newline="")))

    def _write(self, file: str, rows: list[list[str]]) -> Tables:
        target = io.StringIO(newline="")
        csv.writer(target, lineterminator="\n").writerows(rows)
        return self.replace(file, target.getvalue())


@pytest.fixture
def tables(tmp_path: Path) -> Tables:
    shutil.copytree(SMALL, tmp_path / "tables")
    return Tables(tmp_path / "tables")


@pytest.fixture(scope="session")
def read_good() -> Callable[[Path], Dataset]:
    def read(folder: Path) -> Dataset:
        reading = read_dataset(folder)
        assert reading.dataset is not None, reading.problems
        return reading.dataset

    return read


@pytest.fixture(scope="session")
def small(read_good: Callable[[Path], Dataset]) -> Dataset:
    return read_good(SMALL)


@pytest.fixture(scope="session")
def content(read_good: Callable[[Path], Dataset]) -> Dataset:
    return keep_documented(read_good(CONTENT))


@pytest.fixture(scope="session")
def small_graph(small: Dataset) -> nx.MultiDiGraph[str]:
    return build_graph(small)


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return load_catalogue()


@pytest.fixture(params=["ja", "en"])
def texts(request: pytest.FixtureRequest, catalogue: Catalogue) -> Texts:
    return catalogue.texts(request.param)
