from datetime import date

import numpy as np
import pytest

from siteselect.criteria._stations import capacity, nearest_large, stations
from siteselect.model.fact import Confidence
from siteselect.model.sites import Site, Sites
from tests.criteria.toy import SITES, central_asia, site, toy
from tests.geo.vincenty import vincenty_km


def test_suspects_that_do_not_count_are_left_out():
    assert "Station S6" not in set(stations(toy()).name)
    assert len(stations(toy()).name) == 5


def test_stations_count_from_the_year_they_were_built():
    sites = Sites((site(140),))
    assert capacity(sites, toy(), date(2021, 12, 31), 5.0).value.tolist() == [0.0]
    assert capacity(sites, toy(), date(2022, 1, 1), 5.0).value.tolist() == [60.0]


def test_an_unknown_year_counts_and_is_flagged():
    column = capacity(SITES, toy(), date(2019, 1, 1), 50.0)
    assert column.value[1] == 150.0
    assert "1 of unknown year, counted" in column.provenance[1].note
    assert column.provenance[1].badge == "year unknown"
    assert column.provenance[1].confidence is Confidence.MEDIUM


def test_a_placeholder_coordinate_is_flagged():
    where = capacity(SITES, toy(), date(2021, 1, 1), 50.0).provenance[0]
    assert "1 with a placeholder coordinate" in where.note
    assert where.badge == "coordinate"


def test_days_between_two_vintages_share_one_column():
    assert capacity(SITES, toy(), date(2016, 1, 1), 50.0) is capacity(
        SITES, toy(), date(2021, 12, 31), 50.0
    )
    assert capacity(SITES, toy(), date(2022, 1, 1), 50.0) is not capacity(
        SITES, toy(), date(2021, 12, 31), 50.0
    )


def test_the_nearest_large_station_of_the_day():
    column = nearest_large(SITES, toy(), date(2021, 6, 2))
    assert column.value[:3] == pytest.approx([10.0, 20.0, 210.0], abs=0.01)
    assert "Station S1, 400 MW" in column.provenance[0].note


def test_before_any_station_the_distance_is_to_the_undated_one():
    column = nearest_large(SITES, toy(), date(1990, 1, 1))
    assert column.value[0] == pytest.approx(110.0, abs=0.01)


def test_a_country_without_stations_is_unknown_and_not_zero():
    sites = Sites((Site("Ulaangom", "MN", 92.07, 49.98),))
    for column in (
        capacity(sites, central_asia(), date(2021, 6, 2), 50.0),
        nearest_large(sites, central_asia(), date(2021, 6, 2)),
    ):
        assert np.isnan(column.value).all()
        assert "holds no power stations of" in column.provenance[0].source


def test_the_shipped_stations_against_vincenty():
    pack, almaty = central_asia(), Site("Almaty", "KZ", 76.9115, 43.25249)
    held = stations(pack)
    standing = ~(held.year > 2021)
    far = np.array(
        [vincenty_km(76.9115, 43.25249, x, y) for x, y in zip(held.lon, held.lat, strict=True)]
    )
    sites, day = Sites((almaty,)), date(2021, 6, 2)
    for radius in (50.0, 150.0):
        total = held.mw[standing & (far <= radius)].sum()
        assert capacity(sites, pack, day, radius).value[0] == pytest.approx(total)
    nearest = far[standing & (held.mw >= 100)].min()
    assert nearest_large(sites, pack, day).value[0] == pytest.approx(nearest, abs=1e-6)
