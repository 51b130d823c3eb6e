from dataclasses import replace

import pytest

from siteselect.cli.choices import Choices, evaluated
from siteselect.mcda.evaluate import evaluate
from siteselect.model.gate import Gate
from siteselect.project.file import sample_study, save_project
from tests.cli.running import failed, run


def told(capsys, *more):
    ended = run(capsys, "sensitivity", "--draws", "2000", "--format", "json", *more)
    assert ended.code == 0, ended.err
    return ended.json


def test_what_programs_are_told(capsys):
    found = told(capsys, "--seed", "7")
    assert found["stamp"]["scenario"] == "Balanced"
    assert found["verdict"] in {"clear", "close call", "fragile"}
    assert found["sentence"].endswith(".")
    drawn = found["robustness"]
    assert (drawn["draws"], drawn["seed"]) == (2000, 7)
    assert drawn["sites"][0]["name"] == found["leader"]
    assert sum(site["acceptability"][0] for site in drawn["sites"]) == pytest.approx(1, abs=0.01)
    for site in drawn["sites"]:
        assert sum(site["acceptability"]) == pytest.approx(1)
        assert (site["central_weights"] is None) == (site["first"] == 0)
        if site["central_weights"]:
            assert sum(site["central_weights"].values()) == pytest.approx(1)
    for each in found["weights"]:
        assert each["share_low"] <= each["share"] <= each["share_high"]
        assert (each["rival_low"] is None) == (each["share_low"] == 0 and each["weight_low"] == 0)


def test_the_same_seed_gives_the_same_text(capsys):
    one = run(capsys, "sensitivity", "--draws", "500", "--format", "json").out
    assert run(capsys, "sensitivity", "--draws", "500", "--format", "json").out == one
    other = run(capsys, "sensitivity", "--draws", "500", "--seed", "2", "--format", "json").out
    assert other != one


def test_the_ends_told_are_where_the_leader_changes(capsys):
    found = told(capsys)
    study, pack = Choices().study()
    evaluation = evaluated(study, pack)
    leader = found["leader"]
    moved = 0
    for each in found["weights"]:
        for end, rival, part in (
            (each["weight_low"], each["rival_low"], -1e-4),
            (each["weight_high"], each["rival_high"], 1e-4),
        ):
            if rival is None:
                continue
            for step, leads in ((1 + part, False), (1 - part, True)):
                scenario = evaluation.scenario.with_weight(each["key"], end * step)
                after = evaluate(scenario, evaluation.matrix)
                place = after.ranks[after.matrix.sites.index(leader)]
                assert (place == 1) == leads, each
            moved += 1
    assert moved > 3
    flip = found["smallest_weight_change"]
    ends = [
        abs(each[end] - each["share"])
        for each in found["weights"]
        for end, rival in (("share_low", "rival_low"), ("share_high", "rival_high"))
        if each[rival]
    ]
    assert abs(flip["share_then"] - flip["share"]) == pytest.approx(min(ends))


def test_the_table_tells_the_verdict_first(capsys):
    ended = run(capsys, "sensitivity", "--draws", "500")
    lines = ended.out.splitlines()
    assert lines[0].startswith("Relocation 2021 · Balanced · Weighted sum")
    assert lines[2].rstrip().endswith(".")
    assert "Smallest change of a weight:" in ended.out
    assert "Find out next:" in ended.out
    assert "Rank reversal: none can happen" in ended.out
    assert "500 draws of weights, seed 1" in ended.out
    assert "Distance to a road" not in ended.out  # nobody knows it here: no weight to move


def test_every_override_is_heard(capsys):
    near = told(
        capsys, "--scenario", "low risk", "--method", "topsis", "--unknown", "neutral",
        "--within", "0.1", "--values",
    )  # fmt: skip
    stamp = near["stamp"]
    assert (stamp["scenario"], stamp["method"], stamp["unknown"]) == (
        "Low risk", "topsis", "neutral",
    )  # fmt: skip
    assert not near["exact"]
    assert (near["robustness"]["within"], near["robustness"]["values"]) == (0.1, True)


def test_nobody_passes(capsys, tmp_path):
    study = sample_study()
    high = replace(study.scenario, gates=(Gate("elevation", at_least=8000.0),))
    nobody = study.with_scenario(high)
    path = tmp_path / "nobody.siteselect"
    save_project(nobody, path)
    found = run(capsys, "sensitivity", str(path), "--draws", "100", "--format", "json").json
    assert found["verdict"] == "nobody"
    assert found["winner"] is None
    ended = run(capsys, "sensitivity", str(path), "--draws", "100")
    assert ended.code == 0
    assert "passes the gates" in ended.out


def test_no_sites_at_all(capsys, tmp_path):
    path = tmp_path / "empty.siteselect"
    save_project(replace(sample_study(), candidates=()), path)
    assert "There are no sites to rank." in run(capsys, "sensitivity", path).out
    told = run(capsys, "sensitivity", path, "--format", "json").json
    assert (told["leader"], told["robustness"]["sites"]) == (None, [])


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("--draws", "0"), "0 draws show nothing"),
        (("--draws", "100000000"), "100000000 draws are too many"),
        (("--seed", "-1"), "The seed is -1"),
        (("--within", "0"), "give a part above 0"),
        (("--within", "nan"), "give a part above 0"),
        (("--scenario", "Bold"), "no scenario called Bold"),
        (("--method", "magic"), "asks for the method magic"),
    ],
)
def test_faults_are_one_sentence(capsys, more, said):
    assert said in failed(capsys, "sensitivity", *more)


def test_a_policy_that_does_not_exist_is_bad_usage(capsys):
    ended = run(capsys, "sensitivity", "--unknown", "hopeful")
    assert ended.code == 2
    assert "hopeful" in ended.err
