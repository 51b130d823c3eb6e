import pytest
from pytestqt.qtbot import QtBot

from siteselect.ui.charts.choices import CHARTS, Choice
from siteselect.ui.theme import LIGHT


@pytest.mark.parametrize("choice", CHARTS, ids=lambda each: each.key)
def test_each_choice_makes_the_chart_of_its_key_and_question(qtbot: QtBot, choice: Choice) -> None:
    chart = choice.make(LIGHT)
    qtbot.addWidget(chart)
    assert (chart.key, chart.question) == (choice.key, choice.question)
    controls = chart.controls()
    if controls is not None:
        qtbot.addWidget(controls)


def test_every_title_is_a_question_and_every_key_its_own() -> None:
    assert all(choice.question.endswith("?") for choice in CHARTS)
    assert len({choice.key for choice in CHARTS}) == len(CHARTS)
