from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from siteselect.mcda.comparison import compare
from siteselect.mcda.dominance import dominance
from siteselect.mcda.evaluate import evaluate
from siteselect.mcda.finding_out import finding_out
from siteselect.mcda.flips import value_flips
from siteselect.mcda.robustness import Draws, Robustness, robustness
from siteselect.mcda.sensitivity import weight_stability
from siteselect.mcda.verdict import Conclusion, conclude
from siteselect.model.evaluation import Evaluation
from siteselect.model.sites import Sites
from siteselect.ui import figures, site_card
from siteselect.ui.site_card import SiteCard
from siteselect.ui.theme import DARK, LIGHT
from tests.making import make_evaluation, make_matrix, make_scenario


def _card(qtbot: QtBot, evaluation: Evaluation) -> SiteCard:
    card = SiteCard(LIGHT)
    qtbot.addWidget(card)
    card.resize(370, 800)
    card.show()
    card.display(evaluation)
    return card


def test_without_a_selection_it_speaks_of_the_leader(qtbot: QtBot) -> None:
    evaluation = make_evaluation(30)
    card = _card(qtbot, evaluation)
    assert card.title.text() == f"Why {evaluation.leader} is first"
    assert len(card.criterion_rows) == 6
    assert len(card.gate_rows) == 1


def test_it_follows_the_selection_and_the_evaluation(qtbot: QtBot) -> None:
    evaluation = make_evaluation(30)
    card = _card(qtbot, evaluation)
    with qtbot.assertNotEmitted(card.selected):
        card.show_selection(frozenset({"Site 0001"}))
    assert card.title.text() == "Site 0001 fails: Mining lawful"
    card.show_selection(frozenset())
    score, bar = card.tiles[0].figure.value, card.criterion_rows[0].bar.text()
    card.display(evaluate(evaluation.scenario.with_weight("measure_0", 300.0), evaluation.matrix))
    assert card.tiles[0].figure.value != score  # at once
    qtbot.waitUntil(lambda: card.criterion_rows[0].bar.text() != bar)  # as soon as is quick enough


def test_two_picked_sites_stand_against_each_other(qtbot: QtBot) -> None:
    evaluation = make_evaluation(30)
    card = _card(qtbot, evaluation)
    names = [evaluation.matrix.sites.names[evaluation.order[place]] for place in (2, 6)]
    card.show_selection(frozenset(names))
    assert card.title.text() == f"Why {names[0]} over {names[1]}"
    assert f"leads {names[1]}" in card.sentence.text()
    assert card.tiles[0].figure.note.startswith("vs ")


def test_fewer_criteria_leave_fewer_rows(qtbot: QtBot) -> None:
    evaluation = make_evaluation(30)
    card = _card(qtbot, evaluation)
    off = replace(evaluation.criteria[0], enabled=False)
    card.display(evaluate(evaluation.scenario.with_criterion(off), evaluation.matrix))
    qtbot.waitUntil(lambda: len(card.criterion_rows) == 5)
    card.display(evaluate(replace(evaluation.scenario, gates=()), evaluation.matrix))
    qtbot.waitUntil(lambda: card.gate_rows == [])


def test_no_label_reads_markup(qtbot: QtBot) -> None:
    matrix = make_matrix(3)
    wild = Sites((replace(matrix.sites.items[0], name="<b>x</b>"), *matrix.sites.items[1:]))
    card = _card(qtbot, evaluate(make_scenario(), replace(matrix, sites=wild)))
    card.show_selection(frozenset({"<b>x</b>"}))
    assert "<b>x</b>" in card.title.text()
    labels = card.findChildren(QLabel)
    assert labels
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in labels)
    assert "&lt;b&gt;" in card.tiles[3].toolTip() or "<b>" not in card.tiles[3].toolTip()


def test_the_whole_card_can_be_copied(qtbot: QtBot) -> None:
    card = _card(qtbot, make_evaluation(30))
    qtbot.mouseClick(card.copy_button, Qt.MouseButton.LeftButton)
    text = QGuiApplication.clipboard().text()
    assert text.startswith(card.title.text())
    assert "Measure 5\t" in text
    QGuiApplication.clipboard().clear()
    qtbot.keyClick(card, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == text


def test_where_a_point_comes_from_is_said_at_the_foot(qtbot: QtBot) -> None:
    evaluation = make_evaluation(5)
    card = _card(qtbot, evaluation)
    assert not card.origin.isVisible()
    held = evaluation.matrix
    items = tuple(replace(each, source="Suggested by scan") for each in held.sites.items)
    sites = replace(held.sites, items=items)
    card.display(replace(evaluation, matrix=replace(held, sites=sites)))
    qtbot.waitUntil(lambda: card.origin.text() == "The point: Suggested by scan")
    assert card.origin.isVisible()
    assert card.text().endswith("The point: Suggested by scan")


def test_no_sites_no_card(qtbot: QtBot) -> None:
    card = _card(qtbot, make_evaluation(0))
    assert card.title.text() == "No site yet"
    assert not card.scroller.isVisible()


def test_it_takes_a_theme(qtbot: QtBot) -> None:
    card = _card(qtbot, make_evaluation(30))
    card.apply_theme(DARK)
    assert card.grab().toImage().pixelColor(5, 700).lightness() < 80


def test_words_too_long_for_a_tile_are_cut_but_copied_whole(qtbot: QtBot) -> None:
    evaluation = make_evaluation(30)
    card = _card(qtbot, evaluation)
    card.resize(260, 800)
    qtbot.waitUntil(lambda: card.tiles[3].lines()[2].endswith("…"))
    second = evaluation.matrix.sites.names[evaluation.order[1]]
    assert f"over {second}" in card.text()
    assert f"over {second}" in card.tiles[3].toolTip()


def _conclude(card: SiteCard) -> None:
    evaluation = card.evaluation
    assert evaluation is not None
    stability, draws = weight_stability(evaluation), robustness(evaluation, Draws(200))
    made = (stability, draws, conclude(evaluation, stability, draws), value_flips(evaluation))
    for value in (*made, dominance(evaluation), finding_out(evaluation)):
        card.display_conclusion(value)


def test_it_says_how_often_a_site_is_first_and_how_sure_that_is(qtbot: QtBot) -> None:
    card = _card(qtbot, make_evaluation(30))
    assert card.tiles[2].text() == "First in\t…\tdrawing weights"
    assert not card.answers.sure.isVisible()
    _conclude(card)
    draws = card.concluded(Robustness)
    assert draws is not None
    assert card.tiles[2].figure.value == figures.percent(draws.leader_first)
    verdict = card.concluded(Conclusion)
    assert verdict is not None
    qtbot.waitUntil(lambda: verdict.sentence in card.answers.sure.answer.text())
    qtbot.waitUntil(card.answers.next.isVisible)
    assert "leads once" in card.answers.change.answer.text()
    assert card.text().count("How sure is the first place?\t") == 1


def test_answers_of_an_earlier_evaluation_are_pale_and_its_figure_is_gone(qtbot: QtBot) -> None:
    card = _card(qtbot, make_evaluation(30))
    _conclude(card)
    qtbot.waitUntil(lambda: LIGHT.text in card.answers.next.answer.styleSheet())
    card.display(make_evaluation(30))
    assert card.tiles[2].figure.value == "…"
    qtbot.waitUntil(lambda: LIGHT.muted in card.answers.next.answer.styleSheet())
    _conclude(card)
    qtbot.waitUntil(lambda: LIGHT.text in card.answers.next.answer.styleSheet())


def test_of_two_sites_it_says_what_would_turn_them_round(qtbot: QtBot) -> None:
    evaluation = make_evaluation(30)
    card = _card(qtbot, evaluation)
    _conclude(card)
    names = [evaluation.matrix.sites.names[row] for row in evaluation.order[:2]]
    card.show_selection(frozenset(names))
    assert card.answers.text() == []
    card.display_conclusion(compare(evaluation, *names))
    qtbot.waitUntil(lambda: f"{names[1]} leads once" in card.answers.change.answer.text())
    assert card.answers.change.question.text() == "What would turn them round?"
    assert len(card.answers.text()) == 1
    card.show_selection(frozenset({names[0]}))
    assert len(card.answers.text()) == 3


def test_words_follow_a_hand_no_faster_than_they_can_be_laid_out(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = _card(qtbot, make_evaluation(30))
    monkeypatch.setattr(site_card, "SLOW_S", 60.0)  # however busy the machine is
    sentence = card.sentence.text()
    matrix, scenario = make_matrix(30), make_scenario()
    for weight in (20.0, 40.0, 80.0, 160.0):
        card.display(evaluate(scenario.with_weight("measure_1", weight), matrix))
        assert card.sentence.text() == sentence
    qtbot.waitUntil(lambda: card.sentence.text() != sentence)
