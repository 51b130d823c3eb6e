import pytest
from PySide6.QtWidgets import QInputDialog

from siteselect.ui.panels.scenario_chips import ScenarioChips
from tests.ui.settling import evaluated


@pytest.fixture
def chips(qtbot, session):
    made = ScenarioChips(session)
    qtbot.addWidget(made)
    session.changed.connect(lambda _: made.show_study(session.study))
    made.resize(700, 40)
    made.show()
    return made


def active(chips):
    return [chip.text() for chip in chips.chips if chip.isChecked()]


def test_a_click_puts_another_scenario_to_work_and_undo_takes_it_back(qtbot, chips, session):
    assert active(chips) == ["Balanced"]
    with evaluated(qtbot, session):
        chips.chips[1].click()
    assert session.study.active == "Lowest cost"
    assert session.evaluation.scenario.name == "Lowest cost"
    with evaluated(qtbot, session):
        session.history.undo()
    assert active(chips) == ["Balanced"]


def test_a_click_on_the_one_at_work_changes_nothing(chips, session):
    chips.chips[0].click()
    assert active(chips) == ["Balanced"]
    assert session.history.count() == 0


def test_a_new_scenario_is_a_copy_under_a_free_name(qtbot, chips, session):
    with evaluated(qtbot, session):
        chips.add.click()
    assert [each.name for each in session.study.scenarios][1] == "Balanced 2"
    assert session.study.scenario.criteria == session.study.scenarios[0].criteria
    assert active(chips) == ["Balanced 2"]


def test_rename_and_remove(qtbot, chips, session, monkeypatch):
    monkeypatch.setattr(QInputDialog, "getText", lambda *_, **__: (" Mine ", True))
    chips.rename("Balanced")
    assert session.study.active == "Mine"
    chips.remove("Mine")
    assert session.study.active == "Lowest cost"
    chips.remove("Lowest cost")  # the last one stays
    assert len(session.study.scenarios) == 1


def test_a_name_that_is_taken_is_no_rename(chips, session, monkeypatch):
    monkeypatch.setattr(QInputDialog, "getText", lambda *_, **__: ("Lowest cost", True))
    chips.rename("Balanced")
    assert session.history.count() == 0


def test_what_does_not_fit_stands_in_a_menu(chips):
    assert chips.more.isHidden()
    chips.setFixedWidth(230)
    chips._fit()
    assert not chips.more.isHidden()
    assert chips.chips[-1].isHidden()
    assert [each.text() for each in chips.more.menu().actions()] == ["Balanced", "Lowest cost"]


def entries(chips, name):
    from PySide6.QtCore import QPoint
    from PySide6.QtWidgets import QMenu

    place = [each.name for each in chips._session.study.scenarios].index(name)
    chips._open_menu(chips.chips[place], name, QPoint(2, 2))
    menu = chips.chips[place].findChild(QMenu)
    return menu, {each.text(): each for each in menu.actions()}


def test_the_menu_of_a_chip_copies_compares_and_removes(qtbot, chips, session):
    menu, found = entries(chips, "Lowest cost")
    with qtbot.waitSignal(chips.compared) as told:
        found["Compare with the one at work…"].trigger()
    assert told.args == ["Lowest cost"]
    with evaluated(qtbot, session):
        found["Copy"].trigger()
    menu.close()
    names = [each.name for each in session.study.scenarios]
    assert names == ["Balanced", "Lowest cost", "Lowest cost 2"]
    assert session.study.active == "Lowest cost 2"
    menu, found = entries(chips, "Lowest cost 2")
    assert not found["Compare with the one at work…"].isEnabled()
    with evaluated(qtbot, session):
        found["Remove"].trigger()
    menu.close()
    assert session.study.active == "Lowest cost"


def test_the_scenario_at_work_is_in_sight_even_where_no_chip_has_room(qtbot, chips):
    chips.resize(chips.minimumSizeHint().width() + 40, chips.height())
    chips.show()
    qtbot.wait(20)
    assert [chip for chip in chips.chips if chip.isVisible()] == []
    assert chips.more.text() == active(chips)[0]
    chips.resize(900, chips.height())
    qtbot.wait(20)
    assert all(chip.isVisible() for chip in chips.chips)
