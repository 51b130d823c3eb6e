import pytest
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QTableView

from siteselect.ui.ranking_columns import NARROWEST, SHARE, WIDEST, RankingColumns
from siteselect.ui.ranking_model import Col

GIVEN = {Col.RANK: 30, Col.SCORE: 70, Col.PRICE: 60, Col.KNOWN: 50, Col.CHANGE: 40}


@pytest.fixture
def view(qtbot):
    made = QTableView()
    made.setModel(QStandardItemModel(3, len(Col), made))
    made.verticalHeader().hide()
    made.resize(602, 300)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def columns(view):
    made = RankingColumns(view)
    made.fit(GIVEN)
    return made


def widths(view):
    return {column: view.columnWidth(column) for column in Col}


def test_the_figures_have_theirs_and_name_and_bar_the_rest(view, columns):
    rest = view.viewport().width() - 250
    assert widths(view) == {**GIVEN, Col.SITE: int(rest * SHARE), Col.BAR: rest - int(rest * SHARE)}
    assert columns.state() == {}


def test_a_width_drawn_by_hand_stays_and_the_rest_follows(view, columns):
    view.horizontalHeader().resizeSection(Col.SCORE, 100)
    assert view.columnWidth(Col.SCORE) == 100
    assert sum(widths(view).values()) == view.viewport().width()
    view.horizontalHeader().resizeSection(Col.PRICE, 5000)
    assert view.columnWidth(Col.PRICE) == WIDEST
    columns.fit({**GIVEN, Col.SCORE: 80})
    assert view.columnWidth(Col.SCORE) == 100
    assert columns.state() == {"widths": {"score": 100, "price": WIDEST}}


def test_name_and_bar_share_what_is_left(view, columns):
    rest = view.viewport().width() - 250
    view.horizontalHeader().resizeSection(Col.SITE, rest // 2)
    assert abs(view.columnWidth(Col.SITE) - view.columnWidth(Col.BAR)) <= 1
    view.horizontalHeader().resizeSection(Col.BAR, 1)
    assert columns.state()["share"] == 0.75


def test_order_and_widths_come_back_and_are_reset(view, columns):
    header = view.horizontalHeader()
    header.moveSection(header.visualIndex(Col.PRICE), 1)
    header.resizeSection(Col.PRICE, 90)
    held = columns.state()
    assert held["order"][:3] == ["rank", "price", "site"]
    columns.restore({})
    assert [header.logicalIndex(place) for place in range(len(Col))] == list(Col)
    assert view.columnWidth(Col.PRICE) == GIVEN[Col.PRICE]
    columns.restore(held)
    assert columns.state() == held
    assert header.visualIndex(Col.PRICE) == 1
    assert view.columnWidth(Col.PRICE) == 90


@pytest.mark.parametrize(
    "held",
    [
        {"order": ["rank"], "widths": 3, "share": "half"},
        {"order": 7, "widths": {"none": 3, "score": "x"}, "share": None},
        {"order": [*(each.name.lower() for each in Col if each is not Col.CHANGE), "rank"]},
    ],
)
def test_a_damaged_memory_is_the_order_that_ships(view, columns, held):
    before = widths(view)
    columns.restore(held)
    assert widths(view) == before
    assert columns.state() == {}
    columns.restore({"widths": {"score": 1}, "share": 9.0})
    assert view.columnWidth(Col.SCORE) == NARROWEST
