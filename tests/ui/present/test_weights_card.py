import pytest

from siteselect.ui.present.weights_card import WeightsCard
from siteselect.ui.theme import DARK, LIGHT
from tests.ui.present.present_made import make_evaluation


@pytest.fixture
def card(qtbot):
    made = WeightsCard(DARK)
    qtbot.addWidget(made)
    made.display(make_evaluation())
    return made


def test_each_criterion_has_a_slider_at_its_weight(card):
    evaluation = make_evaluation()
    assert {key: each.weight for key, each in card.sliders.items()} == {
        each.key: each.weight for each in evaluation.criteria
    }
    assert sum(int(each.text().split()[0]) for each in card._shares.values()) in range(97, 104)
    assert card.wanted_height() > 150


def test_only_a_hand_is_heard(qtbot, card):
    heard = []
    card.edited.connect(lambda *told: heard.append(told))
    card.display(make_evaluation())
    assert heard == []
    key, slider = next(iter(card.sliders.items()))
    slider.setValue(slider.value() + 2)
    assert heard[0][:2] == (key, slider.weight)
    card.apply_theme(LIGHT)
    assert card.theme is LIGHT
