"""`siteselect new`: a project that begins on a pack, with the places that the pack proposes."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from siteselect.cli.choices import check_day, day_of
from siteselect.errors import ProjectError


def new(
    path: Annotated[Path, typer.Argument(metavar="PROJECT", help="The file to be made.")],
    pack: Annotated[
        str, typer.Option("--pack", help="The region: the name of a pack, or its folder.")
    ],
    as_of: Annotated[
        str | None, typer.Option("--as-of", metavar="DAY", help="As 2021-06-02; today else.")
    ] = None,
    title: Annotated[str, typer.Option(help="Its name; that of the region else.")] = "",
    places: Annotated[
        bool, typer.Option("--places/--no-places", help="Begin with the places of the pack.")
    ] = True,
) -> None:
    """Make a project on a region: File > New project, without the window."""
    from siteselect.packs.catalogue import installed_packs, open_pack
    from siteselect.project.file import SUFFIX, save_project
    from siteselect.project.new import new_study

    if path.suffix != SUFFIX:
        raise ProjectError(f"{path} is no name of a project: let it end in {SUFFIX}.")
    if path.exists():
        raise ProjectError(f"{path} exists already and is left as it is: choose another name.")
    region = open_pack(pack)
    day = day_of(as_of) if as_of else datetime.now(UTC).date()
    check_day(day, region)
    study = new_study(title or region.manifest.title, region, day, places=places)
    save_project(study, path)
    count = len(study.candidates)
    print(f"{path} written, with {count} site{'s' * (count != 1)} on {study.pack}.")
    if study.pack not in {each.manifest.reference for each in installed_packs()}:
        print("Projects find packs by name: put this one where `siteselect doctor` says.")
