"""What a hand on the map wishes of the study."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AddSite:
    """A new site at a point, under the law of a jurisdiction."""

    lon: float
    lat: float
    jurisdiction: str


@dataclass(frozen=True, slots=True)
class MoveSite:
    """A site is held over a point, or dropped there when `last`; one gesture from press on."""

    name: str
    lon: float
    lat: float
    jurisdiction: str
    gesture: int
    last: bool = False


@dataclass(frozen=True, slots=True)
class RemoveSites:
    """These sites are to go."""

    names: frozenset[str]


MapWish = AddSite | MoveSite | RemoveSites
