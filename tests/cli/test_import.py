import json

import pytest

from siteselect.cli.app import main
from siteselect.project.file import open_project, sample_study, save_project
from siteselect.project.lock import Lock, lock_of
from tests.intake import making
from tests.intake.matrix import table


@pytest.fixture
def project(tmp_path):
    path = tmp_path / "study.siteselect"
    save_project(sample_study(), path)
    return path


def run(*words):
    return main(["import", *map(str, words)])


def test_a_table_in_gbk_goes_into_a_project(tmp_path, project, capsys):
    data, told = table("gbk", "zh", "1 234,5")
    (tmp_path / "a.csv").write_bytes(data)
    assert run(tmp_path / "a.csv", "--to", project) == 0
    said = capsys.readouterr().out
    assert "a.csv: 4 sites taken in." in said
    assert "The text was read as Chinese, GBK or GB18030." in said
    assert f"Saved in {project}." in said
    names = [site.name for site in open_project(project).candidates]
    assert names[-4:] == [name for name, _ in told]
    assert len(names) == len(sample_study().candidates) + 4


def test_a_project_that_is_not_there_is_made(tmp_path, capsys):
    to = tmp_path / "new.siteselect"
    assert run(making.write(tmp_path / "a.geojson", "GeoJSON"), "--to", to) == 0
    study = open_project(to)
    assert study.title == "new"
    assert [site.name for site in study.candidates] == [*making.NAMES]
    assert [site.offer.power_mw for site in study.candidates] == [*making.MW]


def test_every_choice_can_be_made(tmp_path, capsys):
    (tmp_path / "a.csv").write_bytes("Плот|500000|4769868,9|45,5|7\n".encode("koi8-r"))
    to = tmp_path / "new.siteselect"
    options = ("--encoding", "koi8-r", "--separator", "bar", "--decimal", "comma", "--no-header",
               "--columns", "name=1,lon=2,lat=3,price=4", "--crs", "EPSG:32643",
               "--price-per", "mwh", "--currency", "kgs")  # fmt: skip
    assert run(tmp_path / "a.csv", "--to", to, *options) == 0
    (site,) = open_project(to).candidates
    assert site.name == "Плот"
    assert site.lon == pytest.approx(75)
    assert (site.offer.price, site.offer.currency) == (0.0455, "KGS")


def test_json_tells_how_it_was_read_and_every_row_left_out(tmp_path, project, capsys):
    (tmp_path / "a.csv").write_text("name;lon;lat;noise\nA;75,3;51,7;40\nB;;;\n")
    assert run(tmp_path / "a.csv", "--to", project, "--format", "json", "--criterion", "noise") == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["taken"], told["left_out"]) == (1, 1)
    assert told["read"] == {
        "form": "table of text", "encoding": "utf-8", "separator": "semicolon", "decimal": "comma",
        "header": True, "columns": {"name": "name", "lon": "lon", "lat": "lat"},
    }  # fmt: skip
    (left,) = [each for each in told["findings"] if each["left_out"]]
    assert (left["row"], left["column"]) == (3, "lon")
    study = open_project(project)
    assert study.measures[-1].column == "noise"
    assert study.scenario.criteria[-1].measure == study.measures[-1].key


@pytest.mark.parametrize(
    ("content", "options", "words"),
    [
        (b"name,lon,lat\nA,,\n", (), "gives no site"),
        (b"\x89PNG", (), "a picture"),
        (b"name,lon\nA,1\n", (), "lacks the column lat"),
        (b"name,lon,lat\n", ("--encoding", "klingon"), "no encoding called klingon"),
        (b"name,lon,lat\nA,75,51\n", ("--crs", "EPSG:1"), "is no reference system"),
    ],
)
def test_nothing_read_is_exit_1_and_the_project_as_it_was(
    tmp_path, project, capsys, content, options, words
):
    before = project.read_bytes()
    (tmp_path / "a.csv").write_bytes(content)
    for shape in ((), ("--format", "json")):
        assert run(tmp_path / "a.csv", "--to", project, *options, *shape) == 1
        told = capsys.readouterr()
        assert words in told.err
        assert project.read_bytes() == before
        if shape:
            assert json.loads(told.out)["taken"] == 0
    assert not lock_of(project).exists()


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--separator", "dot"), "--separator dot is not understood"),
        (("--columns", "lon"), "--columns lon is not understood"),
    ],
)
def test_options_that_are_not_understood(tmp_path, project, capsys, options, words):
    (tmp_path / "a.csv").write_text("name,lon,lat\nA,75,51\n")
    assert run(tmp_path / "a.csv", "--to", project, *options) == 1
    assert words in capsys.readouterr().err


def test_a_project_that_somebody_works_on_is_left_to_them(tmp_path, project, capsys):
    (tmp_path / "a.csv").write_text("name,lon,lat\nA,75,51\n")
    lock = Lock.take(lock_of(project))
    assert run(tmp_path / "a.csv", "--to", project) == 1
    assert "is open already" in capsys.readouterr().err
    lock.release()
    assert run(tmp_path / "a.csv", "--to", project) == 0
    assert run(tmp_path / "a.csv", "--to", tmp_path / "none" / "a.siteselect") == 1


def test_facts_go_into_the_project_too(tmp_path, project, capsys):
    (tmp_path / "rates.csv").write_text(
        "id,currency,units_per_usd,start,end,kind,source\n"
        "mine-1,KZT,470.5,2024-01-01,2024-01-31,month_mean,my bank\n"
    )
    assert run(tmp_path / "rates.csv", "--to", project, "--facts") == 0
    assert "1 fact taken in" in capsys.readouterr().out
    assert open_project(project).facts[-1].id == "mine-1"
