import sys
from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QSlider,
    QWidget,
)

from siteselect.errors import PackError
from siteselect.model.sites import Site
from siteselect.ui.theme import DARK, LIGHT
from tests.ui.made import make_study
from tests.ui.settling import evaluated


def test_the_window_stands_before_the_pack_is_asked_for(make_window):
    opened = []
    window = make_window(begin=False, open_pack=lambda *args: opened.append(args))
    assert window.isVisible()
    assert opened == []
    assert window.session.evaluation is None


def test_every_display_holds_the_same_evaluation(make_window):
    window = make_window()
    evaluation = window.session.evaluation
    for display in window.displays:
        assert display.evaluation is evaluation
    assert window.map.data is not None
    assert window._waiting.isHidden()


def test_a_dragged_slider_reaches_every_display(qtbot, make_window):
    window = make_window()
    slider = window.criteria.rows["measure_0"].slider
    middle = slider.height() // 2
    with evaluated(qtbot, window.session):
        qtbot.mousePress(slider, Qt.MouseButton.LeftButton, pos=QPoint(10, middle))
        qtbot.mouseMove(slider, QPoint(70, middle))
        qtbot.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=QPoint(70, middle))
    evaluation = window.session.evaluation
    assert evaluation.scenario.criterion("measure_0").weight == slider.weight
    assert {display.evaluation for display in window.displays} == {evaluation}
    assert window.isWindowModified()
    assert window.actions_by_key["undo"].text() == "&Undo Weight of Measure 0"
    with evaluated(qtbot, window.session):
        window.actions_by_key["undo"].trigger()
    assert not window.isWindowModified()


def test_selection_is_one_everywhere(make_window):
    window = make_window()
    name = window.session.evaluation.leader
    window.map.selected.emit(frozenset({name}))
    assert all(display.names == {name} for display in window.displays)


def test_places_are_hidden_shown_and_remembered(make_window, settings):
    window = make_window()
    window.actions_by_key["show_charts"].trigger()
    assert window.charts.isHidden()
    window.actions_by_key["show_ranking"].trigger()
    window.actions_by_key["show_card"].trigger()
    assert window.ranking.parentWidget().isHidden()
    window.session.history.setClean()
    window.close()
    again = make_window(settings=settings)
    assert again.charts.isHidden()
    assert not again.actions_by_key["show_charts"].isChecked()
    again.actions_by_key["reset_layout"].trigger()
    assert not again.charts.isHidden()
    assert again.actions_by_key["show_charts"].isChecked()


def test_light_and_dark_reach_everything_and_are_remembered(make_window, settings):
    window = make_window()
    window.set_theme("dark")
    assert window.theme is DARK
    assert all(display.theme is DARK for display in window.displays)
    window.actions_by_key["switch_theme"].trigger()
    assert window.theme is LIGHT
    assert settings.theme == "light"
    assert not window.actions_by_key["system_theme"].isChecked()


def test_a_pack_that_cannot_be_opened_is_told_and_the_window_stays(qtbot, make_window):
    def broken(reference, progress):
        raise PackError("There is no pack made@1: choose another.")

    window = make_window(begin=False, open_pack=broken)
    window.begin()
    page = window.desk.packs.page
    qtbot.waitUntil(page.isVisible)
    assert page.heading.text() == "The region of this project, made@1, is not on this computer"
    assert "30 sites and 2 scenarios" in page.about.text()
    assert not window.workplaces.isVisible()
    assert window.isVisible()


def test_a_mended_fault_leaves_the_bar(qtbot, make_window):
    window = make_window()
    scenario = window.session.study.scenario
    for each in scenario.criteria:
        scenario = scenario.with_weight(each.measure, 0.0)
    window.session.edit(window.session.study.with_scenario(scenario), "All zero")
    qtbot.waitUntil(lambda: "weight above zero" in window.bar.text)
    window.session.history.undo()
    qtbot.waitUntil(lambda: window.bar.text == "")


def test_an_unknown_file_is_refused_with_a_reason(make_window):
    window = make_window()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/somewhere/photo.png")])
    event = QDropEvent(
        QPoint(10, 10).toPointF(), Qt.DropAction.CopyAction, data,
        Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    window.dropEvent(event)
    assert "photo.png is neither a project" in window.bar.text


def test_the_search_knows_sites_places_and_commands(qtbot, make_window):
    window = make_window()
    site = window.session.evaluation.matrix.sites.names[4]
    window.top.search.setFocus()
    qtbot.keyClicks(window.top.search, site)
    qtbot.keyClick(window.top.search, Qt.Key.Key_Return)
    assert window.session.selection == {site}
    qtbot.keyClicks(window.top.search, "reset lay")
    assert window.top.search.found == ["Reset layout"]


def test_new_sites_reach_the_search(qtbot, make_window):
    window = make_window()
    more = (*window.session.study.candidates, Site("Newtown", "KZ", 1.0, 0.5))
    window.session.edit(replace(window.session.study, candidates=more), "Add sites")
    qtbot.waitUntil(lambda: len(window.session.evaluation.matrix.sites) == len(more))
    window.top.search.setFocus()
    qtbot.keyClicks(window.top.search, "newt")
    assert [text.split()[0] for text in window.top.search.found] == ["Newtown"]


def test_unsaved_changes_keep_the_window_open_when_asked_to(qtbot, make_window, monkeypatch):
    from siteselect.ui.document_questions import Answer

    window = make_window()
    window.session.edit(window.session.study.with_weight("measure_0", 1.0), "Weight")
    monkeypatch.setattr(window.documents, "ask", lambda: Answer.CANCEL)
    assert not window.close()
    assert window.isVisible()
    monkeypatch.setattr(window.documents, "ask", lambda: Answer.DISCARD)
    assert window.close()


@pytest.mark.parametrize("kind", [QAbstractButton, QSlider, QComboBox, QAbstractSpinBox])
def test_every_control_has_a_name_for_a_screen_reader(make_window, kind):
    window = make_window()
    nameless = [
        f"{type(each).__name__} in {type(each.parent()).__name__}"
        for each in window.findChildren(kind)
        if each.isVisible()
        and each.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not (each.accessibleName() or getattr(each, "text", str)())
    ]
    assert nameless == []


def test_nothing_is_cut_in_the_top_bar(make_window):
    window = make_window()
    window.resize(1280, 800)
    for chip in window.top.chips.chips:
        assert chip.width() >= chip.sizeHint().width()
    assert window.top.chips.more.isHidden()


def test_qt_calls_keep_none_alive(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    before = sys.getrefcount(None)
    for _ in range(1000):
        widget.update()
    assert sys.getrefcount(None) > before - 100


def test_another_study_is_opened_in_the_same_window(qtbot, make_window):
    window = make_window()
    window.session.open(replace(make_study(12), title="Another"))
    qtbot.waitUntil(lambda: len(window.session.evaluation.matrix.sites) == 12)
    assert window.windowTitle().startswith("Another")
    assert isinstance(window.top.search, QLineEdit)
