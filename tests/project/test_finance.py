from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from siteselect.criteria import MEASURES
from siteselect.economics.case import outcome
from siteselect.errors import StudyError
from siteselect.model.criterion import Criterion
from siteselect.model.figures import FIGURES, Figure
from siteselect.model.money import Money, Partner
from siteselect.packs.catalogue import open_pack
from siteselect.project.build import MatrixBuilder
from siteselect.project.file import sample_study
from siteselect.project.finance import finance, one_of

DAY = date(2023, 11, 15)
CASE = "Kostanay"


@pytest.fixture(scope="module")
def pack():
    return open_pack("central-asia")


@pytest.fixture(scope="module")
def found(pack):
    partners = (Partner("BIT Mining", 0.8, 0.6), Partner("Local", 0.2, 0.4))
    return finance(sample_study().with_day(DAY).with_money(Money(partners=partners)), pack)


def test_the_matrix_and_the_finance_of_one_study_agree(pack):
    study = sample_study().with_day(DAY)
    criterion = Criterion("npv", MEASURES["npv"].value, 5.0, "Money")
    study = study.with_scenario(
        replace(study.scenario, criteria=(*study.scenario.criteria, criterion))
    )
    matrix = MatrixBuilder(pack).build(study)
    money = finance(study, pack, matrix)
    assert money.matrix is matrix
    assert money.sites is matrix.sites
    column = matrix.column("npv")
    assert column.value == pytest.approx(money.estimate("npv").value / 1e6, nan_ok=True)
    price = matrix.column("power_price")
    assert money.estimate("price").value == pytest.approx(price.value, nan_ok=True)


def test_a_matrix_of_other_sites_is_not_bound(pack):
    study = sample_study().with_day(DAY)
    matrix = MatrixBuilder(pack).build(study)
    fewer = replace(study, candidates=study.candidates[:3])
    money = finance(fewer, pack, matrix)
    assert money.matrix is None
    assert len(money.sites) == 3


def test_cash_of_a_site_begins_with_its_capital_and_one_case_gives_the_same(found):
    row = found.row(CASE)
    cash = found.cash(CASE)
    assert len(cash) == 49
    assert cash[0] == pytest.approx(-found.estimate("capital").value[row])
    alone = outcome(found.case(CASE))
    assert alone.cash[0] == pytest.approx(cash)
    assert float(alone.npv[0]) == pytest.approx(found.estimate("npv").value[row])
    assert one_of(found.reckoning.case, row).months == 48


def test_an_unlawful_site_has_no_cash_no_bands_and_no_tornado(found):
    name = "Ürümqi"
    assert np.isnan(found.cash(name)).all()
    assert np.isnan(found.bands(name, runs=20).npv).all()
    assert found.tornado(name) == ()
    assert all(np.isnan(part.npv) for _, part in found.partners(name))


def test_partners_share_what_the_site_is_worth(found):
    parts = dict(found.partners(CASE))
    whole = found.estimate("npv").value[found.row(CASE)]
    assert list(parts) == ["BIT Mining", "Local"]
    assert sum(float(part.npv) for part in parts.values()) == pytest.approx(whole)
    assert float(parts["Local"].irr) > float(parts["BIT Mining"].irr)


def test_bands_hold_the_line_and_stay_with_the_site(found, pack):
    bands = found.bands(CASE, runs=500)
    assert bands.runs == 500
    assert (bands.cash[0] <= bands.cash[2]).all()
    assert bands.cash[:, 0] == pytest.approx(np.full(3, found.cash(CASE)[0]))
    study = found.study
    alone = replace(study, candidates=(found.site(CASE),))
    again = finance(alone, pack).bands(CASE, runs=500)
    assert again.npv == pytest.approx(bands.npv)


def test_the_tornado_names_the_power_price_and_the_widest_is_first(found):
    bars = found.tornado(CASE)
    assert {"power_usd_per_mwh", "btc_usd", "difficulty", "decay", "uptime"} <= {
        bar.swing.key for bar in bars
    }
    widths = [bar.npv_width for bar in bars]
    assert widths == sorted(widths, reverse=True)


def test_the_list_of_assumptions_is_whole_and_marks_what_was_chosen(pack):
    study = (
        sample_study().with_day(DAY).with_money(Money().with_figure("decay", Figure(0.02, "mine")))
    )
    lines = finance(study, pack).assumptions()
    assert [each.key for each in lines] == list(FIGURES)
    assert [each.key for each in lines if each.chosen] == ["decay"]
    assert lines[0].figure.source == "mine"
    assert all(each.figure.source for each in lines)


def test_remarks_tell_what_stands_in(found, pack):
    told = " ".join(found.remarks)
    assert "No fleet was chosen: Antminer S21 stands in" in told
    assert "Net present value known for 33 of 42 sites" in told
    late = finance(sample_study().with_day(date(2026, 6, 1)), pack)
    assert any("fee share of 2026-01, 121 days old" in each for each in late.remarks)


def test_a_day_before_the_network_is_told(pack):
    early = finance(sample_study().with_day(date(2018, 6, 1)), pack)
    assert early.remarks[0] == "The pack knows no BTC price of 2018-06-01 or before."
    assert early.estimate("npv").known == 0


def test_names_and_keys_that_there_are_not(found):
    with pytest.raises(StudyError, match="no site called Nowhere"):
        found.cash("Nowhere")
    with pytest.raises(StudyError, match="no figure called luck"):
        found.estimate("luck")
    assert found.titles["npv"] == ("Net present value", "USD")


@pytest.mark.parametrize(
    ("day", "known"),
    [("2019-06-01", 13), ("2021-06-02", 28), ("2023-11-15", 33)],
)
def test_how_many_sites_are_worth_something_known_on_a_day(pack, day, known):
    money = finance(sample_study().with_day(date.fromisoformat(day)), pack)
    assert money.estimate("npv").known == known
