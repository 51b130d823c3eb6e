import math
from dataclasses import replace
from datetime import date

import numpy as np

from siteselect.export._site_rows import site_rows, tidy
from siteselect.mcda.evaluate import evaluate
from siteselect.model.decision_matrix import DecisionMatrix
from siteselect.model.sites import Offer, Sites, Vat
from siteselect.packs.catalogue import open_pack
from tests.export.making import TOY, made_evaluation

MANIFEST = open_pack(TOY).manifest


def rows(evaluation=None, order=None):
    evaluation = evaluation or made_evaluation()
    return site_rows(evaluation, MANIFEST, evaluation.order if order is None else order)


def with_sites(**changes):
    """Return the evaluation with the first site changed."""
    held = made_evaluation()
    matrix, items = held.matrix, held.matrix.sites.items
    sites = Sites((replace(items[0], **changes), *items[1:]))
    other = DecisionMatrix(sites, matrix.infos, matrix.columns, matrix.as_of, matrix.load_mw)
    return evaluate(held.scenario, other)


def test_twelve_figures_are_told():
    assert tidy(0.1 + 0.2) == 0.3
    assert tidy(math.nan) is None
    assert tidy(math.inf) is None
    assert tidy(1 / 3) == 0.333333333333


def test_any_order_gives_the_same_sites():
    held = made_evaluation()
    there = {row.name: row for row in rows(held)}
    turned = rows(held, held.order[::-1])
    assert [row.name for row in turned] == list(there)[::-1]
    assert all(there[row.name] == row for row in turned)
    assert len(rows(held, held.order[:2])) == 2
    assert rows(held, np.empty(0, dtype=np.intp)) == ()


def test_cells_tell_what_an_unknown_value_counts_as_and_its_ends():
    alpha, _, evil, *_ = rows()
    assert (alpha.cells[0].counted, alpha.cells[0].least, alpha.cells[0].most) == (0.875, 0.75, 1)
    assert (evil.cells[0].value, evil.cells[0].counted) == (None, 0)
    assert (evil.cells[0].least, evil.cells[0].most) == (0, 1)


def test_gates_tell_value_margin_verdict_and_reason():
    beta, gone = rows()[1].gates[0], rows()[3].gates[0]
    assert (beta.raw, beta.margin, beta.verdict.value) == (1, -1, "CONDITIONAL")
    assert "a licence is wanted" in beta.reason
    assert (gone.raw, gone.margin, gone.verdict.value) == (None, None, "UNKNOWN")


def test_a_pinned_site_is_marked():
    assert not any(row.pinned for row in rows())
    assert [row.name for row in rows(with_sites(pinned=True)) if row.pinned] == ["Alpha"]


def test_what_an_offer_does_not_say():
    assert rows()[0].offer_lacks == (
        "the date of the letter", "how long it holds", "the voltage",
        "the day on which power is ready", "who stands for it",
    )  # fmt: skip
    assert len(rows()[1].offer_lacks) == 8  # no offer at all
    day = date(2021, 6, 1)
    whole = Offer(0.05, "USD", Vat.INCLUDED, 20.0, day, 24, 110.0, day, "A. B.")
    assert rows(with_sites(offer=whole))[0].offer_lacks == ()
    unsaid = replace(whole, vat=Vat.NOT_STATED, power_mw=0.0)
    assert rows(with_sites(offer=unsaid))[0].offer_lacks == (
        "whether value added tax is in the price",
    )
