"""`siteselect template`: an empty table to fill in."""

from pathlib import Path
from typing import Annotated

import typer

from siteselect.errors import ExportError
from siteselect.files import write_whole
from siteselect.resources import resource


def template(
    path: Annotated[
        Path,
        typer.Argument(metavar="FILE", help="offers.csv, or offers-example.csv, in any folder."),
    ],
) -> None:
    """Write a table to fill in: offers.csv has the header, offers-example.csv three rows too."""
    there = sorted(each.name for each in resource("templates").glob("*.csv"))
    if path.name not in there:
        raise ExportError(
            f"There is no template called {path.name}. There are: {', '.join(there)}."
        )
    if path.exists():
        raise ExportError(f"{path} exists already and is left as it is: choose another folder.")
    try:
        write_whole(path, resource("templates", path.name).read_bytes())
    except OSError as error:
        raise ExportError(
            f"{path} cannot be written: {error.strerror or error}. Choose another folder."
        ) from error
    print(f"{path} written: fill it in, and read it with `siteselect rank --sites {path}`.")
