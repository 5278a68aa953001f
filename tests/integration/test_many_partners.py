"""A large network of one home: whatever its tables hold, every document can be made of it."""

from __future__ import annotations

from pathlib import Path

from tests.networks import Shape, documents_of, make_network, pick


def test_one_home_with_eighty_partners_of_long_names_gives_every_document(tmp_path: Path) -> None:
    """One language: the other is made by the same functions. Of the stops and cards, which are alike, some."""
    documents = documents_of(make_network(Shape(partners=80, letters=31, activities=0, is_told=False), tmp_path))
    addresses = [address for address in documents if "/ja/" not in address]
    made = {address: documents[address].make() for address in pick(addresses, 25)}
    assert all(made.values())
    assert "and 68 more" in str(made["/en/"])
