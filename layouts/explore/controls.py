"""The Mantine controls of the explorer: filters, the switch for later facts, sharing, downloads."""

from __future__ import annotations

import dash_mantine_components as dmc

from dashboard.address import Vocabulary
from dashboard.i18n import Texts
from dashboard.model import Dataset, in_language
from layouts.ids import Controls

_FONT = "'BIZ UDPGothic', 'Kakehashi Names', system-ui, sans-serif"


def controls(dataset: Dataset, texts: Texts) -> dmc.MantineProvider:
    """One row of controls; which values hold is told by the store in the browser."""
    code = texts.language.code
    vocabulary = Vocabulary.of(dataset)
    ties = [(kind.id, in_language(kind.names, code)) for kind in dataset.kinds_in_use]
    themes = [(theme.id, in_language(theme.names, code)) for theme in dataset.themes]
    return dmc.MantineProvider(
        id=Controls.PROVIDER,
        theme={"fontFamily": _FONT, "primaryColor": "dark", "defaultRadius": "sm", "respectReducedMotion": True},
        children=dmc.Group(
            className="controls-row",
            gap="xs",
            wrap="wrap",
            children=[
                dmc.ChipGroup(
                    id=Controls.HOME,
                    multiple=True,
                    value=[],
                    children=[
                        dmc.Chip(in_language(dataset.entity[home].names, code), value=home, className=f"chip-{home}")
                        for home in vocabulary.home
                    ],
                ),
                _multi_select(Controls.TIE, texts("filter-tie"), ties),
                _multi_select(Controls.THEME, texts("filter-theme"), themes),
                dmc.Switch(id=Controls.LATER, label=texts("filter-later"), checked=True),
                dmc.Button(texts("filters-clear"), id=Controls.CLEAR, variant="subtle", color="dark"),
                dmc.Button(texts("share"), id=Controls.SHARE, variant="default"),
            ],
        ),
    )


def _multi_select(key: Controls, label: str, options: list[tuple[str, str]]) -> dmc.Box:
    select = dmc.MultiSelect(
        id=key,
        data=[{"value": value, "label": text} for value, text in options],
        value=[],
        placeholder=label,
        clearable=True,
        hidePickedOptions=False,
        maxDropdownHeight=440,
        comboboxProps={"withinPortal": False},  # the choices stay in the landmark that they belong to
        **{"aria-label": label},
    )
    return dmc.Box(select, className="control-select")  # else the list of choices would be an item of the row
