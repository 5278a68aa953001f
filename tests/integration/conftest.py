"""The whole program behind Flask's test client: no browser, no network."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from dashboard.model import Dataset, keep_documented
from dashboard.settings import ROOT, Settings
from dashboard.tables import read_dataset
from tests.program import create_app


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in Path(str(item.path)).parents:
            item.add_marker(pytest.mark.files)


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    return create_app(Settings(state=tmp_path_factory.mktemp("state")))


@pytest.fixture
def client(server: Flask) -> FlaskClient:
    return server.test_client()


@pytest.fixture(scope="session")
def dataset() -> Dataset:
    reading = read_dataset(ROOT / "content" / "tables")
    assert reading.dataset is not None, reading.problems
    return keep_documented(reading.dataset)


@pytest.fixture
def tables(tmp_path: Path) -> Path:
    """A copy of the content's tables that a test may spoil."""
    return Path(shutil.copytree(ROOT / "content" / "tables", tmp_path / "tables"))
