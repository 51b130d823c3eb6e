from dataclasses import replace

from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from siteselect.model.gate import Verdict
from siteselect.ui.ranking_model import Col
from siteselect.ui.ranking_table import RankingTable
from siteselect.ui.theme import DARK, LIGHT
from tests.making import make_evaluation


def _colours(table: RankingTable, row: int, column: Col) -> set[str]:
    box = table.view.visualRect(table.model.index(row, column))
    image = table.view.viewport().grab(box).toImage()
    return {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }


def _amber(table: RankingTable, row: int) -> bool:
    """Whether thin words in amber stand beside a site."""
    seen = [QColor(name) for name in _colours(table, row, Col.SITE)]
    return any(each.red() > each.blue() + 60 for each in seen)


def _table(qtbot: QtBot, theme: str = "light") -> RankingTable:
    table = RankingTable(LIGHT if theme == "light" else DARK)
    qtbot.addWidget(table)
    table.resize(520, 1500)
    table.show()
    table.display(make_evaluation(30))
    return table


def test_a_bar_is_cut_by_group_in_the_colours_of_the_groups(qtbot: QtBot) -> None:
    table = _table(qtbot)
    groups = table.model.groups
    assert groups is not None
    seen = _colours(table, 0, Col.BAR)
    site = int(table.model.rows[0])
    earning = [g for g in range(len(groups.names)) if table.model.sums[site, g] > 0.02]
    assert earning
    assert {QColor(groups.colour(g)).name() for g in earning} <= seen


def test_a_failed_site_shows_no_bar_but_its_sign_and_reason(qtbot: QtBot) -> None:
    table = _table(qtbot)
    last = table.model.rowCount() - 1
    assert QColor(LIGHT.warn).name() in _colours(table, last, Col.RANK)
    groups = table.model.groups
    assert groups is not None
    bars = {QColor(groups.colour(g)).name() for g in range(len(groups.names))} - {
        LIGHT.warn.lower()
    }
    assert not bars & _colours(table, last, Col.BAR)


def test_a_selected_row_wears_the_accent(qtbot: QtBot) -> None:
    table = _table(qtbot, "dark")
    name = table.model.name(2)
    assert name is not None
    assert QColor(DARK.accent).name() not in _colours(table, 2, Col.RANK)
    table.show_selection(frozenset({name}))
    assert QColor(DARK.accent).name() in _colours(table, 2, Col.RANK)


def test_a_site_that_stands_on_a_stale_value_wears_a_mark(qtbot: QtBot) -> None:
    table = _table(qtbot)
    evaluation = make_evaluation(30)
    row = next(
        row
        for row in range(table.model.rowCount())
        if evaluation.verdicts[int(table.model.rows[row])] is Verdict.PASS
    )
    site, matrix = int(table.model.rows[row]), evaluation.matrix
    assert not _amber(table, row)
    first = matrix.columns[0]
    told = list(first.provenance)
    told[site] = replace(told[site], badge="observed 2016, stale")
    column = replace(first, provenance=tuple(told))
    table.display(
        replace(evaluation, matrix=replace(matrix, columns=(column, *matrix.columns[1:])))
    )
    assert _amber(table, row)
