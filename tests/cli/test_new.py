from pathlib import Path

from siteselect.project.file import open_project
from tests.cli.running import failed, run

TOY = Path(__file__).parents[1] / "packs" / "toy"


def test_a_project_begins_with_the_places_of_its_pack(capsys, tmp_path):
    path = tmp_path / "mine.siteselect"
    ended = run(capsys, "new", path, "--pack", "uz-tj", "--as-of", "2026-01-02")
    assert ended.code == 0
    assert "12 sites on uz-tj@2026.1" in ended.out
    study = open_project(path)
    assert study.title == "Uzbekistan, Tajikistan"
    assert study.context.as_of.isoformat() == "2026-01-02"
    assert {site.country for site in study.candidates} == {"UZ", "TJ"}
    assert run(capsys, "rank", path).code == 0


def test_it_may_begin_without_places_and_with_a_title(capsys, tmp_path):
    path = tmp_path / "mine.siteselect"
    ended = run(capsys, "new", path, "--pack", TOY, "--no-places", "--title", "Mine")
    assert ended.code == 0
    assert "where `siteselect doctor` says" in ended.out  # the toy lies where nobody looks
    study = open_project(path)
    assert study.title == "Mine"
    assert study.candidates == ()


def test_nothing_is_overwritten_and_faults_are_told(capsys, tmp_path):
    path = tmp_path / "mine.siteselect"
    path.write_text("mine")
    assert "exists already" in failed(capsys, "new", path, "--pack", "uz-tj")
    assert path.read_text() == "mine"
    other = tmp_path / "other.siteselect"
    assert "let it end in" in failed(capsys, "new", tmp_path / "x.json", "--pack", "uz-tj")
    assert "no pack called" in failed(capsys, "new", other, "--pack", "atlantis")
    assert "no facts for 1999" in failed(
        capsys, "new", other, "--pack", "uz-tj", "--as-of", "1999-01-01"
    )
    assert not other.exists()
