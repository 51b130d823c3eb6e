import zipfile

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget

from siteselect.pseudo import PSEUDO
from siteselect.ui.dialogs.diagnostic import DiagnosticDialog
from siteselect.ui.messages import MessageBar, Messages
from siteselect.ui.tongue import put_on
from tests.ui.reading import clipped, unnamed

PARTS = {"read-me.txt": "what is in it", "doctor.txt": "ok  all", "log/siteselect.log": "a line"}


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def bar(window):
    return MessageBar(window)


@pytest.fixture
def dialog(window, bar, settings):
    return DiagnosticDialog(PARTS, settings, Messages(bar, window), window)


def test_every_file_is_shown_as_it_will_be_written(dialog, tmp_path):
    shown = {}
    for row in range(dialog.files.count()):
        dialog.files.setCurrentRow(row)
        shown[dialog.files.item(row).text()] = dialog.text.toPlainText()
    assert shown == PARTS
    assert dialog.save_to(tmp_path / "report")
    with zipfile.ZipFile(tmp_path / "report.zip") as file:
        assert {name: file.read(name).decode() for name in file.namelist()} == PARTS


def test_it_is_written_where_the_person_says(dialog, bar, settings, monkeypatch, tmp_path):
    path = tmp_path / "r.zip"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    dialog.keep.click()
    assert path.is_file()
    assert str(path) in bar.text
    assert settings.folder == tmp_path


def test_a_fault_is_told_and_nothing_is_lost(dialog, bar, tmp_path):
    assert not dialog.save_to(tmp_path / "not" / "there" / "r.zip")
    assert "Choose another folder" in bar.text


def test_longer_words_fit(qtbot, window, bar, settings):
    put_on(PSEUDO)
    try:
        dialog = DiagnosticDialog(PARTS, settings, Messages(bar, window), window)
        dialog.show()
        assert clipped(dialog) == [] == unnamed(dialog)
    finally:
        put_on("en")
