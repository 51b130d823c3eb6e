"""A table of a server of the test's own; where none is installed, the refusal is tested instead."""

import getpass
import json
import sys

import pytest

from siteselect.cli.app import main
from siteselect.cli.origin import Origin
from siteselect.errors import IntakeError
from siteselect.intake import passwords
from siteselect.model.user_layer import Role
from siteselect.project.file import open_project, sample_study, save_project
from tests.intake.serving import READER_PASSWORD, Server, free_port, serving


@pytest.fixture(scope="module")
def held():
    with serving() as server:
        yield server


@pytest.fixture
def at(held, monkeypatch):
    """Return the address of the table; a person sits at the terminal."""
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(getpass, "getpass", lambda _: READER_PASSWORD)
    monkeypatch.setattr(passwords, "_ring", lambda: None)  # whatever keyring the machine has
    return str((held or Server(free_port())).address())


@pytest.fixture
def project(tmp_path):
    path = tmp_path / "study.siteselect"
    save_project(sample_study(), path)
    return path


def run(*words):
    return main(["import", *map(str, words)])


def test_points_of_a_server_become_sites_and_no_password_is_written(held, at, project, capsys):
    before = project.read_bytes()
    code = run(at, "--to", project, "--remember")
    told = capsys.readouterr()
    assert READER_PASSWORD not in told.out + told.err + project.read_text()
    if held is None:
        assert (code, project.read_bytes()) == (1, before)
        assert "cannot be reached: Connection refused" in told.err
        return
    assert code == 0
    assert "plots: 2 sites taken in" in told.out
    assert "The password was not kept" in told.err
    names = [site.name for site in open_project(project).candidates]
    assert names[-2:] == ["Kentau", "Алатау"]


def test_a_table_becomes_a_layer_of_the_project(held, at, project, capsys):
    code = run(at, "--to", project, "--as-layer", "substations", "--format", "json")
    told = json.loads(capsys.readouterr().out)
    assert told["file"] == at
    if held is None:
        assert (code, told["taken"]) == (1, 0)
        return
    assert code == 0
    assert told["layers"] == [{"title": "plots", "role": "substations", "features": 2}]
    (layer,) = open_project(project).layers
    assert (layer.role, layer.source) == (Role.SUBSTATIONS, "plots")


def test_nobody_is_asked_where_there_is_no_terminal(held, at, project, capsys, monkeypatch):
    monkeypatch.setattr(sys.stdin, "isatty", lambda: False)
    monkeypatch.setattr(getpass, "getpass", lambda _: pytest.fail("asked"))
    assert run(at, "--to", project) == 1
    words = "Connection refused" if held is None else "wants a password"
    assert words in capsys.readouterr().err


def test_a_password_in_the_address_is_refused_and_not_shown(project, capsys):
    at = "postgis://anna:planted@127.0.0.1/land?table=plots"
    assert run(at, "--to", project, "--format", "json") == 1
    told = capsys.readouterr()
    assert "must hold no password" in told.err
    assert "planted" not in told.out + told.err


def test_facts_come_from_files_only(project, capsys):
    assert run("postgis://h/land?table=plots", "--to", project, "--facts") == 1
    assert "is no file of facts" in capsys.readouterr().err


def test_a_file_is_a_file(tmp_path):
    origin = Origin.named(str(tmp_path / "a.csv"))
    assert (origin.is_file, origin.file, origin.name) == (True, tmp_path / "a.csv", "a.csv")
    with pytest.raises(IntakeError):
        Origin.named("postgis://h").file  # noqa: B018 - an address without a database
