"""`siteselect export`: the ranked list in a file that can be handed over."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from siteselect.cli import choices
from siteselect.cli.choices import Choices
from siteselect.cli.deck import with_scenes
from siteselect.errors import ExportError


class Separator(StrEnum):
    """What parts cells."""

    comma = "comma"
    semicolon = "semicolon"
    tab = "tab"
    bar = "bar"


class Decimal(StrEnum):
    """What parts decimals."""

    point = "point"
    comma = "comma"


_SIGNS = {"comma": ",", "semicolon": ";", "tab": "\t", "bar": "|", "point": "."}


def export(
    to: Annotated[
        Path,
        typer.Option(
            metavar="FILE", help="Its ending says the form: .xlsx, .csv, .html, .gpkg ..."
        ),
    ],
    project: choices.Project = None,
    as_of: choices.AsOf = None,
    method: choices.Method = None,
    scenario: choices.ScenarioName = None,
    weights: choices.Weights = None,
    set_: choices.Set = None,
    load: choices.Load = None,
    sites: choices.SitesFile = None,
    pack: choices.PackName = None,
    unknown: choices.UnknownAs = None,
    bom: Annotated[
        bool, typer.Option("--bom", help="Begin a .csv with the mark by which Excel knows UTF-8.")
    ] = False,
    separator: Annotated[
        Separator, typer.Option(help="What parts the cells of a .csv.")
    ] = Separator.comma,
    decimal: Annotated[
        Decimal, typer.Option(help="What parts the decimals in a .csv.")
    ] = Decimal.point,
) -> None:
    """Write the ranked list to FILE, whole or not at all."""
    from siteselect.export import EXPORTERS
    from siteselect.export.csv_table import Form
    from siteselect.export.csv_table import exporter as table
    from siteselect.export.exporter import exporter_for

    exporter = exporter_for(to, EXPORTERS)
    form = Form(bom, _SIGNS[separator], _SIGNS[decimal])
    if exporter.suffix == ".csv":
        exporter = table(form)
    elif form != Form():
        raise ExportError(
            f"--bom, --separator and --decimal are for tables: {to} does not end in .csv."
        )
    chosen = Choices(
        project, as_of, method, scenario, weights, tuple(set_ or ()), load, sites, pack, unknown
    )
    report = chosen.report(money=exporter.money)
    if exporter.suffix == ".pptx":
        report = with_scenes(report, *chosen.study())
    exporter.write(report, to)
    print(f"{to}: {len(report.rows)} sites written.")
