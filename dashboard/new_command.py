"""``python -m dashboard new --ask``: one question at a time, until there are tables that the program can show."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import count

from dashboard.i18n import Texts, load_catalogue
from dashboard.import_command import ImportFailedError, ask_for_town
from dashboard.lists import Columns, GeoNames, List, Wishes, add_list, clean_text, find_country, read_date, tell
from dashboard.tables import REQUIRED_LANGUAGES, check_sheets, empty_sheets, write_report
from dashboard.tables.sheets import Sheet

_COLUMNS = ("home", "home_country", "partner", "country", "date", "kind")
_LOCALISED = ("home", "partner")
_KINDS = ("home_partner", "any_partner")


def ask_for_tables(texts: Texts) -> tuple[Mapping[str, Sheet], str]:
    """Ask for a home, its partners and the document in which they stand.

    Returns:
        The sheets of every table, and what they leave open, to be told.

    Raises:
        ImportFailedError: the answers end before there is a home with a partner, or the tables would not be in order.
    """
    ask = _Questions(texts)
    sheets = empty_sheets()
    network = ask("new-ask-network")
    home = {("home", code): name for code, name in ask.names("home").items()}
    home["home_country", ""] = ask.until("new-ask-home-country", find_country)
    rows = list(_ask_for_partners(ask, sheets["kinds"], home))
    title = ask.until("new-ask-title", clean_text)
    wishes = Wishes(maker=ask("new-ask-maker"), url=ask.until("new-ask-url", _read_address, is_needed=False))
    keys = [(role, code) for role in _COLUMNS for code in (REQUIRED_LANGUAGES if role in _LOCALISED else ("",))]
    columns = Columns({key: place for place, key in enumerate(keys)}, (), texts.language.code, in_japan=False)
    found = List(
        columns, [(0, [row.get(key, "") for key in keys]) for row in rows], title, place=ask("new-ask-place") or title
    )
    added = add_list(found, sheets, wishes, gazetteer=GeoNames(), ask=ask_for_town(texts), catalogue=load_catalogue())
    if network:
        added.rows["network"].append({"item": "name", **{f"text_{code}": network for code in REQUIRED_LANGUAGES}})
    after = added.onto(sheets)
    problems = check_sheets(after).problems
    if problems:
        raise ImportFailedError(write_report(problems, texts))
    return after, "\n".join([texts("lists-left-open"), *tell(added.openings, texts)]) if added.openings else ""


def _ask_for_partners(
    ask: _Questions, kinds: Sheet, home: Mapping[tuple[str, str], str]
) -> list[Mapping[tuple[str, str], str]]:
    rows: list[Mapping[tuple[str, str], str]] = []
    while True:
        names = ask.names("partner", is_needed=not rows)
        if not names:
            return rows
        row = {**home, **{("partner", code): name for code, name in names.items()}}
        row["country", ""] = ask.until("new-ask-country", find_country)
        row["kind", ""] = ask.choice("new-ask-kind", _choices(kinds, ask.texts.language.code))
        row["date", ""] = ask.until("new-ask-date", _read_day, is_needed=False)
        rows.append(row)


def _choices(kinds: Sheet, code: str) -> Mapping[str, str]:
    """Names of the kinds between a home and a partner, by their ids."""
    rows = (row.cells for row in kinds.rows)
    return {cells["id"]: cells.get(f"name_{code}") or cells["name_en"] for cells in rows if cells["between"] in _KINDS}


def _read_day(text: str) -> str | None:
    try:
        return read_date(text)
    except ValueError:
        return None


def _read_address(text: str) -> str | None:
    return text if text.startswith(("http://", "https://")) and " " not in text else None


class _Questions:
    """Asks on standard input; where it has ended, every answer is blank, and one that is needed ends it all."""

    def __init__(self, texts: Texts) -> None:
        self.texts = texts
        self._has_ended = False

    def __call__(self, key: str, **values: str) -> str:
        if self._has_ended:
            return ""
        try:
            return clean_text(input(f"{self.texts(key, **values)} "))
        except EOFError:
            self._has_ended = True
            return ""

    def until(self, key: str, read: Callable[[str], str | None], *, is_needed: bool = True) -> str:
        """Ask until the answer can be read; what was read."""
        while True:
            answer = self(key)
            if answer and (found := read(answer)):
                return found
            if not answer and not is_needed:
                return ""
            if self._has_ended:
                raise ImportFailedError(self.texts("new-ask-ended"))
            print(self.texts("new-ask-again"))

    def names(self, role: str, *, is_needed: bool = True) -> Mapping[str, str]:
        """A name in each language that it has one in; none where there is no such thing."""
        while True:
            answers = {code: self(f"new-ask-{role}-{code}") for code in REQUIRED_LANGUAGES}
            names = {code: name for code, name in answers.items() if name}
            if names or not is_needed:
                return names
            if self._has_ended:
                raise ImportFailedError(self.texts("new-ask-ended"))
            print(self.texts("new-ask-again"))

    def choice(self, key: str, choices: Mapping[str, str]) -> str:
        """One of some things by its number; empty for none."""
        for number, name in zip(count(1), choices.values(), strict=False):
            print(f"  {number}) {name}")
        numbered = {str(number): word for number, word in zip(count(1), choices, strict=False)}
        return self.until(key, numbered.get, is_needed=False)
