from dataclasses import replace

import pytest

from siteselect.project.file import sample_study, save_project
from tests.cli.running import failed, run


def told(capsys, site, day):
    ended = run(capsys, "price", "--site", site, "--as-of", day, "--json")
    assert ended.code == 0, ended.err
    return ended.json


def test_the_routes_of_a_site_with_their_parts_and_sources(capsys):
    found = told(capsys, "Kostanay", "2023-11-15")
    assert found["stamp"]["as_of"] == "2023-11-15"
    assert [each["chosen"] for each in found["routes"]].count(True) == 1
    first = found["routes"][0]
    assert first["chosen"]
    assert first["value"] == pytest.approx(74.5, abs=0.1)  # 33.97 KZT at 456.2
    assert {"Energy", "Mining fee"} <= {part["title"] for part in first["parts"]}
    assert all(part["source"] for part in first["parts"])


def test_the_table_agrees_and_marks_the_price(capsys):
    ended = run(capsys, "price", "--site", "Kostanay", "--as-of", "2023-11-15")
    assert ended.code == 0
    assert "→ " in ended.out
    assert "74.5" in ended.out
    assert "Mining fee" in ended.out


def test_a_floor_is_told_as_a_floor(capsys):
    ended = run(capsys, "price", "--site", "Ekibastuz", "--as-of", "2019-06-01")
    assert "unknown, at least 21.1" in ended.out


def test_nothing_known_is_a_sentence(capsys):
    found = told(capsys, "Atyrau", "2019-06-01")
    assert found["routes"] == []
    assert found["why"].startswith("No price of power")
    assert found["why"] in run(capsys, "price", "--site", "Atyrau", "--as-of", "2019-06-01").out


def test_a_typed_price_is_told_before_the_routes(capsys, tmp_path):
    study = sample_study()
    first = replace(study.candidates[0], values=(("power_price", 33.0),))
    path = tmp_path / "own.siteselect"
    save_project(replace(study, candidates=(first, *study.candidates[1:])), path)
    ended = run(capsys, "price", path, "--site", first.name)
    assert "33.0 is typed with the site" in ended.out


def test_a_site_that_there_is_not(capsys):
    assert "has no site called Nowhere" in failed(capsys, "price", "--site", "Nowhere")
