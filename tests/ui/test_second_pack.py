"""The window on a pack that is not the one it was made with."""

from datetime import date

import pytest
from PySide6.QtCore import QSettings

from siteselect.packs.catalogue import open_pack
from siteselect.project.new import new_study
from siteselect.ui.main_window import MainWindow
from siteselect.ui.settings import Settings


@pytest.mark.slow
def test_the_window_opens_on_uzbekistan_and_tajikistan(qtbot, tmp_path):
    study = new_study("Second region", open_pack("uz-tj"), date(2026, 6, 1))
    settings = Settings(QSettings(str(tmp_path / "own.ini"), QSettings.Format.IniFormat))
    window = MainWindow(study, settings)
    qtbot.addWidget(window)
    window.show()
    window.begin()
    qtbot.waitUntil(lambda: window.session.evaluation is not None, timeout=30_000)
    qtbot.waitUntil(lambda: not window.tasks.running, timeout=30_000)
    assert window.session.evaluation.matrix.sites.names[0] == "Tashkent"
    assert window.ranking.view.model().rowCount() >= 12
    assert not window.grab().isNull()
    window.session.history.setClean()
    window.close()
