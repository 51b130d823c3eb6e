import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QDialog

from siteselect.model.tint import AS_SHIPPED, Ramp, Steps, Tint
from siteselect.ui.dialogs.tint import TintDialog

WANTED = Tint(4, Steps.QUANTILES, ramp=Ramp.VIRIDIS)


@pytest.fixture
def window(qtbot, make_window):
    made = make_window()
    qtbot.waitUntil(lambda: made.map.tints.priced, timeout=30_000)
    qtbot.waitUntil(lambda: made.map.data is not None, timeout=30_000)
    return made


@pytest.fixture
def answered(monkeypatch):
    """Let the dialog be answered with WANTED, and count how often it was opened."""
    asked = []

    def answer(dialog):
        asked.append(dialog.chosen)
        dialog.show_tint(WANTED)
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(TintDialog, "exec", answer)
    return asked


def test_the_command_changes_map_and_legend_and_is_undone(qtbot, window, answered):
    before = window.map.tints
    window.actions_by_key["tint"].trigger()
    assert answered == [AS_SHIPPED]
    assert window.session.study.tint == WANTED
    qtbot.waitUntil(lambda: window.map.tints.tint == WANTED, timeout=10_000)
    legend = window.map.glass.legend
    assert legend.content.edges == window.map.tints.edges != ()
    assert legend.content.ramp is Ramp.VIRIDIS
    state = next(each for each in before.states.values() if each.price == each.price)
    now = window.map.tints
    assert now.colour(state, window.theme) != before.colour(state, window.theme)
    window.session.history.undo()
    qtbot.waitUntil(lambda: window.map.tints.tint == AS_SHIPPED, timeout=10_000)
    assert legend.content.edges == ()


def test_it_is_saved_with_the_project(qtbot, window, answered, tmp_path):
    window.actions_by_key["tint"].trigger()
    path = tmp_path / "p.siteselect"
    assert window.documents._write(path)
    window.session.history.undo()
    assert window.session.study.tint == AS_SHIPPED
    assert window.documents.load(path)
    qtbot.waitUntil(lambda: window.session.study.tint == WANTED, timeout=10_000)
    qtbot.waitUntil(lambda: window.map.tints.tint == WANTED, timeout=10_000)


def test_the_legends_button_and_a_double_click_on_its_prices_ask_too(qtbot, window, answered):
    legend = window.map.glass.legend
    legend.open(opened=True)
    assert legend.edit.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert min(legend.edit.width(), legend.edit.height()) >= 24
    legend.edit.click()
    assert len(answered) == 1
    painted = legend._painted
    spots = [
        (x, y)
        for x in range(5, painted.width(), 20)
        for y in range(4, painted.height(), 8)
        if painted.prices_at(QPointF(x, y).toPoint())
    ]
    assert spots
    at = QPointF(painted.mapTo(legend, QPointF(*spots[0]).toPoint()))
    _double_click(legend, at)
    assert len(answered) == 2
    _double_click(legend, QPointF(3, 3))
    assert len(answered) == 2


def test_a_picture_of_the_map_is_without_the_button(window):
    legend = window.map.glass.legend
    legend.open(opened=True)
    window.show()
    assert legend.edit in window.map.glass.for_hands()


def _double_click(widget, at):
    kind, left = QEvent.Type.MouseButtonDblClick, Qt.MouseButton.LeftButton
    nobody = Qt.KeyboardModifier.NoModifier
    widget.mouseDoubleClickEvent(
        QMouseEvent(kind, at, QPointF(widget.mapToGlobal(at)), left, left, nobody)
    )
