import pytest

from siteselect.model.fleet import Fleet, Lot, Machine
from siteselect.ui.panels.fleet_lots import FleetLots
from siteselect.ui.theme import DARK, LIGHT

OLD, NEW = Machine("Old & slow", 50.0, 60.0), Machine("New", 200.0, 17.0)


@pytest.fixture
def lots(qtbot):
    made = FleetLots(LIGHT)
    qtbot.addWidget(made)
    made.show()
    return made


def test_one_kind_alone_has_no_line(lots):
    lots.show_fleet(Fleet((Lot(OLD, 10),)), 0)
    assert [line.isVisible() for line in lots.lines] == [False]


def test_several_kinds_show_their_parts_or_their_numbers(lots):
    lots.show_fleet(Fleet((Lot(OLD, 1), Lot(NEW, 3))), 1)
    assert [line.count.text() for line in lots.lines] == ["25 %", "75 %"]
    assert [line.pick.isChecked() for line in lots.lines] == [False, True]
    assert lots.lines[0].pick.text() == "Old && slow"
    lots.show_fleet(Fleet((Lot(OLD, 1200), Lot(NEW, 3)), fills_load=False), 0)
    assert [line.count.text() for line in lots.lines] == ["1\u2009200", "3"]
    assert "1\u2009200 of Old & slow" in lots.lines[0].pick.accessibleName()


def test_a_hand_picks_takes_out_and_adds(qtbot, lots):
    lots.show_fleet(Fleet((Lot(OLD, 1), Lot(NEW, 3))), 0)
    with qtbot.waitSignal(lots.picked, check_params_cb=lambda at: at == 1):
        lots.lines[1].pick.click()
    assert not lots.lines[0].pick.isChecked()
    with qtbot.waitSignal(lots.taken_out, check_params_cb=lambda at: at == 0):
        lots.lines[0].out.click()
    with qtbot.waitSignal(lots.added):
        lots.add.click()
    lots.dress(DARK)
