import pytest

from siteselect.model.figures import FIGURES
from siteselect.ui.money_day import money_day
from siteselect.ui.money_edits import MoneyEdits
from siteselect.ui.panels.assumed_figures import AssumedFigures
from siteselect.ui.session import Session
from siteselect.ui.theme import DARK, LIGHT
from tests.ui.money_made import ground, money, pack, study


@pytest.fixture
def session(tasks, faults):
    return Session(study(), tasks, faults.append, lambda *_: ground())


def test_every_figure_of_every_group_has_a_row_and_shows_its_number(qtbot, session):
    seen = set()
    for group in dict.fromkeys(info.group for info in FIGURES.values()):
        panel = AssumedFigures(group, MoneyEdits(session), LIGHT)
        qtbot.addWidget(panel)
        panel.show_day(money())
        seen |= set(panel.rows)
        for each in money().finance.assumptions():
            if each.key in panel.rows:
                factor = 100.0 if each.unit == "share" else 1.0
                shown = panel.rows[each.key].box.value()
                assert shown == pytest.approx(each.figure.value * factor, abs=5e-3)
        panel.dress(DARK)
    assert seen == set(FIGURES)


def test_a_typed_figure_is_chosen_and_put_back(qtbot, session):
    panel = AssumedFigures("Earnings", MoneyEdits(session), LIGHT)
    qtbot.addWidget(panel)
    panel.show_day(money())
    assert panel.rows["decay"].tone == "sourced"
    assert panel.rows["discount"].tone == "assumed"
    panel.rows["discount"].edited.emit(0.1, 7)
    assert session.study.money.figure("discount").value == 0.1
    panel.show_day(money_day(session.study, pack()))
    assert panel.rows["discount"].tone == "yours"
    panel.rows["discount"].put_back.emit()
    assert session.study.money.figure("discount") is None
