from datetime import date

import pytest

from siteselect.model.own_fact import OwnFact
from siteselect.project.file import sample_study, save_project
from tests.cli.running import failed, run

DAYS = "2019-06-01,2021-06-02,2022-06-01,2023-06-01,2026-06-01"


def test_who_passes_at_what_price_and_which_fact_made_the_difference(capsys):
    ended = run(capsys, "timeline", "--days", DAYS, "--site", "Bishkek", "--site", "karaganda")
    assert ended.code == 0
    lines = ended.out.splitlines()
    assert "2021-06-02: 29 of 42 pass. Kyrgyzstan: mining suspended" in ended.out
    karaganda = next(line for line in lines if line.startswith("Karaganda"))
    assert "42.3–47.0 · cond" in karaganda
    assert "≥ 21.1 · cond" in karaganda
    bishkek = next(line for line in lines if line.startswith("Bishkek"))
    assert [cell.strip() for cell in bishkek.split("·")][-1] == "FAIL"
    assert "  law: FAIL becomes CONDITIONAL: “Special tariff class for mining" in ended.out
    assert "T001 (2.24 KGS/kWh) gives way to T003 (5.04 KGS/kWh) (+33.3 USD/MWh)" in ended.out
    assert not any(line.startswith("Almaty") for line in lines)


def test_the_same_as_json(capsys):
    told = run(capsys, "timeline", "--days", DAYS, "--site", "Bishkek", "--format", "json").json
    assert [each["day"] for each in told["days"]] == DAYS.split(",")
    (first,) = told["days"][0]["sites"]
    assert (first["verdict"], first["name"]) == ("UNKNOWN", "Bishkek")
    assert first["price"] == pytest.approx(2.24 / 69.8 * 1000)
    between = told["differences"][1]
    assert (between["before"], between["after"]) == ("2021-06-02", "2022-06-01")
    assert between["sites"]["Bishkek"][1]["rows"] == ["T001", "T003"]
    assert between["sites"]["Bishkek"][0]["change"] is None


def test_years_are_told_unless_days_are_named(capsys):
    told = run(capsys, "timeline", "--site", "Almaty", "--format", "json").json
    days = [date.fromisoformat(each["day"]) for each in told["days"]]
    assert days[0] == date(2019, 6, 2)
    assert {(day.month, day.day) for day in days} == {(6, 2)}
    assert len(days) >= 8


def test_facts_of_the_user_count(capsys, tmp_path):
    fact = OwnFact.of("tariffs", {"id": "T022", "price": "10", "price_high": ""})
    save_project(sample_study().with_fact(fact), tmp_path / "own.siteselect")
    told = run(
        capsys, "timeline", tmp_path / "own.siteselect", "--days", "2021-06-02",
        "--site", "Karaganda", "--format", "json",
    ).json  # fmt: skip
    (site,) = told["days"][0]["sites"]
    assert site["price"] == pytest.approx(10 / 425.9 * 1000)
    assert site["badge"] == "yours"
    assert told["differences"] == []


def test_what_cannot_be_understood_is_one_sentence(capsys):
    assert "is no day" in failed(capsys, "timeline", "--days", "2021-06-02,soon")
    assert "names no day" in failed(capsys, "timeline", "--days", ", ")
    assert "holds no facts for 1999-01-01" in failed(capsys, "timeline", "--days", "1999-01-01")
    assert "no site called Atlantis" in failed(capsys, "timeline", "--site", "Atlantis")
