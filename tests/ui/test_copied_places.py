import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from siteselect.geo.coordinates import read_point
from siteselect.ui.copied_places import add_copies

EKIBASTUZ = (75.3225, 51.7231)


def copied(menu, title):
    entry = next(each for each in menu.actions() if each.text().startswith(title))
    entry.trigger()
    return QGuiApplication.clipboard().text()


def test_one_place_is_copied_as_the_menu_shows_it(qtbot):
    root = QMenu()
    qtbot.addWidget(root)
    menu = add_copies(root, {"Ekibastuz": EKIBASTUZ})
    assert menu.title() == "Copy coordinates"
    assert copied(menu, "Decimal degrees") == "51.72310, 75.32250"
    assert copied(menu, "Degrees") == "51°43′23.16″ N 75°19′21.00″ E"
    assert copied(menu, "MGRS") == "43U ET 22276 30290"
    for entry in menu.actions():
        shown = entry.text().split("\t")[1]
        entry.trigger()
        assert QGuiApplication.clipboard().text() == shown
        point = read_point(shown)
        assert (point.lon, point.lat) == pytest.approx(EKIBASTUZ, abs=2e-5)


def test_several_are_copied_as_lines_of_a_table(qtbot):
    root = QMenu()
    qtbot.addWidget(root)
    menu = add_copies(root, {"A": (75.0, 51.0), "B": (-75.0, -51.0)})
    assert [each.text() for each in menu.actions()][2] == "UTM"
    assert copied(menu, "Decimal degrees") == "A\t51.00000, 75.00000\nB\t-51.00000, -75.00000"


def test_no_place_no_copy(qtbot):
    root = QMenu()
    qtbot.addWidget(root)
    assert not add_copies(root, {}).isEnabled()
