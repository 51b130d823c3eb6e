import math
from datetime import date

from siteselect.model.fact import Confidence, Source, Validity
from siteselect.model.sites import Vat
from siteselect.packs.catalogue import open_pack
from siteselect.packs.rows import Effect, Route, Status
from tests.packs.making import TOY


def test_a_tariff_carries_all_that_the_table_says():
    (row,) = (row for row in open_pack(TOY).facts.tariffs if row.id == "T1")
    assert row.regions == ("AA-W",)
    assert row.route is Route.SUPPLIER
    assert row.price == 0.5
    assert math.isnan(row.price_high)
    assert row.vat is Vat.EXCLUDED
    assert row.validity == Validity(date(2021, 1, 1), date(2021, 12, 31))
    assert row.confidence is Confidence.HIGH
    assert row.source == Source("toy gazette 1", "", "T1")
    assert not row.miner


def test_rules_fees_rates_and_indicators():
    facts = open_pack(TOY).facts
    rule = next(row for row in facts.rules if row.id == "R10")
    assert (rule.status, rule.effect, rule.area) == (Status.IN_FORCE, Effect.FAIL, "Free port")
    step = next(row for row in facts.fees if row.id == "F3")
    assert (step.price_from, step.price_to) == (0.6, math.inf)
    rate = next(row for row in facts.rates if row.id == "X2")
    assert rate.days == 30
    carbon = next(row for row in facts.indicators if row.id == "I7")
    assert (carbon.year, carbon.observed) == (2019, "2019-06")
