import numpy as np
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from siteselect.model.gate import Verdict
from siteselect.ui.grouping import grouping
from siteselect.ui.site_card_rows import (
    CriterionRow,
    GateRow,
    Judged,
    ValueBar,
    raw_words,
    source_words,
)
from siteselect.ui.theme import LIGHT
from tests.making import make_aged, make_evaluation
from tests.ui.test_ranking_model import with_prices

NAN = float("nan")


def _row(qtbot: QtBot) -> CriterionRow:
    row = CriterionRow(LIGHT)
    qtbot.addWidget(row)
    row.show()
    return row


def test_a_known_value_shows_points_out_of_its_share(qtbot: QtBot) -> None:
    evaluation = make_evaluation(30)
    row = _row(qtbot)
    site = int(np.flatnonzero(np.isfinite(evaluation.values[:, 2]))[0])
    row.show_site(evaluation, grouping(evaluation), 2, site, None)
    earned, share = evaluation.contributions[site, 2], evaluation.shares[2]
    assert row.bar.text() == f"{100 * earned:.1f} of {100 * share:.1f}"
    assert row.raw.text().startswith(f"{evaluation.matrix.columns[2].value[site]:.1f} km")
    assert "source 2 · 2021 · confidence high" in row.source.text()
    assert row.bar.accessibleName() == row.bar.text()


def test_an_unknown_value_says_so_and_why(qtbot: QtBot) -> None:
    evaluation = make_evaluation(30)
    row = _row(qtbot)
    site = int(np.flatnonzero(np.isnan(evaluation.values[:, 2]))[0])
    row.show_site(evaluation, grouping(evaluation), 2, site, None)
    assert row.raw.text() == "unknown"
    assert row.source.text() == "No source known."


def test_two_sites_are_shown_side_by_side(qtbot: QtBot) -> None:
    evaluation = make_evaluation(30)
    row = _row(qtbot)
    row.show_site(evaluation, grouping(evaluation), 0, 0, 3)
    first, second = evaluation.contributions[[0, 3], 0]
    assert row.bar.text().lstrip("+−") == f"{100 * abs(first - second):.1f}"
    assert " | " in row.raw.text()


def test_parts_of_a_price_are_listed_with_amounts() -> None:
    evaluation = with_prices(make_evaluation(30))
    assert source_words(evaluation, "power_price", 0) == "T016 · 2021\nenergy 4.00\nmining fee 0.60"
    assert source_words(evaluation, "power_price", 1) == "low · T022"
    assert raw_words(evaluation, "power_price", 1) == "4.70 ¢/kWh (4.50–4.90)"
    assert raw_words(evaluation, "power_price", 0, 1) == "4.60 | 4.70 ¢/kWh"


def test_what_does_not_count_says_so(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    bar = ValueBar(LIGHT, parent)
    assert bar.text() == ""
    bar.show_judged(Judged(0.5, 0.5, 0.5, 0.0, 0.0), None, "#000000")
    assert bar.text() == "does not count"


def test_an_unknown_bar_is_hatched_a_known_one_filled(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(300, 40)
    bar = ValueBar(LIGHT, parent)
    bar.setGeometry(0, 0, 296, 18)
    parent.show()

    def filled() -> int:
        image = bar.grab().toImage()
        red = QColor("#ff0000")
        return sum(image.pixelColor(x, 9) == red for x in range(200))

    bar.show_judged(Judged(0.5, 0.5, 0.5, 0.2, 0.1), None, "#ff0000")
    assert 95 <= filled() <= 105
    bar.show_judged(Judged(NAN, 0.0, 1.0, 0.2, 0.0), None, "#ff0000")
    assert filled() == 0


def test_a_gate_speaks_in_full(qtbot: QtBot) -> None:
    evaluation = make_evaluation(30)
    parent = QWidget()
    qtbot.addWidget(parent)
    row = GateRow(parent)
    row.show_result(evaluation, evaluation.gates[1][0], LIGHT)
    assert evaluation.verdicts[1] is Verdict.FAIL
    assert row.verdict.text() == "⊘ Mining lawful: FAIL"
    assert "banned since spring" in row.reason.text()


def test_a_stale_value_says_so_beside_its_source() -> None:
    aged = make_aged(make_evaluation(9))
    assert source_words(aged, "measure_0", 0).startswith("observed 2016, stale")
    assert "stale" not in source_words(aged, "measure_0", 1)
