import json

from typer.testing import CliRunner

from siteselect.cli.pack import app
from tests.packs.making import TOY, copy_of_toy, edit


def run(*arguments):
    return CliRunner().invoke(app, list(map(str, arguments)))


def test_a_sound_pack():
    result = run("check", TOY)
    assert result.exit_code == 0
    assert result.stdout == f"{TOY}: no faults found.\n"


def test_all_faults_and_exit_1(tmp_path):
    copy = copy_of_toy(tmp_path)
    edit(copy / "facts/tariffs.csv", ",0.5,", ",-0.5,")
    edit(copy / "facts/rates.csv", "X1,AAD,10,", "X1,AAD,ten,")
    result = run("check", copy)
    assert result.exit_code == 1
    assert result.stdout.splitlines() == [
        "facts/rates.csv, line 2 (X1): column units_per_usd holds 'ten', which is not a number.",
        "facts/tariffs.csv, line 2 (T1): column price is -0.5, below 0.",
        f"{copy}: 2 faults.",
    ]


def test_coverage_as_json():
    told = json.loads(run("coverage", TOY, "--format", "json").stdout)
    whole = told["capacity"][0]
    assert (whole["jurisdiction"], whole["fuel"], whole["share"]) == ("AA", "all", 0.8)
    assert told["capacity"][1]["official_mw"] is None
    assert told["tables"][0]["rows"] == 9
    assert told["reference"] == "toy@1"


def test_coverage_as_tables():
    text = run("coverage", TOY).stdout
    for words in ("660", "80%", "unknown", "I8: toy bank", "fetched 2026-11-01", "2000: 2"):
        assert words in text


def test_packs_are_listed(monkeypatch):
    monkeypatch.setenv("SITESELECT_PACKS", str(TOY.parent))
    assert f"toy@1  Alphaland and Betaland  {TOY}" in run("list").stdout
