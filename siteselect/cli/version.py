"""`siteselect --version`: the program, and the form of projects that it writes."""

import importlib.metadata
import platform
import tomllib
from typing import Annotated

import typer

from siteselect.project.migrate import VERSION
from siteselect.resources import resource


def program_version() -> str:
    """Return the version of the program; from the project file in a checkout."""
    try:
        return importlib.metadata.version("siteselect")
    except importlib.metadata.PackageNotFoundError:
        pass
    try:
        project = (resource().parent / "pyproject.toml").read_text(encoding="utf-8")
        return f"{tomllib.loads(project)['project']['version']} (a checkout)"
    except (OSError, KeyError, tomllib.TOMLDecodeError):
        return "of unknown version"


def tell_version(wanted: bool) -> None:
    """Print the version and end, when it was asked for."""
    if wanted:
        print(
            f"siteselect {program_version()}, projects of form {VERSION}, "
            f"Python {platform.python_version()}"
        )
        raise typer.Exit


def options(
    version: Annotated[
        bool,
        typer.Option(
            "--version", is_eager=True, callback=tell_version, help="Tell the version and end."
        ),
    ] = False,
) -> None:
    """Choose where to build a mining site: rank places, export lists, look up facts."""
    del version  # its callback has told it
