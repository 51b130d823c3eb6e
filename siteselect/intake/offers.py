"""A table of sites and offers: what miners really compare. Bad rows are left out and told."""

import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from siteselect.errors import IntakeError
from siteselect.intake import cells
from siteselect.intake.choices import Choices
from siteselect.intake.draft import Draft, draft_of
from siteselect.intake.fields import COLUMNS
from siteselect.intake.odd import table_findings
from siteselect.intake.own_columns import findings as own_findings
from siteselect.intake.own_columns import own_columns, own_values, with_own
from siteselect.intake.report import Finding, IntakeReport
from siteselect.intake.said import reading_of
from siteselect.intake.source import open_source
from siteselect.language import say
from siteselect.model.sites import Offer, Site, Vat

_OFFER = COLUMNS.keys() - {"name", "lon", "lat", "country", "note"}
_PARSE: dict[str, Callable[[str], object]] = {
    "lon": cells.longitude,
    "lat": cells.latitude,
    "price": cells.not_negative,
    "currency": cells.currency,
    "vat": cells.vat,
    "power_mw": cells.positive,
    "letter_date": cells.day,
    "contract_months": cells.months,
    "voltage_kv": cells.positive,
    "ready_date": cells.day,
    "contact": cells.words,
    "note": cells.words,
}

CountryAt = Callable[[float, float], str | None]
"""From longitude and latitude to the code of a jurisdiction, None where there is none."""


@dataclass(frozen=True, slots=True)
class Region:
    """What a pack knows that helps to read a table: countries, their polygons, the home view."""

    countries: Mapping[str, str]
    """Code and title of every jurisdiction."""
    country_at: CountryAt
    bounds: tuple[float, float, float, float]
    """West, south, east, north; a site beyond is compared, and not drawn."""

    def holds(self, lon: float, lat: float) -> bool:
        """Return whether the point lies in the home view."""
        west, south, east, north = self.bounds
        return west <= lon <= east and south <= lat <= north


@dataclass(frozen=True, slots=True)
class Intake:
    """The sites of a file, and what happened to its rows."""

    sites: tuple[Site, ...]
    report: IntakeReport


def read_offers(
    path: Path | str,
    region: Region,
    known: Sequence[Site] = (),
    choices: Choices | None = None,
) -> Intake:
    """Return the sites and offers in the file at `path`.

    Parameters
    ----------
    path
        A table (CSV, TSV, XLSX) or a layer (GeoJSON, GeoPackage, KML, KMZ, shapefile, GPX,
        FlatGeobuf).
    region
        What the pack knows of countries.
    known
        Sites of the study: a row that bears one of their names may leave its point empty.
    choices
        What a person decided; whatever is left open is found out.

    Raises
    ------
    IntakeError
        If the file cannot be read as a table, or lacks a column that every site needs.
    """
    draft = draft_of(open_source(path, choices), choices, region.bounds)
    return read_draft(draft, region, known)


def read_draft(draft: Draft, region: Region, known: Sequence[Site] = ()) -> Intake:
    """Return the sites and offers in a draft; IntakeError where it lacks what every site needs."""
    if draft.fault:
        raise IntakeError(draft.fault)
    reading = reading_of(draft, region.bounds)
    own = own_columns(draft.header, draft.fields.values()) if draft.has_header else {}
    findings = [*draft.findings, *own_findings(draft.rows, own, draft.numerals)]
    by_name = {site.name: site for site in known}
    sites: dict[str, Site] = {}
    first_row: dict[str, int] = {}
    for number, row in draft.rows:
        said, remarks = reading.said(row)
        try:
            _check_width(row, draft.header)
            site, more = _site(said, region, by_name)
            _check_name(site.name, first_row)
        except _Fault as fault:
            findings.append(Finding(f"{fault.text}.", number, fault.column, left_out=True))
            continue
        where = "feature" if draft.source.is_layer else "row"
        sites[site.name] = replace(
            site,
            source=site.source or f"{draft.source.name}, {where} {number}",
            values=with_own(site.values, own_values(row, own, draft.numerals)),
        )
        first_row[site.name] = number
        findings += [Finding(text, number, column) for column, text in [*remarks, *more]]
    if not draft.rows:
        findings.append(Finding(say("The table has a header and no rows.")))
    findings += _same_points(sites.values(), first_row)
    findings += table_findings(draft, reading, sites.values())
    told = tuple(sorted(findings, key=lambda each: each.row))
    return Intake(tuple(sites.values()), IntakeReport(draft.source.name, len(sites), told))


def merge(candidates: Iterable[Site], offered: Iterable[Site]) -> tuple[Site, ...]:
    """Return the candidates with the offered sites added; one of the same name is replaced."""
    sites = {site.name: site for site in candidates}
    sites.update({site.name: site for site in offered})
    return tuple(sites.values())


class _Fault(Exception):  # noqa: N818 - told to a person, and the row left out
    """Why a row cannot be taken in."""

    def __init__(self, column: str, text: str) -> None:
        super().__init__(text)
        self.column, self.text = column, text


def _check_width(row: tuple[str, ...], header: tuple[str, ...]) -> None:
    if any(row[len(header) :]):
        raise _Fault("", say("it has more cells than the header; put a decimal comma in quotes"))


def _check_name(name: str, first_row: Mapping[str, int]) -> None:
    if name in first_row:
        raise _Fault(
            "name",
            say("{name} stands in row {row} already", name=name, row=first_row[name]),
        )


def _site(
    said: Mapping[str, str], region: Region, known: Mapping[str, Site]
) -> tuple[Site, list[tuple[str, str]]]:
    """Return the site that a row describes, and what is to be remarked on it."""
    name = unicodedata.normalize("NFC", said.get("name", ""))
    if not name or len(name) > 200:
        raise _Fault(
            "name", say("the site has no name") if not name else say("the name is too long")
        )
    try:
        cells.words(name)
    except ValueError as error:
        raise _Fault("name", str(error)) from None
    read: dict[str, object] = {}
    remarks: list[tuple[str, str]] = []
    for column, parse in _PARSE.items():
        text = said.get(column, "")
        if not text:
            continue
        try:
            read[column] = parse(text)
        except ValueError as error:
            if column == "lat" and _looks_swapped(said, region):
                raise _Fault("lat", _swapped(said)) from None
            raise _Fault(column, str(error)) from None
    before = known.get(name)
    lon, lat = _point(said, read, region, before)
    country, remark = _country(said.get("country", ""), lon, lat, region, before)
    remarks += [("country", remark)] if remark else []
    offer = _offer(read, {column for column in _OFFER if said.get(column)})
    if offer and offer.price is not None and offer.currency == "USD" and offer.price > 1:
        remarks.append(
            (
                "price",
                say("{price:g} USD per kWh is very dear: is it the currency?", price=offer.price),
            )
        )
    site = Site(
        name,
        country,
        lon,
        lat,
        note=str(read.get("note", before.note if before else "")),
        off_map=not region.holds(lon, lat),
        offer=offer or (before.offer if before else None),
        values=before.values if before else (),
        pinned=before.pinned if before else False,
    )
    return site, remarks


def _point(
    said: Mapping[str, str], read: Mapping[str, object], region: Region, before: Site | None
) -> tuple[float, float]:
    lon, lat = read.get("lon"), read.get("lat")
    if isinstance(lon, float) and isinstance(lat, float):
        if _looks_swapped(said, region):
            raise _Fault("lat", _swapped(said))
        return lon, lat
    if before is None or lon is not None or lat is not None:
        missing = "lon" if lon is None else "lat"
        raise _Fault(missing, say("the site has no point; give longitude and latitude in degrees"))
    return before.lon, before.lat


def _looks_swapped(said: Mapping[str, str], region: Region) -> bool:
    """Return whether the point lies off the home view, and on it with the two exchanged."""
    try:
        lon, lat = cells.number(said.get("lon", "")), cells.number(said.get("lat", ""))
    except ValueError:
        return False
    return not region.holds(lon, lat) and region.holds(lat, lon)


def _swapped(said: Mapping[str, str]) -> str:
    return say(
        "longitude {lon} and latitude {lat} look swapped; put {lat} under lon and {lon} under lat",
        lon=said["lon"],
        lat=said["lat"],
    )


def _country(
    said: str, lon: float, lat: float, region: Region, before: Site | None
) -> tuple[str, str]:
    """Return the jurisdiction and a remark: as said, else as the polygons have it."""
    here = region.country_at(lon, lat)
    if not said:
        if here is None and before is None:
            raise _Fault("country", say("no country of the pack lies there; give its code"))
        return here or (before.country if before else ""), ""
    titles = {title.casefold(): code for code, title in region.countries.items()}
    code = said.upper() if said.upper() in region.countries else titles.get(said.casefold(), "")
    if not code:
        raise _Fault(
            "country",
            say(
                "{country} is no jurisdiction of the pack; it knows {countries}",
                country=cells.shown(said),
                countries=", ".join(sorted(region.countries)),
            ),
        )
    if here is not None and here != code and not here.startswith(f"{code}-"):
        return code, say(
            "The point lies in {here}, the row says {code}.",
            here=region.countries.get(here, here),
            code=code,
        )
    return (here if here is not None else code), ""


def _offer(read: Mapping[str, object], given: set[str]) -> Offer | None:
    """Return the offer of a row, None when no column of an offer is filled."""
    if not given:
        return None
    if "price" in read and "currency" not in read:
        raise _Fault("currency", say("a price needs its currency, such as KZT or USD"))
    fields = {column: read[column] for column in _OFFER if column in read}
    return Offer(**{"vat": Vat.NOT_STATED, **fields})  # type: ignore[arg-type] # parsed one by one


def _same_points(sites: Iterable[Site], rows: Mapping[str, int]) -> list[Finding]:
    """Return a remark for each site that stands on the point of another."""
    first: dict[tuple[float, float], str] = {}
    findings = []
    for site in sites:
        other = first.setdefault((round(site.lon, 4), round(site.lat, 4)), site.name)
        if other != site.name:
            text = say(
                "{name} stands on the same point as {other} (row {row}).",
                name=site.name,
                other=other,
                row=rows[other],
            )
            findings.append(Finding(text, rows[site.name]))
    return findings
