from dataclasses import replace

import pytest

from siteselect.export.agreement import Difference, compare
from siteselect.export.csv_table import make as make_table
from siteselect.export.json_list import make as make_json
from siteselect.export.told_list import from_json, from_table
from tests.export.making import made_report


@pytest.fixture
def told():
    return from_json(make_json(made_report()).decode())


def changed(told, name, **values):
    return replace(told, sites={**told.sites, name: {**told.sites[name], **values}})


def test_a_list_agrees_with_itself_in_every_number(told):
    found = compare(told, made_report())
    assert found.whole
    assert (found.sites, found.numbers) == (5, 5 * (8 + 3 * 6))
    table = compare(from_table(make_table(made_report()).decode()), made_report())
    assert table.whole  # names that a table guards are known by it


def test_each_changed_number_is_named(told):
    told = changed(told, "Beta", score=0.9, **{"power_price.raw": 59.0, "far.value": None})
    found = compare(told, made_report())
    assert not found.whole
    assert [str(each) for each in found.differences] == [
        "Beta: score is 0.9 there, 0.43125 here" if each.what == "score" else str(each)
        for each in found.differences
    ]
    assert {each.what for each in found.differences} == {"score", "power_price.raw", "far.value"}
    assert "unknown there, 0.6 here" in str(found.differences[-1])


def test_the_last_bits_do_not_count_and_more_does(told):
    score = told.sites["Alpha"]["score"]
    assert compare(changed(told, "Alpha", score=score + 5e-10), made_report()).whole
    assert not compare(changed(told, "Alpha", score=score + 2e-9), made_report()).whole


def test_a_list_cut_at_its_end_is_told_and_one_with_a_hole_differs(told):
    names = list(told.sites)
    first = replace(told, sites={name: told.sites[name] for name in names[:2]})
    found = compare(first, made_report())
    assert found.whole
    assert found.notes == ("The file tells the first 2 of 5 sites.",)
    hole = replace(told, sites={name: told.sites[name] for name in names if name != "Beta"})
    assert compare(hole, made_report()).differences == (
        Difference("Beta", "the site", "not listed", "in the project"),
    )
    more = replace(told, sites={**told.sites, "New": {}})
    assert [each.where for each in compare(more, made_report()).differences] == ["New"]


def test_another_pack_other_gates_and_edited_weights_differ(told):
    stamp = {**told.stamp, "pack_digest": "0", "gates.0": "Mining lawful: at least 1 status"}
    found = compare(replace(told, stamp=stamp, edited={"far": (10.0, 3.0)}), made_report())
    assert [(each.where, each.what) for each in found.differences] == [
        ("Stamp", "pack_digest"), ("Stamp", "gates"), ("Weights", "far")
    ]  # fmt: skip
