import pytest

from siteselect.errors import StudyError
from siteselect.ui.dialogs.weigh_swing import SwingPage
from tests.making import make_evaluation


@pytest.fixture
def page(qtbot):
    made = SwingPage(make_evaluation())
    qtbot.addWidget(made)
    made.show()
    return made


def test_points_start_from_the_weights_and_the_greatest_has_100(page):
    assert page.boxes["measure_5"].value() == 100.0
    assert page.boxes["measure_0"].value() == 67.0  # 10 of 15
    assert sum(page.shares().values()) == pytest.approx(1.0)


def test_slider_and_number_follow_each_other(qtbot, page):
    with qtbot.waitSignal(page.changed):
        page.sliders["measure_0"].edited.emit(50.0, 1)
    assert page.boxes["measure_0"].value() == 50.0
    page.boxes["measure_0"].edited.emit(20.0, 2)
    assert page.sliders["measure_0"].weight == 20.0
    assert page.shares()["measure_0"] / page.shares()["measure_5"] == pytest.approx(0.2)


def test_all_at_zero_is_refused_in_a_sentence(page):
    for box in page.boxes.values():
        box.show_value(0.0)
    with pytest.raises(StudyError, match="All swings are 0"):
        page.shares()


def test_the_swing_is_told_from_worst_to_best(page):
    assert page._span("measure_0") == "0 → 100 km"
    assert page._span("measure_1") == "100 → 0 km"
