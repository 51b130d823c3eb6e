"""The door: `siteselect [FILE]` opens the window, `siteselect COMMAND` stays headless."""

import multiprocessing
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from siteselect.drivers import bound_drivers

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from siteselect.export.slides import View
    from siteselect.packs.pack import Pack
    from siteselect.ui.press import Press

SUFFIX = ".siteselect"
PICTURES = ("screenshots", "--screenshots")
FIRST_WINDOW = "first-window"
"""What the self-test starts: the window opened once, told in a line of JSON."""


def main(argv: list[str] | None = None) -> int:
    """Open the window or run a command; return the exit code."""
    multiprocessing.freeze_support()  # a frozen program reads workbooks in a process of its own
    bound_drivers()  # before anything imports GDAL
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # small products wait for busy threads
    arguments = sys.argv[1:] if argv is None else argv
    _introduce()
    if not arguments or _is_project(arguments):
        return _window(Path(arguments[0]) if arguments else None)
    if arguments[0] in PICTURES:
        return _pictures(arguments[1:])
    if arguments[0] == FIRST_WINDOW:
        return _first_window(arguments[1:])
    from siteselect.cli.app import main as command
    from siteselect.cli.deck import Painting

    Painting.painter = _paint_scenes
    return command(arguments, _press)


def _introduce() -> None:
    """Let the diagnostic report ask either half of the program about the other."""
    from siteselect.diagnosis import Half

    Half.doctor, Half.settings = _doctor, _settings


def _doctor() -> str:
    from siteselect.cli.doctor import doctor_text

    return doctor_text()


def _settings() -> "Mapping[str, object]":
    from siteselect.ui.settings import Settings

    return Settings().told()


def _press() -> "Press":
    """Return what paints for the command line; the only way from there to Qt."""
    from siteselect.errors import ExportError

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    try:
        from siteselect.ui.press import Press
    except ImportError as fault:
        raise ExportError(
            f"Pictures cannot be painted: {fault}. Run `siteselect doctor`; it names what is "
            "missing and the line that installs it."
        ) from fault
    return Press()


def _is_project(arguments: list[str]) -> bool:
    """Return whether a project is named, rather than a command."""
    if len(arguments) != 1 or arguments[0].startswith("-"):
        return False
    return arguments[0].endswith(SUFFIX) or Path(arguments[0]).is_file()


def _window(file: Path | None) -> int:
    from siteselect.errors import SiteSelectError

    try:
        from siteselect.ui.app import run
    except ImportError as fault:
        return _no_qt(fault)
    try:
        return run(file)
    except SiteSelectError as fault:
        sys.stderr.write(f"{fault}\n")
        return 1


def _pictures(arguments: list[str]) -> int:
    from siteselect.errors import SiteSelectError

    try:
        from siteselect.ui.screenshots import main as take
    except ImportError as fault:
        return _no_qt(fault)
    try:
        return take(arguments)
    except SiteSelectError as fault:
        sys.stderr.write(f"{fault}\n")
        return 1


def _first_window(arguments: list[str]) -> int:
    from siteselect.errors import SiteSelectError

    try:
        from siteselect.ui.first_window import main as first
    except ImportError as fault:
        return _no_qt(fault)
    try:
        return first(arguments)
    except SiteSelectError as fault:
        sys.stderr.write(f"{fault}\n")
        return 1


def _paint_scenes(pack: "Pack", views: "Sequence[View]") -> "Sequence[bytes | None]":
    """Paint maps for slides without a screen; without Qt there are none."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    try:
        from siteselect.ui.app import make_app
        from siteselect.ui.present.scene_pictures import paint_scenes
    except ImportError as fault:
        sys.stderr.write(f"The slides bear no maps: {fault}. Run `siteselect doctor`.\n")
        return [None] * len(views)
    make_app(["siteselect"])
    return paint_scenes(pack, views)


def _no_qt(fault: ImportError) -> int:
    sys.stderr.write(
        f"The window cannot start: {fault}. Run `siteselect doctor`; it names what is missing and "
        "the line that installs it.\n"
    )
    return 1


if __name__ == "__main__":
    sys.exit(main())
