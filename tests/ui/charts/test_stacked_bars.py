import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from siteselect.ui.charts.stacked_bars import LEGEND, ROW, Bars, StackedBars
from siteselect.ui.theme import LIGHT

RED, BLUE = "#ff0000", "#0000ff"


def _bars(count: int = 3, *, absent: str = "") -> Bars:
    return Bars(
        sites=np.arange(count) + 10,
        parts=np.tile([0.4, 0.2], (count, 1)),
        low=np.full(count, 0.6),
        high=np.full(count, 0.6),
        open_end=np.zeros(count, dtype=bool),
        pale=np.zeros(count, dtype=bool),
        top=1.0,
        colours=(RED, BLUE),
        legend=("one", "two"),
        legend_colours=(RED, BLUE),
        name=lambda row: f"Site {row}",
        rank=str,
        figure=lambda _: "60.0",
        absent=lambda _: absent,
        segment=lambda _row, _part: "",
        explain=lambda row, part: f"{row}/{part}",
    )


@pytest.fixture
def view(qtbot: QtBot) -> StackedBars:
    widget = StackedBars(LIGHT)
    qtbot.addWidget(widget)
    widget.resize(400, 206)
    widget.show()
    return widget


def _count(view: StackedBars, colour: str, line: int) -> int:
    image = view.viewport().grab().toImage()
    y = int((line + 0.5) * ROW)
    return sum(image.pixelColor(x, y) == QColor(colour) for x in range(image.width()))


def test_parts_are_drawn_to_scale(view: StackedBars) -> None:
    view.show_bars(_bars(), frozenset())
    red, blue = _count(view, RED, 0), _count(view, BLUE, 0)
    assert red > 50
    assert abs(red - 2 * blue) <= 4


def test_a_site_without_a_bar_shows_none(view: StackedBars) -> None:
    view.show_bars(_bars(absent="unknown: no row"), frozenset())
    assert _count(view, RED, 0) == 0


def test_a_click_tells_the_site_and_ctrl_that_it_joins(view: StackedBars, qtbot: QtBot) -> None:
    view.show_bars(_bars(), frozenset())
    where = QPoint(150, int(1.5 * ROW))
    with qtbot.waitSignal(view.clicked) as wish:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert wish.args == [11, False]
    with qtbot.waitSignal(view.clicked) as wish:
        qtbot.mouseClick(
            view.viewport(),
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.ControlModifier,
            where,
        )
    assert wish.args == [11, True]


def test_what_is_under_a_point_is_bar_and_part(view: StackedBars) -> None:
    view.show_bars(_bars(), frozenset())
    view.viewport().grab()
    y = int(0.5 * ROW)
    hits = {view.bar_at(QPoint(x, y)) for x in range(view.viewport().width())}
    assert hits == {(0, None), (0, 0), (0, 1)}
    assert view.bar_at(QPoint(150, int(5 * ROW))) is None
    assert view.bar_at(QPoint(150, view.viewport().height() - int(LEGEND / 2))) is None


def test_arrow_keys_walk_and_scroll(view: StackedBars, qtbot: QtBot) -> None:
    view.show_bars(_bars(40), frozenset({49}))
    assert 39 not in view.visible()
    with qtbot.waitSignal(view.clicked) as wish:
        qtbot.keyClick(view, Qt.Key.Key_Up)
    assert wish.args == [48, False]
    assert 38 in view.visible()
    view.mark(frozenset())
    with qtbot.waitSignal(view.clicked) as wish:
        qtbot.keyClick(view, Qt.Key.Key_Down)
    assert wish.args == [10, False]
    assert view.visible().start == 0


def test_the_wheel_scrolls_only_where_bars_are_out_of_view(view: StackedBars) -> None:
    view.show_bars(_bars(40), frozenset())
    turn = QWheelEvent(
        QPointF(50, 50),
        QPointF(50, 50),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), turn)
    assert view.visible().start > 0
    view.show_bars(_bars(3), frozenset())
    assert view.visible() == range(3)


def test_only_bars_in_view_are_asked_for_words(view: StackedBars) -> None:
    asked: list[int] = []
    bars = _bars(2000)
    held = Bars(
        **{name: getattr(bars, name) for name in Bars.__slots__}
        | {"figure": lambda row: asked.append(row) or ""}
    )
    view.show_bars(held, frozenset())
    view.viewport().grab()
    assert 0 < len(set(asked)) < 15
