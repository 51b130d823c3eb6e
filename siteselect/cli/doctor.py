"""Explain this machine: what siteselect needs, what is there, and what to do about the rest."""

import importlib.metadata
import os
import platform
import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import platformdirs
import typer

from siteselect.cli.system_libraries import install_line, missing_libraries
from siteselect.diagnosis import SUFFIX, report_parts, write_report
from siteselect.errors import SiteSelectError
from siteselect.intake.reader import bounds_in_force
from siteselect.packs.catalogue import open_pack
from siteselect.resources import resource

PACKAGES = (
    "numpy", "pandas", "geopandas", "shapely", "pyogrio", "pyproj", "cattrs", "jinja2", "typer",
    "rich", "platformdirs", "xlsxwriter", "python-pptx", "PySide6-Essentials", "pyqtgraph",
)  # fmt: skip
ROOM_MB = 200
"""Below so much free room, saving and handing over are soon refused."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at."""

    title: str
    good: bool
    told: str


def doctor(
    bundle: Annotated[
        Path | None,
        typer.Option(
            help="Write a diagnostic report to this zip file: what the doctor says, versions, "
            "settings and the last log, without paths, names, coordinates and keys."
        ),
    ] = None,
) -> None:
    """Tell what this machine has, and the line to paste for what it lacks."""
    if bundle is not None:
        path = bundle if bundle.suffix == SUFFIX else bundle.with_name(bundle.name + SUFFIX)
        parts = report_parts()
        write_report(path, parts)
        print(f"Wrote {path}: {', '.join(parts)}. It was sent to nobody; read it before you do.")
        return
    findings = examine()
    print(_lines(findings))
    bad = sum(not finding.good for finding in findings)
    if bad:
        print(f"{bad} to mend. After that, `siteselect selftest` tries everything for real.")
        raise typer.Exit(1)
    print("Nothing to mend. `siteselect selftest` tries everything for real.")


def doctor_text() -> str:
    """Return everything that was looked at, a line each."""
    return _lines(examine()) + "\n"


def _lines(findings: list[Finding]) -> str:
    return "\n".join(
        f"{'ok  ' if finding.good else 'MEND'}  {finding.title}: {finding.told}"
        for finding in findings
    )


def examine() -> list[Finding]:
    """Return everything that was looked at."""
    return [
        _program(),
        _python(),
        *_packages(),
        _projections(),
        _libraries(),
        _screen(),
        _fonts(),
        *_folders(),
        _encoding(),
        _pack(),
        _reader(),
    ]


def _program() -> Finding:
    kind = "installed bundle" if _frozen() else "Python package"
    system = f"{platform.system()} {platform.release()}, {platform.machine()}"
    try:
        version = importlib.metadata.version("siteselect")
    except importlib.metadata.PackageNotFoundError:
        version = "from source"
    return Finding("siteselect", good=True, told=f"{version}, {kind}, on {system}")


def _frozen() -> bool:
    return bool(getattr(sys, "frozen", False))


def _again() -> str:
    """Return what brings back a part of the program that is gone."""
    return "install siteselect anew" if _frozen() else "run `make run` again"


def _python() -> Finding:
    version = platform.python_version()
    return Finding("Python", sys.version_info >= (3, 11), f"{version} (3.11 or newer is needed)")


def _packages() -> list[Finding]:
    found = []
    for name in PACKAGES:
        try:
            found.append(Finding(name, good=True, told=importlib.metadata.version(name)))
        except importlib.metadata.PackageNotFoundError:
            found.append(Finding(name, good=False, told=f"is not installed: {_again()}"))
    return found


def _projections() -> Finding:
    """Return whether PROJ finds its table of projections; a stray PROJ_DATA hides it."""
    title = "Table of projections"
    try:
        import pyproj

        told = f"PROJ {pyproj.proj_version_str} knows {pyproj.CRS(3857).name}"
        return Finding(title, good=True, told=told)
    except Exception as fault:  # whatever PROJ says of it, a person reads it here
        strays = [name for name in ("PROJ_DATA", "PROJ_LIB") if name in os.environ]
        mend = f"unset {' and '.join(strays)}" if strays else _again()
        return Finding(title, good=False, told=f"cannot be read ({fault}): {mend}")


def _libraries() -> Finding:
    missing = missing_libraries()
    if not missing:
        return Finding("System libraries of Qt", good=True, told="all there")
    told = f"{', '.join(missing)} missing. Paste: sudo {install_line(missing)}"
    return Finding("System libraries of Qt", good=False, told=told)


def _screen() -> Finding:
    """Return whether a window can open; its absence harms no headless command."""
    named = os.environ.get("QT_QPA_PLATFORM")
    shown = os.environ.get("WAYLAND_DISPLAY") or os.environ.get("DISPLAY")
    if named or shown or not sys.platform.startswith("linux"):
        return Finding("Screen", good=True, told=named or shown or "the system's own")
    return Finding("Screen", good=True, told="none: the window needs one, the commands do not")


def _fonts() -> Finding:
    faces = [each for each in resource("fonts").glob("*") if each.suffix in {".otf", ".ttf"}]
    if faces:
        return Finding("Fonts", good=True, told=f"{len(faces)} faces in {resource('fonts')}")
    return Finding("Fonts", good=False, told=f"none in {resource('fonts')}: {_again()}")


def _folders() -> list[Finding]:
    """Return whether the folders can be written that hold settings, recovery copies, scratch."""
    own = platformdirs.user_data_path("siteselect", appauthor=False)
    state = platformdirs.user_state_path("siteselect", appauthor=False)
    scratch = Path(tempfile.gettempdir())
    named = (("Own packs", own), ("Recovery copies", state), ("Scratch files", scratch))
    return [_folder(title, folder) for title, folder in named]


def _folder(title: str, folder: Path) -> Finding:
    there = next(each for each in (folder, *folder.parents) if each.exists())
    room = shutil.disk_usage(there).free // 2**20
    if not os.access(there, os.W_OK):
        told = f"{there} cannot be written: give yourself the right, or free HOME"
        return Finding(title, good=False, told=told)
    if room < ROOM_MB:
        return Finding(title, good=False, told=f"{there} has {room} MB free: make room")
    return Finding(title, good=True, told=f"{folder}, {room:,} MB free")


def _encoding() -> Finding:
    name = sys.getfilesystemencoding()
    if name.lower().replace("-", "") == "utf8":
        return Finding("Names of files", good=True, told=name)
    told = f"{name}: names beyond ASCII may fail. Set LC_ALL=C.UTF-8 or PYTHONUTF8=1"
    return Finding("Names of files", good=False, told=told)


def _reader() -> Finding:
    """Return within which bounds files from outside are read on this system."""
    told = "; ".join(bounds_in_force())
    return Finding("Files from outside are read apart", good=True, told=told)


def _pack() -> Finding:
    if not resource("packs").is_dir():
        told = f"{resource('packs')} is not there: {_again()}"
        return Finding("Shipped pack", good=False, told=told)
    try:
        return Finding("Shipped pack", good=True, told=open_pack("central-asia").reference)
    except SiteSelectError as error:
        return Finding("Shipped pack", good=False, told=str(error))
