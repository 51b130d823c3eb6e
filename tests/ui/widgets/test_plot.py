import pytest
from PySide6.QtWidgets import QWidget

from siteselect.ui.theme import DARK, LIGHT
from siteselect.ui.widgets.plot import Plot


@pytest.fixture
def plot(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    made = Plot(parent, LIGHT, "Cash")
    made.parent = parent
    made.widget.resize(300, 200)
    parent.show()
    return made


def test_it_takes_the_theme_and_its_name(plot):
    assert plot.widget.accessibleName() == "Cash"
    plot.label("months")
    plot.dress(DARK)
    assert plot.widget.backgroundBrush().color().name().upper() == DARK.panel
    assert plot.widget.getAxis("bottom").labelText == "months"


def test_values_are_found_at_their_place(plot):
    plot.widget.setXRange(0, 10, padding=0)
    plot.widget.setYRange(-5, 5, padding=0)
    plot.widget.grab()
    left, right = plot.values_at(60, 100)[0], plot.values_at(280, 100)[0]
    assert 0 <= left < right <= 10
    assert plot.values_at(100, 20)[1] > plot.values_at(100, 150)[1]


def test_words_are_taken_out_with_the_rest(plot):
    item = plot.words("month 4", LIGHT.text, 4, 0, (0, 0))
    assert item in plot.widget.getPlotItem().items
    plot.clear()
    assert item not in plot.widget.getPlotItem().items
    assert plot.pen(LIGHT.line, dashed=True).dashPattern()
