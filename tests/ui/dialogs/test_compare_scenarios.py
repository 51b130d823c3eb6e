from dataclasses import replace

import pytest

from siteselect.mcda.evaluate import evaluate
from siteselect.ui.dialogs.compare_scenarios import CompareScenariosDialog
from tests.making import make_evaluation, make_matrix
from tests.ui.made import make_study


@pytest.fixture
def dialog(qtbot):
    made = CompareScenariosDialog(make_study(), make_evaluation())
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_one_at_work_is_compared_with_the_next(dialog):
    assert [side.currentText() for side in dialog.sides] == ["Balanced", "Lowest cost"]
    rows = {row[0]: row[1:] for row in dialog.differences.texts()}
    assert rows["Weight of Measure 0"] == ("13 %", "38 %")


def test_ranks_stand_side_by_side_with_their_moves(dialog):
    study = make_study()
    one = evaluate(study.scenarios[0], make_matrix(30))
    other = evaluate(study.scenarios[1], make_matrix(30))
    for name, before, after, moves in dialog.ranks.texts():
        row = one.matrix.sites.index(name)
        assert before == (str(one.ranks[row]) if one.ranks[row] else "—")
        assert after == (str(other.ranks[row]) if other.ranks[row] else "—")
        moved = int(one.ranks[row] - other.ranks[row])
        assert moves == (f"▲ {moved}" if moved > 0 else f"▼ {-moved}" if moved < 0 else "")
    assert "all 2 scenarios" in dialog.told.text()


def test_a_scenario_and_itself_judge_alike(dialog):
    dialog.sides[1].setCurrentIndex(0)
    dialog.sides[1].activated.emit(0)
    assert dialog.differences.texts()[0][0] == "They judge alike."
    assert all(row[3] == "" for row in dialog.ranks.texts())


def test_a_scenario_that_concludes_nothing_says_why(qtbot):
    study = make_study()
    empty = study.scenarios[1]
    for each in empty.criteria:
        empty = empty.with_weight(each.key, 0.0)
    study = replace(study, scenarios=(study.scenarios[0], empty))
    dialog = CompareScenariosDialog(study, make_evaluation())
    qtbot.addWidget(dialog)
    assert "has a weight above zero" in dialog.told.text()
    assert dialog.ranks.rowCount() == 0
