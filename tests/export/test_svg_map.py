import re
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from siteselect.export import _svg_map
from siteselect.export._svg_map import draw, price_span, score_colour, score_span, station_radius
from siteselect.model.gate import Verdict
from siteselect.model.tint import Ramp, Steps, Tint, colour_at
from tests.export.making import EVIL, made_report

SPACE = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def tree():
    return ET.fromstring(draw(made_report()))  # noqa: S314 - our own text


def of_class(tree, name):
    return [each for each in tree.iter() if name in (each.get("class") or "").split()]


def test_the_map_is_well_formed_and_of_the_home_view(tree):
    assert tree.tag == f"{SPACE}svg"
    assert tree.get("viewBox").startswith("0 0 1120 ")


def test_land_regions_law_and_prices_are_drawn(tree):
    assert len(of_class(tree, "land")) == 2
    assert len(of_class(tree, "border")) == 2
    assert len(of_class(tree, "lake")) == 1
    assert len(of_class(tree, "disputed")) == 1
    assert len(of_class(tree, "region")) == 3
    assert len(of_class(tree, "banned")) == 1
    assert len(of_class(tree, "nodata")) == 1
    low, high = sorted(float(each.get("fill-opacity")) for each in of_class(tree, "tint"))
    assert low < high


def test_stations_count_that_stand_on_the_day(tree):
    (group,) = of_class(tree, "stations")
    drawn = {each.get("class"): float(each.get("r")) for each in group}
    # S2 is of 2022 and S6 does not count; S3's year is unknown, so it does
    assert sorted(drawn) == ["coal", "gas", "solar", "wind"]
    assert drawn["coal"] == pytest.approx(station_radius(400), abs=0.05)


def test_an_area_is_four_times_as_large_for_four_times_the_power():
    assert station_radius(4000) == pytest.approx(2 * station_radius(1000))
    assert station_radius(0) > 1


def test_pins_tell_rank_and_verdict(tree):
    numbers = [each.text for each in of_class(tree, "number")]
    assert sorted(numbers) == ["1", "2", "3"]
    assert len(of_class(tree, "conditional")) == 1
    assert len(of_class(tree, "struck")) == 1
    names = [each.text for each in of_class(tree, "place")]
    assert "Gone" not in names  # a comparator lies beyond the map
    assert EVIL in names


def test_what_people_wrote_stays_text():
    text = draw(made_report())
    assert "<script" not in text
    assert "&lt;script&gt;" in text


def test_furniture_and_credit(tree):
    words = " ".join(each.text for each in of_class(tree, "small"))
    assert re.search(r"\d+ km at the centre", words)
    assert "nobody" in words  # the attribution of the toy pack's source
    assert of_class(tree, "north")


def test_a_pack_without_land_has_no_map(monkeypatch):
    report = made_report()
    monkeypatch.setattr(type(report.pack), "has_layer", lambda *_: False)
    assert draw(report) == ""


def test_no_price_no_tint_and_no_region_no_law():
    bare = ET.fromstring(draw(replace(made_report(), regions=())))  # noqa: S314 - our own text
    assert not of_class(bare, "tint")
    assert len(of_class(bare, "region")) == 3


def test_spans_and_colours():
    report = made_report()
    assert price_span(report.regions) == (50.0, 70.0)
    assert price_span(()) is None
    low, high = score_span(report.rows)
    assert (round(low, 4), round(high, 4)) == (0.1, 0.8562)
    failed = tuple(row for row in report.rows if row.verdict is Verdict.FAIL)
    assert score_span(failed) is None
    assert score_colour(0.0, (0.0, 1.0)) == _svg_map._RAMP[0]
    assert score_colour(1.0, (0.0, 1.0)) == _svg_map._RAMP[-1]
    assert score_colour(0.5, (0.5, 0.5)) == _svg_map._RAMP[-1]


def test_classes_and_colours_of_prices_are_those_of_the_study():
    report = made_report()
    low, high = price_span(report.regions)
    middle = (low + high) / 2
    classed = replace(report, tint=Tint(2, Steps.TYPED, (middle,), Ramp.VIRIDIS))
    drawn = draw(classed)
    ET.fromstring(drawn)  # noqa: S314 - our own text
    assert 'class="tint"' not in drawn
    for share in (0.0, 1.0):
        assert f'fill="{colour_at(Ramp.VIRIDIS, share)}"' in drawn
    shades = _svg_map.Shades.of(classed)
    assert shades.keys()[1] == [f"< {middle:g}", f"\u2265 {middle:g}"]
    one = draw(replace(report, tint=Tint(2, Steps.TYPED, (high + 1,))))
    paints = re.findall(r'class="tint" fill-opacity="([0-9.]+)"', one)
    assert len(paints) == 2
    assert set(paints) == {"0.06"}  # both are of the cheaper class


def test_a_report_without_prices_has_no_shades():
    report = made_report()
    bare = tuple(replace(each, price=float("nan")) for each in report.regions)
    assert _svg_map.Shades.of(replace(report, regions=bare)) is None
