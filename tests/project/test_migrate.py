import json
from pathlib import Path

import pytest

from siteselect.project.file import open_project
from siteselect.project.migrate import STEPS, VERSION, migrate

GOLDEN = Path(__file__).parent / "golden"


def test_a_study_of_today_passes_through_unchanged():
    study = {"title": "x"}
    assert migrate(study, VERSION) is study


def test_steps_are_taken_in_turn_and_the_input_is_kept():
    old = {"a": 1}
    steps = {
        1: lambda study: {**study, "b": study["a"] + 1},
        2: lambda study: {"a": study.pop("b")},
    }
    assert migrate(old, 1, steps, 3) == {"a": 2}
    assert migrate({"b": 5}, 2, steps, 3) == {"a": 5}
    assert old == {"a": 1}


def test_every_version_has_its_step_and_its_golden_file():
    assert sorted(STEPS) == list(range(1, VERSION))
    kept = {path.stem.split("_")[1] for path in GOLDEN.glob("version_*.siteselect")}
    assert kept == {str(number) for number in range(1, VERSION + 1)}


@pytest.mark.parametrize("path", sorted(GOLDEN.glob("*.siteselect")), ids=lambda path: path.stem)
def test_golden_files_of_every_version_open(path):
    number = int(path.stem.split("_")[1])
    assert json.loads(path.read_text())["siteselect"] == number
    assert open_project(path).title == "Golden"
