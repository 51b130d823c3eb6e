from datetime import date
from math import isnan

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPixmap

from siteselect.economics.price_unit import CENTS, PLAIN, Per, PricesTold, PriceUnit
from siteselect.project.over_time import over_time
from siteselect.ui.charts.price_strip import PriceLine, PriceStrip, shown_prices, ticks, unit_on
from siteselect.ui.theme import LIGHT
from tests.ui.money_made import pack, study

DAYS = (date(2021, 6, 2), date(2023, 11, 15), date(2026, 6, 1))
BOX = QRectF(0, 0, 400, 120)


@pytest.fixture(scope="module")
def found():
    return over_time(study(), pack(), DAYS)


def line(found, name):
    return PriceLine(name, found.names.index(name), "#2F7FC1")


def strip(found, told=PLAIN, *names):
    lines = [line(found, each) for each in names or found.names]
    return PriceStrip(BOX, found, told, lines, lambda day: 100.0 + 100.0 * day)


@pytest.mark.parametrize(
    ("low", "high", "marks"),
    [
        (4.2, 4.7, (4.2, 4.4, 4.6, 4.8)),
        (0.0, 9.9, (0.0, 5.0, 10.0)),
        (40.0, 40.0, (40.0,)),
        (17.0, 38.0, (15.0, 20.0, 25.0, 30.0, 35.0, 40.0)),
    ],
)
def test_a_scale_of_round_numbers_holds_the_interval(low, high, marks):
    assert ticks(low, high) == pytest.approx(marks)
    assert marks[0] <= low
    assert high <= marks[-1]


def test_no_scale_without_a_price():
    assert ticks(float("nan"), float("nan")) == ()


def test_a_dearer_price_stands_higher_and_an_unknown_one_nowhere(found):
    made = strip(found)
    kz, us = line(found, "Karaganda"), line(found, "Rockdale (Texas)")
    dear = found.price[0, kz.column] > found.price[0, us.column]
    assert (made.spot(kz, 0).y() < made.spot(us, 0).y()) == dear
    unknown = next(n for n in found.names if isnan(found.price[0, found.names.index(n)]))
    assert made.spot(line(found, unknown), 0) is None
    assert all(BOX.contains(made.spot(kz, day)) for day in range(2))


def test_the_site_whose_price_lies_nearest(found):
    made = strip(found, PLAIN, "Karaganda")
    spot = made.spot(made.lines[0], 1)
    assert made.at(spot + QPointF(3, -3)) == (made.lines[0], 1)
    assert made.at(spot + QPointF(30, 0)) is None


def test_each_day_at_its_own_rate(found):
    told = PricesTold(PriceUnit("KZT", Per.KWH, 425.9))
    kz = found.names.index("Karaganda")
    shown = shown_prices(found, told, found.price)[:, kz]
    assert shown[0] == pytest.approx(found.price[0, kz] * 0.4259)
    assert shown[1] == pytest.approx(found.price[1, kz] * 0.4562)
    local = PricesTold(CENTS, {"KZ": told.whole})
    assert unit_on(found, local, 1, kz).units_per_usd == 456.2
    assert unit_on(found, PLAIN, 1, kz).title == "US cents/kWh"
    assert shown_prices(found, local, found.price)[0, kz] == pytest.approx(found.price[0, kz] / 10)


def test_a_rate_that_is_missing_leaves_no_line_and_is_said(qapp, found):
    told = PricesTold(PriceUnit("RUB", Per.KWH, float("nan"), "No exchange rate of RUB is known."))
    made = strip(found, told)
    assert made.marks == ()
    assert all(isnan(each) for each in made.values.ravel())
    paper = QPixmap(400, 120)
    paper.fill("white")
    painter = QPainter(paper)
    made.paint(painter, frozenset(), LIGHT)
    painter.end()
    image = paper.toImage()
    assert any(image.pixelColor(x, 9).lightness() < 200 for x in range(120))
