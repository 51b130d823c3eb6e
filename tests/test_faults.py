"""Twelve faults by every way of writing: the old file stays whole, and one message tells why."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from siteselect.errors import SiteSelectError
from siteselect.export import EXPORTERS
from siteselect.project.file import open_project, save_project
from siteselect.project.recovery import Keeper
from siteselect.project.side_folder import pack_project
from tests.export.making import made_report
from tests.faults import FAULTS, HARMLESS
from tests.project.test_file import made_study

Write = Callable[[Path, int], object]
"""Writes the first or the second version to a path."""


def study(version: int):
    return replace(made_study(), title=f"Version {version}")


def save(path, version):
    save_project(study(version), path)


def export(key):
    def write(path, version):
        report = made_report(top=version)
        EXPORTERS[key].write(replace(report, title=f"Version {version}"), path)

    return write


def bundle(path, version):
    pack_project(study(version), path.with_suffix(".siteselect"), path)


class Autosave:
    """The copy of unsaved work, in the folder and under the name that its keeper gives it."""

    def __init__(self) -> None:
        self.keeper: Keeper | None = None

    def __call__(self, path: Path, version: int) -> None:
        if self.keeper is None:
            self.keeper = Keeper(path.parent)
            self.keeper.path = path
        self.keeper.keep(study(version), None, None, ("Edit",), version)


WAYS = {
    "save": lambda: (save, "mine.siteselect"),
    "save as": lambda: (save, "other.siteselect"),
    "autosave": lambda: (Autosave(), "mine.recovery"),
    "packed": lambda: (bundle, "mine.zip"),
} | {
    each.suffix.lstrip("."): (lambda key=key, each=each: (export(key), f"list{each.suffix}"))
    for key, each in EXPORTERS.items()
}
DEMANDED = ("save", "save as", "autosave", "csv", "xlsx", "geojson", "html", "gpkg")


def test_the_ninety_six_are_among_the_cases():
    assert len(FAULTS) == 12
    assert set(DEMANDED) <= set(WAYS)
    assert len(FAULTS) * len(DEMANDED) == 96


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("kind", FAULTS)
def test_the_old_file_stays_whole_and_a_sentence_tells_why(tmp_path, monkeypatch, kind, way):
    write, name = WAYS[way]()
    folder = tmp_path / "folder"
    folder.mkdir()
    path = folder / name
    write(path, 1)
    if way == "save as":  # nothing was there before
        path.unlink()
    old = path.read_bytes() if path.exists() else None
    told = None
    with FAULTS[kind](path, monkeypatch):
        try:
            write(path, 2)
        except SiteSelectError as fault:
            told = str(fault)
    there = path.read_bytes() if path.exists() else None
    if kind in HARMLESS:
        assert told is None
        assert there is not None
        assert there != old
    else:
        assert told is not None
        assert there == old
        assert "\n" not in told
        assert told.endswith(".")
        assert len(told) < 400
        assert str(path.parent) in told or path.name in told
        assert re.search(r"(?i)untouched|make room|save the project|choose|close it", told)
    assert [each.name for each in folder.iterdir() if each.name.endswith(".saving")] == []
    write(path, 3)  # and when the fault is over it works again
    assert path.exists()
    if path.suffix == ".siteselect":
        assert open_project(path) == study(3)
