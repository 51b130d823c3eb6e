import pytest

from siteselect.ui.money_day import money_day
from siteselect.ui.money_edits import MoneyEdits
from siteselect.ui.panels.assumed_lands import AssumedLands
from siteselect.ui.session import Session
from siteselect.ui.theme import DARK, LIGHT
from tests.ui.money_made import ground, money, pack, study


@pytest.fixture
def session(tasks, faults):
    return Session(study(), tasks, faults.append, lambda *_: ground())


@pytest.fixture
def panel(qtbot, session):
    made = AssumedLands(MoneyEdits(session), LIGHT)
    qtbot.addWidget(made)
    made.show_day(money())
    made.show()
    return made


def turn(panel, code):
    panel.lands.setCurrentIndex(panel.lands.findData(code))
    panel.lands.activated.emit(panel.lands.currentIndex())


def test_every_land_of_the_sites_with_what_is_known_of_it(panel):
    titles = [panel.lands.itemText(at) for at in range(panel.lands.count())]
    assert {"Kazakhstan", "Kyrgyzstan", "Xinjiang", "Texas"} <= set(titles)
    turn(panel, "KG")
    row = panel.rows["profit_tax"]
    assert row.source.source.startswith("Q22")
    assert row.tone == "sourced"
    turn(panel, "KZ")
    assert row.source.source.startswith("assumption")


def test_a_typed_figure_is_of_that_land_alone_and_can_be_put_back(panel, session):
    turn(panel, "KZ")
    panel.rows["profit_tax"].edited.emit(0.2, 1)
    assert session.study.money.by_land[0][:2] == ("KZ", "profit_tax")
    assert session.study.money.figures == ()
    panel.show_day(money_day(session.study, pack()))
    assert panel.land == "KZ"
    assert panel.rows["profit_tax"].box.value() == 20.0
    assert panel.rows["profit_tax"].tone == "yours"
    turn(panel, "US-TX")
    assert panel.rows["profit_tax"].box.value() == 0.0
    turn(panel, "KZ")
    panel.rows["profit_tax"].put_back.emit()
    assert session.study.money.by_land == ()
    panel.dress(DARK)
