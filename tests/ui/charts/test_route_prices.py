from itertools import pairwise

import numpy as np
import pytest

from siteselect.ui.charts.route_prices import (
    CLOSED,
    RoutePricesChart,
    bars_of,
    closed_by,
    entries_of,
    explained,
    price_words,
)
from siteselect.ui.theme import DARK, LIGHT
from tests.ui.money_made import money


@pytest.fixture
def chart(qtbot):
    made = RoutePricesChart(LIGHT)
    qtbot.addWidget(made)
    made.resize(620, 400)
    made.show()
    made.display_conclusion(money())
    return made


def test_open_sites_come_first_by_price_then_closed_ones_then_those_without():
    day = money()
    entries = entries_of(day, every=False)
    assert sorted(each.site for each in entries) == list(range(len(day.names)))
    assert not day.routes[entries[-1].site]
    assert entries[-1].route.why_unknown.startswith("No price of power")
    known = [each for each in entries if each.route.known and not each.closed]
    assert known == list(entries[: len(known)])
    prices = [each.route.value for each in known]
    assert prices == sorted(prices)
    kemin = next(each for each in entries if day.names[each.site] == "Kemin")
    assert "Mining is not lawful" in kemin.closed


def test_every_route_of_a_site_stands_beneath_the_one_that_is_read():
    entries = entries_of(money(), every=True)
    for before, after in pairwise(entries):
        assert after.place == 0 or (after.site, after.place) == (before.site, before.place + 1)


def test_parts_add_up_to_the_price_and_the_scale_holds_every_end():
    day = money()
    entries = entries_of(day, every=True)
    bars = bars_of(day, entries, None)
    for place, each in enumerate(entries):
        if each.route.known:
            assert bars.parts[place].sum() == pytest.approx(each.route.value)
        else:
            assert bars.open_end[place]
    assert bars.top >= np.nanmax(bars.high)


def test_estimates_and_closed_routes_are_pale_and_say_why():
    day = money()
    entries = entries_of(day, every=True)
    bars = bars_of(day, entries, None)
    place = next(at for at, each in enumerate(entries) if day.names[each.site] == "Kemin")
    assert bars.pale[place]
    assert bars.rank(place) == CLOSED
    assert "Closed: Mining is not lawful" in bars.explain(place, None)
    row = day.names.index("Ekibastuz")
    assert closed_by(day, row, day.routes[row][0]) == ""


def test_a_floor_is_told_as_one():
    day = money()
    floor = next(r for held in day.routes for r in held if not r.known and r.low > 0)
    assert price_words(floor).startswith("≥ ")


def test_the_source_of_a_part_is_told():
    day = money()
    entry = next(e for e in entries_of(day, every=True) if day.names[e.site] == "Karaganda")
    told = explained("Karaganda", entry)
    assert told.startswith("Karaganda, Supplier: 4.2–4.7 ¢/kWh")
    assert entry.route.parts[0].source in told


def test_a_click_picks_the_site_and_the_switch_hides_other_routes(chart):
    told = []
    chart.selected.connect(told.append)
    chart.bars.clicked.emit(0, False)
    assert told == [frozenset({money().names[chart.entries[0].site]})]
    every = len(chart.entries)
    chart.every.click()
    assert len(chart.entries) < every
    assert all(each.place == 0 for each in chart.entries)


def test_a_selection_marks_all_routes_of_the_site_and_a_theme_is_put_on(chart):
    chart.show_selection(frozenset({"Karaganda"}))
    row = money().names.index("Karaganda")
    marked = [at for at, each in enumerate(chart.entries) if each.site == row]
    assert chart.bars._marked == set(marked)
    chart.apply_theme(DARK)
    assert not chart.grab().isNull()
    assert "price known for" in chart.note.text()
