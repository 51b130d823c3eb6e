from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QUndoCommand, QUndoStack
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from siteselect.mcda.evaluate import evaluate
from siteselect.ui.ranking_model import Col
from siteselect.ui.ranking_table import FILTER_FROM, RankingTable
from siteselect.ui.theme import DARK, LIGHT
from tests.making import make_evaluation
from tests.ui.test_ranking_model import with_prices


def _table(qtbot: QtBot, count: int = 30) -> RankingTable:
    table = RankingTable(LIGHT)
    qtbot.addWidget(table)
    table.resize(370, 600)
    table.show()
    table.display(with_prices(make_evaluation(count)))
    return table


def _picked(table: RankingTable) -> list[str | None]:
    rows = table.view.selectionModel().selectedRows()
    return [table.model.name(index.row()) for index in rows]


def test_the_heading_counts_sites_and_prices(qtbot: QtBot) -> None:
    table = _table(qtbot)
    said = [label.text() for label in table.findChildren(QLabel)]
    assert "20 of 30 sites pass the gates\nprice known for 2 of 30 places" in said


def test_a_click_wishes_for_the_site(qtbot: QtBot) -> None:
    table = _table(qtbot)
    box = table.view.visualRect(table.model.index(3, Col.SITE))
    with qtbot.waitSignal(table.selected) as wish:
        qtbot.mouseClick(table.view.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    assert wish.args == [frozenset({table.model.name(3)})]


def test_arrow_keys_move_the_selection(qtbot: QtBot) -> None:
    table = _table(qtbot)
    first = table.model.name(0)
    assert first is not None
    table.show_selection(frozenset({first}))
    with qtbot.waitSignal(table.selected) as wish:
        qtbot.keyClick(table.view, Qt.Key.Key_Down)
    assert wish.args == [frozenset({table.model.name(1)})]


def test_a_shown_selection_is_silent_and_follows_its_site(qtbot: QtBot) -> None:
    table = _table(qtbot)
    evaluation = table.evaluation
    assert evaluation is not None
    name = table.model.name(3)
    assert name is not None
    with qtbot.assertNotEmitted(table.selected):
        table.show_selection(frozenset({name}))
        heavier = evaluation.scenario.with_weight("measure_0", 300.0)
        table.display(evaluate(heavier, evaluation.matrix))
    assert table.model.name(3) != name
    assert _picked(table) == [name]


def test_a_selection_survives_fewer_sites_and_a_filter(qtbot: QtBot) -> None:
    table = _table(qtbot)
    table.show_selection(frozenset({"Site 0000", "Site 0029"}))
    with qtbot.assertNotEmitted(table.selected):
        table.display(make_evaluation(10))
    assert _picked(table) == ["Site 0000"]
    assert table.names == frozenset({"Site 0000", "Site 0029"})


def test_rows_are_copied_as_tab_separated_text(qtbot: QtBot) -> None:
    table = _table(qtbot)
    table.show_selection(frozenset({"Site 0000"}))
    qtbot.keyClick(table.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].split("\t") == ["#", "Site", "Earned by", "Score", "¢/kWh", "Known", "Δ"]
    cells = lines[1].split("\t")
    assert cells[1] == "Site 0000, KZ"
    assert cells[4] == "4.60"
    assert len(lines) == 2


def test_a_head_sorts_both_ways_and_back(qtbot: QtBot) -> None:
    table = _table(qtbot)
    order = [table.model.name(row) for row in range(20)]
    header = table.view.horizontalHeader()
    header.sectionClicked.emit(Col.SITE)
    assert [table.model.name(row) for row in range(20)] == sorted(str(name) for name in order)
    header.sectionClicked.emit(Col.SITE)
    assert table.model.name(0) == max(str(name) for name in order)
    header.sectionClicked.emit(Col.SITE)
    assert [table.model.name(row) for row in range(20)] == order
    assert not header.isSortIndicatorShown()


def test_the_filter_narrows_and_escape_clears_it(qtbot: QtBot) -> None:
    table = _table(qtbot, FILTER_FROM)
    assert table.filter_box.isVisible()
    qtbot.keyClicks(table.filter_box, "0007")
    assert table.model.rowCount() == 2 - (table.model.name(0) is not None)
    qtbot.keyClick(table, Qt.Key.Key_Escape)
    assert not table.filter_box.isVisible()
    assert table.model.rowCount() > FILTER_FROM - 1


def test_ctrl_f_offers_the_filter(qtbot: QtBot) -> None:
    table = _table(qtbot)
    assert not table.filter_box.isVisible()
    qtbot.keyClick(table, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert table.filter_box.isVisible()


def test_known_has_a_column_where_there_is_room(qtbot: QtBot) -> None:
    table = _table(qtbot)
    assert table.view.isColumnHidden(Col.KNOWN)
    table.resize(700, 600)
    qtbot.waitUntil(lambda: not table.view.isColumnHidden(Col.KNOWN))


def test_it_takes_a_theme_and_can_be_painted(qtbot: QtBot) -> None:
    table = _table(qtbot)
    table.apply_theme(DARK)
    assert table.grab().toImage().pixelColor(200, 300).lightness() < 80


def test_mark_is_passed_on(qtbot: QtBot) -> None:
    table = _table(qtbot)
    evaluation = table.evaluation
    assert evaluation is not None
    table.display(evaluate(evaluation.scenario.with_weight("measure_0", 300.0), evaluation.matrix))
    moved = [site for site in range(30) if table.model.change(site)]
    assert moved
    table.mark()
    assert not any(table.model.change(site) for site in range(30))


def test_a_new_step_of_undo_marks_the_ranking_before_it_changes(qtbot: QtBot) -> None:
    table = _table(qtbot)
    history = QUndoStack()
    history.indexChanged.connect(table.mark)
    before = table.evaluation
    assert before is not None
    for step, weight in enumerate((300.0, 1.0), start=1):
        shown = table.evaluation
        history.push(QUndoCommand("Weight"))
        history.indexChanged.emit(step)  # an edit that merges into the step
        table.display(evaluate(before.scenario.with_weight("measure_0", weight), before.matrix))
        assert shown is not None
        assert table.evaluation is not None
        site = int(table.evaluation.order[0])
        assert table.model.change(site) == shown.ranks[site] - 1
        history.indexChanged.emit(step)
        assert table.model.change(site) == shown.ranks[site] - 1
