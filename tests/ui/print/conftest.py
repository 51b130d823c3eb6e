"""The program's own font, as every page is set in it."""

import pytest
from PySide6.QtWidgets import QApplication

from siteselect.ui.dress import load_fonts
from siteselect.ui.widgets.painting import forget_faces


@pytest.fixture(autouse=True)
def _own_font(qapp):
    before = QApplication.font()
    load_fonts()
    forget_faces()
    yield
    QApplication.setFont(before)
    forget_faces()
