import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from siteselect.cli.choices import Choices, evaluated
from siteselect.export._site_rows import tidy
from siteselect.model.own_fact import OwnFact
from siteselect.project.file import sample_study, save_project
from tests.cli.running import failed, run

ROOT = Path(__file__).parents[2]


def test_the_sample_as_json(capsys):
    ended = run(capsys, "rank", "--format", "json")
    assert ended.code == 0
    sites = ended.json["sites"]
    assert len(sites) == 42
    verdicts = {site["country"]: site["verdict"] for site in sites if site["rank"] != 0}
    assert verdicts["KG"] == "FAIL"
    assert {s["verdict"] for s in sites if s["country"] == "CN-XJ"} == {"CONDITIONAL"}
    assert all("2021-06-02" in s["reasons"][0] for s in sites if s["country"] == "KG")
    assert ended.json["stamp"]["as_of"] == "2021-06-02"


def test_the_same_numbers_as_the_evaluation(capsys):
    told = {s["name"]: s["score"] for s in run(capsys, "rank", "--format", "json").json["sites"]}
    study, pack = Choices().study()
    evaluation = evaluated(study, pack)
    for name, score in zip(evaluation.matrix.sites.names, evaluation.scores, strict=True):
        assert told[name] == tidy(float(score))


def test_the_law_of_the_day_decides(capsys):
    july = run(capsys, "rank", "--format", "json", "--as-of", "2021-07-01").json["sites"]
    assert {s["verdict"] for s in july if s["country"] == "CN-XJ"} == {"FAIL"}
    early = run(capsys, "rank", "--format", "json", "--as-of", "2019-06-01").json["sites"]
    assert {s["verdict"] for s in early if s["country"] in {"KG", "CN-XJ"}} == {"UNKNOWN"}


def test_csv_with_a_top(capsys):
    ended = run(capsys, "rank", "--format", "csv", "--top", "3")
    rows = list(csv.DictReader(io.StringIO(ended.out)))
    assert [row["rank"] for row in rows] == ["1", "2", "3"]


def test_the_table_tells_rank_reasons_and_why(capsys):
    ended = run(capsys, "rank")
    assert ended.code == 0
    assert "Relocation 2021 · Balanced · Weighted sum" in ended.out
    assert "Price known for" in ended.out
    assert "ranks first with" in ended.out
    assert "FAIL: Bishkek" in ended.out


def test_names_cannot_steer_the_terminal(capsys, tmp_path):
    table = tmp_path / "o.csv"
    table.write_text("name,lon,lat\n[red]Evil[/red],75.3,51.7\nWorse\x1b[2J,75.4,51.7\n")
    ended = run(capsys, "rank", "--sites", table)
    assert "\x1b" not in ended.out + ended.err
    assert "[red]Evil[/red]" in ended.out
    assert "row 3, column name: the text holds the control sign U+001B" in ended.err


def test_weights_change_the_list(capsys):
    words = ("rank", "--format", "json", "--set", "weight.xinjiang_distance=0")
    plain = run(capsys, "rank", "--format", "json").json
    other = run(capsys, *words).json
    assert other["stamp"]["weights"]["xinjiang_distance"] == 0
    assert [s["score"] for s in plain["sites"]] != [s["score"] for s in other["sites"]]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--as-of", "2018-01-01"), "holds no facts for 2018-01-01"),
        (("--method", "magic"), "asks for the method magic"),
        (("--pack", "atlantis"), "no pack called"),
        (("--set", "weight.magic=1"), "no criterion magic"),
        (("--set", "weight.power_price=-1"), "The weight of power_price is -1"),
        (("--weights", "none.json"), "cannot be read"),
        (("--sites", "none.csv"), "cannot be read"),
        (("--load", "0"), "The wanted load is 0 MW"),
    ],
)
def test_bad_input_is_one_sentence(capsys, words, said):
    assert said in failed(capsys, "rank", *words)


def test_a_damaged_project_is_one_sentence(capsys, tmp_path):
    path = tmp_path / "bad.siteselect"
    path.write_text('{"siteselect": 1, "study": {}}')
    assert "study.title: it is missing" in failed(capsys, "rank", path)
    assert path.read_text() == '{"siteselect": 1, "study": {}}'


def test_a_damaged_pack_is_one_sentence(capsys, tmp_path):
    (tmp_path / "pack.toml").write_text("[pack\n")
    assert "is not valid TOML" in failed(capsys, "rank", "--pack", str(tmp_path) + os.sep)


def test_rank_runs_where_qt_cannot_be_imported():
    program = (
        "import sys\n"
        "for name in ('PySide6', 'shiboken6', 'pyqtgraph'): sys.modules[name] = None\n"
        "from siteselect.cli.app import main\n"
        "sys.exit(main(['rank', '--top', '2', '--format', 'json']))\n"
    )
    ended = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False, cwd=ROOT
    )
    assert ended.returncode == 0, ended.stderr
    assert '"rank": 2' in ended.stdout
    assert ended.stderr == ""


def test_a_scenario_and_a_policy_by_name(capsys):
    told = run(capsys, "rank", "--scenario", "low carbon", "--format", "json").json
    assert told["stamp"]["scenario"] == "Low carbon"
    assert told["stamp"]["unknown"] == "pessimistic"
    scores = {}
    for policy in ("pessimistic", "neutral", "exclude"):
        told = run(capsys, "rank", "--unknown", policy, "--format", "json").json
        assert told["stamp"]["unknown"] == policy
        scores[policy] = {s["name"]: s["score"] for s in told["sites"] if s["score"] is not None}
    for name, worst in scores["pessimistic"].items():
        assert worst <= scores["neutral"][name] + 1e-12
    assert scores["neutral"] != scores["exclude"]
    assert run(capsys, "rank", "--unknown", "hopeful").code == 2


def test_facts_of_the_user_count_and_are_named(capsys, tmp_path):
    fact = OwnFact.of("tariffs", {"id": "T022", "price": "10", "price_high": ""})
    save_project(sample_study().with_fact(fact), tmp_path / "own.siteselect")
    table = run(capsys, "rank", tmp_path / "own.siteselect").out
    assert "Facts of the user's own, not of the pack: T022." in table
    told = run(capsys, "rank", tmp_path / "own.siteselect", "--format", "json").json
    assert told["stamp"]["pack"] == "central-asia@2026.1"
    assert "T022: typed by the user" in json.dumps(told)
