from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from pytestqt.qtbot import QtBot

from siteselect.ui.charts.rank_lines import DOT, HEAD, ROW, Lines, RankLines
from siteselect.ui.theme import DARK, LIGHT

NAMES = tuple(f"Site {letter}" for letter in "ABCDEFGHIJ")
RANKS = np.array([range(1, 11), [*range(2, 11), 1], [0, *range(1, 10)]])


def _lines(own: int = 0) -> Lines:
    return Lines(
        columns=("One", "Two", "Three"),
        own=own,
        ranks=RANKS,
        rows=np.arange(20, 30),
        names=NAMES,
        about=lambda column: f"about {column}",
    )


@pytest.fixture
def widget(qtbot: QtBot) -> RankLines:
    made = RankLines(LIGHT, None)
    qtbot.addWidget(made)
    made.resize(400, int(HEAD + 6 + 5 * ROW))
    made.show_lines(_lines(), frozenset(), stale=False)
    made.show()
    return made


def test_places_stand_one_below_another_and_rankings_side_by_side(widget: RankLines) -> None:
    assert widget.depth() == 5
    first = [widget.spot(place, 0) for place in range(5)]
    assert [each.y() for each in first] == [HEAD + (rank + 0.5) * ROW for rank in range(5)]
    across = [widget.spot(1, column).x() for column in range(3)]
    assert all(
        other - one == pytest.approx(across[1] - across[0]) for one, other in pairwise(across)
    )
    assert across[-1] + DOT <= widget.width()


def test_deep_places_lie_at_the_foot_and_no_rank_nowhere(widget: RankLines) -> None:
    assert widget.spot(8, 0).y() == widget.height() - 3
    assert widget.spot(0, 2) is None


def test_the_first_here_and_who_leads_elsewhere_are_drawn(widget: RankLines) -> None:
    assert widget.shown() == [9, 4, 3, 2, 1, 0]  # the tenth leads in Two
    widget.show_lines(_lines(), frozenset({27}), stale=False)
    assert 7 in widget.shown()
    widget.show_lines(_lines(own=2), frozenset(), stale=False)
    assert 5 in widget.shown()


def test_a_tool_tip_tells_the_places_or_the_ranking(widget: RankLines) -> None:
    spot = widget.spot(0, 1)
    assert widget.words(spot) == "Site A\nOne: 1st\nTwo: 2nd\nThree: no place"
    assert widget.words(QPointF(spot.x(), 3)) == "about 1"
    assert widget.words(QPointF(spot.x() + 40, spot.y() + 8)) == ""


def test_a_click_on_dot_or_name_wishes_for_the_site(qtbot: QtBot, widget: RankLines) -> None:
    spot = widget.spot(2, 1).toPoint()
    with qtbot.waitSignal(widget.clicked) as wish:
        qtbot.mouseClick(widget, Qt.MouseButton.LeftButton, pos=spot)
    assert wish.args == [22, False]
    with qtbot.waitSignal(widget.clicked) as wish:
        qtbot.mouseClick(
            widget,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.ControlModifier,
            QPoint(4, widget.spot(1, 0).toPoint().y()),
        )
    assert wish.args == [21, True]
    widget.show_lines(_lines(), frozenset(), stale=True)
    with qtbot.assertNotEmitted(widget.clicked):
        qtbot.mouseClick(widget, Qt.MouseButton.LeftButton, pos=spot)


def test_the_dot_bears_the_colour_of_its_line_and_stale_ones_are_pale(widget: RankLines) -> None:
    spot = widget.spot(0, 0).toPoint() - QPoint(6, 0)
    strong = widget.grab().toImage().pixelColor(spot)
    widget.show_lines(_lines(), frozenset(), stale=True)
    pale = widget.grab().toImage().pixelColor(spot)
    assert strong.lightness() < pale.lightness()


def test_nothing_is_drawn_of_nothing(qtbot: QtBot) -> None:
    empty = RankLines(DARK, None)
    qtbot.addWidget(empty)
    assert empty.shown() == []
    assert empty.at(QPointF(3, 3)) is None
    assert empty.words(QPointF(3, 3)) == ""
    assert empty.spot(0, 0) is None
    empty.grab()
