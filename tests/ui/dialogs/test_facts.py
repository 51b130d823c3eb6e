from datetime import date

import pytest

from siteselect.model.gate import Verdict
from siteselect.model.own_fact import OwnFact
from siteselect.ui.dialogs.fact_form import FactForm
from siteselect.ui.dialogs.facts import FactsDialog
from siteselect.ui.session import Session
from tests.ui.money_made import ground, study
from tests.ui.settling import evaluated


@pytest.fixture
def session(qtbot, tasks, faults):
    made = Session(study(), tasks, faults.append, lambda *_: ground())
    with evaluated(qtbot, made):
        made.begin()
    return made


@pytest.fixture
def dialog(qtbot, session):
    made = FactsDialog(session)
    qtbot.addWidget(made)
    made.show()
    return made


def show(dialog, title, words=""):
    dialog.tables.setCurrentText(title)
    dialog.wanted.setText(words)


def test_it_shows_what_holds_on_the_day_and_follows_it(qtbot, dialog, session):
    show(dialog, "Rules", "kg banned")
    assert [line.id for line in dialog.lines] == ["R21"]
    assert "2021-06-02" in dialog.held_only.text()
    with evaluated(qtbot, session):
        session.edit(session.study.with_day(date(2022, 6, 1)), "Day")
    assert "R21" not in [line.id for line in dialog.lines]
    dialog.held_only.click()
    assert "R21" in [line.id for line in dialog.lines]


def test_a_corrected_row_moves_the_ranking_and_undo_brings_it_back(qtbot, dialog, session):
    show(dialog, "Rules", "kg banned")
    dialog.view.selectRow(0)
    dialog.mend.click()
    form = dialog.findChild(FactForm)
    form.type("valid_from", "2021-06-10")
    with evaluated(qtbot, session):
        form.keep.click()
    assert session.study.facts == (OwnFact.of("rules", {"id": "R21", "valid_from": "2021-06-10"}),)
    row = session.evaluation.matrix.sites.index("Kemin")
    assert session.evaluation.verdicts[row] is not Verdict.FAIL
    with evaluated(qtbot, session):
        session.history.undo()
    assert session.evaluation.verdicts[row] is Verdict.FAIL
    assert [line.sure for line in dialog.lines] != ["yours"]


def test_a_row_of_ones_own_is_taken_out(qtbot, dialog, session):
    own = OwnFact.of("rules", {"id": "R21", "text": "Mining temporarily banned, by my reading"})
    with evaluated(qtbot, session):
        session.edit(session.study.with_fact(own), "Fact")
    show(dialog, "Rules", "kg banned")
    assert dialog.lines[0].yours
    assert "1 of them yours" in dialog.count.text()
    assert not dialog.drop.isEnabled()
    dialog.view.selectRow(0)
    with evaluated(qtbot, session):
        dialog.drop.click()
    assert session.study.facts == ()
    assert not dialog.lines[0].yours


def test_a_new_fact_is_asked_for(dialog, session):
    show(dialog, "Exchange rates")
    dialog.add.click()
    form = dialog.findChild(FactForm)
    for column, text in {"currency": "KZT", "units_per_usd": "400", "start": "2021-06-01",
                         "end": "2021-06-30", "kind": "my bank"}.items():  # fmt: skip
        form.type(column, text)
    assert form.told() == ()
    form.keep.click()
    assert session.study.facts[0].cell("units_per_usd") == "400"


def test_a_broken_row_of_a_project_is_told_and_the_packs_rows_stay(dialog, session):
    session._study = study().with_fact(OwnFact.of("rules", {"id": "R21", "valid_to": "never"}))
    dialog.refresh()
    assert "never" in dialog.count.text()
    assert dialog.lines
