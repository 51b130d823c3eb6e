"""Layers that the user brings beside those of a pack: what each is, whence, and how it is drawn."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from siteselect.errors import StudyError
from siteselect.language import say

_NAME = re.compile(r"[a-z0-9][a-z0-9_]{0,59}")
_DIGEST = re.compile(r"[0-9a-f]{64}")
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_WIDEST = 12.0


class Role(StrEnum):
    """What a layer is to the measures: the word is the layer's name in a pack."""

    SUBSTATIONS = "substations"
    ROADS = "roads"
    RAILWAYS = "railways"
    AVOIDED = "avoided"
    POWER_LINES = "power_lines"
    BORDERS = "borders"
    """Drawn in place of the pack's borders of countries; measures keep the pack's jurisdictions."""
    OTHER = "other"


MEASURED = frozenset({Role.SUBSTATIONS, Role.ROADS, Role.RAILWAYS, Role.AVOIDED})
"""Roles that measures read; the others are drawn alone."""


@dataclass(frozen=True, slots=True)
class UserLayer:
    """One layer of the user's; its features lie in a FlatGeobuf that is known by its digest."""

    name: str
    """Small letters, digits and underscores: unique in a study."""
    title: str
    role: Role
    digest: str
    """SHA-256 of the file, in hexadecimal."""
    source: str = ""
    """The file or service that it was taken from."""
    licence: str = ""
    attribution: str = ""
    """Who must be named wherever it is shown."""
    observed: date | None = None
    """The day of the data; None where nobody says."""
    features: int = 0
    visible: bool = True
    colour: str = ""
    """As #RRGGBB; empty takes that of the role."""
    width: float = 0.0
    """Of lines, in pixels; 0 takes that of the role."""

    def __post_init__(self) -> None:
        if not _NAME.fullmatch(self.name):
            raise StudyError(
                say(
                    "A layer cannot be called {name!r}: use small letters, digits and underscores.",
                    name=self.name,
                )
            )
        if not self.title.strip():
            raise StudyError(say("The layer {name} has no title: give it one.", name=self.name))
        if not _DIGEST.fullmatch(self.digest):
            raise StudyError(
                say(
                    "The layer {title} names no file: its digest must be 64 digits and letters.",
                    title=self.title,
                )
            )
        if self.colour and not _COLOUR.fullmatch(self.colour):
            raise StudyError(
                say(
                    "The layer {title} has the colour {colour}: write it as #RRGGBB.",
                    title=self.title,
                    colour=self.colour,
                )
            )
        if not 0 <= self.width <= _WIDEST:
            raise StudyError(
                say(
                    "The layer {title} has lines {width:g} wide: give 0 to {most:g} pixels.",
                    title=self.title,
                    width=self.width,
                    most=_WIDEST,
                )
            )

    @property
    def file(self) -> str:
        """The name of its file in the folder beside the project."""
        return f"{self.name}-{self.digest[:12]}.fgb"


def added(layers: tuple[UserLayer, ...], layer: UserLayer) -> tuple[UserLayer, ...]:
    """Return the layers with one replaced, by name, or added as the last."""
    names = [each.name for each in layers]
    if layer.name not in names:
        return (*layers, layer)
    return tuple(layer if each.name == layer.name else each for each in layers)


def free_name(title: str, taken: Iterable[str]) -> str:
    """Return a name made of a title that no other layer has, whatever letters it is in."""
    plain = re.sub(r"[^a-z0-9]+", "_", title.casefold()).strip("_")[:48] or "layer"
    known = set(taken)
    number, name = 1, plain
    while name in known:
        number += 1
        name = f"{plain}_{number}"
    return name
