import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence

from siteselect.ui.money_table import MoneyTable
from siteselect.ui.money_words import COLUMNS
from siteselect.ui.theme import DARK, LIGHT
from tests.ui.money_made import money

NPV = 1 + [each.key for each in COLUMNS].index("npv")


@pytest.fixture
def table(qtbot):
    made = MoneyTable(LIGHT)
    qtbot.addWidget(made)
    made.resize(700, 320)
    made.show()
    made.display_conclusion(money())
    return made


def column(table, at):
    return [table.model.index(row, at).data() for row in range(table.model.rowCount())]


def test_off_the_map_stands_in_the_same_list_with_what_is_unknown(table):
    names = column(table, 0)
    assert set(names) == set(money().names)
    row = names.index("Medicine Hat (Alberta)")
    assert table.model.index(row, NPV).data() == "unknown"
    assert "No price of power" in table.model.index(row, NPV).data(Qt.ItemDataRole.ToolTipRole)
    assert "off the map" in table.model.index(row, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert column(table, NPV)[names.index("Kemin")] == "unlawful"


def test_the_unknown_stay_last_whichever_way_it_is_sorted(table):
    for order in (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder):
        table.view.sortByColumn(NPV, order)
        words = column(table, NPV)
        missing = [text in {"unknown", "unlawful"} for text in words]
        assert missing == sorted(missing)
        known = money().finance.estimate("npv").value[table.model.rows[: missing.count(False)]]
        falls = order == Qt.SortOrder.DescendingOrder
        assert list(known) == sorted(known, reverse=falls)
    table.view.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert column(table, 0) == sorted(money().names, key=str.casefold)


def test_a_picked_row_is_told_and_a_shown_pick_is_silent(table):
    told = []
    table.selected.connect(told.append)
    table.view.selectRow(1)
    assert told == [frozenset({table.model.name(1)})]
    table.show_selection(frozenset({"Balkhash"}))
    assert len(told) == 1
    rows = table.view.selectionModel().selectedRows()
    assert [table.model.name(index.row()) for index in rows] == ["Balkhash"]
    table.display_conclusion(money())
    assert len(told) == 1


def test_picked_rows_are_copied_with_their_heading(qtbot, table):
    table.view.selectRow(0)
    table.view.selectionModel().select(
        table.model.index(2, 0),
        QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows,
    )
    qtbot.keySequence(table.view, QKeySequence(QKeySequence.StandardKey.Copy))
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].split("\t")[0] == "Site"
    assert [line.split("\t")[0] for line in lines[1:]] == [table.model.name(0), table.model.name(2)]


def test_headings_tell_what_they_mean_and_losses_stand_out(table):
    model = table.model
    across = Qt.Orientation.Horizontal
    assert model.headerData(NPV, across) == "NPV, M$"
    told = model.headerData(NPV, across, Qt.ItemDataRole.ToolTipRole)
    assert "Net present value" in told
    row = column(table, 0).index("Kemin")
    colour = model.index(row, NPV).data(Qt.ItemDataRole.ForegroundRole)
    assert colour.name().upper() == LIGHT.warn
    table.apply_theme(DARK)
    assert model.theme is DARK
