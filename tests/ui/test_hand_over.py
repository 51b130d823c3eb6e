import csv
import zipfile

import pytest
from PySide6.QtWidgets import QDialog

from siteselect.errors import ExportError
from siteselect.ui.dialogs.add_sites import AddSitesDialog
from siteselect.ui.dialogs.export import ExportDialog
from siteselect.ui.dialogs.import_table import ImportTableDialog
from siteselect.ui.print.wish import Offered

OFFERS = "name,lon,lat,country,price,currency\nNewtown,1.5,0.2,AA,0.05,USD\nBad,200,0.2,AA,,\n"


@pytest.fixture
def window(make_window):
    return make_window()


def test_an_export_is_written_in_the_background_and_told(qtbot, window, tmp_path, monkeypatch):
    path = tmp_path / "list.csv"
    monkeypatch.setattr(ExportDialog, "exec", lambda _: QDialog.DialogCode.Accepted)
    monkeypatch.setattr(ExportDialog, "path", path)
    window.hand_over.export("csv_table")
    qtbot.waitUntil(lambda: window.bar.text == f"Written: {path}")
    rows = list(csv.reader(path.read_text(encoding="utf-8-sig").splitlines()))
    leader = window.session.evaluation.leader
    assert leader in rows[1]
    assert len(rows) == 31


def test_a_form_that_tells_money_gets_it(qtbot, window, tmp_path):
    path = tmp_path / "list.xlsx"
    window.hand_over.write("xlsx_workbook", path)
    qtbot.waitUntil(lambda: window.bar.text == f"Written: {path}")
    with zipfile.ZipFile(path) as held:
        assert 'name="Money"' in held.read("xl/workbook.xml").decode()


def test_an_export_that_cannot_be_written_is_told(qtbot, window, tmp_path):
    window.hand_over.write("csv_table", tmp_path / "nowhere" / "list.csv")
    qtbot.waitUntil(lambda: "cannot be written" in window.bar.text)


def test_without_a_surface_its_forms_are_not_offered(window, tmp_path):
    assert "surface_tif" not in window.hand_over.forms()
    window.hand_over.write("surface_tif", tmp_path / "s.tif")
    assert "open Find" in window.bar.text
    assert not (tmp_path / "s.tif").exists()


def test_the_surface_on_show_is_written_in_the_background(qtbot, window, tmp_path):
    class Shown:
        def forms(self):
            return {"surface_tif": Offered("surface_tif", "surface", ".tif")}

        def write(self, path, progress):
            progress(0.5, "Writing")
            if path.name == "full.tif":
                raise ExportError("No room.")
            path.write_bytes(b"II")

    window.hand_over.surface = Shown
    assert list(window.hand_over.forms())[-1] == "surface_tif"
    window.hand_over.write("surface_tif", tmp_path / "s.tif")
    qtbot.waitUntil(lambda: window.bar.text == f"Written: {tmp_path / 's.tif'}")
    assert (tmp_path / "s.tif").read_bytes() == b"II"
    window.hand_over.write("surface_tif", tmp_path / "full.tif")
    qtbot.waitUntil(lambda: window.bar.text == "No room.")


def test_before_the_region_is_read_nothing_is_exported(make_window):
    window = make_window(begin=False)
    window.hand_over.export()
    assert "still being read" in window.bar.text


def test_sites_of_a_table_are_added_as_one_step(qtbot, window, tmp_path, monkeypatch):
    path = tmp_path / "offers.csv"
    path.write_text(OFFERS, encoding="utf-8")
    seen = []

    def accept(dialog):
        seen.append(dialog.windowTitle())
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(AddSitesDialog, "exec", accept)
    window.hand_over.take_in(path)
    qtbot.waitUntil(lambda: "Newtown" in window.session.evaluation.matrix.sites.names)
    assert seen == ["Add sites"]
    assert window.session.history.undoText() == "Add 1 site from offers.csv"
    assert "1 row left out" in window.bar.text
    window.session.history.undo()
    qtbot.waitUntil(lambda: "Newtown" not in window.session.evaluation.matrix.sites.names)


def test_a_table_that_is_refused_leaves_the_study(qtbot, window, tmp_path, monkeypatch):
    path = tmp_path / "offers.csv"
    path.write_text(OFFERS, encoding="utf-8")
    asked = []

    def reject(dialog):
        asked.append(dialog)
        return QDialog.DialogCode.Rejected

    monkeypatch.setattr(AddSitesDialog, "exec", reject)
    window.hand_over.take_in(path)
    qtbot.waitUntil(lambda: len(asked) == 1)
    assert window.session.history.count() == 0


def test_what_is_no_table_is_told(qtbot, window, tmp_path):
    path = tmp_path / "offers.csv"
    path.write_bytes(b"%PDF-1.7")
    window.hand_over.take_in(path)
    qtbot.waitUntil(lambda: "offers.csv is a PDF" in window.bar.text)


def test_a_table_that_cannot_be_understood_is_shown(qtbot, window, tmp_path, monkeypatch):
    path = tmp_path / "offers.csv"
    path.write_bytes(b"\x00\x01\x02")
    shown = []

    def reject(dialog):
        shown.append(dialog.trial.fault)
        return QDialog.DialogCode.Rejected

    monkeypatch.setattr(ImportTableDialog, "exec", reject)
    window.hand_over.take_in(path)
    qtbot.waitUntil(lambda: len(shown) == 1)
    assert "offers.csv" in shown[0]
    assert window.session.history.count() == 0
