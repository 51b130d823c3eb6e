from dataclasses import replace

from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from siteselect.mcda.evaluate import evaluate
from siteselect.model.evaluation import Evaluation
from siteselect.ui.site_card_criteria import BEYOND, CriterionRows
from siteselect.ui.theme import LIGHT
from tests.making import make_evaluation, make_matrix, make_scenario


def _rows(qtbot: QtBot, high: int) -> tuple[CriterionRows, QScrollArea, Evaluation]:
    scroller, body = QScrollArea(), QWidget()
    qtbot.addWidget(scroller)
    rows = CriterionRows(LIGHT, scroller)
    QVBoxLayout(body).addWidget(rows)
    scroller.setWidget(body)
    scroller.setWidgetResizable(True)
    scroller.resize(300, high)
    evaluation = make_evaluation(30)
    rows.show_site(evaluation, 0, None)
    scroller.show()
    qtbot.waitUntil(lambda: rows.rows[-1].y() > 60 + BEYOND)
    return rows, scroller, evaluation


def _bars(rows: CriterionRows) -> list[str]:
    return [each.bar.text() for each in rows.rows]


def _turned(evaluation: Evaluation) -> Evaluation:
    return evaluate(make_scenario().with_weight("measure_1", 77.0), evaluation.matrix)


def test_rows_that_nobody_saw_yet_are_all_told(qtbot: QtBot) -> None:
    rows, _, evaluation = _rows(qtbot, 100)
    assert rows.settled
    assert len(rows.rows) == len(evaluation.criteria)


def test_what_is_in_sight_follows_at_once_and_the_rest_when_the_hand_rests(qtbot: QtBot) -> None:
    rows, _, evaluation = _rows(qtbot, 60)
    before = _bars(rows)
    rows.show_site(_turned(evaluation), 0, None)
    assert _bars(rows)[0] != before[0]
    assert _bars(rows)[-1] == before[-1]
    assert not rows.settled
    qtbot.waitUntil(lambda: rows.settled)
    assert _bars(rows)[-1] != before[-1]


def test_scrolling_finds_rows_told(qtbot: QtBot) -> None:
    rows, scroller, evaluation = _rows(qtbot, 60)
    before = _bars(rows)
    rows.show_site(_turned(evaluation), 0, None)
    bar = scroller.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert _bars(rows)[-1] != before[-1]


def test_who_reads_all_finds_all_told(qtbot: QtBot) -> None:
    rows, _, evaluation = _rows(qtbot, 60)
    turned = _turned(evaluation)
    rows.show_site(turned, 0, None)
    rows.tell_all()
    assert rows.settled
    fresh, _, _ = _rows(qtbot, 60)
    fresh.show_site(turned, 0, None)
    fresh.tell_all()
    assert _bars(rows) == _bars(fresh)


def test_fewer_criteria_leave_fewer_rows(qtbot: QtBot) -> None:
    rows, _, _ = _rows(qtbot, 60)
    scenario = make_scenario()
    off = replace(scenario.criteria[0], enabled=False)
    fewer = evaluate(scenario.with_criterion(off), make_matrix(30))
    rows.show_site(fewer, 0, None)
    assert len(rows.rows) == len(fewer.criteria) == len(scenario.criteria) - 1
