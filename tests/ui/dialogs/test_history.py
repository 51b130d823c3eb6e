import pytest

from siteselect.ui.dialogs.history import HistoryDialog
from siteselect.ui.theme import DARK, LIGHT


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_every_step_is_listed_and_a_click_goes_there(qtbot, session, theme):
    studies = [session.study]
    for weight, text in ((2.0, "One"), (3.0, "Two"), (4.0, "Three")):
        session.edit(session.study.with_weight("measure_0", weight), text)
        studies.append(session.study)
    dialog = HistoryDialog(session.history, theme)
    qtbot.addWidget(dialog)
    model = dialog.steps.model()
    told = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert told == ["As opened", "One", "Two", "Three"]
    assert dialog.steps.currentIndex().row() == 3
    for row in (1, 0, 3, 2):
        dialog.steps.setCurrentIndex(model.index(row, 0))
        assert session.study == studies[row]
    dialog.undo.click()
    assert session.study == studies[1]
    dialog.redo.click()
    assert session.study == studies[2]
    session.history.setIndex(0)  # from elsewhere
    assert dialog.steps.currentIndex().row() == 0
    assert not dialog.undo.isEnabled()
    assert dialog.redo.isEnabled()
