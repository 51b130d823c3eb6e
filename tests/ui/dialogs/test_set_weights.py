import pytest

from siteselect.ui.dialogs.set_weights import STEPS, SetWeightsDialog
from siteselect.ui.preview import preview
from tests.making import make_evaluation, make_scenario


@pytest.fixture
def dialog(qtbot):
    made = SetWeightsDialog(make_evaluation(), "swing")
    qtbot.addWidget(made)
    made.show()
    return made


def test_it_opens_on_the_way_that_was_asked_for(dialog):
    assert dialog.page.key == "swing"
    assert dialog.step == "Weights by swings"
    assert set(STEPS) == set(dialog.pages)


def test_shares_advisers_and_the_ranking_that_follows_stand_beside(dialog):
    page = dialog.pages["swing"]
    for key in page.boxes:
        page.boxes[key].show_value(100.0 if key == "measure_0" else 0.0)
    page.sliders["measure_0"].edited.emit(100.0, 1)
    rows = dialog.shares.texts()
    assert rows[0][:3] == ("Measure 0", "13 %", "100 %")
    assert len(rows[0]) == 6
    alone = {f"measure_{place}": float(place == 0) for place in range(6)}
    after = preview(make_evaluation(), alone)
    assert dialog.ranking.texts()[0][:2] == ("1", after.leader)
    assert "would be first instead of" in dialog.told.text()
    made = dialog.weighed(make_scenario())
    assert [each.weight for each in made.criteria] == [100.0, 0.0, 0.0, 0.0, 0.0, 0.0]


def test_a_page_that_was_told_nothing_applies_nothing(dialog):
    dialog.tabs.setCurrentIndex(2)
    assert dialog.page.key == "pairs"
    assert not dialog.apply.isEnabled()
    assert "No pair is judged yet" in dialog.told.text()
    dialog.tabs.setCurrentIndex(0)
    assert dialog.apply.isEnabled()


def test_applying_is_accepting(qtbot, dialog):
    with qtbot.waitSignal(dialog.accepted):
        dialog.apply.click()
