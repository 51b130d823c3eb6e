import math

import pytest

from siteselect.export.compose import version
from tests.export.making import EVIL, made_evaluation, made_report


def test_rows_stand_in_the_order_of_the_list_with_failed_ones_last():
    rows = made_report().rows
    assert [(row.name, row.rank, row.verdict.value) for row in rows] == [
        ("Alpha", 1, "PASS"),
        ("Beta", 2, "CONDITIONAL"),
        (EVIL, 3, "PASS"),
        ("Gone", 4, "UNKNOWN"),
        ("=1+1", None, "FAIL"),
    ]


def test_numbers_worked_by_hand():
    alpha, _, evil, gone, failed = made_report().rows
    # price (75 - 40) / 40 = 0.875 at 30/40; distance (50 - 10) / 50 = 0.8 at 10/40
    assert alpha.score == pytest.approx(0.875 * 0.75 + 0.8 * 0.25, abs=1e-12)
    assert alpha.cells[0].contribution == pytest.approx(0.875 * 0.75)
    assert alpha.low == pytest.approx((75 - 45) / 40 * 0.75 + 0.2)
    assert alpha.high == pytest.approx(0.75 + 0.2)
    assert evil.cells[0].raw is None
    assert evil.cells[0].value is None
    assert evil.cells[0].source == "No row holds on this day."
    assert evil.cells[0].contribution == 0.0
    assert evil.coverage == 0.25
    assert gone.coverage == 0.75
    assert (failed.score, failed.low, failed.high) == (None, None, None)
    assert failed.cells[0].contribution is None
    assert failed.cells[0].raw == 50.0


def test_the_stamp_lets_a_reader_get_the_same_list():
    report = made_report()
    stamp = report.stamp
    assert (stamp.program, stamp.pack, stamp.as_of, stamp.load_mw) == (
        "siteselect", "toy@1", "2021-06-02", 50.0,
    )  # fmt: skip
    assert stamp.pack_digest == report.pack.digest
    assert stamp.version == version()
    assert stamp.weights == {"power_price": 30.0, "far": 10.0, "nobody": 5.0}
    assert stamp.shares == {"power_price": 0.75, "far": 0.25, "nobody": 0.0}
    assert stamp.verdicts == {"PASS": 2, "CONDITIONAL": 1, "UNKNOWN": 1, "FAIL": 1}
    assert stamp.gates == ("legal_status: at least 2 status; conditional within 1 beyond",)
    assert stamp.borders_note == "Borders as Alphaland draws them."
    assert stamp.disclaimer


def test_remarks_say_what_is_known_and_what_does_not_count():
    report = made_report()
    assert report.remarks == (
        "Price known for 4 of 5 places on this day.",
        "Known for no site, and so without effect: Known to nobody.",
    )
    relative = made_report(method="topsis")
    assert any("compares the sites with one another" in text for text in relative.remarks)


def test_only_the_first_are_told_when_asked():
    report = made_report(top=2)
    assert [row.name for row in report.rows] == ["Alpha", "Beta"]
    assert report.stamp.verdicts["FAIL"] == 1


def test_offers_sources_and_deciding_reasons_are_told():
    report = made_report()
    assert report.rows[0].offer == "0.5 AAD/kWh, VAT excluded, 60 MW"
    assert report.rows[1].reasons[0].startswith("Mining lawful") or report.rows[1].decisive == 1
    assert report.rows[0].reasons == ()
    (source,) = report.sources
    assert (source.title, source.licence) == ("Invented for the tests", "CC0-1.0")
    assert "Countries" in source.used_for
    assert report.rows[0].country_title == "Alphaland"


def test_the_report_agrees_with_the_evaluation():
    evaluation, report = made_evaluation(), made_report()
    for row in report.rows:
        at = evaluation.matrix.sites.index(row.name)
        score = evaluation.scores[at]
        assert (row.score is None) == math.isnan(score)
        assert row.score is None or row.score == pytest.approx(score, abs=1e-12)
