from dataclasses import replace

import pytest

from siteselect.errors import StudyError
from siteselect.mcda.evaluate import evaluate
from siteselect.model.value_function import Relative
from siteselect.ui.dialogs.weigh_trade import TradePage
from tests.making import make_evaluation, make_matrix, make_scenario


@pytest.fixture
def page(qtbot):
    made = TradePage(make_evaluation())
    qtbot.addWidget(made)
    made.show()
    return made


def test_amounts_start_from_the_weights(page):
    assert page.question.text() == "1 km more of Measure 0 makes good for …"
    # alike spans of 100 km: weights 10 and 11
    assert page.boxes["measure_1"].value() == pytest.approx(10 / 11, abs=0.001)


def test_an_answer_makes_the_weight(qtbot, page):
    with qtbot.waitSignal(page.changed):
        page.boxes["measure_1"].edited.emit(2.0, 1)
    shares = page.shares()
    assert shares["measure_0"] / shares["measure_1"] == pytest.approx(2.0)
    assert shares["measure_2"] / shares["measure_0"] == pytest.approx(1.2)


def test_another_criterion_to_think_in_keeps_the_answers(page):
    page.boxes["measure_1"].edited.emit(2.0, 1)
    page.reference.setCurrentIndex(1)
    page.reference.activated.emit(1)
    assert page.question.text() == "1 km less of Measure 1 makes good for …"
    assert page.boxes["measure_0"].value() == pytest.approx(0.5)


def test_bent_functions_cannot_be_traded(qtbot):
    scenario = make_scenario(2)
    bent = replace(scenario.criterion("measure_1"), value=Relative())
    page = TradePage(evaluate(scenario.with_criterion(bent), make_matrix(6)))
    qtbot.addWidget(page)
    assert page.keys == ["measure_0"]
    assert page.boxes == {}
    with pytest.raises(StudyError, match="wants two criteria with straight value functions"):
        page.shares()
