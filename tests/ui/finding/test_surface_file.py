import json
import sys
from dataclasses import replace

import pytest
import tifffile

from siteselect.cli.app import main
from siteselect.project.file import save_project
from siteselect.scan.cache import Cache
from siteselect.ui.finding.finder import Finder, Search
from siteselect.ui.print.wish import SURFACE_TABLE, SURFACE_TIF
from tests.packs.make_toy import TOY


def written_by_command(study, folder, capsys, *more):
    """Return what `siteselect scan` writes of the same study, measured anew."""
    project, made = folder / "toy.siteselect", folder / "command.tif"
    save_project(study, project)
    code = main(["scan", str(project), "--pack", str(TOY), "--cell-km", "20", "--to", str(made),
                 "--keep", str(folder / "kept"), "--threads", "1", *more])  # fmt: skip
    assert code == 0, capsys.readouterr().err
    return made


def test_the_raster_of_the_window_is_that_of_the_command(toy_session, woken, tmp_path, capsys):
    made = tmp_path / "window.tif"
    woken.file().write(made, lambda *_: None)
    theirs = written_by_command(toy_session.study, tmp_path, capsys)
    assert made.read_bytes() == theirs.read_bytes()
    assert tifffile.imread(made).shape[2] == 2


def test_countries_and_a_scenario_of_the_study_are_heard(qtbot, toy_session, woken, tmp_path,
                                                         capsys):  # fmt: skip
    study = toy_session.study
    toy_session.edit(replace(study, active=study.scenarios[2].name), "Another scenario")
    name = toy_session.study.active
    qtbot.waitUntil(lambda: woken.settled and woken.found.surface.scenario.name == name,
                    timeout=20_000)  # fmt: skip
    woken.ask(replace(woken.search, countries=frozenset({"BB"})))
    qtbot.waitUntil(lambda: woken.settled, timeout=20_000)
    made = tmp_path / "window.tif"
    woken.file().write(made, lambda *_: None)
    theirs = written_by_command(toy_session.study, tmp_path, capsys, "--country", "BB")
    assert made.read_bytes() == theirs.read_bytes()


def test_a_suggested_list_is_that_of_the_command(toy_session, woken, tmp_path, capsys):
    """Names, places, ranks and scores; each says where it comes from."""
    held = tmp_path / "sites.geojson"
    search = woken.search
    written_by_command(
        toy_session.study, tmp_path, capsys, "--top", str(search.count),
        "--apart", str(search.apart_km), "--to-sites", str(held),
    )  # fmt: skip
    theirs = [each["properties"] for each in json.loads(held.read_text())["features"]]
    before = len(toy_session.study.candidates)
    mine = woken.suggested.places
    assert [each.title for each in mine] == [each["name"] for each in theirs]
    assert [each.rank for each in mine] == [each["rank"] for each in theirs]
    assert [round(each.score, 6) for each in mine] == [each["score"] for each in theirs]
    woken.add()
    added = toy_session.study.candidates[before:]
    assert [(each.lon, each.lat, each.country, each.source) for each in added] == [
        (each["lon"], each["lat"], each["country"], each["source"]) for each in theirs
    ]


def test_cells_that_are_not_on_show_are_measured_for_the_file(toy_session, woken, tmp_path,
                                                              capsys):  # fmt: skip
    toy_session.edit(toy_session.study.with_load(25.0), "Another load")
    surface = woken.file()
    assert surface.scanned is None  # the columns of the other load are still on their way
    parts = []
    surface.write(tmp_path / "window.tif", lambda part, what: parts.append((part, what)))
    theirs = written_by_command(toy_session.study, tmp_path, capsys)
    assert (tmp_path / "window.tif").read_bytes() == theirs.read_bytes()
    told = [part for part, _ in parts]
    assert told == sorted(told)
    assert told[-1] == 1.0
    assert parts[-1][1] == "Writing window.tif"


def test_a_row_for_each_cell_has_the_same_scores(woken, tmp_path):
    table = pytest.importorskip("pyarrow.parquet")
    woken.file().write(tmp_path / "window.parquet", lambda *_: None)
    held = table.read_table(tmp_path / "window.parquet")
    assert held.num_rows == len(woken.found.region)
    best = max(each for each in held["score"].to_pylist() if each is not None)
    assert best == pytest.approx(100 * woken.suggested.places[0].score, rel=1e-6)


def test_what_is_offered_and_what_is_said_of_it(woken, monkeypatch):
    surface = woken.file()
    assert set(surface.forms()) == {SURFACE_TIF, SURFACE_TABLE}
    words = surface.words(SURFACE_TIF)
    assert "cells of 20 km" in words
    assert "Band 1" in words
    assert "every\nmeasure" in surface.words(SURFACE_TABLE)
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    assert set(surface.forms()) == {SURFACE_TIF}


def test_before_anything_was_found_there_is_no_file(toy_session, tasks, faults, tmp_path):
    made = Finder(toy_session, tasks, faults.append, Cache(tmp_path))
    made.search = Search(cell_km=20.0)
    assert made.file() is None
