import pytest

from siteselect.ui.theme import DARK
from tests.ui.money_made import ground, study


@pytest.fixture
def window(make_window):
    return make_window(study(), open_pack=lambda *_: ground())


def test_the_money_place_is_made_when_it_is_first_wanted(qtbot, window):
    assert window.workplaces.money is None
    window.actions_by_key["money"].trigger()
    place = window.workplaces.money
    assert window.workplaces.currentWidget() is place
    assert window.top.workplaces.buttons["money"].isChecked()
    assert not window.actions_by_key["compare"].isChecked()
    reckoner = window.workplaces.reckoner
    qtbot.waitUntil(lambda: reckoner.settled and place.cash.found is not None)
    assert place.table.model.rowCount() == len(window.session.study.candidates)
    assert place.timeline.headline != ""
    window.top.workplaces.buttons["compare"].click()
    assert window.workplaces.currentWidget() is window.places
    window.set_theme("dark")
    assert all(display.theme is DARK for display in place.displays)
    window.set_theme("light")


def test_selection_is_one_in_both_places(qtbot, window):
    window.actions_by_key["money"].trigger()
    place = window.workplaces.money
    place.displays[0].selected.emit(frozenset({"Balkhash"}))
    assert all(display.names == {"Balkhash"} for display in (*place.displays, window.ranking))
    qtbot.waitUntil(lambda: window.workplaces.reckoner.settled and place.cash.found is not None)
    assert place.cash.found.name == "Balkhash"


def test_the_place_is_remembered_and_waits_for_the_region(qtbot, make_window, settings):
    settings.workplace = "money"
    window = make_window(study(), begin=False, open_pack=lambda *_: ground())
    assert window.workplaces.currentWidget() is window.workplaces._waiting
    assert window.actions_by_key["money"].isChecked()
    window.begin()
    qtbot.waitUntil(lambda: window.workplaces.money is not None)
    assert window.workplaces.currentWidget() is window.workplaces.money
    qtbot.waitUntil(lambda: window.workplaces.reckoner.settled and not window.tasks.running)
    settings.workplace = "somewhere"
    window.workplaces.go(settings.workplace)
    assert settings.workplace == "compare"


def test_in_compare_no_money_is_reckoned(qtbot, window):
    window.actions_by_key["money"].trigger()
    qtbot.waitUntil(lambda: window.workplaces.reckoner.settled and not window.tasks.running)
    window.actions_by_key["compare"].trigger()
    window.session.edit(window.session.study.with_load(20.0), "Load")
    qtbot.waitUntil(lambda: window.session.evaluation.matrix.load_mw == 20.0)
    assert window.workplaces.money.table.day.study.context.load_mw == 50.0
    window.actions_by_key["money"].trigger()
    qtbot.waitUntil(
        lambda: (
            window.workplaces.money.table.day.study.context.load_mw == 20.0
            and window.workplaces.reckoner.settled
        )
    )
