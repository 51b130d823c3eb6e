from datetime import date

import numpy as np
import pytest

from siteselect.criteria import MEASURES
from siteselect.criteria._places import places_of
from siteselect.model.sites import Site, Sites
from siteselect.model.study import Context
from siteselect.progress import silent
from tests.criteria.toy import central_asia

KEYS = [
    "airport_distance",
    "annual_temperature",
    "avoided_distance",
    "border_distance",
    "break_even_margin",
    "capacity_150km",
    "capacity_50km",
    "capital_needed",
    "carbon_intensity",
    "city_distance",
    "cost_per_btc",
    "crossing_distance",
    "days_to_spare",
    "elevation",
    "july_temperature",
    "lake_distance",
    "legal_status",
    "load_cover",
    "money_at_risk",
    "npv",
    "payback_months",
    "political_stability",
    "power_price",
    "railway_distance",
    "rate_of_return",
    "road_distance",
    "rule_of_law",
    "slope",
    "station_distance",
    "substation_distance",
    "xinjiang_distance",
]
DAYS = [date(2019, 6, 1), date(2021, 6, 2), date(2023, 11, 15), date(2026, 6, 1)]


def all_sites():
    pack = central_asia()
    rows = [(row, False) for row in pack.table("candidates")]
    rows += [(row, True) for row in pack.table("comparators")]
    return Sites(
        tuple(
            Site(
                row["name"], row["jurisdiction"], float(row["lon"]), float(row["lat"]), off_map=off
            )
            for row, off in rows
        )
    )


SITES = all_sites()


def test_the_keys_are_those_that_projects_hold():
    assert sorted(MEASURES) == KEYS  # renaming one needs a step in migrate.py


@pytest.mark.parametrize("key", KEYS)
def test_every_measure_says_what_it_is(key):
    measure = MEASURES[key]
    assert measure.title
    assert measure.unit
    assert measure.group in {
        "Power", "Grid", "Law & risk", "Logistics", "Climate & site", "Money",
        "To avoid",
    }  # fmt: skip
    assert measure.about.endswith(".")
    assert measure.reads <= {"day", "load", "money"}
    assert measure.info(key).key == key


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("day", DAYS, ids=str)
def test_every_cell_has_a_source_or_a_reason(key, day):
    column = MEASURES[key].measure(SITES, central_asia(), Context(day), silent)
    assert len(column.value) == len(SITES)
    for value, where in zip(column.value, column.provenance, strict=True):
        assert where.source
        if np.isnan(value):
            assert where.source.endswith(".")  # a whole sentence
            assert " " in where.source
        else:
            assert where.confidence is not None


@pytest.mark.parametrize("key", [key for key in KEYS if "day" not in MEASURES[key].reads])
def test_a_measure_that_reads_no_day_gives_the_same_on_every_day(key):
    first, last = (
        MEASURES[key].measure(SITES, central_asia(), Context(day), silent)
        for day in (DAYS[0], DAYS[-1])
    )
    assert first.value == pytest.approx(last.value, nan_ok=True)


def test_on_2019_06_01_no_law_tariff_or_rate_of_2020_or_later_is_read():
    context = Context(date(2019, 6, 1))
    for key in ("power_price", "legal_status", "load_cover"):
        column = MEASURES[key].measure(SITES, central_asia(), context, silent)
        for where in column.provenance:
            assert where.observed[:4] <= "2019" or where.observed.startswith("stations to 2019")
            told = " ".join([where.note, *(f"{part.note} {part.source}" for part in where.parts)])
            assert not any(f"since {year}" in told for year in range(2020, 2027))
            assert not any(f"average {year}" in told for year in range(2020, 2027))


@pytest.mark.parametrize("day", DAYS[1:3])
@pytest.mark.parametrize("key", KEYS)
def test_a_point_reads_what_a_site_there_is_told(key, day):
    measure, context = MEASURES[key], Context(day, 50.0)
    column = measure.measure(SITES, central_asia(), context, silent)
    reading = measure.read(places_of(SITES), central_asia(), context)
    for name in ("value", "low", "high"):
        told, read = getattr(column, name), getattr(reading, name)
        assert np.array_equal(np.isnan(told), np.isnan(read))
        assert np.allclose(told, read, rtol=1e-12, atol=1e-12, equal_nan=True)


@pytest.mark.parametrize("key", KEYS)
def test_no_points_at_all_read_as_nothing(key):
    none = places_of(Sites(()))
    assert len(MEASURES[key].read(none, central_asia(), Context(DAYS[1], 50.0)).value) == 0
