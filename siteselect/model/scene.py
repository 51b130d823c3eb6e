"""Scene: one saved view of the study under a headline; a slide that stays live."""

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from siteselect.errors import StudyError
from siteselect.language import say

LONGEST_HEADLINE = 200
"""Signs; a headline states one finding."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """A part of the map, in degrees; whoever shows it shows at least the whole of it."""

    west: float
    south: float
    east: float
    north: float

    def __post_init__(self) -> None:
        corners = (self.west, self.south, self.east, self.north)
        on_globe = all(map(math.isfinite, corners)) and abs(self.west) <= 180 >= abs(self.east)
        if not on_globe or abs(self.south) > 90 or abs(self.north) > 90:
            told = ", ".join(f"{each:g}" for each in corners)
            raise StudyError(
                say(
                    "A map view reaches from {told} (west, south, east, north): "
                    "longitude lies within 180 degrees of zero, latitude within 90.",
                    told=told,
                )
            )
        if self.west >= self.east or self.south >= self.north:
            raise StudyError(
                say(
                    "A map view goes from {west:g} to {east:g} degrees east and from "
                    "{south:g} to {north:g} degrees north: west must lie west of east, "
                    "and south below north.",
                    west=self.west,
                    east=self.east,
                    south=self.south,
                    north=self.north,
                )
            )


@dataclass(frozen=True, slots=True)
class Scene:
    """What is shown under one headline; scores are never kept, they follow the study."""

    headline: str
    """The finding, in a sentence."""
    scenario: str
    """Name of the scenario that ranks."""
    as_of: date
    bounds: Bounds | None = None
    """The part of the map; None is the whole region."""
    overlays: tuple[str, ...] = ()
    """Keys of what is drawn on the map, in order of the alphabet."""
    chart: str = ""
    """Key of the chart beside the map; empty for the map alone."""
    sites: tuple[str, ...] = ()
    """Names of the chosen sites, in order of the alphabet."""
    notes: str = ""
    """What the speaker says: plain text."""

    def __post_init__(self) -> None:
        if not self.headline.strip():
            raise StudyError(say("A scene wants a headline: say in a sentence what it shows."))
        if len(self.headline) > LONGEST_HEADLINE or "\n" in self.headline:
            raise StudyError(
                say(
                    "The headline “{splitlines}…” is too long: one line of at most "
                    "{longest_headline} signs; the rest belongs into the notes.",
                    splitlines=self.headline[:40].splitlines()[0],
                    longest_headline=LONGEST_HEADLINE,
                )
            )
        if not self.scenario.strip():
            raise StudyError(
                say("The scene “{headline}” names no scenario: name one.", headline=self.headline)
            )
        for field in ("overlays", "sites"):
            object.__setattr__(self, field, tuple(sorted(set(getattr(self, field)))))

    def retaken(self, now: "Scene") -> "Scene":
        """Return this scene with all of `now` but its own headline and notes."""
        return replace(now, headline=self.headline, notes=self.notes)


Scenes = tuple[Scene, ...]


def added(scenes: Scenes, scene: Scene, place: int | None = None) -> Scenes:
    """Return the scenes with one more, the last unless a place is given."""
    at = len(scenes) if place is None else min(max(place, 0), len(scenes))
    return (*scenes[:at], scene, *scenes[at:])


def replaced(scenes: Scenes, place: int, scene: Scene) -> Scenes:
    """Return the scenes with the one at `place` replaced."""
    at = checked(scenes, place)
    return (*scenes[:at], scene, *scenes[at + 1 :])


def removed(scenes: Scenes, place: int) -> Scenes:
    """Return the scenes without the one at `place`."""
    at = checked(scenes, place)
    return (*scenes[:at], *scenes[at + 1 :])


def moved(scenes: Scenes, place: int, to: int) -> Scenes:
    """Return the scenes with the one at `place` at another place, 0 the first."""
    at = checked(scenes, place)
    return added(removed(scenes, at), scenes[at], max(to, 0))


def rescored(scenes: Scenes, name: str, title: str) -> Scenes:
    """Return the scenes with those of the scenario `name` on the one called `title`."""
    return tuple(
        replace(each, scenario=title) if each.scenario == name else each for each in scenes
    )


def check_scenarios(scenes: Scenes, names: Iterable[str]) -> None:
    """Raise StudyError when a scene names a scenario that is not among `names`."""
    known = list(names)
    for each in scenes:
        if each.scenario not in known:
            raise StudyError(
                say(
                    "The scene “{headline}” shows the scenario {scenario}, which the "
                    "study has not. It has: {known}. Retake the scene, or take it out.",
                    headline=each.headline,
                    scenario=each.scenario,
                    known=", ".join(known),
                )
            )


def checked(scenes: Scenes, place: int) -> int:
    """Return `place`; StudyError when no scene stands there."""
    if not 0 <= place < len(scenes):
        raise StudyError(
            say(
                "There is no scene {place}: the study has {count}.",
                place=place + 1,
                count=len(scenes),
            )
        )
    return place
