"""Our own drawings as icons, in the colour that the theme asks for."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from siteselect.resources import resource

_SCALES = (1, 2, 3)


def icon(name: str, colour: str, disabled: str = "", size: int = 16) -> QIcon:
    """Return the drawing `name` in `colour`, sharp on dense screens too."""
    made = QIcon()
    for scale in _SCALES:
        made.addPixmap(_picture(name, colour, size, scale))
        if disabled:
            made.addPixmap(_picture(name, disabled, size, scale), QIcon.Mode.Disabled)
    return made


def program_icon() -> QIcon:
    """Return the program's own icon, as a window shows it."""
    made = QIcon()
    for size in (16, 32, 64, 128, 256):
        made.addPixmap(_picture("siteselect", "", size, 1))
    return made


@cache
def _drawing(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text(encoding="utf-8")


def _picture(name: str, colour: str, size: int, scale: int) -> QPixmap:
    text = _drawing(name).replace("currentColor", colour or "#000000")
    renderer = QSvgRenderer(QByteArray(text.encode()))
    picture = QPixmap(QSize(size, size) * scale)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    renderer.render(painter, QRectF(picture.rect()))
    painter.end()
    picture.setDevicePixelRatio(scale)
    return picture
