from pytestqt.qtbot import QtBot

from siteselect.mcda.comparison import compare
from siteselect.mcda.sensitivity import weight_stability
from siteselect.mcda.verdict import conclude
from siteselect.ui.site_card_answers import ANSWERED, Answer, Answers
from siteselect.ui.theme import LIGHT
from siteselect.ui.widgets.display import Display
from tests.making import make_evaluation


class Card(Display):
    wants = ANSWERED

    def draw(self, evaluation):
        del evaluation


def _answers(qtbot: QtBot) -> tuple[Card, Answers]:
    card = Card(LIGHT)
    qtbot.addWidget(card)
    card.display(make_evaluation(30))
    return card, Answers(card)


def test_an_answer_shows_itself_only_where_there_is_one(qtbot: QtBot) -> None:
    card, _ = _answers(qtbot)
    answer = Answer("Why?", card)
    assert answer.isHidden()
    assert answer.text() == ""
    answer.show_answer("Why?", "Because.", LIGHT, stale=False)
    assert not answer.isHidden()
    assert answer.text() == "Why?\tBecause."
    assert LIGHT.text in answer.answer.styleSheet()
    answer.show_answer("Why?", "Because.", LIGHT, stale=True)
    assert LIGHT.muted in answer.answer.styleSheet()
    answer.show_answer("Why?", "", LIGHT, stale=True)
    assert answer.isHidden()


def test_nothing_concluded_nothing_answered(qtbot: QtBot) -> None:
    card, answers = _answers(qtbot)
    answers.speak_of(0, card)
    assert answers.text() == []


def test_what_is_known_is_told(qtbot: QtBot) -> None:
    card, answers = _answers(qtbot)
    evaluation = card.evaluation
    assert evaluation is not None
    stability = weight_stability(evaluation)
    card.display_conclusion(stability)
    card.display_conclusion(conclude(evaluation, stability))
    answers.speak_of(int(evaluation.order[0]), card)
    assert [line.split("\t")[0] for line in answers.text()] == [
        "How sure is the first place?",
        "What would change it?",
    ]


def test_a_comparison_of_other_sites_is_not_told(qtbot: QtBot) -> None:
    card, answers = _answers(qtbot)
    evaluation = card.evaluation
    assert evaluation is not None
    one, other, third = (evaluation.matrix.sites.names[row] for row in evaluation.order[:3])
    card.display_conclusion(compare(evaluation, one, other))
    answers.speak_of_two(one, third, card)
    assert answers.text() == []
    answers.speak_of_two(other, one, card)
    assert len(answers.text()) == 1
