from dataclasses import replace

from siteselect.export import _xlsx_layout
from siteselect.export._xlsx_layout import Layout, of_100, tier
from tests.export.making import EVIL, made_report


def test_a_sum_of_few_sites_is_live(monkeypatch):
    layout = Layout(made_report())
    assert layout.live
    assert "are formulas" in layout.said
    assert layout.columns("raw") == (3, 5)
    assert layout.columns("value") == (6, 8)
    assert layout.rows(6) == (6, 10)
    monkeypatch.setattr(_xlsx_layout, "LIVE_ROWS", 4)
    assert not layout.live
    assert "5 sites are too many" in layout.said
    assert layout.blocks == ("raw", "value", "source", "low", "high")


def test_another_method_is_not_live_and_has_no_parts():
    layout = Layout(made_report(method="topsis"))
    assert not layout.live
    assert layout.groups == {}
    assert layout.said.startswith("Scores and ranks are written as values: TOPSIS")


def test_no_site_is_no_live_list():
    empty = Layout(replace(made_report(), rows=()))
    assert not empty.live
    assert empty.rows(6) == (6, 6)


def test_tiers_names_and_groups():
    report = made_report()
    layout = Layout(report)
    assert [tier(row) for row in report.rows] == [0, 0, 0, 1, 2]
    assert layout.alphabet == {EVIL: 0, "=1+1": 1, "Alpha": 2, "Beta": 3, "Gone": 4}
    assert layout.groups == {"Power": [0], "Logistics": [1, 2]}
    assert [row.name for row in layout.first] == ["Alpha", "Beta", EVIL]


def test_points_of_100():
    assert of_100(None) is None
    assert of_100(0.07) == 7.0
