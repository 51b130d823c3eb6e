"""`siteselect export`: the ranked list in a file that can be handed over."""

from pathlib import Path
from typing import Annotated

import typer

from siteselect.cli import choices
from siteselect.cli.choices import Choices


def export(
    to: Annotated[
        Path, typer.Option(metavar="FILE", help="Ends in .csv, .geojson, .json or .html.")
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
) -> None:
    """Write the ranked list to FILE, whole or not at all."""
    from siteselect.export import EXPORTERS
    from siteselect.export.exporter import exporter_for

    exporter = exporter_for(to, EXPORTERS)
    chosen = Choices(
        project, as_of, method, scenario, weights, tuple(set_ or ()), load, sites, pack, unknown
    )
    report = chosen.report(money=exporter.money)
    exporter.write(report, to)
    print(f"{to}: {len(report.rows)} sites written.")
