from siteselect.intake.report import Finding, IntakeReport


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
