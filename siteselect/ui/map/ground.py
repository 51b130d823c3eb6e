"""The ground of the map: land, water, tints, hatches, lines and signs, painted from the back."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPen

from siteselect.model.arrays import Floats
from siteselect.model.gate import Verdict
from siteselect.packs.own_layers import redraws_borders
from siteselect.progress import Progress, silent
from siteselect.ui.map import hatches
from siteselect.ui.map.beneath import LAKE, paint_beneath
from siteselect.ui.map.extent import Extent
from siteselect.ui.map.graticule import paint_graticule
from siteselect.ui.map.levels import Shapes
from siteselect.ui.map.map_data import MapData
from siteselect.ui.map.own_data import OwnDrawn, own_shown
from siteselect.ui.map.own_paint import paint_own_shapes, paint_own_signs
from siteselect.ui.map.regions import Tints
from siteselect.ui.map.symbols import (
    paint_airport,
    paint_crossing,
    paint_station,
    station_side,
)
from siteselect.ui.strokes import strokes_wanted
from siteselect.ui.theme import Theme
from siteselect.ui.widgets.ramp import mixed

BAND, BAND_ALPHA = 5.0, 0.42
"""Width in pixels and opacity of the band of conditional law."""
FADE = 72.0
"""Pixels from the edge of the data at which nothing of them is left out."""
BrushOf = Callable[[str], QBrush | None]
"""From the code of a region to its brush; None leaves the region as it is."""
HOME_SCALE = 6_500.0
"""Metres to a pixel at which signs have their plain size."""


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """What is to be painted: the data, the day, the look, the overlays, the part of the plane."""

    data: MapData
    tints: Tints
    theme: Theme
    shown: frozenset[str]
    extent: Extent

    @property
    def growth(self) -> float:
        """How much larger signs are than at the home view: a little, the nearer one looks."""
        return sign_growth(self.extent)

    @property
    def own(self) -> tuple[OwnDrawn, ...]:
        """The user's own layers, as far as they are drawn with these overlays."""
        return own_shown(self.data.own, self.shown)


def sign_growth(extent: Extent) -> float:
    """Return how much larger signs are than at the home view."""
    nearer = HOME_SCALE / extent.metres_per_pixel
    growth: float = nearer**0.22
    return min(max(growth, 0.85), 2.2)


def paint_ground(painter: QPainter, scene: Scene, progress: Progress = silent) -> None:
    """Paint everything under the names and the pins."""
    _begin(painter, scene)
    _paint_land(painter, scene, progress)
    if "law" in scene.shown:
        _paint_law(painter, scene)
    progress(0.3, "")
    _paint_lakes(painter, scene)
    _end(painter, scene, progress)


def paint_land(painter: QPainter, scene: Scene, progress: Progress = silent) -> None:
    """Paint what lies beneath a surface: land and tints."""
    _begin(painter, scene)
    _paint_land(painter, scene, progress)
    painter.resetTransform()


def paint_over(painter: QPainter, scene: Scene, progress: Progress = silent) -> None:
    """Paint what lies over a surface: lakes, hatches of law, lines, signs."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setWorldTransform(scene.extent.transform)
    _paint_lakes(painter, scene)
    if "law" in scene.shown:
        _paint_law(painter, scene)
    _end(painter, scene, progress)


def _begin(painter: QPainter, scene: Scene) -> None:
    extent = scene.extent
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(QRectF(0, 0, extent.width, extent.height), QColor(scene.theme.neighbours))
    painter.setWorldTransform(extent.transform)
    left, top, right, foot = scene.data.reach
    painter.fillRect(QRectF(left, top, right - left, foot - top), QColor(scene.theme.water))


def _end(painter: QPainter, scene: Scene, progress: Progress) -> None:
    _paint_lines(painter, scene)
    paint_own_shapes(painter, scene.own, scene.extent, scene.theme)
    progress(0.5, "")
    painter.resetTransform()
    _paint_edges(painter, scene)
    if "graticule" in scene.shown:
        paint_graticule(painter, scene.extent, scene.theme)
    _paint_signs(painter, scene)


def _paint_edges(painter: QPainter, scene: Scene) -> None:
    """Let land, water and lines fade where the data end: cut off they would seem to end there."""
    left, top, right, foot = scene.data.reach
    extent = scene.extent
    held = extent.transform.mapRect(QRectF(left, top, right - left, foot - top)).normalized()
    seen = QRectF(0, 0, extent.width, extent.height)
    clear, ground = QColor(scene.theme.neighbours), QColor(scene.theme.neighbours)
    clear.setAlphaF(0.0)
    wide, high = min(FADE, held.width() / 2), min(FADE, held.height() / 2)
    for corner, way in (
        (held.topLeft(), QPointF(wide, 0.0)),
        (held.topLeft(), QPointF(0.0, high)),
        (held.bottomRight(), QPointF(-wide, 0.0)),
        (held.bottomRight(), QPointF(0.0, -high)),
    ):
        across = QPointF(0.0, held.height()) if way.y() == 0.0 else QPointF(held.width(), 0.0)
        end = corner + way + (across if corner == held.topLeft() else -across)
        strip = QRectF(corner, end).normalized()
        if strip.intersects(seen):
            fading = QLinearGradient(corner, corner + way)
            fading.setColorAt(0.0, ground)
            fading.setColorAt(1.0, clear)
            painter.fillRect(strip.intersected(seen), fading)


def _fill(painter: QPainter, scene: Scene, shapes: Shapes, brush: QBrush | QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(brush)
    for _, path in shapes.paths(scene.extent.metres_per_pixel, scene.extent.window):
        painter.drawPath(path)


def _paint_land(painter: QPainter, scene: Scene, progress: Progress) -> None:
    """Paint neighbours, land, and the tints of prices."""
    data, theme = scene.data, scene.theme
    with _rough(painter):
        _fill(painter, scene, data.countries, QColor(theme.neighbours))
    if not strokes_wanted():  # a smooth line of the same colour over the edge of the rough fill
        _stroke(painter, scene, data.countries, _pen(QColor(theme.neighbours), 1.0))
    with _rough(painter, wanted=_bordered(scene)):
        _fill(painter, scene, data.realms, QColor(theme.land))
    progress(0.1, "")
    _paint_prices(scene, painter)
    if data.backdrop is not None:
        _paint_lakes(painter, scene, 1.0)
        tint = partial(_paint_prices, scene)
        paint_beneath(painter, data.backdrop, scene.extent, theme, data.realms, tint, progress)
    progress(0.2, "")


def _bordered(scene: Scene) -> bool:
    """Return whether the pack's own borders will be drawn over the edges of the realms."""
    return "borders" in scene.shown and not redraws_borders(each.layer for each in scene.data.own)


@contextmanager
def _rough(painter: QPainter, *, wanted: bool = True) -> Iterator[None]:
    """Fill without smooth edges, in a fifth of the time: where lines are drawn over them after."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, not wanted or strokes_wanted())
    yield
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)


def _paint_prices(scene: Scene, painter: QPainter) -> None:
    """Paint the tints of prices."""
    if "tariffs" in scene.shown and scene.tints.states:
        with _rough(painter, wanted=_bordered(scene) and "regions" in scene.shown):
            _paint_regions(painter, scene, partial(_price_brush, scene))


def _paint_law(painter: QPainter, scene: Scene) -> None:
    """Paint the hatches and bands of law."""
    _paint_regions(painter, scene, partial(_law_brush, scene))
    _paint_law_bands(painter, scene)


def _paint_lakes(painter: QPainter, scene: Scene, seen: float | None = None) -> None:
    """Paint lakes; over a backdrop so thinly that it is seen in them."""
    if "lakes" in scene.shown:
        theme = scene.theme
        water = QColor(theme.water)
        water.setAlphaF(seen or (1.0 if scene.data.backdrop is None else LAKE))
        painter.setBrush(water)
        shore = mixed(QColor(theme.water), QColor(theme.border), 0.22)
        painter.setPen(_pen(shore, 0.8))
        for _, path in scene.data.lakes.paths(scene.extent.metres_per_pixel, scene.extent.window):
            painter.drawPath(path)


def _paint_regions(painter: QPainter, scene: Scene, brush_of: BrushOf) -> None:
    """Fill each region with its own brush; regions without one are left as they are."""
    painter.setPen(Qt.PenStyle.NoPen)
    brushes = [brush_of(area.code) for area in scene.data.region_rows]
    shapes = scene.data.regions
    for row, path in shapes.paths(scene.extent.metres_per_pixel, scene.extent.window):
        brush = brushes[row]
        if brush is not None:
            hatches.fill(painter, path, brush)


def day_drawn(data: MapData, tints: Tints, theme: Theme) -> tuple[object, ...]:
    """Return all that is painted of a day: days that are alike in it share one picture."""
    states = tints.states.values()
    colours = [tints.colour(state, theme) for state in states]
    return (
        tuple(tints.states),
        tuple(None if colour is None else colour.rgba() for colour in colours),
        tuple((state.jurisdiction, state.verdict) for state in states),
        tuple(built_by(station.year, tints.day) for station in data.stations.rows),
        tuple(crossing.is_open(tints.day) for crossing in data.crossings.rows),
    )


def _price_brush(scene: Scene, code: str) -> QBrush | None:
    state = scene.tints.states.get(code)
    tint = scene.tints.colour(state, scene.theme) if state is not None else None
    if tint is not None:
        return QBrush(tint)
    tile = hatches.unknown(scene.theme, scene.extent.ratio)
    return hatches.brush_of(tile, scene.extent)


def _law_brush(scene: Scene, code: str) -> QBrush | None:
    state = scene.tints.states.get(code)
    if state is None or state.verdict is not Verdict.FAIL:
        return None
    tile = hatches.unlawful(scene.theme, scene.extent.ratio)
    return hatches.brush_of(tile, scene.extent)


def _paint_law_bands(painter: QPainter, scene: Scene) -> None:
    """Paint a band within the outline of each realm that is conditional, or not known."""
    colours = {
        Verdict.CONDITIONAL: QColor(hatches.AMBER),
        Verdict.UNKNOWN: QColor(scene.theme.muted),
    }
    verdicts = {state.jurisdiction: state.verdict for state in scene.tints.states.values()}
    step, window = scene.extent.metres_per_pixel, scene.extent.window
    painter.setPen(Qt.PenStyle.NoPen)
    for row, band in scene.data.realms.bands(step, window, BAND):
        colour = colours.get(verdicts.get(scene.data.realm_rows[row].code, Verdict.PASS))
        if colour is not None:
            colour.setAlphaF(BAND_ALPHA)
            painter.setBrush(colour)
            painter.drawPath(band)


def _pen(colour: QColor, width: float, dash: tuple[float, ...] = (), alpha: float = 1.0) -> QPen:
    shade = QColor(colour)
    shade.setAlphaF(alpha)
    pen = QPen(shade, width)
    pen.setCosmetic(True)
    pen.setJoinStyle(Qt.PenJoinStyle.BevelJoin)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    if dash:
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern(dash)
    return pen


def _stroke(painter: QPainter, scene: Scene, shapes: Shapes, *pens: QPen) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for pen in pens:
        painter.setPen(pen)
        for path in shapes.strokes(scene.extent.metres_per_pixel, scene.extent.window):
            painter.drawPath(path)


def _paint_lines(painter: QPainter, scene: Scene) -> None:
    """Paint lines from the thinnest to the strongest; a border file of the user's comes later."""
    theme, borders = scene.theme, scene.data.borders
    border, bordered = QColor(theme.border), _bordered(scene)
    if "regions" in scene.shown:
        white = QColor("#FFFFFF") if not theme.dark else QColor(theme.window)
        # not wider than a pixel: Qt draws such lines in a sixth of the time
        _stroke(painter, scene, borders.regions, _pen(white, 1.0, alpha=0.88))
    if bordered:
        quiet = mixed(QColor(theme.neighbours), border, 0.36 if theme.dark else 0.42)
        _stroke(painter, scene, borders.quiet, _pen(quiet, 0.8))
    if "disputed" in scene.shown:
        _stroke(painter, scene, borders.disputed, _pen(border, 1.0, (3.0, 3.0), 0.7))
    if "borders" in scene.shown:
        _stroke(painter, scene, borders.provinces, _pen(border, 1.4, (4.5, 3.0)))
    if bordered:
        _stroke(painter, scene, borders.strong, _pen(border, 1.6))


def _paint_signs(painter: QPainter, scene: Scene) -> None:
    """Paint airports, crossings and power stations; the greatest station first."""
    data, theme = scene.data, scene.theme
    if "airports" in scene.shown:
        for x, y in _seen(scene, data.airports.x, data.airports.y)[1]:
            paint_airport(painter, x, y, theme)
    paint_own_signs(painter, scene.own, scene.extent, theme)
    if "stations" in scene.shown:
        stations = data.stations
        growth = scene.growth
        for row, (x, y) in zip(*_seen(scene, stations.x, stations.y), strict=True):
            station = stations.rows[row]
            if built_by(station.year, scene.tints.day):
                side = station_side(station.mw, growth)
                paint_station(painter, x, y, side, station.fuel, theme, hollow=station.suspect)
    if "crossings" in scene.shown:
        crossings = data.crossings
        for row, (x, y) in zip(*_seen(scene, crossings.x, crossings.y), strict=True):
            paint_crossing(
                painter, x, y, theme, is_open=crossings.rows[row].is_open(scene.tints.day)
            )


def _seen(scene: Scene, x: Floats, y: Floats) -> tuple[list[int], list[list[float]]]:
    rows = np.flatnonzero(scene.extent.visible(x, y, 30.0))
    return rows.tolist(), scene.extent.pixels(x[rows], y[rows]).tolist()


def built_by(year: int | None, day: str) -> bool:
    """Return whether a station of this year stands on an ISO day; an unknown year does."""
    return year is None or not day or year <= int(day[:4])
