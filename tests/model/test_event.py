from datetime import date

from siteselect.model.event import Conflict, Event, Severity, Statement

TAXES = (
    Statement("R25", "10 %", "a paper", "2023-01-01 to not stated"),
    Statement("R20", "15 %", "a gazette", "2020-08-01 to 2023-10-31", "end assumed"),
)


def test_the_weightiest_severity_comes_first():
    assert next(iter(Severity)) is Severity.STOP
    assert list(Severity)[-1] is Severity.NOTE


def test_events_and_conflicts_are_values():
    told = (date(2021, 6, 2), "KG", "status", "Mining banned", "R21: news", Severity.STOP, "R21")
    assert Event(*told) == Event(*told)
    assert not Event(*told).ends
    assert len({Conflict("KG", "tax", TAXES), Conflict("KG", "tax", TAXES)}) == 1


def test_a_conflict_names_its_rows_and_says_what_each_says():
    conflict = Conflict("KG", "tax", TAXES)
    assert conflict.rows == ("R25", "R20")
    assert conflict.text == (
        "10 % (R25: a paper; 2023-01-01 to not stated); "
        "15 % (R20: a gazette; 2020-08-01 to 2023-10-31; end assumed)"
    )
