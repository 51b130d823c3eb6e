import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolTip

from siteselect.ui.panels.position import NARROWEST, ROOMY, PositionButton, ReferenceBadge


@pytest.fixture
def position(qtbot):
    made = PositionButton()
    qtbot.addWidget(made)
    return made


def test_it_grows_with_what_it_tells_and_never_with_every_move(position):
    position.show_position("45.214° N 78.902° E")
    assert position.text() == position.accessibleDescription() == "45.214° N 78.902° E"
    assert position.width() == NARROWEST
    position.show_position("45°12′50.40″ N 178°54′07.20″ E · 1 : 12 500 000 and a word more")
    wide = position.width()
    assert wide > NARROWEST
    position.show_position("44T 335432 E 5009123 N")
    assert position.width() == position.minimumWidth() == wide
    position.fit_anew()
    assert position.width() == NARROWEST


def test_the_badge_names_the_system_and_says_what_is_measured_on(qtbot):
    badge = ReferenceBadge()
    qtbot.addWidget(badge)
    assert badge.text() == "WGS 84 · Web Mercator (EPSG:3857)"
    assert "ellipsoid" in badge.toolTip()
    assert "ellipsoid" in badge.accessibleDescription()
    badge.fit(ROOMY - 1)
    assert badge.text() == "EPSG:3857"
    badge.show()
    qtbot.mouseClick(badge, Qt.MouseButton.LeftButton)
    assert "ellipsoid" in QToolTip.text()
    QToolTip.hideText()
