import pytest

from siteselect.ui.money_day import money_day
from siteselect.ui.money_edits import MoneyEdits
from siteselect.ui.panels.assumed_partners import AssumedPartners
from siteselect.ui.session import Session
from siteselect.ui.theme import DARK, LIGHT
from tests.ui.money_made import ground, money, pack, study


@pytest.fixture
def session(tasks, faults):
    return Session(study(), tasks, faults.append, lambda *_: ground())


def test_nobody_shares_until_the_case_is_chosen(qtbot, session):
    panel = AssumedPartners(MoneyEdits(session), LIGHT)
    qtbot.addWidget(panel)
    panel.show()
    panel.show_day(money())
    assert panel.preset.currentIndex() == 0
    assert not panel.cost.isVisible()
    panel.preset.activated.emit(1)
    assert [each.cost_share for each in session.study.money.partners] == [0.8, 0.2]
    day = money_day(session.study, pack())
    panel.show_day(day)
    panel.show_site(day, "Ekibastuz")
    assert panel.cost.box.value() == 80.0
    assert panel.profit.tone == "assumed"
    assert "You: NPV +" in panel.told.text()
    panel.profit.edited.emit(0.5, 3)
    assert [each.profit_share for each in session.study.money.partners] == [0.5, 0.5]
    panel.dress(DARK)
    panel.preset.activated.emit(0)
    assert session.study.money.partners == ()
