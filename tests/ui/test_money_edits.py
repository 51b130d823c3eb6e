import pytest

from siteselect.model.fleet import Fleet, Lot, Machine
from siteselect.model.money import Money
from siteselect.packs.money_rows import money_rows
from siteselect.packs.network import network_on
from siteselect.packs.network_presets import network_presets
from siteselect.ui.money_edits import BIT_CASE, YOURS, MoneyEdits
from tests.ui.money_made import DAY, pack


@pytest.fixture
def edits(session):
    return MoneyEdits(session)


def test_a_figure_is_chosen_put_back_and_undone(session, edits):
    edits.figure("decay", 0.02)
    chosen = session.study.money.figure("decay")
    assert (chosen.value, chosen.source) == (0.02, YOURS)
    assert session.history.undoText() == "Decay of the hash price"
    edits.put_back("decay")
    assert session.study.money.figure("decay") is None
    session.history.undo()
    session.history.undo()
    assert session.study.money is None


def test_a_figure_beyond_its_bounds_is_held_at_them(session, edits):
    edits.figure("discount", 7.0)
    assert session.study.money.figure("discount").value == 1.0


def test_the_moves_of_one_gesture_are_one_step(session, edits):
    for value in (0.01, 0.02, 0.03):
        edits.figure("decay", value, gesture=5)
    assert session.history.count() == 1


def test_a_typed_hash_price_moves_the_btc_price(session, edits):
    known = network_on(money_rows(pack()).network, DAY).network
    edits.hash_price(known, 232.0, 116.0)
    network = session.study.money.network
    assert network.btc_usd.value == pytest.approx(known.btc_usd.value / 2)
    assert network.difficulty is known.difficulty
    assert "hash price of 116" in network.btc_usd.source
    edits.network(known, "subsidy", 3.125)
    assert session.study.money.network.subsidy.value == 3.125
    edits.network_of_the_day()
    assert session.study.money.network is None
    edits.hash_price(known, float("nan"), 1.0)
    assert session.study.money.network is None


def test_machines_keep_number_and_way_of_counting(session, edits):
    mine = Machine("Mine", 100.0, 30.0)
    edits.machine(Fleet((Lot(Machine("Old", 50.0, 60.0), 700),), fills_load=False), mine)
    fleet = session.study.money.fleet
    assert (fleet.lots, fleet.fills_load) == ((Lot(mine, 700),), False)
    edits.buys(True)
    assert session.study.money.buys_machines
    edits.fleet(None)
    assert session.study.money == Money(buys_machines=True)


def test_partners_day_load_and_all_back(session, edits):
    edits.partners(BIT_CASE)
    assert [each.cost_share for each in session.study.money.partners] == [0.8, 0.2]
    edits.wanted_day(DAY)
    edits.load(12.5)
    edits.cuts(())
    assert session.study.money.wanted_day == DAY
    assert session.study.money.cuts == ()
    assert session.study.context.load_mw == 12.5
    edits.forget()
    assert session.study.money is None


def test_the_network_of_a_month_leaves_all_else_and_is_one_step(session, edits):
    edits.figure("decay", 0.02)
    preset = network_presets(pack())[0]
    edits.network_as_in(preset)
    assert session.study.money.network == preset.network
    assert session.study.money.figure("decay").value == 0.02
    assert session.history.undoText() == f"Network as in {preset.name}"
    session.history.undo()
    assert session.study.money.network is None
    assert session.study.money.figure("decay").value == 0.02
