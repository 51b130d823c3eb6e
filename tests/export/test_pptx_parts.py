from dataclasses import replace
from datetime import date

import pytest

from siteselect.export._pptx_parts import price_of, shown_rows, terms
from siteselect.export.report import Slide
from siteselect.model.scene import Scene
from tests.export.making import made_report

SCENE = Scene("Head", "Balanced", date(2021, 6, 2), sites=("Beta",))


def test_terms_say_on_what_the_list_holds():
    assert terms(made_report()).startswith("50 MW wanted · as of 2 June 2021 · scenario “Balanced”")


def test_a_chosen_site_beyond_the_first_takes_the_last_place():
    slide = Slide(SCENE, made_report())
    ranked = [row.name for row in slide.report.rows if row.rank and row.verdict.ranks]
    assert [row.name for row in shown_rows(slide)] == ranked
    if ranked[0] != "Beta":
        assert shown_rows(slide, 1)[0].name == "Beta"


def test_prices_are_a_number_an_interval_or_unknown():
    report = made_report()
    told = {row.name: price_of(report, row) for row in report.rows}
    assert told["Alpha"] == "35.0–45.0"
    assert told["Beta"] == "60.0"
    assert "unknown" in told.values()
    row = report.rows[0]
    unpriced = replace(report, criteria=report.criteria[1:])
    assert price_of(unpriced, replace(row, cells=row.cells[1:])) == "–"


@pytest.mark.parametrize("most", [1, 2, 10])
def test_never_more_rows_than_fit(most):
    assert len(shown_rows(Slide(SCENE, made_report()), most)) <= most
