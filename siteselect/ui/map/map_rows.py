"""The rows of a pack's layers as the map tells them; a column that no form demands may lack."""

from dataclasses import dataclass
from math import nan
from typing import Any

from siteselect.language import say_place

FUELS = ("coal", "gas", "hydro", "wind", "solar", "nuclear")
"""Fuels with a symbol of their own; all else is "other"."""


@dataclass(frozen=True, slots=True)
class Station:
    """One power station; `suspect` when its coordinate is doubtful or stands for a town."""

    name: str
    fuel: str
    technology: str
    mw: float
    year: int | None
    status: str
    suspect: bool
    source: str


@dataclass(frozen=True, slots=True)
class Place:
    """One town."""

    name: str
    population: int | None
    abroad: bool
    """It lies in none of the pack's jurisdictions with regions."""
    russian: str = ""
    chinese: str = ""

    @property
    def told(self) -> str:
        """The name in the letters of the reader."""
        return say_place(self.name, self.russian, self.chinese)


@dataclass(frozen=True, slots=True)
class Airport:
    """One airport."""

    name: str
    iata: str
    elevation_m: float


@dataclass(frozen=True, slots=True)
class Crossing:
    """One border crossing; `opened` and `closed` as ISO days, empty when not known."""

    name: str
    sides: str
    ways: str
    opened: str
    closed: str
    status: str

    def is_open(self, day: str) -> bool | None:
        """Return whether it is open on an ISO day; None when nothing is known."""
        if self.closed and self.closed <= day and self.opened <= self.closed:
            return False
        return self.opened <= day if self.opened else None


@dataclass(frozen=True, slots=True)
class Area:
    """One country or region: its code, its name, whose law holds there."""

    code: str
    name: str
    jurisdiction: str
    main: bool = True


def text_of(value: object) -> str:
    """Return a text of a table; anything else is empty."""
    return value if isinstance(value, str) else ""


def station_of(row: Any) -> Station:
    """Return a row of the layer power_stations."""
    fuel = text_of(row.fuel).lower()
    return Station(
        name=text_of(row.name),
        fuel=fuel if fuel in FUELS else "other",
        technology=text_of(getattr(row, "technology", "")) or fuel,
        mw=float(row.mw),
        year=_whole(row.year),
        status=text_of(row.status),
        suspect=row.coordinate != "as given",
        source=text_of(row.source),
    )


def place_of(home: set[str], row: Any) -> Place:
    """Return a row of the layer places; `home` are the jurisdictions with regions."""
    return Place(
        text_of(row.name),
        _whole(row.population),
        row.jurisdiction not in home,
        text_of(getattr(row, "name_ru", "")),
        text_of(getattr(row, "name_zh", "")),
    )


def airport_of(row: Any) -> Airport:
    """Return a row of the layer airports."""
    height = float(getattr(row, "elevation_m", nan))
    return Airport(text_of(row.name), text_of(row.iata), height)


def crossing_of(row: Any) -> Crossing:
    """Return a row of the layer border_crossings."""
    road, rail = _yes(getattr(row, "road", "")), _yes(getattr(row, "rail", ""))
    ways = " and ".join(way for way, there in (("road", road), ("rail", rail)) if there)
    return Crossing(
        name=text_of(row.name),
        sides=text_of(row.sides),
        ways=ways,
        opened=text_of(row.opened),
        closed=text_of(row.closed),
        status=text_of(getattr(row, "open_status", "")),
    )


def _whole(value: object) -> int | None:
    """Return a whole number given as such or as text; None when it is not known."""
    text = str(value).removesuffix(".0")
    return int(text) if text.isdigit() else None


def _yes(value: object) -> bool:
    return value is True or str(value).lower().startswith(("yes", "true"))
