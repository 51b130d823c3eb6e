"""`siteselect import`: sites, offers, facts or layers out of any file into a project, reported."""

import json
import sys
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from siteselect.cli.import_layers import LayerRole, holds_osm, with_layers
from siteselect.cli.origin import Origin
from siteselect.economics.price_unit import Per
from siteselect.errors import IntakeError, SiteSelectError, StudyError
from siteselect.intake.choices import Choices
from siteselect.intake.report import Finding, IntakeReport

if TYPE_CHECKING:
    from siteselect.intake.draft import Draft
    from siteselect.model.study import Study

SEPARATORS = {"comma": ",", "semicolon": ";", "tab": "\t", "bar": "|"}


class Shape(StrEnum):
    """How the report is printed."""

    table = "table"
    json = "json"


class PriceUnit(StrEnum):
    """For how much power prices are told."""

    kwh = "kwh"
    mwh = "mwh"
    cents = "cents"


_PER = {PriceUnit.kwh: Per.KWH, PriceUnit.mwh: Per.MWH, PriceUnit.cents: Per.CENTS}


def import_(
    file: Annotated[
        str,
        typer.Argument(
            metavar="FILE",
            help="CSV, TSV, XLSX, GeoJSON, GPKG, KML, KMZ, shapefile (.shp or zip), GPX, FGB; an "
            "extract of OpenStreetMap (.osm.pbf, .osm, an answer of Overpass); a table of PostGIS "
            "(postgis://user@host:port/database?table=schema.name).",
        ),
    ],
    to: Annotated[
        Path, typer.Option(metavar="PROJECT", help="Where it goes; made when it is not there.")
    ],
    encoding: Annotated[
        str, typer.Option(help="utf-8, gb18030, big5, cp1251, koi8-r, cp866, kz1048, utf-16 ...")
    ] = "",
    columns: Annotated[
        str,
        typer.Option(
            metavar="FIELD=COLUMN,...",
            help="What columns hold, by heading or number: name=Site,lon=X,lat=Y.",
        ),
    ] = "",
    crs: Annotated[
        str, typer.Option(help="The reference system of the coordinates: EPSG:32643.")
    ] = "",
    separator: Annotated[str, typer.Option(help="comma, semicolon, tab or bar.")] = "",
    decimal: Annotated[str, typer.Option(help="The decimal sign: point or comma.")] = "",
    header: Annotated[
        bool | None,
        typer.Option("--header/--no-header", help="Whether the first row holds headings."),
    ] = None,
    sheet: Annotated[str, typer.Option(help="A sheet of the workbook; the first one else.")] = "",
    layer: Annotated[str, typer.Option(help="A layer of the file; the first one else.")] = "",
    swap: Annotated[
        bool, typer.Option("--swap", help="Longitude stands under latitude, and the other way.")
    ] = False,
    price_per: Annotated[
        PriceUnit | None, typer.Option("--price-per", help="For how much power prices are told.")
    ] = None,
    currency: Annotated[str, typer.Option(help="Of prices where no column tells: KZT.")] = "",
    criterion: Annotated[
        list[str] | None,
        typer.Option(metavar="COLUMN", help="A column to judge by; may be given again."),
    ] = None,
    facts: Annotated[
        bool, typer.Option("--facts", help="The rows are facts: tariffs, rules, fees, rates.")
    ] = False,
    as_layer: Annotated[
        LayerRole | None,
        typer.Option("--as-layer", help="The file is a layer: what it is to the criteria."),
    ] = None,
    remember: Annotated[
        bool, typer.Option("--remember", help="Keep a server's password in the system's keyring.")
    ] = False,
    shape: Annotated[Shape, typer.Option("--format", help="table or json.")] = Shape.table,
) -> None:
    """Take sites, offers, facts or layers out of a file into a project, and tell what became of it.

    The exit code is 1 when nothing could be read; the project is then as it was.
    """
    choices = Choices(
        encoding=encoding,
        separator=_one_of("--separator", separator, SEPARATORS),
        decimal=_one_of("--decimal", decimal, {"point": ".", "comma": ","}),
        header=header,
        sheet=sheet,
        layer=layer,
        columns=_columns(columns),
        crs=crs,
        swap=swap,
        per=None if price_per is None else _PER[price_per],
        currency=currency.upper(),
    )
    origin = Origin.named(file, remember=remember)
    told: dict[str, Any] = {"file": str(origin.place), "project": str(to)}  # what JSON holds
    as_layer = as_layer or (holds_osm(origin.file) if origin.is_file else None)
    try:
        report = _take(origin, to, choices, facts, tuple(criterion or ()), told, as_layer)
    except SiteSelectError as fault:
        if shape is Shape.json:
            _print_json(told, IntakeReport(origin.name, 0, (Finding(str(fault)),)))
        raise
    if shape is Shape.json:
        _print_json(told, report)
    else:
        for line in report.lines:
            print(line)
        if report.taken:
            print(f"Saved in {to}.")
    if not report.taken:
        kind = "layer" if as_layer else "fact" if facts else "site"
        print(f"{origin.place} gives no {kind}: {to} is as it was. Mend its rows.", file=sys.stderr)
        raise typer.Exit(1)


def _take(
    origin: Origin,
    to: Path,
    choices: Choices,
    facts: bool,
    criteria: tuple[str, ...],
    told: dict[str, Any],  # what JSON holds
    as_layer: LayerRole | None,
) -> IntakeReport:
    """Read the file, and save the project with what it brought."""
    from siteselect.packs.catalogue import open_pack
    from siteselect.project.file import read_project, save_project
    from siteselect.project.layer_files import bring_layers
    from siteselect.project.lock import Lock, lock_of
    from siteselect.project.side_folder import side_folder

    if not to.parent.is_dir():
        raise StudyError(f"There is no folder {to.parent}: make it first.")
    lock = _locked(Lock, lock_of(to))
    try:
        opened = read_project(to) if to.exists() else None
        if opened is not None and opened.read_only:
            raise IntakeError(f"{opened.remark} Install that version to add to it.")
        study = opened.study if opened is not None else _fresh(to)
        pack = open_pack(study.pack)
        if as_layer is not None:
            study, report = with_layers(study, origin, as_layer, choices, told)
        elif facts:
            study, report = _with_facts(study, origin.file, pack, choices)
        else:
            study, report, draft = _with_sites(study, origin, pack, choices)
            told["read"] = _as_read(draft)
        for column in criteria:
            from siteselect.project.column_criteria import with_column_criterion

            study = with_column_criterion(study, column)
        if report.taken:
            bring_layers(study, side_folder(to))
            save_project(study, to, known=opened.digest if opened is not None else None)
    finally:
        if lock is not None:
            lock.release()
    return report


def _locked(lock: Any, path: Path) -> Any:  # the class, and one of it; imported late
    try:
        return lock.take(path)
    except OSError:  # a folder in which no lock can be made: saving tells why
        return None


def _fresh(to: Path) -> "Study":
    """Return the study of a project that is not there yet: the sample's scenarios, no sites."""
    from siteselect.project.file import sample_study

    return replace(sample_study(), title=to.stem, candidates=(), facts=())


def _with_sites(
    study: "Study", origin: Origin, pack: Any, choices: Choices
) -> "tuple[Study, IntakeReport, Draft]":
    from siteselect.intake.country import region_of
    from siteselect.intake.draft import draft_of
    from siteselect.intake.offers import merge, read_draft

    region = region_of(pack)
    draft = draft_of(origin.source(choices), choices, region.bounds)
    intake = read_draft(draft, region, study.candidates)
    candidates = merge(study.candidates, intake.sites)
    return replace(study, candidates=candidates), intake.report, draft


def _with_facts(
    study: "Study", file: Path, pack: Any, choices: Choices
) -> "tuple[Study, IntakeReport]":
    from siteselect.intake.fact_tables import read_facts

    intake = read_facts(file, pack, study.facts, None, choices)
    for fact in intake.facts:
        study = study.with_fact(fact)
    return study, intake.report


def _as_read(draft: "Draft") -> dict[str, object]:
    """Return how the file was read, as `--columns` and the other options would say it."""
    names = {sign: name for name, sign in SEPARATORS.items()}
    return {
        "form": draft.source.form.value,
        "encoding": draft.encoding,
        "separator": names.get(draft.separator, ""),
        "decimal": "comma" if draft.numerals.decimal == "," else "point",
        "header": draft.has_header,
        "columns": {field: draft.heading(at) for field, at in draft.places},
    }


def _columns(text: str) -> tuple[tuple[str, str], ...]:
    pairs = []
    for part in filter(None, text.split(",")):
        field, mark, heading = part.partition("=")
        if not mark or not field.strip():
            raise StudyError(f"--columns {part} is not understood: write name=Site,lon=X,lat=Y.")
        pairs.append((field.strip(), heading.strip()))
    return tuple(pairs)


def _one_of(option: str, word: str, known: dict[str, str]) -> str:
    if word and word not in known and word not in known.values():
        raise StudyError(f"{option} {word} is not understood: say {', '.join(known)}.")
    return known.get(word, word)


def _print_json(told: dict[str, Any], report: IntakeReport) -> None:  # what JSON holds
    found = [
        {"row": each.row, "column": each.column, "text": each.text, "left_out": each.left_out}
        for each in report.findings
    ]
    whole = {**told, "taken": report.taken, "left_out": report.left_out, "findings": found}
    print(json.dumps(whole, ensure_ascii=False, indent=2))
