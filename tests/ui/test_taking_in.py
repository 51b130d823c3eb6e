import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QInputDialog

from siteselect.intake.choices import Choices
from siteselect.ui.dialogs.add_sites import AddSitesDialog
from siteselect.ui.dialogs.import_table import ImportTableDialog
from tests.intake import making

CLEAR = "name,lon,lat,country,noise\nNewtown,1.5,0.2,AA,40\n"
DARK = "plot;here;there;noise;country\nNewtown;1,5;0,2;40;AA\nOldtown;1,6;0,3;50;AA\n"


@pytest.fixture
def window(make_window):
    return make_window()


def names(window):
    return window.session.evaluation.matrix.sites.names


def decided(window):
    return [site.name for site in window.session.study.candidates]


def test_a_clear_file_is_one_click(qtbot, window, tmp_path, monkeypatch):
    (tmp_path / "a.csv").write_text(CLEAR)
    monkeypatch.setattr(AddSitesDialog, "exec", lambda _: QDialog.DialogCode.Accepted)
    monkeypatch.setattr(ImportTableDialog, "exec", lambda _: pytest.fail("it was asked at length"))
    window.hand_over.taking_in.take_in(tmp_path / "a.csv")
    qtbot.waitUntil(lambda: "Newtown" in names(window))


def test_a_dark_one_is_asked_about_and_remembered(qtbot, window, tmp_path, monkeypatch):
    (tmp_path / "a.csv").write_text(DARK)
    asked = []

    def decide(dialog):
        asked.append(dialog)
        for at, field in enumerate(("name", "lon", "lat", "criterion")):
            dialog.preview.chosen.emit(at, field)
            qtbot.waitUntil(lambda: "intake" not in window.tasks.running)
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(ImportTableDialog, "exec", decide)
    window.hand_over.taking_in.take_in(tmp_path / "a.csv")
    qtbot.waitUntil(lambda: "Oldtown" in decided(window))  # the made ground measures no columns
    study = window.session.study
    assert study.measures[-1].column == "noise"
    assert study.scenario.criteria[-1].measure == "noise"
    assert window.session.history.count() == 1
    window.session.history.undo()
    qtbot.waitUntil(lambda: "Oldtown" not in decided(window))
    # another file with the same headings is clear now
    (tmp_path / "b.csv").write_text(DARK.replace("Newtown", "Third"))
    monkeypatch.setattr(AddSitesDialog, "exec", lambda _: QDialog.DialogCode.Accepted)
    window.hand_over.taking_in.take_in(tmp_path / "b.csv")
    qtbot.waitUntil(lambda: "Third" in names(window))
    assert len(asked) == 1


def test_from_the_short_question_one_may_look_closer(qtbot, window, tmp_path, monkeypatch):
    (tmp_path / "a.csv").write_text(CLEAR)
    seen = []

    def closer(dialog):
        dialog.change.click()
        return QDialog.DialogCode.Rejected

    monkeypatch.setattr(AddSitesDialog, "exec", closer)
    monkeypatch.setattr(
        ImportTableDialog, "exec", lambda each: seen.append(each) or QDialog.DialogCode.Rejected
    )
    window.hand_over.taking_in.take_in(tmp_path / "a.csv")
    qtbot.waitUntil(lambda: len(seen) == 1)
    assert window.session.history.count() == 0


def test_rows_are_pasted_from_a_spreadsheet(qtbot, window, monkeypatch):
    monkeypatch.setattr(AddSitesDialog, "exec", lambda _: QDialog.DialogCode.Accepted)
    QGuiApplication.clipboard().setText("")
    window.actions_by_key["paste_sites"].trigger()
    assert "Nothing to paste" in window.bar.text
    QGuiApplication.clipboard().setText(CLEAR.replace(",", "\t"))
    window.actions_by_key["paste_sites"].trigger()
    qtbot.waitUntil(lambda: "Newtown" in names(window))


def test_a_layer_is_chosen_by_dialog_or_dropped(qtbot, window, tmp_path, monkeypatch):
    import geopandas
    import shapely

    table = geopandas.GeoDataFrame(
        {"name": ["Dropped"]}, geometry=[shapely.Point(1.5, 0.2)], crs=4326
    )
    path = making.write(tmp_path / "a.geojson", "GeoJSON", table)
    monkeypatch.setattr(AddSitesDialog, "exec", lambda _: QDialog.DialogCode.Accepted)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    window.hand_over.ask_for_sites()
    qtbot.waitUntil(lambda: "Dropped" in names(window), timeout=20_000)
    window.session.history.undo()
    qtbot.waitUntil(lambda: "Dropped" not in names(window))
    held = QMimeData()
    held.setUrls([QUrl.fromLocalFile(str(path))])
    window.hand_over.dropped(held.urls(), lambda _: None)
    qtbot.waitUntil(lambda: "Dropped" in names(window), timeout=20_000)


def test_a_reference_system_is_asked_for_when_a_layer_names_none(
    qtbot, window, tmp_path, monkeypatch
):
    import geopandas
    import shapely

    table = geopandas.GeoDataFrame(
        {"name": ["Metres"]}, geometry=[shapely.Point(166979, 22116)], crs=3857
    )
    made = making.shapefile(tmp_path, table=table)
    made.with_suffix(".prj").unlink()
    asked = []

    def answer(*words, text):
        asked.append(words[2])
        return "EPSG:3857", True

    monkeypatch.setattr(QInputDialog, "getText", answer)
    monkeypatch.setattr(AddSitesDialog, "exec", lambda _: QDialog.DialogCode.Accepted)
    window.hand_over.taking_in.take_in(made)
    qtbot.waitUntil(lambda: "Metres" in names(window), timeout=30_000)
    assert "names no reference system" in asked[0]


def test_what_makes_no_sense_in_the_settings_is_passed_over(window, settings):
    settings.keep_import_choices("k", {"encoding": "koi8-r"})
    assert Choices.of(settings.import_choices("k")).encoding == "koi8-r"
    settings.store.setValue("imports/k", "{broken")
    assert settings.import_choices("k") == {}
    settings.keep_import_choices("k", {})
    assert settings.import_choices("k") == {}
    assert settings.import_choices("none") == {}
