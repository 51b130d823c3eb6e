import numpy as np
import pytest

from siteselect.errors import StudyError
from siteselect.model.supply import RouteKind
from siteselect.project.routes import routes
from siteselect.ui.money_day import money_day, site_money
from tests.ui.money_made import DAY, money, pack, site, study


def test_each_site_has_the_routes_of_the_day_and_the_reckoning_of_the_study():
    found = money()
    assert found.names == tuple(each.name for each in study().candidates)
    place = found.names.index("Karaganda")
    assert found.routes[place] == routes(pack(), study().candidates[place], DAY)
    assert found.finance.study is found.study


def test_a_typed_price_is_a_route_of_its_own_and_comes_first():
    from dataclasses import replace

    first, *rest = study().candidates
    typed = replace(first, values=(("power_price", 31.0),))
    found = money_day(replace(study(), candidates=(typed, *rest)), pack())
    assert (found.routes[0][0].kind, found.routes[0][0].value) == (RouteKind.OFFER, 31.0)
    assert found.finance.estimate("price").value[0] == 31.0


def test_where_mining_is_unlawful_the_law_is_told():
    found = money()
    assert "temporarily banned" in found.unlawful(found.names.index("Kemin"))
    assert found.unlawful(found.names.index("Ekibastuz")) == ""


def test_one_site_by_month_in_runs_and_by_what_moves_it():
    found = site()
    months = money().finance.reckoning.case.months
    assert len(found.cash) == months + 1
    assert found.bands.cash.shape == (3, months + 1)
    widths = [bar.npv_width for bar in found.bars]
    assert widths == sorted(widths, reverse=True)
    assert found.why == ""


def test_an_unlawful_site_has_no_cash_but_a_reason():
    found = site("Kemin")
    assert np.isnan(found.cash).all()
    assert found.bars == ()
    assert found.why.startswith("Mining is not lawful")


def test_a_site_that_is_not_there_is_refused():
    with pytest.raises(StudyError, match="no site called Atlantis"):
        site_money(money(), "Atlantis")
