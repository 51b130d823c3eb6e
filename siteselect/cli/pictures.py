"""`siteselect pictures`: any view as PNG, SVG or PDF, without a screen."""

import re
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from siteselect.cli import choices
from siteselect.cli.choices import Choices
from siteselect.cli.press import press_of
from siteselect.errors import ExportError
from siteselect.files import write_whole


class PictureForm(StrEnum):
    """In what a picture is kept."""

    png = "png"
    svg = "svg"
    pdf = "pdf"


class Look(StrEnum):
    """The colours of a picture."""

    light = "light"
    dark = "dark"


def pictures(
    context: typer.Context,
    to: Annotated[Path, typer.Option(metavar="FOLDER", help="Where the pictures are put.")],
    project: choices.Project = None,
    views: Annotated[
        str,
        typer.Option(help="map, ranking, card, any chart, window, money; parted by commas."),
    ] = "map,ranking,contributions",
    size: Annotated[
        str, typer.Option(metavar="WIDTHxHEIGHT", help="Pixels of a picture.")
    ] = "1600x900",
    dpi: Annotated[
        float, typer.Option(min=24, max=1200, help="Pixels to the inch: more make all larger.")
    ] = 96.0,
    form: Annotated[PictureForm, typer.Option("--format", help="The kind of file.")] = (
        PictureForm.png
    ),
    theme: Annotated[Look, typer.Option(help="The colours.")] = Look.light,
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
    """Paint views of the study into FOLDER, one file each: map.png, ranking.png ..."""
    pixels = size_of(size)
    keys = [key.strip() for key in views.split(",") if key.strip()]
    if not keys:
        raise ExportError("Nothing is to be painted: name a view, as --views map,ranking.")
    press = press_of(context)
    chosen = Choices(
        project, as_of, method, scenario, weights, tuple(set_ or ()), load, sites, pack, unknown
    )
    made = press.views(
        *chosen.case(), keys, size=pixels, dpi=dpi, form=form.value, theme=theme.value
    )
    for key, data in made:
        path = to / f"{key}.{form.value}"
        try:
            to.mkdir(parents=True, exist_ok=True)
            write_whole(path, data)
        except OSError as error:
            raise ExportError(
                f"{path} cannot be written: {error.strerror or error}. Make room, or choose "
                "another folder."
            ) from error
        print(path)


def size_of(text: str) -> tuple[int, int]:
    """Return width and height of a text as 1600x900."""
    found = re.fullmatch(r"(\d{2,5})\s*[x×]\s*(\d{2,5})", text.strip())
    if found is None:
        raise ExportError(f"{text!r} is no size of a picture: write it as 1600x900.")
    return int(found[1]), int(found[2])
