import json
import shutil
import warnings
import zipfile

import openpyxl
import pytest

from siteselect.project.file import sample_study, save_project
from tests.cli.running import failed, run

WORDS = ("--set", "weight.power_price=50", "--as-of", "2022-06-01", "--unknown", "neutral")


def exported(capsys, path, *words):
    assert run(capsys, "export", "--to", path, *words).code == 0
    return path


@pytest.mark.parametrize("suffix", [".json", ".csv", ".xlsx"])
def test_what_was_exported_agrees_with_its_project(capsys, tmp_path, suffix):
    path = exported(capsys, tmp_path / f"list{suffix}", *WORDS)
    ended = run(capsys, "verify", path)
    assert ended.code == 0, ended
    assert "numbers of 42 sites agree." in ended.out


@pytest.mark.parametrize("method", ["topsis", "vikor"])
def test_other_methods_with_their_settings_are_reckoned_too(capsys, tmp_path, method):
    study = sample_study()
    scenario = study.scenario.with_parameter("majority", 0.3)
    project = tmp_path / "own.siteselect"
    save_project(study.with_scenario(scenario), project)
    words = (project, "--method", method)
    path = exported(capsys, tmp_path / "list.csv", *words)
    assert run(capsys, "verify", path, project).code == 0
    if method == "vikor":
        assert run(capsys, "verify", path).code == 0  # the settings stand in the list


def test_a_number_changed_by_hand_is_found(capsys, tmp_path):
    path = exported(capsys, tmp_path / "list.json")
    plain = json.loads(path.read_text())
    plain["sites"][3]["score"] += 0.01
    path.write_text(json.dumps(plain))
    ended = run(capsys, "verify", path)
    assert ended.code == 1
    name = plain["sites"][3]["name"]
    assert ended.out.splitlines()[0].startswith(f"{name}: score is 0.65")
    assert "1 differ of 4620 numbers" in ended.out
    told = run(capsys, "verify", path, "--json").json
    assert not told["agrees"]
    assert told["differences"][0]["where"] == name


def test_a_weight_changed_in_the_workbook_is_found(capsys, tmp_path):
    path = exported(capsys, tmp_path / "list.xlsx")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = openpyxl.load_workbook(path, data_only=True)
    assert book["Weights"]["A6"].value == "All-in power price"
    book["Weights"]["C6"] = 3
    book.save(path)
    ended = run(capsys, "verify", path)
    assert ended.code == 1
    assert "Weights were changed in it since" in ended.out
    assert "Weights: power_price is 3 there, 28 here" in ended.out


def test_another_project_differs(capsys, tmp_path):
    path = exported(capsys, tmp_path / "list.csv")
    study = sample_study()
    cut = tmp_path / "cut.siteselect"
    save_project(study.with_load(10), cut)
    assert run(capsys, "verify", path, cut).code == 0  # day, load and weights are the stamp's
    lone = study.with_scenario(study.scenario.without("elevation"))
    save_project(lone, cut)
    assert "has no criterion elevation" in failed(capsys, "verify", path, cut)


def test_what_is_no_list_is_refused_in_a_sentence(capsys, tmp_path):
    assert "give a list as .xlsx, .csv or .json" in failed(capsys, "verify", tmp_path / "a.html")
    assert "cannot be read: No such file" in failed(capsys, "verify", tmp_path / "a.json")
    for name, data in (("a.json", b"{}"), ("a.json", b"\xff"), ("a.csv", b"a,b\r\n"),
                       ("a.csv", b"rank,name,score\r\n"), ("a.json", b"[" * 200_000)):  # fmt: skip
        path = tmp_path / name
        path.write_bytes(data)
        assert "is no list that siteselect exported" in failed(capsys, "verify", path)
    other = tmp_path / "other.xlsx"
    openpyxl.Workbook().save(other)
    assert "too few sheets" in failed(capsys, "verify", other)
    torn = tmp_path / "torn.xlsx"
    shutil.copy(exported(capsys, tmp_path / "list.xlsx"), torn)
    torn.write_bytes(torn.read_bytes()[:-2000])
    assert not zipfile.is_zipfile(torn)
    assert "is damaged" in failed(capsys, "verify", torn)
