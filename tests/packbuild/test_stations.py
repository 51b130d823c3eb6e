import pandas as pd
import pytest

from packbuild.stations import TABLE, merge_units


def _units(*rows: tuple[str, str, float, object]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["id", "station", "mw", "year"])
    frame["year"] = frame["year"].astype("Int64")
    return frame.assign(name="unit " + frame["id"], technology="", note="")


def test_units_of_one_station_become_one_with_the_sum_and_the_first_year():
    merged = merge_units(_units(("a", "X", 10.5, 1990), ("b", "X", 4.25, 2008)), 2019)
    assert merged["id"].tolist() == ["a"]
    assert merged["mw"].tolist() == [14.75]
    assert merged["year"].tolist() == [1990]
    assert merged["name"].tolist() == ["X"]
    assert "unit a 10.5 MW, unit b 4.25 MW" in merged["note"].iloc[0]


def test_a_unit_that_came_within_the_time_line_stays_by_itself():
    merged = merge_units(_units(("a", "X", 10, 1990), ("b", "X", 4, 2019)), 2019)
    assert sorted(merged["id"]) == ["a", "b"]
    assert merged["mw"].sum() == 14


def test_units_of_unknown_year_are_merged_too():
    merged = merge_units(_units(("a", "X", 13, None), ("b", "X", 20, None)), 2019)
    assert merged["mw"].tolist() == [33]
    assert merged["year"].isna().all()


def test_a_unit_without_a_station_is_left_alone():
    merged = merge_units(_units(("a", "", 10, 1990), ("b", "", 4, 1990)), 2019)
    assert len(merged) == 2


@pytest.mark.parametrize(("code", "mw"), [("KZ", 22_268.9), ("KG", 3_892.0), ("CN-XJ", 61_987.8)])
def test_the_table_counts_what_the_readme_says(code, mw):
    units = pd.read_csv(TABLE)
    own = units[(units["jurisdiction"] == code) & (units["counts"] == "yes")]
    assert own["mw"].sum() == pytest.approx(mw, abs=0.1)
    assert units["id"].is_unique
