import json
from pathlib import Path

import pytest

from siteselect.project.file import open_project, project_text, save_project
from siteselect.project.migrate import STEPS, VERSION, migrate
from tests.project.golden_study import full_study

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


@pytest.mark.parametrize("path", sorted(GOLDEN.glob("*.siteselect")), ids=lambda path: path.stem)
def test_golden_files_open_save_and_open_the_same(path, tmp_path):
    study = open_project(path)
    save_project(study, tmp_path / "again.siteselect")
    assert open_project(tmp_path / "again.siteselect") == study


def test_the_golden_file_of_version_2_holds_everything_and_is_written_the_same():
    golden = GOLDEN / "version_2.siteselect"
    assert open_project(golden) == full_study()
    assert golden.read_text() == project_text(full_study())


def test_the_step_to_version_2_moves_nothing():
    study = json.loads((GOLDEN / "version_1_money.siteselect").read_text())["study"]
    assert migrate(study, 1, target=2) == study
