"""`siteselect export`: the ranked list in a file that can be handed over."""

import sys
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from siteselect.cli import choices
from siteselect.cli.choices import Choices, report_on
from siteselect.cli.deck import with_scenes
from siteselect.cli.press import press_of
from siteselect.errors import ExportError

if TYPE_CHECKING:
    from siteselect.export.exporter import Exporter
    from siteselect.export.report import Report
    from siteselect.model.evaluation import Evaluation
    from siteselect.model.study import Study
    from siteselect.packs.pack import Pack


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


class Sheet(StrEnum):
    """The size of the paper."""

    a4 = "a4"
    letter = "letter"


_SIGNS = {"comma": ",", "semicolon": ";", "tab": "\t", "bar": "|", "point": "."}
PDF = ".pdf"


def export(
    context: typer.Context,
    to: Annotated[
        Path,
        typer.Option(
            metavar="FILE", help="Its ending says the form: .xlsx, .csv, .html, .pdf, .gpkg ..."
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
    paper: Annotated[Sheet, typer.Option(help="The paper of a .pdf.")] = Sheet.a4,
    parts: Annotated[
        str | None,
        typer.Option(
            metavar="PART,PART", help="What a page or a .pdf tells: map, why, ranking ..."
        ),
    ] = None,
    house: Annotated[str, typer.Option(help="Whose report a page or a .pdf is.")] = "",
    logo: Annotated[
        Path | None, typer.Option(metavar="FILE", help="A PNG, JPEG or SVG for its head.")
    ] = None,
    accent: Annotated[str, typer.Option(metavar="#RRGGBB", help="Its colour.")] = "#0F766E",
    language: Annotated[
        str, typer.Option(metavar="CODE", help="The language in which it is written.")
    ] = "en",
) -> None:
    """Write the ranked list to FILE, whole or not at all."""
    from siteselect.export.brand import brand_of
    from siteselect.export.csv_table import Form
    from siteselect.export.languages import checked, spoken
    from siteselect.export.report import parts_of
    from siteselect.language import speaking

    form = Form(bom, _SIGNS[separator], _SIGNS[decimal])
    chosen = Choices(
        project, as_of, method, scenario, weights, tuple(set_ or ()), load, sites, pack, unknown
    )
    dressed = brand_of(house, logo, accent)
    told = parts_of(parts)
    way = _Way(to, form, paper.value)
    with speaking(spoken(checked(language), way.check())):
        exporter, report = way.find(context, chosen)
        report = replace(report, brand=dressed, parts=told)
        exporter.write(report, to)
    print(f"{to}: {len(report.rows)} sites written.")


@dataclass(frozen=True, slots=True)
class _Way:
    """How a file is to be written."""

    to: Path
    form: object
    paper: str

    def check(self) -> "Exporter | None":
        """Return what writes this ending, None for paper; ExportError for wishes it cannot."""
        from siteselect.export import EXPORTERS
        from siteselect.export.csv_table import PLAIN
        from siteselect.export.exporter import exporter_for

        suffix = self.to.suffix.lower()
        exporter = None
        if suffix != PDF:
            exporter = exporter_for(self.to, EXPORTERS, more=f"{PDF} (report to print)")
        if suffix != ".csv" and self.form != PLAIN:
            raise ExportError(
                f"--bom, --separator and --decimal are for tables: {self.to} does not end in .csv."
            )
        if suffix != PDF and self.paper != "a4":
            raise ExportError(f"--paper is for what is printed: {self.to} does not end in .pdf.")
        return exporter

    def find(self, context: typer.Context, chosen: Choices) -> "tuple[Exporter, Report]":
        """Return what writes the file, and the report that it writes."""
        from siteselect.export import EXPORTERS
        from siteselect.export.csv_table import Form
        from siteselect.export.csv_table import exporter as table
        from siteselect.export.exporter import exporter_for
        from siteselect.export.picture_words import worded

        case = chosen.case()
        suffix = self.to.suffix.lower()
        if suffix == PDF:
            exporter = press_of(context).pdf(*case, self.paper)
        elif suffix == ".csv" and isinstance(self.form, Form):
            exporter = table(self.form)
        else:
            exporter = exporter_for(self.to, EXPORTERS)
        report = report_on(*case, money=exporter.money, firm=exporter.firm)
        if exporter.pictures:
            drawn = {} if suffix == PDF else _drawn(context, *case)
            names = drawn or _in_report()
            pictures = tuple(worded(key, drawn.get(key, "")) for key in names)
            report = replace(report, pictures=pictures)
        if suffix == ".pptx":
            report = with_scenes(report, *case[:2])
        return exporter, report


def _in_report() -> dict[str, str]:
    from siteselect.export.picture_words import IN_REPORT

    return dict.fromkeys(IN_REPORT, "")


def _drawn(
    context: typer.Context, study: "Study", pack: "Pack", evaluation: "Evaluation"
) -> Mapping[str, str]:
    """Return the pictures of a page; none where nothing can paint, which is said."""
    if not callable(context.obj):
        return {}
    try:
        return press_of(context).svgs(study, pack, evaluation)
    except ExportError as fault:
        print(f"The page is written without charts. {fault}", file=sys.stderr)
        return {}
