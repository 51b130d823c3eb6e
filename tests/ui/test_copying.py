import pytest
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog

from siteselect.ui.charts.contributions import ContributionsChart
from siteselect.ui.copying import Copying, rows_of, table_html
from siteselect.ui.map.map_view import MapView
from siteselect.ui.pictures import draw
from siteselect.ui.ranking_table import RankingTable
from siteselect.ui.theme import LIGHT
from tests.making import make_evaluation


class Told:
    def __init__(self):
        self.notices, self.faults = [], []
        self.notice, self.fault = self.notices.append, self.faults.append


@pytest.fixture
def told():
    return Told()


@pytest.fixture
def view(qtbot):
    made = MapView(LIGHT)
    qtbot.addWidget(made)
    made.resize(320, 240)
    made.show()
    return made


@pytest.fixture
def copying(view, settings, told):
    return Copying(view, settings, told, view)


def seen(qtbot, widget):
    qtbot.addWidget(widget)
    widget.resize(400, 300)
    widget.show()
    widget.display(make_evaluation())
    return widget


def test_without_focus_the_map_is_copied(copying, told, monkeypatch):
    monkeypatch.setattr("siteselect.ui.copying.QApplication.focusWidget", lambda: None)
    copying.copy()
    image = QGuiApplication.clipboard().image()
    assert (image.width(), image.height()) == (640, 480)
    assert told.notices == ["The picture is copied."]


def test_buttons_are_left_out_of_the_picture_and_stand_again_after_it(copying, view, monkeypatch):
    monkeypatch.setattr("siteselect.ui.copying.QApplication.focusWidget", lambda: None)
    before = view.glass.buttons.isVisible()
    assert copying.drawing().title == "Map"
    assert view.glass.buttons.isVisible() == before


def test_the_rows_of_the_ranking_are_copied_as_text_and_as_a_table(
    qtbot, copying, told, monkeypatch
):
    table = seen(qtbot, RankingTable(LIGHT))
    leader = make_evaluation().leader
    table.show_selection(frozenset({leader}))
    monkeypatch.setattr("siteselect.ui.copying.QApplication.focusWidget", lambda: table.view)
    copying.copy()
    held = QGuiApplication.clipboard().mimeData()
    assert held.text().splitlines()[1].split("\t")[1].startswith(leader)
    assert f"<td>{leader}" in held.html()
    assert told.notices == ["The picked rows are copied."]


def test_a_chart_is_kept_in_the_form_that_its_name_asks_for(
    qtbot, copying, told, tmp_path, monkeypatch
):
    chart = seen(qtbot, ContributionsChart(LIGHT))
    monkeypatch.setattr("siteselect.ui.copying.QApplication.focusWidget", lambda: chart.bars)
    for name, head in (("c.svg", b"<svg"), ("c.pdf", b"%PDF"), ("c.png", b"\x89PNG")):
        path = tmp_path / name
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, path=path: (str(path), ""))
        copying.save_picture()
        assert path.read_bytes().startswith(head)
    assert QImage(str(tmp_path / "c.png")).width() == 800
    assert told.faults == []


def test_what_cannot_be_written_is_told(copying, view, told, tmp_path):
    drawing = draw(view)
    copying.write(drawing, tmp_path / "no" / "where.png")
    copying.write(drawing, tmp_path / "picture.bmp")
    assert "cannot be written" in str(told.faults[0])
    assert "format bmp" in str(told.faults[1])
    copying.write(drawing, tmp_path / "plain")
    assert (tmp_path / "plain.png").exists()


def test_cells_are_told_as_text_never_as_marks():
    assert rows_of("a\tb\nc\td\n") == [["a", "b"], ["c", "d"]]
    assert table_html([["a"], ["<b>"]]) == (
        "<table><tr><th>a</th></tr><tr><td>&lt;b&gt;</td></tr></table>"
    )
