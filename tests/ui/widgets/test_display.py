import pytest
from pytestqt.qtbot import QtBot

from siteselect.mcda.robustness import Draws, Robustness, robustness
from siteselect.model.evaluation import Evaluation
from siteselect.ui.theme import DARK, LIGHT
from siteselect.ui.widgets.display import Display, belongs
from tests.making import make_evaluation


class Drawn(Display):
    def __init__(self) -> None:
        super().__init__(LIGHT)
        self.drawn: list[Evaluation] = []
        self.marked: list[frozenset[str]] = []

    def draw(self, evaluation: Evaluation) -> None:
        self.drawn.append(evaluation)

    def mark_selection(self, names: frozenset[str]) -> None:
        self.marked.append(names)


def test_a_hidden_display_sleeps_and_draws_the_last_when_shown(qtbot: QtBot) -> None:
    display = Drawn()
    qtbot.addWidget(display)
    first, last = make_evaluation(3), make_evaluation(4)
    display.display(first)
    display.display(last)
    display.show_selection(frozenset({"Site 0001"}))
    assert display.drawn == []
    display.show()
    assert display.drawn == [last]
    assert display.marked == [frozenset({"Site 0001"})]
    display.hide()
    display.show()
    assert len(display.drawn) == 1


def test_a_visible_display_draws_at_once(qtbot: QtBot) -> None:
    display = Drawn()
    qtbot.addWidget(display)
    display.show()
    evaluation = make_evaluation(3)
    display.display(evaluation)
    assert display.drawn == [evaluation]


def test_showing_a_selection_is_silent_choosing_is_not(qtbot: QtBot) -> None:
    display = Drawn()
    qtbot.addWidget(display)
    heard: list[object] = []
    display.selected.connect(heard.append)
    display.show_selection(frozenset({"a"}))
    display.choose(frozenset({"a"}))
    assert heard == []
    display.choose(frozenset({"b"}))
    assert heard == [frozenset({"b"})]


def test_a_theme_is_kept(qtbot: QtBot) -> None:
    display = Drawn()
    qtbot.addWidget(display)
    display.apply_theme(DARK)
    assert display.theme is DARK


def test_a_display_must_say_how_it_draws(qtbot: QtBot) -> None:
    display = Display(LIGHT)
    qtbot.addWidget(display)
    with pytest.raises(TypeError, match="Display does not say"):
        display.draw(make_evaluation(3))


def test_a_conclusion_is_kept_and_told_apart_from_a_stale_one(qtbot: QtBot) -> None:
    class Wanting(Drawn):
        wants = (Robustness,)

    display = Wanting()
    qtbot.addWidget(display)
    first, last = make_evaluation(5), make_evaluation(5)
    held = robustness(first, Draws(20))
    display.show()
    display.display(first)
    display.display_conclusion(held)
    display.display_conclusion("something else")
    assert display.concluded(Robustness) is held
    assert display.drawn == [first, first]
    display.display(last)
    assert display.concluded(Robustness) is None
    assert display.concluded(Robustness, stale=True) is held
    assert belongs(held, first)
    assert not belongs(held, None)
    display.hide()
    display.display_conclusion(robustness(last, Draws(20)))
    assert display.drawn == [first, first, last]
    display.show()
    assert display.drawn == [first, first, last, last]
