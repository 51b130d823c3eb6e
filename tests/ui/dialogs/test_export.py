from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog

from siteselect.export import EXPORTERS
from siteselect.ui.dialogs.export import ExportDialog, capital


@pytest.fixture
def dialog(qtbot, tmp_path):
    made = ExportDialog("Relocation", tmp_path, "30 sites", "geojson")
    qtbot.addWidget(made)
    return made


def test_it_offers_every_form_and_begins_with_the_one_asked_for(dialog, tmp_path):
    assert set(dialog.buttons) == set(EXPORTERS)
    assert dialog.form == "geojson"
    assert dialog.path == tmp_path / "Relocation.geojson"


def test_another_form_changes_the_suffix(dialog, tmp_path):
    dialog.buttons["csv_table"].click()
    assert dialog.path == tmp_path / "Relocation.csv"


def test_a_name_without_suffix_gets_one_and_dots_in_it_stay(dialog):
    dialog.file.setText("/somewhere/list.2021")
    assert dialog.path == Path("/somewhere/list.2021.geojson")


def test_no_name_is_no_export(dialog):
    dialog.file.setText("  ")
    dialog.write.click()
    assert dialog.result() != QDialog.DialogCode.Accepted
    dialog.file.setText("/somewhere/list")
    dialog.write.click()
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_only_the_head_becomes_a_capital():
    assert capital("list for KML") == "List for KML"
    assert capital("") == ""
