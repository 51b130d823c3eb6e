import pytest
from PySide6.QtCore import Qt

from siteselect.ui.dialogs.pick_measure import PickMeasureDialog
from siteselect.ui.measure_offers import measure_offers
from tests.ui.made import make_study


@pytest.fixture
def dialog(qtbot):
    made = PickMeasureDialog("Add a criterion", measure_offers(make_study()), may_make=True)
    qtbot.addWidget(made)
    made.show()
    return made


def test_typing_leaves_what_speaks_of_it_and_arrows_move(qtbot, dialog):
    everything = dialog.list.count()
    qtbot.keyClicks(dialog.search, "distance")
    assert 1 < dialog.list.count() < everything
    first = dialog.chosen.key
    qtbot.keyClick(dialog, Qt.Key.Key_Down)
    assert dialog.chosen.key != first
    assert dialog.about.text() == dialog.chosen.about
    qtbot.keyClick(dialog, Qt.Key.Key_Up)
    assert dialog.chosen.key == first


def test_nothing_found_leaves_nothing_to_add(qtbot, dialog):
    qtbot.keyClicks(dialog.search, "zebra")
    assert dialog.chosen is None
    assert not dialog.take.isEnabled()
    assert dialog.about.text() == "No measure speaks of this."


def test_return_takes_the_one_that_is_picked(qtbot, dialog):
    qtbot.keyClicks(dialog.search, "elevation")
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(dialog.search, Qt.Key.Key_Return)
    assert dialog.chosen.key == "elevation"
    assert not dialog.own


def test_one_of_the_users_own_can_be_asked_for(qtbot, dialog):
    with qtbot.waitSignal(dialog.accepted):
        dialog.make.click()
    assert dialog.own


def test_when_every_measure_is_there_it_says_so(qtbot):
    empty = PickMeasureDialog("Add a gate", ())
    qtbot.addWidget(empty)
    assert empty.about.text() == "Every measure is there already."
    assert empty.make.isHidden()
