from dataclasses import replace

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from siteselect.diagnosis import Half
from siteselect.ui.dialogs.diagnostic import DiagnosticDialog
from siteselect.ui.first_aid import FirstAid, private_names
from siteselect.ui.messages import MessageBar, Messages
from tests.ui.made import make_study


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def bar(window):
    return MessageBar(window)


@pytest.fixture
def aid(tasks, settings, bar, window, monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    monkeypatch.setattr(Half, "doctor", lambda: "ok  all\n")
    return FirstAid(tasks, settings, Messages(bar, window), window)


def test_the_report_is_shown_before_it_is_written(qtbot, aid, window, bar, tmp_path):
    aid.gather()
    assert "being put together" in bar.text
    qtbot.waitUntil(lambda: len(window.findChildren(DiagnosticDialog)) == 1)
    (dialog,) = window.findChildren(DiagnosticDialog)
    assert bar.text == ""
    assert dialog.files.item(1).text() == "doctor.txt"
    assert list(tmp_path.rglob("*.zip")) == []


def test_the_folder_of_the_log_is_opened_or_named(aid, bar, monkeypatch, tmp_path):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url) or True)
    aid.open_folder()
    assert opened == []
    assert str(tmp_path) in bar.text
    (tmp_path / "siteselect" / "log").mkdir(parents=True)
    aid.open_folder()
    assert opened[0].toLocalFile() == str(tmp_path / "siteselect" / "log")


def test_all_names_of_a_study_are_private(settings, tmp_path):
    study = replace(make_study(), title="Project Falcon")
    settings.remember(tmp_path / "Secret plan.siteselect")
    found = set(private_names(study, settings))
    assert {"Project Falcon", "Secret plan"} <= found
    assert {site.name for site in study.candidates} <= found
    assert {scenario.name for scenario in study.scenarios} <= found
