import numpy as np
import pytest
from PySide6.QtWidgets import QWidget

from siteselect.model.value_function import Linear
from siteselect.ui.theme import DARK, LIGHT
from siteselect.ui.widgets.curve_picture import CurvePicture, SiteMarks

MARKS = SiteMarks(("A", "B", "C", "D"), np.array([20.0, 60.0, np.nan, 9000.0]), "km")


@pytest.fixture
def picture(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    made = CurvePicture(parent, LIGHT)
    made.widget.resize(380, 220)
    parent.resize(380, 220)
    parent.show()
    yield made
    parent.close()


def test_sites_lie_on_the_curve_and_far_ones_at_the_edge(picture):
    value = Linear(0, 100)
    picture.fit(value, MARKS)
    dots = picture.draw_line(value, MARKS)
    assert [(each.name, each.raw, each.share) for each in dots] == [
        ("A", 20.0, 0.2),
        ("B", 60.0, 0.6),
        ("D", 9000.0, 1.0),
    ]
    assert dots[2].at == picture.ends[1] < 9000
    assert picture.ends[0] < 0
    assert picture.ends[1] > 100


def test_pixels_and_values_go_to_and_fro(picture):
    picture.fit(Linear(0, 100), SiteMarks(("A",), np.array([20.0]), "USD/MWh"))
    at = picture.pixel(50.0, 0.5)
    raw, share = picture.at(at)
    assert raw == pytest.approx(50.0, abs=0.4)
    assert share == pytest.approx(0.5, abs=0.01)
    assert picture.pixel(80.0, 0.5).x() > at.x() > picture.pixel(20.0, 0.5).x()
    assert picture.pixel(50.0, 1.0).y() < at.y()


def test_a_grain_is_round_in_the_unit_on_show(picture):
    picture.fit(Linear(0, 100), SiteMarks(("A",), np.array([20.0]), "USD/MWh"))
    assert picture.grain() == pytest.approx(1.0)  # of 124: 0.062 cents, so 0.1
    assert picture.rounded(50.4) == 50.0
    picture.fit(Linear(0, 100), MARKS)
    assert picture.grain() == 2.0


def test_another_theme_is_taken_on(picture):
    picture.apply_theme(DARK)
    assert picture.widget.backgroundBrush().color().name().upper() == DARK.panel
