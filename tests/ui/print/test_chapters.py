from html import escape

from siteselect.model.gate import Verdict
from siteselect.ui.print.chapters import firmness, gates, ranking, show, why
from siteselect.ui.print.flow import Flow
from siteselect.ui.print.paper import A4
from tests.export.making import made_report
from tests.ui.print.made_report import full_report, told_by
from tests.ui.print.test_flow import box_drawing


def test_why_tells_each_of_the_first_three_on_a_page_of_its_own():
    told = told_by(why)
    assert told[0] == ""
    assert "Why the first three" in told[1]
    assert "Alpha ranks first" in told[1]


def test_the_ranking_names_every_site_that_has_a_place_with_its_country_and_score():
    report = full_report()
    told = "\n".join(told_by(ranking, report=report))
    for row in report.rows:
        assert row.rank is None or escape(row.name)[:12] in told
    first = report.rows[0]
    assert f"{100 * first.score:.1f}" in told
    assert "conditional" in told


def test_firmness_tells_draws_weights_and_methods():
    told = "\n".join(told_by(firmness))
    assert "How firm is it?" in told
    assert "Mean place" in told
    assert "What each weight can bear" in told
    assert "Kendall" in told


def test_a_report_without_firmness_has_no_such_chapter():
    assert told_by(firmness, report=made_report()) == [""]


def test_the_gates_tell_who_failed_and_why_once_for_each_reason():
    report = full_report()
    told = "\n".join(told_by(gates, report=report))
    assert "Who failed, and why" in told
    failed = [row for row in report.rows if row.verdict is Verdict.FAIL]
    assert all(row.name in told for row in failed)
    assert "see the law of the place" in told


def test_a_picture_stands_under_its_question_and_over_its_caption():
    flow = Flow(A4, "#0F766E")
    flow.turn()
    report = full_report()
    show(flow, report, {}, "contributions")
    assert flow.y == flow.box.top()
    show(flow, report, {"contributions": box_drawing()}, "contributions", most=200)
    flow.close()
    assert flow.y > flow.box.top() + 150
