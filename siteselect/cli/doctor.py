"""Explain this machine: what siteselect needs, what is there, and what to do about the rest."""

import importlib.metadata
import os
import platform
import sys
from dataclasses import dataclass

import typer

from siteselect.cli.system_libraries import install_line, missing_libraries
from siteselect.errors import SiteSelectError
from siteselect.packs.catalogue import open_pack
from siteselect.resources import resource

PACKAGES = (
    "numpy", "pandas", "geopandas", "shapely", "pyogrio", "pyproj", "cattrs", "jinja2", "typer",
    "rich", "platformdirs", "PySide6-Essentials", "pyqtgraph",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at."""

    title: str
    good: bool
    told: str


def doctor() -> None:
    """Tell what this machine has, and the line to paste for what it lacks."""
    findings = examine()
    for finding in findings:
        print(f"{'ok  ' if finding.good else 'MEND'}  {finding.title}: {finding.told}")
    if not all(finding.good for finding in findings):
        raise typer.Exit(1)


def examine() -> list[Finding]:
    """Return everything that was looked at."""
    return [_python(), *_packages(), _libraries(), _screen(), _pack()]


def _python() -> Finding:
    version = platform.python_version()
    return Finding("Python", sys.version_info >= (3, 11), f"{version} (3.11 or newer is needed)")


def _packages() -> list[Finding]:
    found = []
    for name in PACKAGES:
        try:
            found.append(Finding(name, good=True, told=importlib.metadata.version(name)))
        except importlib.metadata.PackageNotFoundError:
            found.append(Finding(name, good=False, told="is not installed: run `make run` again"))
    return found


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


def _pack() -> Finding:
    if not resource("packs").is_dir():
        return Finding("Shipped pack", good=False, told=f"{resource('packs')} is not there")
    try:
        return Finding("Shipped pack", good=True, told=open_pack("central-asia").reference)
    except SiteSelectError as error:
        return Finding("Shipped pack", good=False, told=str(error))
