from dataclasses import replace

import numpy as np

from siteselect.criteria import MEASURES
from siteselect.criteria._money_cells import FACTS, LAYERS, READS
from siteselect.model.criterion import Criterion
from siteselect.model.fact import Confidence
from siteselect.model.sites import Offer, Vat
from siteselect.project.build import MatrixBuilder
from siteselect.project.file import sample_study
from tests.criteria.toy import BETA, EAST, WEST, central_asia
from tests.criteria.toy_money import judged, money

MONEY = [key for key, each in MEASURES.items() if each.group == "Money"]


def test_the_measures_of_money():
    assert sorted(MONEY) == [
        "break_even_margin", "capital_needed", "cost_per_btc", "days_to_spare", "money_at_risk",
        "npv", "payback_months", "rate_of_return",
    ]  # fmt: skip
    for key in MONEY:
        measure = MEASURES[key]
        assert measure.weight == 0
        assert (measure.reads, measure.layers, measure.facts) == (READS, LAYERS, FACTS)


def test_a_cell_tells_what_decides_and_is_never_surer_than_its_assumptions():
    found = judged("npv", [WEST]).provenance[0]
    assert found.note == (
        "power at 41.6 USD/MWh, hash price 50.00 USD/PH/day, machines of 30.0 J/TH, PUE 1.00, "
        "uptime 100 %, decay 0.0 % a month"
    )
    assert found.confidence is Confidence.LOW
    assert found.badge == "reckoned"


def test_an_offer_makes_it_the_users():
    offered = replace(WEST, offer=Offer(price=0.04, currency="USD", vat=Vat.EXCLUDED))
    assert judged("npv", [offered]).provenance[0].confidence is Confidence.USER


def test_the_interval_of_the_price_travels():
    found = judged("npv", [EAST])
    assert found.low[0] < found.value[0] < found.high[0]


def test_an_unlawful_site_is_unknown_with_the_rule():
    found = judged("npv", [BETA])
    assert np.isnan(found.value[0])
    assert "Mining is not lawful on this day" in found.provenance[0].source


def test_the_matrix_measures_money_only_when_asked_and_anew_when_it_changes():
    builder, study = MatrixBuilder(central_asia()), sample_study()
    assert not set(MONEY) & {info.key for info in builder.build(study).infos}
    scenario = study.scenario
    criterion = Criterion("npv", MEASURES["npv"].value, 5.0, "Money")
    study = study.with_scenario(replace(scenario, criteria=(*scenario.criteria, criterion)))
    first = builder.build(study).column("npv")
    assert builder.build(study).column("npv") is first
    other = builder.build(study.with_money(money(network=None))).column("npv")
    assert other is not first
    assert builder.build(study).column("npv") is first
