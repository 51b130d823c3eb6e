import json

import pytest

from siteselect.export.json_list import make
from tests.export.making import made_report

SITE = {
    "name": str, "country": str, "lon": float, "lat": float, "rank": (int, type(None)),
    "score": (float, type(None)), "low": (float, type(None)), "high": (float, type(None)),
    "coverage": float, "verdict": str, "reasons": list, "criteria": dict,
}  # fmt: skip
CRITERION = {
    "raw": (float, type(None)), "low": (float, type(None)), "high": (float, type(None)),
    "unit": str, "value": (float, type(None)), "weight": float,
    "contribution": (float, type(None)), "source": str,
}  # fmt: skip


def read(report):
    def no_constant(word):
        raise AssertionError(word)

    return json.loads(make(report), parse_constant=no_constant)


def test_the_form_is_the_one_that_was_fixed():
    document = read(made_report())
    assert list(document) == ["stamp", "sites"]
    for site in document["sites"]:
        assert list(site) == list(SITE)
        assert all(isinstance(site[key], kind) for key, kind in SITE.items())
        assert site["verdict"] in {"PASS", "CONDITIONAL", "FAIL", "UNKNOWN"}
        assert all(isinstance(text, str) for text in site["reasons"])
        assert list(site["criteria"]) == ["power_price", "far", "nobody"]
        for criterion in site["criteria"].values():
            assert list(criterion) == list(CRITERION)
            assert all(isinstance(criterion[key], kind) for key, kind in CRITERION.items())
            assert criterion["source"]


def test_contributions_of_a_weighted_sum_add_up():
    for site in read(made_report())["sites"]:
        if site["rank"] is not None:
            total = sum(each["contribution"] for each in site["criteria"].values())
            assert total == pytest.approx(site["score"], abs=1e-9)


def test_failed_sites_stand_last_with_their_reason():
    last = read(made_report())["sites"][-1]
    assert (last["verdict"], last["rank"], last["score"]) == ("FAIL", None, None)
    assert "banned" in last["reasons"][0]


def test_the_stamp_holds_what_is_needed():
    stamp = read(made_report())["stamp"]
    assert {"version", "pack", "pack_digest", "as_of", "weights", "method"} <= stamp.keys()
    assert make(made_report()) == make(made_report())
