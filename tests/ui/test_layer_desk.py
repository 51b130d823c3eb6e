from dataclasses import replace

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QDialog

from siteselect.model.user_layer import Role
from siteselect.packs.layer_room import held_layer
from siteselect.project.side_folder import side_folder
from siteselect.ui.dialogs.add_layers import AddLayersDialog
from tests.intake.osm_made import write_town
from tests.ui.map.own_made import own_layer


@pytest.fixture
def window(make_window):
    return make_window()


def drop(window, path):
    window.hand_over.dropped([QUrl.fromLocalFile(str(path))], lambda _: None)


def shown(window):
    data = window.map.data
    return [] if data is None else [each.layer.name for each in data.own]


def test_a_dropped_extract_becomes_layers_in_one_step_of_undo(qtbot, window, tmp_path, monkeypatch):
    monkeypatch.setattr(AddLayersDialog, "exec", lambda _: QDialog.DialogCode.Accepted)
    drop(window, write_town(tmp_path / "town.osm.pbf"))
    qtbot.waitUntil(lambda: len(window.session.study.layers) == 4, timeout=30_000)
    qtbot.waitUntil(lambda: len(shown(window)) == 4, timeout=10_000)
    assert "© OpenStreetMap contributors" in window.map.attribution()
    assert set(window.map.glass.layers.own) == set(shown(window))
    window.session.history.undo()
    qtbot.waitUntil(lambda: shown(window) == [], timeout=10_000)


def test_layers_are_hidden_removed_and_saved_with_the_project(qtbot, window, tmp_path):
    layer = own_layer(Role.ROADS, tmp_path)
    desk = window.desk.layers
    window.session.edit(window.session.study.with_layer(layer), "Add")
    qtbot.waitUntil(lambda: shown(window) == ["roads"], timeout=10_000)
    desk.show_layer("roads", visible=False)
    qtbot.waitUntil(lambda: shown(window) == [], timeout=10_000)
    path = tmp_path / "p.siteselect"
    assert window.documents._write(path)
    assert (side_folder(path) / layer.file).is_file()
    held_layer(layer).unlink()
    assert window.documents.load(path)
    qtbot.waitUntil(lambda: held_layer(layer) is not None, timeout=30_000)
    desk.remove("roads")
    assert window.session.study.layers == ()


def test_a_missing_layer_is_told_and_the_project_opens(qtbot, window, tmp_path):
    layer = own_layer(Role.AVOIDED, tmp_path)
    window.session.edit(window.session.study.with_layer(layer), "Add")
    path = tmp_path / "p.siteselect"
    assert window.documents._write(path)
    held_layer(layer).unlink()
    (side_folder(path) / layer.file).unlink()
    assert window.documents.load(path)
    qtbot.waitUntil(lambda: "is missing" in window.documents.states.text, timeout=30_000)
    assert window.session.study.layers == (layer,)


def test_a_layer_takes_the_place_of_the_borders_and_gives_it_back(qtbot, window, tmp_path):
    layer = replace(own_layer(Role.BORDERS, tmp_path, attribution=""), role=Role.OTHER)
    desk = window.desk.layers
    window.session.edit(window.session.study.with_layer(layer), "Add")
    qtbot.waitUntil(lambda: shown(window) == ["borders"], timeout=10_000)
    box = window.map.glass.layers.boxes["borders"]
    note = box.toolTip()
    entry = next(
        each for each in desk.menu_of("borders").actions() if each.text().startswith("In place")
    )
    entry.trigger()
    (now,) = window.session.study.layers
    assert now.role is Role.BORDERS
    qtbot.waitUntil(lambda: box.toolTip() != note, timeout=10_000)
    assert "keep the region's jurisdictions" in box.toolTip()
    assert box.toolTip().endswith(note)
    assert "Borders: made.osm.pbf" in window.map.attribution()
    path = tmp_path / "p.siteselect"
    assert window.documents._write(path)
    desk.show_layer("borders", visible=False)
    qtbot.waitUntil(lambda: box.toolTip() == note, timeout=10_000)
    assert window.documents.load(path)
    qtbot.waitUntil(lambda: "Borders: made.osm.pbf" in window.map.attribution(), timeout=30_000)
    desk.remove("borders")
    qtbot.waitUntil(lambda: box.toolTip() == note, timeout=10_000)


def test_only_lines_and_areas_can_stand_for_borders(qtbot, window, tmp_path):
    layer = replace(own_layer(Role.SUBSTATIONS, tmp_path), role=Role.OTHER)
    window.session.edit(window.session.study.with_layer(layer), "Add")
    entries = {each.text(): each for each in window.desk.layers.menu_of("substations").actions()}
    assert not entries["In place of the region's borders"].isEnabled()
