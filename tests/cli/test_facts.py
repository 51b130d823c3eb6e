import json
from dataclasses import replace
from datetime import date

import pytest
import typer
from typer.testing import CliRunner

from siteselect.cli.facts import facts
from siteselect.errors import PackError, StudyError
from siteselect.model.own_fact import OwnFact
from siteselect.project.file import sample_study, save_project
from tests.cli import running
from tests.packs.making import TOY

APP = typer.Typer()
APP.command()(facts)


def run(*arguments):
    result = CliRunner().invoke(APP, ["--pack", str(TOY), *arguments])
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def told(*arguments):
    result = run(*arguments, "--format", "json")
    assert result.exit_code == 0
    return json.loads(result.stdout)


def test_all_that_held_on_a_day():
    found = told("--as-of", "2021-07-02")
    assert found["pack"] == "toy@1"
    assert found["as_of"] == "2021-07-02"
    assert len(found["digest"]) == 64
    assert list(found)[3:] == ["tariffs", "rules", "rates", "fees", "indicators", "conflicts"]
    prices = {row["id"]: row for row in found["tariffs"]}
    assert prices["T1"]["price"] == 0.5
    assert prices["T1"]["price_high"] is None
    assert prices["T1"]["source"] == "toy gazette 1"
    assert prices["T2"]["badge"] == "last seen 2020-01-01"
    assert prices["T2"]["confidence"] == "low"
    assert prices["T5"]["badge"] == "carried from 2021-06-30"


def test_rules_come_with_the_verdict_and_the_parents_rules():
    rows = told("--as-of", "2023-02-01", "--kind", "rules", "--jurisdiction", "AA")["rules"]
    assert {row["verdict"] for row in rows} == {"FAIL"}
    ban = next(row for row in rows if row["id"] == "R7")
    assert (ban["issuer"], ban["jurisdiction"], ban["source"]) == ("UN", "AA", "toy law 7")


def test_rates_fees_and_indicators():
    assert told("--as-of", "2021-06-02", "--kind", "rates")["rates"][0]["units_per_usd"] == 12
    fees = told("--as-of", "2022-06-02", "--kind", "fees")["fees"]
    assert [(row["id"], row["fee"]) for row in fees] == [
        ("F1", 0.3), ("F2", None), ("F3", 0.05), ("F4", 0.1)
    ]  # fmt: skip
    near = told("--as-of", "2021-06-02", "--kind", "indicators", "--jurisdiction", "AA")
    badges = {row["id"]: row["badge"] for row in near["indicators"]}
    assert badges["I1"] == "observed 2020"
    assert badges["I4"] == "observed 2021"  # the Union's


def test_the_table_shows_ids_values_marks_and_sources():
    text = run("--as-of", "2021-07-02").stdout
    assert "Is mining lawful on 2021-07-02? AA CONDITIONAL, BB FAIL; unknown for UN, CC." in text
    for words in ("Tariffs on 2021-07-02", "0.6–0.8 AAD/kWh", "carried from 2021-06-30",
                  "toy law 4", "X6 says 2.2", "observed 2021"):  # fmt: skip
        assert words in text
    assert "Fees on 2023-07-02: none" in run("--as-of", "2023-07-02").stdout


@pytest.mark.parametrize("day", ["yesterday", "2021-13-01", "2021-6-2", "20210602", ""])
def test_a_day_that_is_none_ends_in_a_sentence(day):
    with pytest.raises(StudyError, match="is not a day: write it like 2021-06-02"):
        run("--as-of", day)


def test_a_day_without_facts_ends_in_a_sentence():
    with pytest.raises(PackError, match=r"no facts that held on 1990-01-01: choose"):
        run("--as-of", "1990-01-01")
    with pytest.raises(PackError, match=r"no facts that held on 2030-01-01 in CC: choose"):
        run("--as-of", "2030-01-01", "--jurisdiction", "CC")
    with pytest.raises(PackError, match="no rates that held on 2030-01-01"):
        run("--as-of", "2030-01-01", "--kind", "rates")


def test_unknown_names_end_in_sentences():
    with pytest.raises(PackError, match="no jurisdiction 'ZZ'"):
        run("--as-of", "2021-06-02", "--jurisdiction", "ZZ")
    assert run("--as-of", "2021-06-02", "--kind", "laws").exit_code == 2


@pytest.fixture
def project(tmp_path):
    fact = OwnFact.of("tariffs", {"id": "T1", "price": "0.4"})
    rule = OwnFact.of("rules", {
        "id": "U1", "jurisdiction": "BB", "kind": "status", "status": "in force",
        "effect": "lawful", "valid_from": "2022-03-01", "text": "Mining is welcome",
    })  # fmt: skip
    path = tmp_path / "own.siteselect"
    study = replace(sample_study().with_day(date(2021, 7, 2)), pack="toy@1")
    save_project(study.with_fact(fact).with_fact(rule), path)
    return path


def test_facts_of_a_project_are_shown_and_marked(project):
    found = told("--project", str(project))
    assert found["as_of"] == "2021-07-02"
    prices = {row["id"]: row for row in found["tariffs"]}
    assert (prices["T1"]["price"], prices["T1"]["mark"]) == (0.4, "yours")
    assert prices["T1"]["confidence"] == "user"
    assert prices["T2"]["mark"] == ""
    assert [(row["id"], row["corrects"]) for row in found["own_facts"]] == [
        ("T1", True),
        ("U1", False),
    ]
    later = told("--project", str(project), "--as-of", "2022-06-02", "--kind", "rules")
    assert {row["id"]: row["mark"] for row in later["rules"]}["U1"] == "yours"
    assert "own_facts" not in told("--as-of", "2021-07-02")


def test_the_table_names_what_is_the_users(project):
    shown = run("--project", str(project), "--kind", "tariffs").stdout
    assert "T1 yours" in shown
    assert "tariffs T1 (corrects the pack), rules U1" in " ".join(shown.split())


def test_without_a_project_a_day_must_be_said():
    assert run().exit_code == 2


def test_facts_that_do_not_agree_are_told_as_a_conflict(capsys):
    found = running.run(capsys, "facts", "--as-of", "2023-06-01", "--format", "json").json[
        "conflicts"
    ]
    (tax,) = (each for each in found if each["jurisdiction"] == "KG")
    assert [each["row"] for each in tax["statements"]] == ["R25", "R20"]
    shown = running.run(capsys, "facts", "--as-of", "2023-06-01").out
    assert "Conflict in KG, tax" in shown
    alone = running.run(capsys, "facts", "--as-of", "2023-06-01", "--jurisdiction", "KZ").out
    assert "Conflict in KG" not in alone
