"""What the network shows, as plain frozen records. Painters turn them into SVG, into a Plotly figure, into slides.

Positions are fractions of the stage: ``x`` from left to right, ``y`` from top to
bottom. Colours are never given: ``hue`` and ``accent`` are tokens of the palette, and an exchange tie names the line
that stands for its kind. ``classes`` are those of the style sheets.
"""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict

from dashboard.figures.lines import Line
from dashboard.figures.network.paths import Path
from dashboard.figures.palette import NEUTRAL, hue_class
from dashboard.figures.text_metrics import measure_text
from dashboard.model import EntityKind, Evidence, Standing
from dashboard.network.positions import Column

Shape = Literal["home", "organisation", "partner", "activity-text", "activity-caption", "venue", "river", "country"]
_LONG_LINE_EM = 21.0  # of a callout

LabelSide = Literal["before", "after", "below", "along", "above"]
"""Where a name stands: before or after its mark in reading direction, below a partner's name, along a home's bar,
above its mark and only when asked for."""

Role = Literal["exchange", "runs", "band", "part", "bracket", "link", "behalf"]
"""How an edge is led: exchange ties; rails to activities; along the line of an exchange tie; parts of a whole; the
bracket of what was inherited; short links between neighbours; back to the home."""


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class NetworkNode(_Record):
    """The one mark of an entity."""

    id: str
    kind: EntityKind
    shape: Shape
    name: str
    words: tuple[str, ...]  # the name in pieces between which a line may break
    x: float
    y: float
    column: Column
    side: LabelSide
    hue: str
    accent: str | None = None  # of an activity's first theme
    evidence: Evidence | None = None
    standing: Standing | None = None
    is_part: bool = False  # drawn smaller: part of another activity
    below: str | None = None  # id of the partner below whose name this one stands
    later: bool = False

    @property
    def classes(self) -> str:
        words = [
            f"node kind-{self.kind.value}",
            f"shape-{self.shape}",
            f"standing-{self.standing.value}" if self.standing else "",
            f"accent-{self.accent}" if self.accent else "",
            "is-part" if self.is_part else "",
        ]
        return " ".join(filter(None, words)) + hue_class(self.hue)


class NetworkEdge(_Record):
    """A tie as a line. Exchange ties bear the hue of a home and the line of their kind; the rest is thin."""

    id: str
    kind: str
    role: Role
    ends: tuple[str, str]
    path: Path
    hue: str = NEUTRAL
    line: Line | None = None
    later: bool = False

    @property
    def classes(self) -> str:
        led = f"exchange {self.line.css}" if self.line else f"structure is-{self.role}"
        return f"edge {led}{hue_class(self.hue)}"


class Ground(_Record):
    """A line that several edges share, drawn once beneath them: a rail, a bracket, what holds the parts of a whole.

    The edges themselves are seen only while they are selected or near.
    """

    role: Role
    path: Path

    @property
    def classes(self) -> str:
        return f"edge ground is-{self.role}"


class RailLabel(_Record):
    """Says what a home's rail is: it has no organisation in front of it."""

    hue: str
    text: str
    x: float
    y: float


class TieLabel(_Record):
    """What kind of tie a line is, beside it; ``is_open`` where the line has room for it at all times."""

    id: str
    line: Line
    text: str
    title: str  # the tie in words: kind and both ends
    x: float
    y: float
    hue: str
    is_open: bool
    later: bool


class Gap(_Record):
    """The place of an activity that no source states, on the line of an exchange tie of a home itself."""

    id: str  # of the tie
    text: str
    x: float
    y: float


class HomeBar(_Record):
    """The bar along everything that belongs to a home."""

    id: str
    hue: str
    x: float
    top: float
    bottom: float

    @property
    def classes(self) -> str:
        return f"bar{hue_class(self.hue)}"


class CalloutLine(_Record):
    """An activity in a callout."""

    id: str
    name: str
    shape: Shape
    accent: str | None
    is_part: bool
    later: bool


class Callout(_Record):
    """What is selected, to be read in full: its activities, or its own name where the picture has no room for it.

    It hangs below ``y``, or stands above it.
    """

    owner: str
    title: str  # an activity's or venue's name, a tie's kind; empty for what has it in the picture
    heading: str  # how many activities; empty for none
    y: float
    is_above: bool
    lines: tuple[CalloutLine, ...]

    @property
    def is_wide(self) -> bool:
        """Whether its lines are so long that the column of activities is too narrow for it."""
        return any(measure_text(line.name) > _LONG_LINE_EM for line in self.lines)


class ColumnHeading(_Record):
    """What a column holds."""

    column: Column
    text: str


class LegendEntry(_Record):
    """A line of the legend: what a shape, the pattern of a tie, the bracket or an accent stands for."""

    mark: Literal["shape", "tie", "bracket", "accent"]
    id: str  # shape, kind of tie, or accent
    text: str
    standing: Standing | None = None
    line: Line | None = None  # of a kind of tie


class NetworkView(_Record):
    """Everything the network shows in one language. An empty data set gives a view without nodes and a sentence."""

    language: str
    nodes: tuple[NetworkNode, ...]
    edges: tuple[NetworkEdge, ...]
    grounds: tuple[Ground, ...]
    tie_labels: tuple[TieLabel, ...]
    rail_labels: tuple[RailLabel, ...]
    gaps: tuple[Gap, ...] = ()
    bars: tuple[HomeBar, ...]
    callouts: tuple[Callout, ...]
    headings: tuple[ColumnHeading, ...]
    legend: tuple[LegendEntry, ...]
    lines: int = 0  # half lines of text, one below the other
    alt: str

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to show."""
        return not self.nodes


class NetworkGroup(_Record):
    """A part of the network that is opened when it is asked for: a home's, or what of that lies in a country."""

    id: str
    home: str
    name: str
    ties: str  # how many, in words
    countries: str  # to which they lead; empty where the name says it
    hue: str
    later: bool
    view: NetworkView


class FoldedNetwork(_Record):
    """The network with what is drawn at once, and what is folded; all is drawn at once where there is room."""

    rails: NetworkView
    groups: tuple[NetworkGroup, ...] = ()
    alt: str  # of all of it
    legend: tuple[LegendEntry, ...]

    @property
    def later(self) -> tuple[NetworkGroup, ...]:
        """The groups that one switch hides."""
        return tuple(group for group in self.groups if group.later)
