from dataclasses import replace

import pytest

from siteselect.cli.compare import chosen_scenarios
from siteselect.errors import StudyError
from siteselect.project.file import sample_study
from tests.cli.running import failed, run


def ranked(capsys, scenario):
    sites = run(capsys, "rank", "--scenario", scenario, "--format", "json").json["sites"]
    return {site["name"]: (site["rank"], site["score"], site["verdict"]) for site in sites}


def test_it_agrees_with_rank(capsys):
    told = run(capsys, "compare", "--scenarios", "Lowest cost,low risk", "--format", "json").json
    assert [each["name"] for each in told["scenarios"]] == ["Lowest cost", "Low risk"]
    for name in ("Lowest cost", "Low risk"):
        wanted = ranked(capsys, name)
        found = {
            site["name"]: (site["ranks"][name], site["scores"][name], site["verdicts"][name])
            for site in told["sites"]
        }
        assert found == wanted
    top = set.intersection(
        *(
            {
                site["name"]
                for site in told["sites"]
                if site["ranks"][name]
                and site["ranks"][name] <= 3
                and site["verdicts"][name] in {"PASS", "CONDITIONAL"}
            }
            for name in ("Lowest cost", "Low risk")
        )
    )
    assert set(told["robust"]["sites"]) == top
    assert 0 <= told["agreement"] <= 1


def test_what_differs_is_told_in_numbers_and_sentences(capsys):
    told = run(capsys, "compare", "--scenarios", "Balanced,Low carbon", "--format", "json").json
    (difference,) = told["differences"]
    assert (difference["one"], difference["other"]) == ("Balanced", "Low carbon")
    assert difference["weights"]["carbon_intensity"] == [0.04, 0.5]
    assert difference["functions"] == []
    assert difference["method"] is None
    assert difference["sentences"][0] == (
        "Grid carbon intensity: 50.0 % of the weight instead of 4.0 %."
    )


def test_all_scenarios_by_default_in_a_table(capsys):
    ended = run(capsys, "compare", "--top", "5")
    assert ended.code == 0
    assert "Relocation 2021 · 5 scenarios" in ended.out
    header = next(each for each in ended.out.splitlines() if each.startswith("Site "))
    for name in ("Balanced", "Lowest cost", "Low risk", "Fast move", "Low carbon"):
        assert name in header
    assert "Among the first 5 in every scenario:" in ended.out
    assert "Fast move, against Balanced" in ended.out


def test_overrides_hold_for_every_scenario(capsys):
    told = run(
        capsys, "compare", "--unknown", "exclude", "--as-of", "2023-06-01", "--load", "20",
        "--format", "json",
    ).json  # fmt: skip
    assert {each["unknown"] for each in told["scenarios"]} == {"exclude"}
    assert (told["as_of"], told["load_mw"]) == ("2023-06-01", 20)


def test_names_are_found_with_their_commas():
    study = sample_study().with_scenario_copied("Balanced", "Cheap, dirty")
    names = [each.name for each in chosen_scenarios(study, ["cheap, dirty", "Balanced, Low risk"])]
    assert names == ["Cheap, dirty", "Balanced", "Low risk"]
    alone = replace(study, scenarios=study.scenarios[:1], active="Balanced", scenes=())
    with pytest.raises(StudyError, match="Balanced alone cannot be compared"):
        chosen_scenarios(alone, [])


@pytest.mark.parametrize(
    ("names", "said"),
    [
        ("Balanced,Bold", "no scenario called Bold. It has: Balanced, Lowest cost"),
        ("Balanced", "Balanced alone cannot be compared"),
        ("Balanced,balanced", "The scenario Balanced is named twice"),
        ("Balanced,", "no scenario called ."),
    ],
)
def test_faults_are_one_sentence(capsys, names, said):
    assert said in failed(capsys, "compare", "--scenarios", names)
