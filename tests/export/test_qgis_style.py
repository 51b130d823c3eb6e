import itertools
import re
import xml.etree.ElementTree as ET

import pytest

from siteselect.export import _qgis_style
from siteselect.export._qgis_style import CLASSES
from siteselect.model.tint import Ramp


def tree(text):
    assert text.startswith("<!DOCTYPE qgis PUBLIC")
    return ET.fromstring(text.split("\n", 1)[1])  # noqa: S314 - our own text


@pytest.mark.parametrize(
    "text",
    [
        _qgis_style.sites((0.4, 0.7)), _qgis_style.sites(None), _qgis_style.sites((0.5, 0.5)),
        _qgis_style.stations(), _qgis_style.borders(), _qgis_style.regions((30.0, 45.0)),
        _qgis_style.regions(None),
    ],
)  # fmt: skip
def test_every_rule_has_its_symbol(text):
    root = tree(text)
    rules = root.findall(".//rules/rule")
    symbols = {each.get("name"): each for each in root.findall("renderer-v2/symbols/symbol")}
    assert [each.get("symbol") for each in rules] == list(symbols)
    assert all(each.findall("layer") for each in symbols.values())


def test_every_score_of_the_span_is_caught_once_or_on_an_edge():
    rules = tree(_qgis_style.sites((0.1, 0.7))).findall(".//rules/rule")
    ends = [
        [float(end) for end in re.findall(r"[<>]= ([0-9.e-]+)", each.get("filter"))]
        for each in rules[:CLASSES]
    ]
    assert ends[0][0] == 0.1
    assert ends[-1][1] == 0.7
    assert all(one[1] == other[0] for one, other in itertools.pairwise(ends))


def test_stations_grow_with_their_power_and_any_fuel_is_drawn():
    root = tree(_qgis_style.stations())
    assert root.findall(".//rules/rule")[-1].get("filter") == "ELSE"
    found = root.findall(".//data_defined_properties//Option[@name='expression']")
    assert {each.get("value") for each in found} == {'max(1.2, 0.12 * sqrt(coalesce("mw", 0)))'}


def test_unlawful_regions_are_hatched_and_sites_labelled():
    hatch = tree(_qgis_style.regions(None)).find(".//layer[@class='LinePatternFill']")
    assert hatch.find("symbol/layer").get("class") == "SimpleLine"
    root = tree(_qgis_style.sites(None))
    assert root.get("labelsEnabled") == "1"
    assert '"name"' in root.find(".//text-style").get("fieldName")


def test_classes_of_prices_are_those_of_the_study():
    text = _qgis_style.regions((30.0, 60.0), (40.0, 50.0), Ramp.VIRIDIS)
    filters = [each.get("filter", "") for each in tree(text).iter("rule")]
    assert [each for each in filters if ">=" in each] == [
        '"price" >= 30.0 AND "price" < 40.0',
        '"price" >= 40.0 AND "price" < 50.0',
        '"price" >= 50.0 AND "price" <= 60.0',
    ]
