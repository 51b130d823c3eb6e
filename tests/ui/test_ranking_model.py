from dataclasses import replace

import numpy as np
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from siteselect.economics.price_unit import CENTS, PLAIN, Per, PricesTold, PriceUnit
from siteselect.mcda.evaluate import evaluate
from siteselect.model.decision_matrix import Column, DecisionMatrix, MeasureInfo, Part, Provenance
from siteselect.model.evaluation import Evaluation
from siteselect.model.sites import Sites
from siteselect.ui.ranking_model import Col, RankingModel
from tests.making import make_evaluation, make_matrix, make_scenario

NAN = np.nan


def with_prices(evaluation: Evaluation) -> Evaluation:
    """Add a price column: one site known in parts, one an interval, the rest unknown."""
    matrix = evaluation.matrix
    value = np.full(len(matrix.sites), NAN)
    value[:2] = 46.0, 47.0
    low, high = value.copy(), value.copy()
    low[1], high[1] = 45.0, 49.0
    where = [Provenance("No price of this region holds on this day.") for _ in value]
    where[0] = Provenance("T016", "2021", parts=(Part("energy", 40.0), Part("mining fee", 6.0)))
    where[1] = Provenance("T022", badge="low")
    info = MeasureInfo("power_price", "All-in power price", "USD/MWh", "Power")
    priced = DecisionMatrix(
        matrix.sites,
        (*matrix.infos, info),
        (*matrix.columns, Column(value, tuple(where), low, high)),
        matrix.as_of,
        matrix.load_mw,
    )
    return evaluate(evaluation.scenario, priced)


def shown(count: int = 30) -> RankingModel:
    model = RankingModel()
    model.show(with_prices(make_evaluation(count)))
    return model


def test_qt_finds_no_fault_through_growing_shrinking_and_sorting(
    qtbot: QtBot, qtmodeltester: ModelTester
) -> None:
    model = RankingModel()
    qtmodeltester.check(model)
    for count in (0, 5, 30, 12):
        model.show(make_evaluation(count))
    for column in Col:
        model.sort(column, Qt.SortOrder.DescendingOrder)
    model.filter("kg")
    assert model.rowCount() == 5


def test_rows_follow_the_order_of_the_evaluation() -> None:
    model = shown()
    assert model.evaluation is not None
    names = [model.name(row) for row in range(model.rowCount())]
    assert names[0] == model.evaluation.leader
    assert names.count(None) == 1
    assert model.text(int(model.rows[0]), Col.RANK) == "1"
    assert model.text(int(model.rows[-1]), Col.RANK) == "fails"


def test_a_new_order_of_the_same_length_is_one_change_of_data(qtbot: QtBot) -> None:
    model = shown()
    assert model.evaluation is not None
    heavier = model.evaluation.scenario.with_weight("measure_0", 90.0)
    with qtbot.waitSignal(model.dataChanged) as told, qtbot.assertNotEmitted(model.layoutChanged):
        model.show(evaluate(heavier, model.evaluation.matrix))
    assert told.args is not None
    assert told.args[0].row() == 0
    assert told.args[1].row() == model.rowCount() - 1


def test_price_is_shown_as_figure_interval_or_dash_with_its_reason() -> None:
    model = shown()
    assert [model.text(site, Col.PRICE) for site in (0, 1, 2)] == ["4.60", "4.5–4.9", "—"]
    assert "mining fee: 0.60" in model.explain(0, Col.PRICE)
    assert "No price of this region" in model.explain(2, Col.PRICE)


def test_without_a_price_measure_the_dash_says_so() -> None:
    model = RankingModel()
    model.show(make_evaluation(5))
    assert model.text(0, Col.PRICE) == "—"
    assert "No criterion" in model.explain(0, Col.PRICE)


def test_change_of_place_refers_to_the_mark() -> None:
    evaluation = make_evaluation(30)
    model = RankingModel()
    model.show(evaluation)
    assert {model.change(site) for site in range(30)} == {0}
    heavier = evaluation.scenario.with_weight("measure_0", 200.0)
    after = evaluate(heavier, evaluation.matrix)
    model.show(after)
    site = int(after.order[0])
    assert model.change(site) == evaluation.ranks[site] - 1
    risen = next(s for s in range(30) if model.change(s) > 0)
    assert model.text(risen, Col.CHANGE) == f"▲{model.change(risen)}"
    model.mark()
    assert model.change(risen) == 0


def test_change_of_place_is_by_name_when_sites_were_added() -> None:
    model = RankingModel()
    before = make_evaluation(9)
    model.show(before)
    after = make_evaluation(30)
    model.show(after)
    site = next(row for row in range(9) if before.ranks[row] and after.ranks[row])
    assert model.change(site) == before.ranks[site] - after.ranks[site]
    assert model.change(29) == 0


def test_a_failed_site_tells_its_reason_and_has_no_score() -> None:
    model = shown()
    assert model.text(1, Col.SCORE) == "—"
    assert "banned since spring" in model.explain(1, Col.SITE)
    assert "banned since spring" in model.explain(1, Col.SCORE)
    assert model.change(1) == 0


def test_the_score_tells_its_interval_and_what_is_unknown() -> None:
    model = shown()
    assert model.evaluation is not None
    site = next(
        int(row) for row in model.evaluation.order if model.evaluation.coverage[row] < 0.999
    )
    words = model.explain(site, Col.SCORE)
    assert "Between " in words
    assert "Unknown: Measure" in words


def test_headings_can_be_read_but_not_picked() -> None:
    model = shown()
    row = int(np.flatnonzero(model.rows < 0)[0])
    index = model.index(row, Col.SITE)
    assert index.data() == "fail a gate"
    assert not model.flags(index) & Qt.ItemFlag.ItemIsSelectable
    assert index.data(Qt.ItemDataRole.ToolTipRole) is None


def test_a_name_is_never_markup() -> None:
    matrix = make_matrix(3)
    wild = Sites((replace(matrix.sites.items[0], name="<b>x</b>"), *matrix.sites.items[1:]))
    evaluation = evaluate(make_scenario(), replace(matrix, sites=wild))
    model = RankingModel()
    model.show(evaluation)
    row = model.table_rows(frozenset({"<b>x</b>"}))[0]
    index = model.index(row, Col.SITE)
    assert index.data() == "<b>x</b>, KZ"
    assert "&lt;b&gt;x&lt;/b&gt;" in index.data(Qt.ItemDataRole.ToolTipRole)


def test_a_screen_reader_hears_what_a_figure_is() -> None:
    model = shown()
    index = model.index(0, Col.SCORE)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole).startswith("Score: ")


def test_heads_have_titles_and_words() -> None:
    model = RankingModel()
    across = Qt.Orientation.Horizontal
    assert model.headerData(Col.PRICE, across) == "¢/kWh"
    tip = model.headerData(Col.KNOWN, across, Qt.ItemDataRole.ToolTipRole)
    assert "Share of the weight" in str(tip)


def test_prices_are_told_in_the_unit_of_each_sites_land():
    model, evaluation = RankingModel(), with_prices(make_evaluation(3))
    model.show(evaluation)
    sites = evaluation.matrix.sites.items
    lands = {site.country: PriceUnit("KZT", Per.KWH, 400.0) for site in sites}
    plain = model.price(0)
    model.tell_prices(PricesTold(CENTS, lands))
    assert model.title(Col.PRICE) == "local/kWh"
    value = float(evaluation.matrix.column("power_price").value[0])
    assert value == 46.0
    assert model.price(0) == "18.40 KZT"
    assert "KZT/kWh" in model.explain(0, Col.PRICE)
    model.tell_prices(PLAIN)
    assert model.price(0) == plain
