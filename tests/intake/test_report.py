from siteselect.intake.report import Finding, IntakeReport
from siteselect.language import speaking
from siteselect.pseudo import PSEUDO


def test_findings_say_row_and_column():
    assert str(Finding("No number.", 3, "price", left_out=True)) == (
        "row 3, column price: No number. The row was left out."
    )
    assert str(Finding("A word on the file.")) == "A word on the file."


def test_the_summary_counts_rows_once():
    report = IntakeReport(
        "offers.csv",
        1,
        (Finding("a", 2, "x", left_out=True), Finding("b", 2, "y", left_out=True), Finding("c", 3)),
    )
    assert report.left_out == 1
    assert report.summary == "offers.csv: 1 site taken in, 1 row left out."
    assert len(report.lines) == 4
    assert IntakeReport("o", 2).summary == "o: 2 sites taken in."


def test_every_sentence_is_said_in_the_language_and_the_keys_are_not():
    found = Finding("A word.", 3, "price", left_out=True)
    for kind in ("site", "feature", "fact"):
        report = IntakeReport("o", 1, (found,), kind)
        english = report.lines
        with speaking(PSEUDO):
            assert not set(english) & set(report.lines)
            assert (found.column, found.text) == ("price", "A word.")
