"""`siteselect dossier`: all that is known and unknown of one site, for a lawyer or a utility."""

from pathlib import Path
from typing import Annotated

import typer

from siteselect.cli import choices
from siteselect.cli.choices import Choices
from siteselect.errors import ExportError


def dossier(
    site: Annotated[str, typer.Argument(help="A site of the project.")],
    project: choices.Project = None,
    to: Annotated[
        Path | None, typer.Option(metavar="FILE", help="An .html file; SITE.html without one.")
    ] = None,
    as_of: choices.AsOf = None,
    method: choices.Method = None,
    scenario: choices.ScenarioName = None,
    load: choices.Load = None,
    sites: choices.SitesFile = None,
    pack: choices.PackName = None,
    language: Annotated[
        str, typer.Option(metavar="CODE", help="The language in which it is written.")
    ] = "en",
) -> None:
    """Write what is known of SITE with its sources, and what is unknown as a list to check off."""
    from siteselect.export.dossier import exporter
    from siteselect.export.languages import checked
    from siteselect.language import speaking

    path = to or Path(f"{_plain(site)}.html")
    if path.suffix.lower() != ".html":
        raise ExportError(f"Nothing is written to {path}: a dossier ends in .html.")
    chosen = Choices(
        project, as_of, method=method, scenario=scenario, load=load, sites=sites, pack=pack
    )
    with speaking(checked(language)):
        exporter(site).write(chosen.report(money=True), path)
    print(f"{path}: the dossier on {site} is written.")


def _plain(name: str) -> str:
    """Return a name that any file system takes."""
    kept = "".join(sign if sign.isalnum() or sign in " -_()" else "_" for sign in name.strip())
    return kept or "site"
