import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon

from siteselect.ui.map.map_icons import _DRAWINGS, icon_of
from siteselect.ui.theme import THEMES

KINDS = sorted(_DRAWINGS)


def drawn(kind, theme, state=QIcon.State.Off):
    return icon_of(kind, theme, 1.0).pixmap(QSize(16, 16), QIcon.Mode.Normal, state).toImage()


def inks(image):
    return [
        QColor(image.pixelColor(x, y))
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() > 200
    ]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_a_drawing_has_the_ink_of_its_look_and_keeps_within_its_square(qtbot, kind, theme):
    for state, wanted in ((QIcon.State.Off, theme.text), (QIcon.State.On, theme.on_accent)):
        found = inks(drawn(kind, theme, state))
        assert 5 < len(found) < 180
        assert min(abs(each.lightness() - QColor(wanted).lightness()) for each in found) <= 6


def test_no_two_drawings_are_alike(qtbot):
    theme = THEMES["light"]
    images = [drawn(kind, theme) for kind in KINDS]
    assert all(a != b for place, a in enumerate(images) for b in images[:place])
