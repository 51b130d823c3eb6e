"""`pack.toml` as a frozen value: what a pack holds, where from, under which licence."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

import cattrs

from siteselect.errors import PackError
from siteselect.language import say

FORMAT = 1
NAME = "pack.toml"


@dataclass(frozen=True, slots=True)
class Jurisdiction:
    """A country, or a part of one with rules of its own."""

    code: str
    title: str
    parent: str = ""
    """The jurisdiction whose rules hold here too."""
    iso3: str = ""
    currency: str = ""


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """One source named by layers and tables: who made it, and what may be done with it."""

    title: str
    licence: str = ""
    attribution: str = ""
    url: str = ""
    retrieved: date | None = None
    package: str = ""


@dataclass(frozen=True, slots=True)
class PackFile:
    """One layer, grid or fact table: its file, title and sources."""

    file: str
    title: str = ""
    sources: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Manifest:
    """All that `pack.toml` says."""

    name: str
    version: str
    title: str
    bounds: tuple[float, float, float, float]
    """West, south, east, north in degrees: the home view."""
    format: int = FORMAT
    grid_crs: str = ""
    first_day: date | None = None
    """Where the time line starts."""
    origin: str = ""
    """The jurisdiction whose border distances are measured to."""
    borders_note: str = ""
    regions_note: str = ""
    jurisdictions: Mapping[str, Jurisdiction] = field(default_factory=dict)
    sources: Mapping[str, SourceEntry] = field(default_factory=dict)
    layers: Mapping[str, PackFile] = field(default_factory=dict)
    grids: Mapping[str, PackFile] = field(default_factory=dict)
    facts: Mapping[str, PackFile] = field(default_factory=dict)

    @property
    def reference(self) -> str:
        """Name and version, as a study writes it: central-asia@2026.1."""
        return f"{self.name}@{self.version}"

    def lineage(self, code: str) -> tuple[str, ...]:
        """Return `code`, its parent, and so on up; a code the pack does not know stands alone."""
        line = [code]
        while (entry := self.jurisdictions.get(line[-1])) and entry.parent:
            if entry.parent in line:
                break
            line.append(entry.parent)
        return tuple(line)


def parse_toml(content: bytes, where: str) -> dict[str, Any]:  # Any: TOML holds what it holds
    """Return the tables of `pack.toml`; PackError when it is not TOML."""
    try:
        return tomllib.loads(content.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise PackError(
            say(
                "{where} is not UTF-8 text (byte {start}): save it as UTF-8.",
                where=where,
                start=error.start,
            )
        ) from error
    except tomllib.TOMLDecodeError as error:
        raise PackError(
            say("{where} is not valid TOML: {error}. Mend that place.", where=where, error=error)
        ) from error


def read_manifest(content: bytes, where: str) -> Manifest:
    """Return the manifest written in `content`; PackError names every fault at once.

    Parameters
    ----------
    content
        The bytes of `pack.toml`.
    where
        How the file is called in messages.
    """
    tables = parse_toml(content, where)
    head = tables.get("pack")
    if not isinstance(head, dict):
        raise PackError(
            say("{where} has no [pack] table: it must give format, name, version ...", where=where)
        )
    if head.get("format") != FORMAT:
        raise PackError(
            say(
                "{where} is of format {told!r}; this program reads format {format}. "
                "Get a pack of that format, or a newer program.",
                where=where,
                told=head.get("format"),
                format=FORMAT,
            )
        )
    raw = {key: tables[key] for key in ("sources", "layers", "grids", "facts") if key in tables}
    places = tables.get("jurisdictions", {})
    if isinstance(places, dict):
        places = {
            code: {**entry, "code": code} if isinstance(entry, dict) else entry
            for code, entry in places.items()
        }
    try:
        return _CONVERTER.structure({**head, **raw, "jurisdictions": places}, Manifest)
    except (cattrs.BaseValidationError, cattrs.StructureHandlerNotFoundError) as error:
        faults = "; ".join(_sentence(text) for text in cattrs.transform_error(error, path="pack"))
        raise PackError(
            say("{where} cannot be read: {faults}. Mend these entries.", where=where, faults=faults)
        ) from error


def _sentence(text: str) -> str:
    """Put the place that cattrs tells last to the front of the sentence."""
    what, _, place = text.partition(" @ ")
    return f"{place}: {what}" if place else what


def _text(value: object, _: type) -> str:
    if not isinstance(value, str):
        raise ValueError(f"must be text, not {value!r}")  # noqa: TRY004 - cattrs quotes these
    return value


def _number(value: object, _: type) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError(f"must be a number, not {value!r}")  # noqa: TRY004 - as above
    return float(value)


def _day(value: object, _: type) -> date:
    if not isinstance(value, date) or isinstance(value, datetime):
        raise ValueError(f"must be a date such as 2019-01-01, not {value!r}")  # noqa: TRY004 - as above
    return value


def _names(value: object, _: type) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise ValueError(f"must be a list of names, not {value!r}")
    return tuple(value)


def _converter() -> cattrs.Converter:
    converter = cattrs.Converter()
    converter.register_structure_hook(str, _text)
    converter.register_structure_hook(float, _number)
    converter.register_structure_hook(date, _day)
    converter.register_structure_hook_func(lambda kind: kind == tuple[str, ...], _names)
    return converter


_CONVERTER = _converter()
