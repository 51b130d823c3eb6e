import json
import logging
import tomllib
import zipfile
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from siteselect.diagnosis import NEEDS, READ_ME, Half, report_parts, write_report
from siteselect.errors import ExportError
from siteselect.journal import close_journal, open_journal
from siteselect.redaction import hide
from siteselect.ui.settings import Settings

PLANTED = ("Acme Hydro 7", "Project Falcon", "sk-live-9f8e7d6c5b4a3210", "51.72345", "swordfish")
log = logging.getLogger("siteselect.test")


@pytest.fixture
def halves(monkeypatch, tmp_path):
    store = Settings(QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat))
    store.theme = "dark"
    store.remember(Path.home() / "work" / "Project Falcon.siteselect")
    store.folder = Path.home()
    store.export = {"house": "Acme Hydro 7", "logo": str(Path.home() / "logo.png")}
    store.keep_import_choices("k", {"api_key": "sk-live-9f8e7d6c5b4a3210"})
    monkeypatch.setattr(Half, "settings", store.told)
    monkeypatch.setattr(Half, "doctor", lambda: f"ok  Own packs: {Path.home()}/packs of anna\n")


@pytest.fixture
def folder(tmp_path):
    hide(lambda: PLANTED[:2])
    made = tmp_path / "log"
    open_journal(made)
    log.info("opened %s", Path.home() / "work" / "Project Falcon.siteselect")
    log.warning("key=%s at %s", PLANTED[2], PLANTED[3])
    with pytest.raises(KeyError) as caught:
        {}[PLANTED[0], "password=swordfish"]
    log.error("A fault of the program: %s", PLANTED[0], exc_info=caught.value)
    close_journal()
    yield made
    hide(tuple)


def test_nothing_private_reaches_the_zip(halves, folder, tmp_path):
    path = tmp_path / "report.zip"
    write_report(path, report_parts(folder))
    with zipfile.ZipFile(path) as file:
        texts = {name: file.read(name).decode() for name in file.namelist()}
    assert set(texts) == {
        READ_ME, "doctor.txt", "versions.txt", "settings.json", "log/siteselect.log",
    }  # fmt: skip
    for private in (*PLANTED, "Falcon", "Acme", str(Path.home())):
        assert not [name for name, text in texts.items() if private in text], private


def test_the_report_still_tells_what_mends_a_fault(halves, folder):
    parts = report_parts(folder)
    assert json.loads(parts["settings.json"])["theme"] == "dark"
    assert json.loads(parts["settings.json"])["recent projects"] == 1
    assert "numpy " in parts["versions.txt"]
    assert "Own packs" in parts["doctor.txt"]
    assert "KeyError" in parts["log/siteselect.log"]
    assert "test_diagnosis.py" in parts["log/siteselect.log"]


def test_every_package_that_the_program_needs_is_told():
    project = tomllib.loads((Path(__file__).parent.parent / "pyproject.toml").read_text())
    wanted = {each.split(">")[0].split("[")[0] for each in project["project"]["dependencies"]}
    assert wanted == set(NEEDS)


def test_without_qt_the_report_is_written_all_the_same(monkeypatch, tmp_path):
    def lacks():
        raise ImportError("libGL.so.1: cannot open shared object file")

    monkeypatch.setattr(Half, "settings", lacks)
    monkeypatch.setattr(Half, "doctor", None)
    parts = report_parts(tmp_path)
    assert "libGL.so.1" in parts["settings.json"]
    assert "could not be asked" in parts["doctor.txt"]


def test_two_reports_of_the_same_are_the_same_bytes(halves, folder, tmp_path):
    parts = report_parts(folder)
    for name in ("a.zip", "b.zip"):
        write_report(tmp_path / name, parts)
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()


def test_a_report_that_cannot_be_written_says_what_to_do(tmp_path):
    with pytest.raises(ExportError, match="Choose another folder"):
        write_report(tmp_path / "not" / "there" / "r.zip", {"a": "b"})
