"""What the law says of a day, by made rules; the real pack's days are in test_central_asia."""

from datetime import date

import pytest

from siteselect.model.gate import Verdict
from siteselect.packs.catalogue import open_pack
from siteselect.packs.law import legal_status, rules_on
from tests.packs.making import TOY, make_facts

HEADER = "id,jurisdiction,kind,status,effect,valid_from,valid_to,area,text"


def status(rows, day, jurisdiction="AA", parents=None):
    facts = make_facts(parents, rules=f"{HEADER}\n{rows}")
    return legal_status(facts, jurisdiction, date.fromisoformat(day))


def test_no_row_is_unknown_and_says_so():
    found = status("R1,BB,status,in force,fail,2021-01-01,,,ban", "2021-06-02")
    assert found.verdict is Verdict.UNKNOWN
    assert found.rules == ()
    assert found.text == "No rule of the pack says whether mining was lawful in AA on 2021-06-02."


def test_a_tax_alone_says_nothing_of_lawfulness():
    found = status("R1,AA,tax,in force,cost,2020-01-01,,,tax", "2021-06-02")
    assert found.verdict is Verdict.UNKNOWN


@pytest.mark.parametrize(
    ("day", "verdict"),
    [
        ("2020-12-31", Verdict.UNKNOWN),
        ("2021-01-01", Verdict.FAIL),
        ("2049-01-01", Verdict.FAIL),
    ],
)
def test_a_ban_without_an_end_lasts(day, verdict):
    assert status("R1,AA,status,in force,fail,2021-01-01,,,ban", day).verdict is verdict


@pytest.mark.parametrize(
    ("lifting", "verdict"),
    [
        ("R2,AA,status,in force,lawful,2022-01-01,,,free", Verdict.PASS),
        ("R2,AA,status,in force,conditional,2022-01-01,,,half free", Verdict.CONDITIONAL),
        ("R2,AA,status,announced,lawful,2022-01-01,,,free soon", Verdict.FAIL),
        ("R2,AA,status,draft,lawful,2022-01-01,,,free perhaps", Verdict.FAIL),
        ("R2,AA,licence,in force,conditional,2022-01-01,,,another matter", Verdict.FAIL),
        ("R2,AA,status,in force,lawful,2020-01-01,,,older", Verdict.FAIL),
        ("R2,AA,status,in force,lawful,2023-01-01,,,later", Verdict.FAIL),
        ("R2,AA,status,in force,lawful,2022-01-01,,port,in the port", Verdict.FAIL),
        ("R2,UN,status,in force,lawful,2022-01-01,,,by another", Verdict.FAIL),
    ],
)
def test_a_ban_lasts_until_a_row_on_the_same_matter_lifts_it(lifting, verdict):
    rows = f"R1,AA,status,in force,fail,2021-01-01,,,ban\n{lifting}"
    assert status(rows, "2022-06-01", parents={"AA": "UN"}).verdict is verdict


@pytest.mark.parametrize(
    ("how", "effect", "verdict"),
    [
        ("announced", "conditional", Verdict.CONDITIONAL),
        ("announced", "fail", Verdict.CONDITIONAL),
        ("announced", "lawful", Verdict.UNKNOWN),
        ("announced", "none", Verdict.UNKNOWN),
        ("draft", "fail", Verdict.UNKNOWN),
        ("event", "fail", Verdict.UNKNOWN),
        ("unknown", "fail", Verdict.UNKNOWN),
    ],
)
def test_what_is_not_in_force_makes_conditional_at_most(how, effect, verdict):
    assert status(f"R1,AA,status,{how},{effect},2021-01-01,,,words", "2021-06-02").verdict is (
        verdict
    )


def test_an_announcement_is_told_as_one():
    found = status("R1,AA,status,announced,fail,2021-01-01,,,a ban comes", "2021-06-02")
    assert found.text.startswith("A change is announced, not yet in force: “a ban comes” (R1")


def test_the_worst_decides_and_all_are_named():
    rows = """R1,AA,status,in force,lawful,2021-01-01,,,free trade
    R2,AA,cut,in force,fail,2021-06-01,2021-06-30,,power is cut
    R3,AA,licence,in force,conditional,2021-01-01,,,a licence"""
    found = status(rows, "2021-06-02")
    assert found.verdict is Verdict.FAIL
    assert [rule.id for rule in found.rules] == ["R2", "R3", "R1"]
    assert found.text == (
        "Mining is not lawful: “power is cut” (R2, AA, from 2021-06-01 to 2021-06-30). "
        "Also holds: “a licence” (R3, AA, since 2021-01-01); "
        "“free trade” (R1, AA, since 2021-01-01)."
    )
    assert found.source == "R2: a source"
    assert status(rows, "2021-07-01").verdict is Verdict.CONDITIONAL


def test_the_rules_of_the_parent_hold_too():
    rows = """R1,AA,status,in force,lawful,2021-01-01,,,here
    R2,UN,status,in force,fail,2021-06-01,,,all"""
    assert status(rows, "2021-05-01", parents={"AA": "UN"}).verdict is Verdict.PASS
    assert status(rows, "2021-06-02", parents={"AA": "UN"}).verdict is Verdict.FAIL
    assert status(rows, "2021-06-02", parents={"AA": ""}).verdict is Verdict.PASS


def test_a_rule_for_a_part_is_told_and_does_not_decide():
    rows = """R1,AA,status,in force,lawful,2021-01-01,,,free
    R2,AA,status,in force,fail,2021-01-01,,port,stop"""
    found = status(rows, "2021-06-02")
    assert found.verdict is Verdict.PASS
    assert "In port only: “stop” (R2" in found.text
    assert [rule.id for rule in found.rules] == ["R1"]


def test_an_unknown_fee_is_told():
    rows = """R1,AA,licence,in force,conditional,2021-01-01,,,a licence
    R2,AA,fee,unknown,unknown,2021-01-01,,,a fee of unknown size"""
    assert "Not known: “a fee of unknown size” (R2" in status(rows, "2021-06-02").text


def test_a_row_without_a_start_holds_on_no_day():
    assert status("R1,AA,status,in force,fail,,2021-12-31,,ban", "2021-06-02").verdict is (
        Verdict.UNKNOWN
    )


def test_rules_on_lists_own_rules_first_with_drafts():
    facts = make_facts(
        {"AA": "UN"},
        rules=f"""{HEADER}
        U,UN,status,draft,fail,2021-01-01,,,proposal
        A,AA,tax,in force,cost,2021-01-01,2021-12-31,,tax
        L,AA,tax,in force,cost,2022-01-01,,,later""",
    )
    assert [rule.id for rule in rules_on(facts, "AA", date(2021, 6, 2))] == ["A", "U"]


@pytest.mark.parametrize(
    ("jurisdiction", "day", "verdict"),
    [
        ("AA", "2018-12-31", "UNKNOWN"),
        ("AA", "2021-05-31", "PASS"),
        ("AA", "2021-06-01", "CONDITIONAL"),
        ("AA", "2022-01-15", "FAIL"),
        ("AA", "2022-01-21", "CONDITIONAL"),
        ("AA", "2023-06-30", "FAIL"),
        ("AA", "2023-07-01", "CONDITIONAL"),
        ("BB", "2021-04-30", "UNKNOWN"),
        ("BB", "2021-05-01", "CONDITIONAL"),
        ("BB", "2021-06-01", "FAIL"),
        ("BB", "2022-01-01", "CONDITIONAL"),
        ("CC", "2021-06-02", "UNKNOWN"),
    ],
)
def test_the_toy_reads_as_its_readme_says(jurisdiction, day, verdict):
    facts = open_pack(TOY).facts
    assert legal_status(facts, jurisdiction, date.fromisoformat(day)).verdict.value == verdict
