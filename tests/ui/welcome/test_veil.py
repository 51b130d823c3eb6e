import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from siteselect.ui.theme import THEMES
from siteselect.ui.welcome.veil import Veil, button
from siteselect.ui.widgets.motion import let_move


@pytest.fixture(autouse=True)
def _still():
    let_move(False)
    yield
    let_move(True)


@pytest.fixture
def window(qtbot):
    made = QWidget()
    made.resize(800, 600)
    made.part = QPushButton("part", made)
    made.part.setGeometry(40, 60, 120, 300)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def card():
    made = QFrame()
    row = QHBoxLayout(made)
    made.buttons = [button("one"), button("two")]
    for each in made.buttons:
        row.addWidget(each)
    return made


@pytest.fixture
def veil(window, card):
    made = Veil(lambda: THEMES["light"], window)
    made.show_card(card, window.part)
    return made


def test_it_covers_the_window_save_for_the_part(window, veil):
    assert veil.size() == window.size()
    assert veil.hole.contains(window.part.geometry())
    assert window.childAt(window.part.geometry().center()) is window.part
    assert window.childAt(QPoint(700, 500)) is veil


def test_a_hand_reaches_the_part_and_nothing_else(qtbot, window, veil):
    pressed, other = [], QPushButton("other", window)
    other.setGeometry(600, 400, 80, 30)
    other.show()
    veil.raise_()
    other.clicked.connect(lambda: pressed.append("other"))
    window.part.clicked.connect(lambda: pressed.append("part"))
    for at in (window.part.geometry().center(), other.geometry().center()):
        target = window.childAt(at)
        qtbot.mouseClick(target, Qt.MouseButton.LeftButton, pos=target.mapFrom(window, at))
    assert pressed == ["part"]


def test_the_card_stands_beside_the_part_and_follows_the_window(window, veil, card):
    assert card.geometry().left() > window.part.geometry().right()
    window.resize(900, 700)
    assert veil.size() == window.size()


def test_tab_stays_within_the_card(qtbot, window, veil, card):
    card.buttons[0].setFocus()
    for expected in (1, 0, 1):
        veil.focusNextPrevChild(True)
        assert veil.focusWidget() is card.buttons[expected]
    veil.focusNextPrevChild(False)
    assert veil.focusWidget() is card.buttons[0]


def test_escape_leaves_wherever_the_focus_is(qtbot, window, veil):
    window.part.setFocus()
    with qtbot.waitSignal(veil.left):
        qtbot.keyClick(window.part, Qt.Key.Key_Escape)


@pytest.mark.parametrize("name", THEMES)
def test_the_rest_is_dimmed_and_the_part_is_not(window, card, name):
    theme = THEMES[name]
    window.setStyleSheet(f"QWidget {{ background: {theme.text}; }}")
    before = window.grab().toImage()
    veil = Veil(lambda: theme, window)
    veil.show_card(card, window.part)
    after = window.grab().toImage()
    far, inside = QPoint(780, 590), window.part.geometry().bottomLeft() + QPoint(20, -20)
    contrastless = before.pixelColor(far).lightnessF() - after.pixelColor(far).lightnessF()
    assert after.pixelColor(inside) == before.pixelColor(inside)
    assert contrastless > 0.05 or theme.name == "light"
    assert after.pixelColor(far).lightnessF() <= before.pixelColor(far).lightnessF()


def test_with_motion_the_hole_glides_and_without_it_does_not(qtbot, window, veil, card):
    other = QPushButton("other", window)
    other.setGeometry(500, 60, 200, 100)
    other.show()
    veil.show_card(card, other)
    assert veil.hole.contains(other.geometry())
    let_move(True)
    veil.show_card(card, window.part)
    assert not veil.hole.contains(window.part.geometry())
    qtbot.waitUntil(lambda: veil.hole.contains(window.part.geometry()))
