from datetime import date

from siteselect.model.event import Conflict, Event, Severity


def test_the_weightiest_severity_comes_first():
    assert next(iter(Severity)) is Severity.STOP
    assert list(Severity)[-1] is Severity.NOTE


def test_events_and_conflicts_are_values():
    told = (date(2021, 6, 2), "KG", "status", "Mining banned", "R21: news", Severity.STOP, "R21")
    assert Event(*told) == Event(*told)
    assert not Event(*told).ends
    assert len({Conflict("KG", "tax", ("R25", "R20"), "10; 15")} | set()) == 1
