"""Which names a map bears: sites, countries, regions, towns, lakes, stations, by rank."""

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QLineF, QPointF
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from siteselect.language import say_name, say_number
from siteselect.model.arrays import Floats
from siteselect.ui.map.ground import Scene, built_by
from siteselect.ui.map.labels import Box, Spot, Wish, about, around, place, unhindered
from siteselect.ui.map.lettering import Style, measure, write
from siteselect.ui.map.map_rows import Place
from siteselect.ui.map.rooms import Rooms
from siteselect.ui.map.symbols import station_side
from siteselect.ui.theme import Theme
from siteselect.ui.widgets.ramp import mixed

MEDIUM, NORMAL, BOLD = QFont.Weight.Medium, QFont.Weight.Normal, QFont.Weight.DemiBold
TOWNS = 70
"""At most so many towns at once."""
SAME, NAMESAKE = 7.0, 60.0
"""Pixels within which a town and a site are taken for one place; more when they share a name."""
LEADS = (12.0, 26.0, 44.0)
"""How far from its pin, in pixels, a name may stand at the end of a line."""
CLOSE = 700.0
"""Metres to a pixel below which the names of countries tell nothing new."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name that wants to stand on the map."""

    text: str
    style: Style
    wish: Wish
    dot: float = 0.0
    """Radius of the dot at its anchor, painted only when the name finds room."""


@dataclass(frozen=True, slots=True)
class PinName:
    """A pin that wants its name beside it."""

    text: str
    x: float
    y: float
    reach: float
    strong: bool
    quiet: bool
    point: tuple[float, float]
    """Where the site lies; the town there needs no name of its own."""


def names_of(scene: Scene, pins: list[PinName]) -> list[Name]:
    """Return the names of a scene, the most important first."""
    heads = np.array([(pin.x, pin.y) for pin in pins]).reshape(-1, 2)
    names = [_pin_name(pin, heads, scene.theme) for pin in pins]
    theme = scene.theme
    far = scene.extent.metres_per_pixel > CLOSE
    if "borders" in scene.shown and far:
        chief = Style(12, MEDIUM, theme.muted, theme.land, spacing=3.2, upper=True)
        names += _area_names(scene, chief, main=True)
    if "places" in scene.shown:
        names += _towns(scene, pins)
    if "borders" in scene.shown and far:
        other = Style(11, NORMAL, theme.muted, theme.neighbours, 2.6, upper=True, alpha=0.85)
        names += _area_names(scene, other, main=False)
    if "lakes" in scene.shown:
        names += _lakes(scene)
    if "regions" in scene.shown:
        names += _regions(scene)
    if "stations" in scene.shown:
        names += _stations(scene)
    if "crossings" in scene.shown:
        names += _crossings(scene)
    if "airports" in scene.shown:
        names += _airports(scene)
    return names


def place_names(
    scene: Scene, names: list[Name], taken: Floats, glass: Floats, view: Box
) -> list[Spot | None]:
    """Find room for the names beside the pins, which stand in `taken`, best outside `glass`."""
    extent = scene.extent
    soft = np.vstack((_large_stations(scene), glass))
    frame = (2.0, 2.0, extent.width - 2.0, extent.height - 2.0)
    return place([name.wish for name in names], taken, soft, frame, view)


def paint_names(
    painter: QPainter, theme: Theme, names: list[Name], spots: list[Spot | None]
) -> None:
    """Write the names that found room, with their dots and leader lines."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for name, spot in zip(names, spots, strict=True):
        if spot is None:
            continue
        anchor = name.wish.anchor
        if anchor is not None and spot.leader:
            painter.setPen(QPen(QColor(theme.muted), 1.0))
            painter.drawLine(leader(anchor, spot))
        if anchor is not None and name.dot:
            painter.setPen(QPen(QColor(theme.panel), 1.0))
            painter.setBrush(QColor(theme.muted))
            painter.drawEllipse(QPointF(*anchor), name.dot, name.dot)
        write(painter, name.text, name.style, spot.x, spot.y)


def leader(anchor: tuple[float, float], spot: Spot) -> QLineF:
    """Return the line from a point to the nearest edge of its label."""
    left, top, right, foot = spot.box
    end = QPointF(min(max(anchor[0], left), right), min(max(anchor[1], top), foot))
    return QLineF(QPointF(*anchor), end)


def _beside(text: str, style: Style, x: float, y: float, reach: float, dot: float = 0.0) -> Name:
    """Return a name for one of the eight places beside a point."""
    wide, high = measure(text, style)
    box = (wide + 2, high - 3)
    return Name(text, style, Wish(*box, about(x, y, reach, *box), (x, y)), dot)


def _pin_name(pin: PinName, heads: Floats, theme: Theme) -> Name:
    """Return the name of a pin: beside it, else farther out at the end of a line."""
    style = Style(
        12 if not pin.quiet else 11,
        BOLD if pin.strong else MEDIUM,
        theme.muted if pin.quiet else theme.text,
        theme.panel if not theme.dark else theme.window,
    )
    wide, high = measure(pin.text, style)
    box = (wide + 2, high - 3)
    near = about(pin.x, pin.y, pin.reach + 2, *box)
    far = np.vstack([around(pin.x, pin.y, pin.reach + out, *box) for out in LEADS])
    far = unhindered((pin.x, pin.y), far, heads, pin.reach + 1)
    wish = Wish(*box, np.vstack((near, far)), (pin.x, pin.y), len(near))
    return Name(pin.text, style, wish)


def _area_names(scene: Scene, style: Style, *, main: bool) -> list[Name]:
    """Return names of countries in letter-spaced capitals, in the roomiest part in view."""
    data = scene.data
    rows, rooms = (
        (data.realm_rows, data.realm_rooms) if main else (data.country_rows, data.abroad_rooms)
    )
    realms = {area.code for area in data.realm_rows}
    found = [
        _area_name(scene, say_name(rows[row].name), style, rooms, row)
        for row in rooms.seen(scene.extent.window)
        if main or rows[row].code not in realms
    ]
    return [name for name in found if name is not None]


def _area_name(
    scene: Scene, text: str, style: Style, rooms: Rooms, row: int, times: float = 6.0
) -> Name | None:
    """Return a name with its possible places within an area; None when it is too small."""
    wide, high = measure(text, style)
    step = scene.extent.metres_per_pixel
    if rooms.bounds[row, 2] - rooms.bounds[row, 0] < 0.5 * wide * step:
        return None
    size, points = rooms.room(row, scene.extent.window)
    if size < wide * high * times * step**2 or not len(points):
        return None
    places = scene.extent.pixels(points[:, 0], points[:, 1])
    return Name(text, style, Wish(wide + 8, high, places))


def _towns(scene: Scene, pins: list[PinName]) -> list[Name]:
    """Return the largest towns in view that are no sites; the nearer, the smaller they may be."""
    data, extent = scene.data, scene.extent
    least = 1.1e5 * (extent.metres_per_pixel / 4_000.0) ** 1.25
    seen = np.flatnonzero(extent.visible(data.places.x, data.places.y))
    rows = [row for row in seen.tolist() if _large(data.places.rows[row], least)][:TOWNS]
    quiet = mixed(QColor(scene.theme.muted), QColor(scene.theme.text), 0.25).name()
    sites = np.array([pin.point for pin in pins]).reshape(-1, 2)
    names = []
    for row, (x, y) in zip(
        rows, extent.pixels(data.places.x[rows], data.places.y[rows]).tolist(), strict=True
    ):
        town = data.places.rows[row]
        away = np.abs(sites - (x, y)).max(axis=1)
        if any(_is_site(town, pins[at], away[at]) for at in np.flatnonzero(away < NAMESAKE)):
            continue
        style = Style(
            12 if (town.population or 0) > 1_000_000 else 11, NORMAL, quiet, scene.theme.land
        )
        names.append(_beside(town.told, style, x, y, 4.0, dot=2.2))
    return names


def _is_site(town: Place, pin: PinName, away: float) -> bool:
    """Return whether a town is the place of a pin, which bears its name already."""
    same = town.name.split(" ")[0].casefold() == pin.text.split(" ")[0].casefold()
    return away < (NAMESAKE if same else SAME)


def _large(town: Place, least: float) -> bool:
    """Return whether a town is large enough; abroad only the great ones are."""
    return (town.population or 0) >= (4.0 * least if town.abroad else least)


def _lakes(scene: Scene) -> list[Name]:
    """Return the names of lakes that are wide enough to bear them."""
    data, extent = scene.data, scene.extent
    ink = mixed(QColor(scene.theme.water), QColor("#2F6F9F"), 0.75 if not scene.theme.dark else 0.9)
    ink = mixed(ink, QColor("#FFFFFF"), 0.25) if scene.theme.dark else ink
    style = Style(11, NORMAL, ink.name(), scene.theme.water, italic=True)
    found = [
        _area_name(scene, say_name(data.lake_names[row]), style, data.lake_rooms, row, 0.7)
        for row in data.lake_rooms.seen(extent.window, 20 * extent.metres_per_pixel)
        if data.lake_names[row]
    ]
    return [name for name in found if name is not None]


def _regions(scene: Scene) -> list[Name]:
    """Return the names of regions, once there is room for most of them."""
    if scene.extent.metres_per_pixel > 3_600:
        return []
    style = Style(11, NORMAL, scene.theme.muted, scene.theme.land, spacing=0.6)
    rooms = scene.data.region_rooms
    found = [
        _area_name(scene, say_name(scene.data.region_rows[row].name), style, rooms, row)
        for row in rooms.seen(scene.extent.window)
        if not _alone(scene, row)
    ]
    return [name for name in found if name is not None]


def _alone(scene: Scene, row: int) -> bool:
    """Return whether a region is the whole of its jurisdiction, which bears the name already."""
    own = scene.data.region_rows[row].jurisdiction
    return sum(area.jurisdiction == own for area in scene.data.region_rows) == 1


def _stations(scene: Scene) -> list[Name]:
    """Return the names of stations, once one looks closely."""
    data, extent = scene.data, scene.extent
    if extent.metres_per_pixel > 900:
        return []
    style = Style(11, NORMAL, scene.theme.muted, scene.theme.land)
    seen = np.flatnonzero(extent.visible(data.stations.x, data.stations.y)).tolist()
    points = extent.pixels(data.stations.x[seen], data.stations.y[seen]).tolist()
    growth = scene.growth
    return [
        _beside(
            f"{station.name} · {say_number(station.mw, 0)} {say_name('MW')}",
            style,
            x,
            y,
            0.6 * station_side(station.mw, growth) + 2,
        )
        for station, (x, y) in zip([data.stations.rows[row] for row in seen], points, strict=True)
        if built_by(station.year, scene.tints.day)
    ]


def _crossings(scene: Scene) -> list[Name]:
    data, extent = scene.data, scene.extent
    if extent.metres_per_pixel > 2_200:
        return []
    style = Style(11, NORMAL, scene.theme.muted, scene.theme.land)
    points = extent.pixels(data.crossings.x, data.crossings.y).tolist()
    return [
        _beside(crossing.name, style, x, y, 7.0)
        for crossing, (x, y) in zip(data.crossings.rows, points, strict=True)
    ]


def _airports(scene: Scene) -> list[Name]:
    data, extent = scene.data, scene.extent
    style = Style(10, MEDIUM, scene.theme.muted, scene.theme.land, spacing=0.4)
    points = extent.pixels(data.airports.x, data.airports.y).tolist()
    return [
        _beside(airport.iata, style, x, y, 6.5)
        for airport, (x, y) in zip(data.airports.rows, points, strict=True)
        if airport.iata
    ]


def _large_stations(scene: Scene) -> Floats:
    """Return the boxes of stations, which names leave free when they can."""
    stations, extent = scene.data.stations, scene.extent
    if "stations" not in scene.shown:
        return np.empty((0, 4))
    rows = np.flatnonzero(extent.visible(stations.x, stations.y))
    growth = scene.growth
    half = np.array([station_side(stations.rows[row].mw, growth) / 2 for row in rows])
    at = extent.pixels(stations.x[rows], stations.y[rows])
    large = half > 3.5
    return np.hstack((at - half[:, None], at + half[:, None]))[large]
