import pytest

from siteselect.ui.dialogs.weight_page import WeightPage
from tests.making import make_evaluation


def test_a_page_knows_the_criteria_and_must_say_what_it_was_told(qtbot):
    page = WeightPage(make_evaluation())
    qtbot.addWidget(page)
    assert page.titles["measure_3"] == "Measure 3"
    with pytest.raises(TypeError, match="WeightPage does not say"):
        page.shares()
