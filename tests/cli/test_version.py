import importlib.metadata
import re
from pathlib import Path

from siteselect.cli import version
from siteselect.project.migrate import VERSION
from tests.cli.running import run


def test_the_version_is_told(capsys):
    ended = run(capsys, "--version")
    assert ended.code == 0
    assert re.fullmatch(
        rf"siteselect \S.*, projects of form {VERSION}, Python \d+\.\d+\.\d+\n", ended.out
    )


def test_a_checkout_tells_the_version_of_its_project_file(monkeypatch):
    def none(_):
        raise importlib.metadata.PackageNotFoundError

    monkeypatch.setattr(importlib.metadata, "version", none)
    assert re.match(r"\d+\.\d+\.\d+ \(a checkout\)", version.program_version())
    monkeypatch.setattr(version, "resource", lambda: Path("/nowhere/resources"))
    assert version.program_version() == "of unknown version"


def test_an_installed_program_tells_its_own(monkeypatch):
    monkeypatch.setattr(importlib.metadata, "version", lambda _: "9.8.7")
    assert version.program_version() == "9.8.7"
