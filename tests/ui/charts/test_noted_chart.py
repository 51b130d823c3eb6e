import pytest
from PySide6.QtWidgets import QWidget

from siteselect.ui.charts.noted_chart import NotedChart
from siteselect.ui.theme import DARK, LIGHT
from tests.making import make_evaluation


class Sky(NotedChart):
    """Says how often it was told."""

    question = "What is above?"

    def __init__(self):
        super().__init__(LIGHT, "Nothing seen yet")
        self.picture = QWidget(self)
        self.times = 0
        self.hang(self.picture)
        self.dress(LIGHT)

    def tell(self):
        self.times += 1
        self.write(f"Seen {self.times}")


@pytest.fixture
def chart(qtbot):
    made = Sky()
    qtbot.addWidget(made)
    made.resize(300, 200)
    made.show()
    return made


def test_the_picture_lies_over_its_note_and_bears_the_question(chart):
    assert chart.note.text() == "Nothing seen yet"
    assert chart.picture.accessibleName() == "What is above?"
    assert chart.picture.geometry().bottom() < chart.note.geometry().top()
    assert chart.picture.height() > chart.note.height()


def test_an_evaluation_and_a_selection_both_tell_anew(chart):
    chart.display(make_evaluation())
    chart.show_selection(frozenset({"Site 0001"}))
    assert chart.note.text() == "Seen 2"
    assert "Seen 2" in chart.note.toolTip()


def test_the_note_follows_the_theme(chart):
    before = chart.note.styleSheet()
    chart.apply_theme(DARK)
    assert DARK.muted in chart.note.styleSheet()
    assert chart.note.styleSheet() != before
