import numpy as np

from siteselect.model.gate import Verdict
from siteselect.ui.map import telling
from siteselect.ui.map.map_rows import Place
from tests.making import make_evaluation
from tests.ui.map.small_pack import make_data, make_tints, state


def test_a_site_tells_rank_score_and_reason():
    evaluation = make_evaluation(9)
    data = make_data()
    first = int(evaluation.order[0])
    story = telling.tell_site(evaluation, first, data)
    assert story.title.startswith("1 · Site")
    lines = dict(story.lines)
    assert lines["Score"].startswith(f"{100 * evaluation.scores[first]:.1f}")
    failed = next(row for row in range(9) if evaluation.verdicts[row] is Verdict.FAIL)
    story = telling.tell_site(evaluation, failed, data)
    assert "·" not in story.title
    assert "Score" not in dict(story.lines)
    assert dict(story.lines)["Gates"] == "fails"
    assert "banned since spring" in story.notes[0]


def test_a_region_tells_price_and_law():
    tints = make_tints()
    data = make_data()
    west = telling.tell_region(tints.states["KZ-A"], data)
    assert west.title == "West, Kazakhstan"
    assert dict(west.lines)["Power price"] == "4.00 ¢/kWh"
    assert west.notes == ("a note", "R21: a rule.")
    assert west.source == "T001: a list"
    east = telling.tell_region(tints.states["KZ-B"], data)
    assert dict(east.lines)["Power price"] == "unknown"
    province = telling.tell_region(tints.states["CN-XJ"], data)
    assert province.title == "Xinjiang"
    assert "(low)" in dict(province.lines)["Power price"]
    assert dict(province.lines)["Law"] == "mining unlawful"


def test_an_interval_is_told_as_one():
    wide = state("KZ-A", "West", "KZ", 45.0, Verdict.PASS)
    wide.low, wide.high = 40.0, 50.0
    assert dict(telling.tell_region(wide, make_data()).lines)["Power price"] == "4.0–5.0 ¢/kWh"


def test_a_station_tells_kind_power_and_year():
    stations = {row.name: row for row in make_data().stations.rows}
    great = telling.tell_station(stations["Great"])
    assert dict(great.lines) == {
        "Kind": "Coal, steam",
        "Power": "4\u2009000 MW",
        "Since": "1980",
        "Status": "operating",
    }
    assert great.source == "list A"
    assert "uncertain" in telling.tell_station(stations["Doubtful"]).notes[0]
    assert dict(telling.tell_station(stations["Small"]).lines)["Since"] == "year unknown"


def test_crossings_towns_and_airports():
    data = make_data()
    gate = telling.tell_crossing(data.crossings.rows[0], "2021-06-02")
    assert dict(gate.lines)["On the day"] == "closed"
    assert gate.notes == ("closed for good",)
    town = telling.tell_place(Place("Bigtown", 500_000, abroad=False))
    assert town.lines == (("People", "500\u2009000"),)
    field = telling.tell_airport(data.airports.rows[0])
    assert dict(field.lines) == {"Code": "FLD", "Height": "300 m"}


def test_long_notes_are_cut_at_a_word():
    assert telling.brief("short") == "short"
    cut = telling.brief("one two, three", 10)
    assert cut == "one two …"
    assert len(telling.brief("word " * 100)) <= telling.MOST + 2


def test_nothing_told_is_the_text_nan():
    evaluation = make_evaluation(30)
    for row in range(30):
        told = telling.tell_site(evaluation, row, None)
        assert "nan" not in str(told).lower().split()
    assert np.isnan(evaluation.scores).any()
