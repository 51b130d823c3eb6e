import pytest

from siteselect.export.picture_words import IN_REPORT, WORDS, worded
from siteselect.ui.charts.choices import CHARTS
from siteselect.ui.print.studio import VIEWS


def test_every_view_has_its_words():
    assert set(WORDS) == set(VIEWS)
    assert set(IN_REPORT) <= set(WORDS)


def test_the_title_of_a_chart_is_its_question_in_the_window():
    for choice in CHARTS:
        if choice.key != "price_stack":  # whose question names the unit that was chosen
            assert WORDS[choice.key][0] == str(choice.question)


def test_a_picture_bears_title_caption_and_drawing():
    made = worded("map", "<svg/>")
    assert made.key == "map"
    assert made.title == "Where are the sites?"
    assert made.svg == "<svg/>"
    with pytest.raises(KeyError):
        worded("moon")
