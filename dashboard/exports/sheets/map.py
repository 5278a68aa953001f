"""The map on a sheet as the stage shows it: what its camera sees of land, areas and curves, and the names of a stop."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from babel.core import get_global

from dashboard.exports.sheets.emphasis import Emphasis
from dashboard.exports.sheets.geometry import (
    Camera,
    clip_line,
    shrink,
    trace_area,
    trace_boundaries,
    trace_countries,
)
from dashboard.exports.sheets.records import (
    SMALLEST,
    SMALLEST_NAME,
    UNIT,
    Area,
    Box,
    Group,
    Ink,
    Item,
    Line,
    Mark,
    Pen,
    Plate,
    Point,
    Stroke,
    Words,
)
from dashboard.exports.sheets.text import break_name, measure_lines, place_words
from dashboard.figures.map.labels import COUNTRY_LINE_PX, COUNTRY_PX, LABEL_PADDING_PX, NAME_LINE_PX, NAME_PX
from dashboard.figures.map.placement import ALIGNMENT
from dashboard.figures.map.records import LabelSpot, MapCourse, MapCurve, MapLabel, MapMarker, MapView
from dashboard.figures.palette import hue_form
from dashboard.i18n import Texts, list_in_words
from dashboard.model import ShownAs
from dashboard.stories.focus import Focus
from dashboard.stories.lit_views import is_whole
from dashboard.stories.scenes import LABEL_UNIT, Scene
from geodata import layers

Call = Callable[[str], str]

LINE_UNIT = LABEL_UNIT * UNIT
"""A label pixel in which the stage draws lines and marks."""

_LINES = 1.0  # times the widths of the explorer's map, as on stage
_MARGIN = 2.0  # between a line and the edge at which it is cut
_COURSE_WIDTH, _COURSE_GAP, _COURSE_NAME, _COURSE_PEN = 8 * UNIT, 0.8 * UNIT, 4.2 * UNIT, 0.3 * UNIT
_NOTE = 1.7 * UNIT
_NAME_PITCH, _COUNTRY_PITCH = NAME_LINE_PX / NAME_PX, COUNTRY_LINE_PX / COUNTRY_PX


def draw_map(view: MapView, scene: Scene, box: Box, emphasis: Emphasis, *, texts: Texts, call: Call) -> Group:
    """The map in its box.

    Args:
        view: what is shown, in the language of ``texts``.
        scene: what the camera sees, which places are named, and where.
        box: where on the sheet.
        emphasis: how strongly each thing is drawn.
        texts: for the names of groups.
        call: gives the name of an entity or tie by its id.
    """
    drawing = _MapDrawing(view, scene, Camera(view.frame, scene.camera, box), emphasis, texts, call)
    items: list[Item] = [
        Plate(texts("exports-part-sea"), box, Ink("sea")),
        *drawing.land(),
        drawing.group("areas", drawing.areas()),
        drawing.group("curves", drawing.curves()),
        drawing.group("places", drawing.markers()),
        drawing.group("names", drawing.labels()),
    ]
    named = tuple(item for item in items if not isinstance(item, Group) or item.items)
    return Group(texts("exports-part-map"), named, drawing.about())


def draw_courses(view: MapView, scene: Scene, room: Box, legend: Box, *, texts: Texts, call: Call) -> Group:
    """The rivers that a stop speaks of in the lower right corner of the map's box, each with its name below it.

    Where the legend reaches so far to the right, they stand above it.
    """
    count = len(scene.courses)
    if not count:
        return Group(texts("exports-part-courses"), ())
    lefts = [room.right - (count - place) * (_COURSE_WIDTH + _COURSE_GAP) for place in range(count)]
    floor = legend.top if lefts[0] < legend.right else room.bottom
    note = Box(lefts[0], floor - _COURSE_GAP - _NOTE, room.right - _COURSE_GAP - lefts[0], _NOTE)
    bottom = note.top - _COURSE_NAME
    items: list[Item] = [
        _draw_course(view, scene, course, (left, bottom), texts=texts, call=call)
        for left, course in zip(lefts, scene.courses, strict=True)
    ]
    if count > 1:
        words = Line(texts("present-courses-scale"), SMALLEST, Ink("ink-soft"))
        items.append(Words(texts("present-courses-scale"), note, (words,), "right"))
    return Group(
        texts("exports-part-courses"), tuple(items), list_in_words([call(each.id) for each in scene.courses], texts)
    )


def _draw_course(view: MapView, scene: Scene, course: MapCourse, foot: Point, *, texts: Texts, call: Call) -> Group:
    (width, height), (left, bottom) = (course.frame.width, course.frame.height), foot
    box = Box(left, bottom - _COURSE_WIDTH * height / width, _COURSE_WIDTH, _COURSE_WIDTH * height / width)
    camera = Camera(course.frame, (0.0, 0.0, width, height), box)
    around = view.model_copy(update={"frame": course.frame, "base": course.base})
    drawing = _MapDrawing(around, scene, camera, Emphasis(Focus()), texts, call)
    line = tuple(part for piece in course.frame.place_line(course.points) for part in clip_line(camera.fit(piece), box))
    lines = [
        Line(line, SMALLEST_NAME, Ink("ink"), is_bold=True)
        for line in break_name(course.name, _COURSE_WIDTH / SMALLEST_NAME)
    ]
    plate = Box(left, bottom, _COURSE_WIDTH, _COURSE_NAME)
    return Group(
        call(course.id),
        (
            Plate(texts("exports-part-sea"), box, Ink("sea")),
            *drawing.land(),
            Plate(texts("exports-part-frame"), box, None, Pen(Ink("coast"), 1.2)),
            Stroke(drawing.name("course", course.id), line, Pen(Ink(course.hue), _COURSE_PEN)),
            Plate(texts("exports-part-names"), plate, Ink("paper")),
            place_words(drawing.name("name", course.id), lines, plate.center, align="center"),
        ),
    )


@dataclass(frozen=True)
class _MapDrawing:
    """What the parts of one map have in common."""

    view: MapView
    scene: Scene
    camera: Camera
    emphasis: Emphasis
    texts: Texts
    call: Call

    def group(self, key: str, items: Iterable[Item]) -> Group:
        return Group(self.texts(f"exports-part-{key}"), tuple(items))

    def name(self, key: str, of: str) -> str:
        return self.texts("exports-part-of", part=self.texts(f"exports-part-{key}"), name=self.call(of))

    def about(self) -> str:
        """What the map of this stop shows, in words; all of it where the stop leaves nothing out."""
        if is_whole(self.emphasis.focus):
            return self.view.alt
        places = [self.call(label.id) for label in self.view.labels if label.id in self.scene.labels]
        ties = [self.call(curve.id) for curve in self.view.curves if self.emphasis.is_lit(curve.id)]
        return self.texts("exports-about-map", things=list_in_words([*places, *ties], self.texts))

    # --- land ---

    def land(self) -> Iterator[Item]:
        """The countries, each a shape of its own, and the boundaries at sea."""
        countries = tuple(
            Area(
                self.texts(
                    "exports-part-of", part=self.texts("exports-part-land"), name=_country_name(code, self.texts)
                ),
                rings,
                Ink("undetermined" if code == layers.UNDETERMINED else "land"),
                Pen(Ink("coast", 0.75), 0.8),
            )
            for code, rings in trace_countries(self.camera, self.view.base.layer).items()
        )
        if countries:
            yield Group(self.texts("exports-part-land"), countries)
        lines = trace_boundaries(self.camera)
        if lines:
            yield Stroke(self.texts("exports-part-boundaries"), lines, Pen(Ink("border"), 1.0))

    def areas(self) -> Iterator[Area]:
        for area in self.view.areas:
            rings = trace_area(self.camera, area.area)
            if rings:
                strength = self.emphasis.of_area(area.id)
                fill = Ink(area.hue, round((0.55 if area.role == "home" else 0.34) * strength, 3))
                yield Area(self.name("areas", area.id), rings, fill, Pen(Ink(area.hue, 0.8 * strength), 1.2))

    # --- curves and places ---

    def curves(self) -> Iterator[Stroke]:
        """The curves, those that the stop speaks of on top; an exchange goes both ways, so that none has an arrow."""
        for curve in sorted(self.view.curves, key=lambda each: self.emphasis.is_lit(each.id)):
            pen = self._pen(curve)
            pieces = [self.camera.fit(piece) for piece in self.view.frame.place_line(curve.points)]
            box = shrink(self.camera.box, pen.width / 2 + _MARGIN)
            clipped = tuple(part for piece in pieces for part in clip_line(piece, box))
            if clipped:
                yield Stroke(self.name("curve", curve.id), clipped, pen)

    def _pen(self, curve: MapCurve) -> Pen:
        unit = LINE_UNIT * _LINES
        return Pen(
            Ink(curve.hue, self.emphasis.of_line(curve.id)),
            round(curve.line.width * unit, 2),
            tuple(round(length * LINE_UNIT * 1.1, 2) for length in curve.line.dash),
            is_double=curve.line.core > 0,
        )

    def markers(self) -> Iterator[Item]:
        for marker in sorted(self.view.markers, key=lambda each: self._is_lit(each.id)):
            at = self.camera.place(marker.x, marker.y)
            if self.camera.sees(at, 6.0 * LINE_UNIT):
                yield self._marker(marker, at)

    def _is_lit(self, key: str) -> bool:
        return self.emphasis.is_lit(key) or key in self.scene.labels

    def _marker(self, marker: MapMarker, at: Point) -> Item:
        strength = 1.0 if self._is_lit(marker.id) else self.emphasis.of_line(marker.id)
        form = hue_form(marker.hue)
        name, hue, paper = self.name("place", marker.id), Ink(marker.hue, strength), Ink("paper", strength)
        if marker.role == "home" or marker.shown_as == ShownAs.AREA:
            size = (9.5 if marker.role == "home" else 6.0) * LINE_UNIT
            return Mark(name, form, at, size, hue, Pen(paper, 1.3 * LINE_UNIT))
        ring = Mark(self.texts("exports-part-ring"), form, at, 8.4 * LINE_UNIT, paper, Pen(hue, 1.6 * LINE_UNIT))
        return Group(name, (ring, Mark(self.texts("exports-part-pip"), form, at, 3.0 * LINE_UNIT, hue)))

    # --- names ---

    def labels(self) -> Iterator[Item]:
        for label in self.view.labels:
            spot = self.scene.labels.get(label.id)
            at = self.camera.place(label.x, label.y)
            if spot and not spot.crowded and self.camera.sees(at):
                yield from self._label(label, spot, at)

    def _label(self, label: MapLabel, spot: LabelSpot, at: Point) -> Iterator[Item]:
        unit = LINE_UNIT
        lines = self._label_lines(label, unit)
        width, height = measure_lines(lines)
        across, down = ALIGNMENT[spot.anchor]
        anchor = (at[0] + spot.dx * unit, at[1] + spot.dy * unit)
        padding = LABEL_PADDING_PX * unit * (1 - 2 * across)
        box = Box(anchor[0] - across * width + padding, anchor[1] - down * height, width, height)
        if spot.has_leader:
            yield Stroke(self.texts("exports-part-leader"), ((at, anchor),), Pen(Ink("ink-soft"), 1.4))
        align = {0.0: "left", 0.5: "center", 1.0: "right"}[across]
        kept = _keep_inside(box, self.camera.box)
        yield Words(self.name("name", label.id), kept, lines, align, has_halo=True)  # type: ignore[arg-type]

    def _label_lines(self, label: MapLabel, unit: float) -> tuple[Line, ...]:
        ink = Ink(label.hue if label.role == "home" else "ink")
        name = [Line(text, NAME_PX * unit, ink, is_bold=True, pitch=_NAME_PITCH) for text in label.lines]
        if label.country:
            name.append(Line(label.country, COUNTRY_PX * unit, Ink("ink-soft"), pitch=_COUNTRY_PITCH))
        return tuple(name)


def _keep_inside(box: Box, outer: Box, margin: float = 4.0) -> Box:
    left = min(max(box.left, outer.left + margin), max(outer.left, outer.right - margin - box.width))
    top = min(max(box.top, outer.top + margin), max(outer.top, outer.bottom - margin - box.height))
    return Box(left, top, box.width, box.height)


def _country_name(code: str, texts: Texts) -> str:
    if code == layers.UNDETERMINED:
        return texts("exports-part-undetermined")
    two = next(iter(get_global("territory_aliases").get(code, ())), code)
    return str(texts.language.locale.territories.get(two, code))
