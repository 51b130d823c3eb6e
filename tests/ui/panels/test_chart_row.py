import pytest

from siteselect.mcda.robustness import Draws, Robustness, robustness
from siteselect.ui.charts.chart import Chart
from siteselect.ui.charts.choices import CHARTS, Choice
from siteselect.ui.panels.chart_row import AT_ONCE, NARROW, ChartRow
from siteselect.ui.theme import DARK, LIGHT
from tests.making import make_evaluation

KEYS = tuple("abcde")


class Quiet(Chart):
    wants = (Robustness,)

    def __init__(self, theme):
        super().__init__(theme)
        self.drawn, self.kept = [], {}

    def draw(self, evaluation):
        self.drawn.append(evaluation)

    def state(self):
        return self.kept

    def restore(self, state):
        self.kept = dict(state)


CHOICES = tuple(Choice(key, f"What is {key}?", Quiet) for key in KEYS)


@pytest.fixture
def make_row(qtbot):
    def make(wide=1280, state=None):
        made = ChartRow(LIGHT, CHOICES)
        qtbot.addWidget(made)
        made.resize(wide, 190)
        made.restore(state or {})
        made.show()
        return made

    return make


@pytest.fixture
def row(make_row):
    return make_row()


def _filled(qtbot, row):
    row.display(make_evaluation(6))
    qtbot.waitUntil(lambda: all(card.chart is not None for card in row.cards))


@pytest.mark.parametrize(("wide", "count"), [(1280, 3), (1920, 4), (1000, 2), (300, 1)])
def test_as_many_as_fit_are_shown_until_a_person_chooses(make_row, wide, count):
    row = make_row(wide)
    assert row.shown() == KEYS[:count]
    assert [card.choice.key for card in row.cards] == list(KEYS[:count])
    assert all(card.isVisible() for card in row.cards)


def test_a_wider_window_shows_more(row):
    row.resize(1920, 190)
    assert row._keys_in_splitter() == list(KEYS[:4])
    row.resize(900, 190)
    assert row._keys_in_splitter() == list(KEYS[:2])


def test_charts_are_made_when_there_is_something_to_show_one_by_one(qtbot, row):
    assert [card.chart for card in row.cards] == [None] * 3
    row.display(make_evaluation(6))
    assert [card.chart for card in row.cards] == [None] * 3  # the frame pays for none
    assert not row.settled
    qtbot.waitUntil(lambda: row.settled)
    assert all(len(card.chart.drawn) == 1 for card in row.cards)


def test_a_chart_made_late_knows_all_that_was_told_before(qtbot, row):
    evaluation = make_evaluation(6)
    held = robustness(evaluation, Draws(10))
    row.show_selection(frozenset({"Site 0001"}))
    row.display_conclusion(held)
    row.display(evaluation)
    qtbot.waitUntil(lambda: row.cards[-1].chart is not None)
    assert row.cards[-1].chart.concluded(Robustness) is held
    assert row.cards[-1].chart.names == {"Site 0001"}


def test_a_wish_of_any_chart_is_handed_on_and_what_comes_reaches_all(qtbot, row):
    _filled(qtbot, row)
    with qtbot.waitSignal(row.selected) as wish:
        row.cards[1].chart.choose(frozenset({"Site 0002"}))
    assert wish.args == [frozenset({"Site 0002"})]
    row.show_selection(frozenset({"Site 0003"}))
    assert {card.chart.names for card in row.cards} == {frozenset({"Site 0003"})}
    row.apply_theme(DARK)
    assert all(card.chart.theme is DARK for card in row.cards)


def test_the_menu_ticks_what_is_shown_and_shows_one_more_or_less(qtbot, row):
    menu = row.make_menu(row)
    menu.aboutToShow.emit()
    ticks = {action.text(): action.isChecked() for action in menu.actions() if action.text()}
    assert [text for text, on in ticks.items() if on][:3] == [each.question for each in CHOICES[:3]]
    assert ticks["As many as fit, in this order"]
    menu.actions()[4].trigger()
    assert row.shown() == ("a", "b", "c", "e")
    menu.aboutToShow.emit()
    menu.actions()[0].trigger()
    assert row.shown() == ("b", "c", "e")
    menu.aboutToShow.emit()
    menu.actions()[-1].trigger()
    assert row.shown() == KEYS[:3]


def test_a_card_shows_another_chart_moves_and_hides(row):
    def do(card, text):
        card.menu.aboutToShow.emit()
        next(action for action in card.menu.actions() if action.text() == text).trigger()

    do(row.cards[0], "What is d?")
    assert row.shown() == ("d", "b", "c")
    do(row.cards[0], "What is c?")
    assert row.shown() == ("c", "b", "d")
    do(row.cards[1], "Move to the &right")
    assert row._keys_in_splitter() == ["c", "d", "b"]
    do(row.cards[2], "&Hide this chart")
    assert row.shown() == ("c", "d")
    assert not row._cards["b"].isVisible()


def test_the_last_chart_cannot_be_hidden(row):
    row.choose(["b"])
    row.cards[0].menu.aboutToShow.emit()
    assert not row.cards[0].menu.actions()[-1].isEnabled()


def test_one_chart_large_and_all_of_them_again(qtbot, row):
    with qtbot.waitSignal(row.enlarged) as wish:
        row.cards[1].alone.click()
    assert wish.args == [True]
    assert [card.isHidden() for card in row.cards] == [True, False, True]
    with qtbot.waitSignal(row.enlarged) as wish:
        row.cards[1].alone.click()
    assert wish.args == [False]
    assert [card.isHidden() for card in row.cards] == [False, False, False]


def test_choice_order_widths_and_settings_come_back(qtbot, make_row):
    row = make_row()
    row.choose(["c", "a"])
    _filled(qtbot, row)
    row._splitter.setSizes([800, 300])
    row.cards[0].chart.kept = {"cut": "fine"}
    again = make_row(state=row.state())
    assert again.shown() == ("c", "a")
    assert again.cards[0].width() > 2 * again.cards[1].width()
    _filled(qtbot, again)
    assert again.cards[0].chart.kept == {"cut": "fine"}


@pytest.mark.parametrize(
    "damaged",
    [
        {"chosen": 3},
        {"chosen": ["gone"]},
        {"widths": "wide", "states": [1]},
        {"chosen": None, "widths": [1, "x", 2], "states": {"a": 3}},
    ],
)
def test_what_is_not_understood_is_left(make_row, damaged):
    assert make_row(state=damaged).shown() == KEYS[:3]


def test_too_many_for_the_width_are_not_squeezed_to_nothing(make_row):
    row = make_row(wide=3 * NARROW + 20)
    row.choose(KEYS)
    assert row.shown() == KEYS[:3]


def test_the_real_charts_can_all_be_shown_at_once(qtbot):
    row = ChartRow(LIGHT)
    qtbot.addWidget(row)
    row.resize(NARROW * len(CHARTS) + 100, 190)
    row.choose([choice.key for choice in CHARTS])
    row.show()
    _filled(qtbot, row)
    assert len(row.cards) == len(CHARTS)


def test_charts_follow_in_turns_a_few_in_each(qtbot, make_row):
    row = make_row(wide=2000)
    row.choose(KEYS)
    _filled(qtbot, row)
    charts = [card.chart for card in row.cards]
    qtbot.waitUntil(lambda: not row._waiting)
    for chart in charts:
        chart.drawn.clear()
    first, last = make_evaluation(6), make_evaluation(6)
    row.display(first)
    assert not any(chart.evaluation is first for chart in charts)  # what else follows is painted
    row._turns.timeout.emit()
    assert sum(chart.evaluation is first for chart in charts) == AT_ONCE
    row.display(last)
    qtbot.waitUntil(lambda: all(chart.evaluation is last for chart in charts))
    assert all(len(chart.drawn) in {1, 2} for chart in charts)  # nobody starves, nobody hurries


def test_charts_out_of_sight_keep_the_last_and_take_no_turn(qtbot, row):
    _filled(qtbot, row)
    row.choose(["a", "b"])
    evaluation = make_evaluation(6)
    row.display(evaluation)
    qtbot.waitUntil(lambda: not row._waiting)
    hidden = row._cards["c"].chart
    assert hidden.evaluation is evaluation
    assert evaluation not in hidden.drawn


class Reckoning(Quiet):
    marks_slowly = True

    def __init__(self, theme):
        super().__init__(theme)
        self.marked = []

    def mark_selection(self, names):
        self.marked.append(names)


def test_a_chart_that_reckons_anew_marks_the_last_selection_in_its_turn(qtbot):
    made = ChartRow(LIGHT, (Choice("a", "What is a?", Reckoning), *CHOICES[1:]))
    qtbot.addWidget(made)
    made.resize(1280, 190)
    made.show()
    _filled(qtbot, made)
    slow, quick = (card.chart for card in made.cards[:2])
    qtbot.waitUntil(lambda: made.settled)
    slow.marked.clear()
    for name in ("Site 0001", "Site 0002", "Site 0003"):
        made.show_selection(frozenset({name}))
        assert quick.names == {name}
    assert slow.marked == []
    assert not made.settled
    qtbot.waitUntil(lambda: made.settled)
    assert slow.marked == [frozenset({"Site 0003"})]


def test_a_chart_out_of_sight_keeps_the_selection_for_when_it_is_seen(qtbot):
    made = ChartRow(LIGHT, (Choice("a", "What is a?", Reckoning), *CHOICES[1:]))
    qtbot.addWidget(made)
    made.resize(1280, 190)
    made.show()
    _filled(qtbot, made)
    made.choose(["b"])
    made.show_selection(frozenset({"Site 0002"}))
    made.choose(["a", "b"])
    assert made.cards[0].chart.marked[-1] == frozenset({"Site 0002"})
