from datetime import date

from siteselect.model.event import Severity
from siteselect.model.own_fact import OwnFact
from siteselect.packs.own_facts import lay_over
from siteselect.project.events import events
from tests.criteria.toy import central_asia, toy


def marks(pack, row):
    return [(each.day, each.severity, each.ends) for each in events(pack) if each.row == row]


def test_a_suspension_is_marked_where_it_begins_and_where_it_ends():
    assert marks(central_asia(), "R21") == [
        (date(2021, 6, 2), Severity.STOP, False),
        (date(2021, 10, 15), Severity.RELIEF, True),
    ]


def test_each_kind_of_rule_has_its_weight():
    weight = {row: marks(central_asia(), row)[0][1] for row in
              ("R01", "R03", "R05", "R07", "R15", "R16", "R29", "R32")}  # fmt: skip
    assert weight == {
        "R01": Severity.RELIEF,
        "R03": Severity.CONDITION,
        "R05": Severity.COST,
        "R07": Severity.RISK,
        "R15": Severity.NOTE,
        "R16": Severity.NOTE,
        "R29": Severity.ANNOUNCED,
        "R32": Severity.STOP,
    }


def test_rules_without_a_start_are_no_events_and_the_rest_come_by_day():
    found = events(central_asia())
    assert [each.day for each in found] == sorted(each.day for each in found)
    assert marks(central_asia(), "R35") == []
    assert marks(toy(), "R6")[0][1] is Severity.NOTE  # a draft


def test_rules_of_the_user_are_marked_as_theirs():
    rule = OwnFact.of("rules", {
        "id": "U1", "jurisdiction": "AA", "kind": "status", "status": "in force",
        "effect": "fail", "valid_from": "2024-01-01", "text": "No more mining",
    })  # fmt: skip
    (event,) = (each for each in events(lay_over(toy(), (rule,))) if each.row == "U1")
    assert (event.yours, event.severity, event.text) == (True, Severity.STOP, "No more mining")
    assert not any(each.yours for each in events(toy()))
