from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QDialog

from siteselect.errors import ExportError
from siteselect.ui.dialogs.export import Asked, ExportDialog, capital
from siteselect.ui.print.wish import Offered, Wish, forms

DAYS = (date(2019, 1, 1), date(2026, 11, 23))


@pytest.fixture
def make(qtbot, tmp_path):
    seen = []

    def preview(wish):
        seen.append(wish)
        if wish.form == "kml":
            raise ExportError("No globe.")
        if wish.form == "pdf_report":
            image = QImage(20, 30, QImage.Format.Format_RGB32)
            image.fill(QColor("red"))
            return image
        return f"first lines of {wish.form}"

    def made(form="geojson", **choices):
        asked = Asked("Relocation", tmp_path, "30 sites", forms(), ("Balanced", "Lowest cost"),
                      DAYS, preview)  # fmt: skip
        dialog = ExportDialog(asked, Wish(form=form, **choices))
        dialog.seen = seen
        qtbot.addWidget(dialog)
        return dialog

    return made


def test_it_offers_every_form_and_begins_with_the_one_asked_for(make, tmp_path):
    dialog = make()
    assert set(dialog.buttons) == set(forms())
    assert dialog.form == "geojson"
    assert dialog.path == tmp_path / "Relocation.geojson"
    assert make("nothing of ours").form == next(iter(forms()))


def test_another_form_changes_the_suffix_and_its_choices(make, tmp_path):
    dialog = make()
    dialog.show()
    dialog.buttons["csv_table"].click()
    assert dialog.path == tmp_path / "Relocation.csv"
    assert dialog.options.separator.isVisible()
    assert not dialog.options.paper.isVisible()
    dialog.buttons["pdf_report"].click()
    assert dialog.options.paper.isVisible()
    assert not dialog.options.separator.isVisible()


def test_a_name_without_suffix_gets_one_and_dots_in_it_stay(make):
    dialog = make()
    dialog.file.setText("/somewhere/list.2021")
    assert dialog.path == Path("/somewhere/list.2021.geojson")


def test_no_name_is_no_export(make):
    dialog = make()
    dialog.file.setText("  ")
    dialog.write.click()
    assert dialog.result() != QDialog.DialogCode.Accepted
    dialog.file.setText("/somewhere/list")
    dialog.write.click()
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.wish.path == Path("/somewhere/list.geojson")


def test_a_comma_for_cells_and_decimals_is_told_before_anything_is_written(make):
    dialog = make("csv_table", decimal=",")
    dialog.write.click()
    assert dialog.result() != QDialog.DialogCode.Accepted
    dialog.options.separator.setCurrentIndex(dialog.options.separator.findData(";"))
    dialog.write.click()
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_the_preview_shows_a_page_lines_or_the_fault(qtbot, make):
    dialog = make("pdf_report")
    dialog.show()
    qtbot.waitUntil(lambda: not dialog.page.pixmap().isNull())
    dialog.buttons["csv_table"].click()
    qtbot.waitUntil(lambda: dialog.page.text() == "first lines of csv_table")
    dialog.buttons["kml"].click()
    qtbot.waitUntil(lambda: dialog.page.text() == "No globe.")
    assert [each.form for each in dialog.seen] == ["pdf_report", "csv_table", "kml"]


def test_only_the_head_becomes_a_capital():
    assert capital("list for KML") == "List for KML"
    assert capital("") == ""


def test_the_head_says_whether_it_is_the_list_or_the_surface(qtbot, tmp_path):
    offered = forms() | {"surface_tif": Offered("surface_tif", "surface of scores", ".tif")}
    asked = Asked("R", tmp_path, "30 sites", offered, ("Balanced",), DAYS, lambda wish: "")
    dialog = ExportDialog(asked, Wish(form="surface_tif"))
    qtbot.addWidget(dialog)
    assert dialog.heading.text() == "Export the surface"
    assert dialog.path == tmp_path / "R.tif"
    dialog.buttons["csv_table"].click()
    assert dialog.heading.text() == "Export the ranked list"
    assert dialog.about.text() == "30 sites"
