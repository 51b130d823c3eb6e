"""The window as other eyes see it: without one kind of cone, and printed in grey."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QDialog, QGridLayout, QLabel, QPushButton, QWidget

from siteselect.language import say
from siteselect.ui.widgets.seeing import TITLES, Eyes, seen_image

WIDE = 520
"""Pixels of one of the four pictures."""
LEAST = 260


class OtherEyesDialog(QDialog):
    """Shows four pictures of one view; nothing is changed by it."""

    def __init__(self, image: QImage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("As other eyes see it"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        room = self.screen().availableSize()
        wide = max(min(WIDE, (room.width() - 80) // 2), LEAST)
        ratio = self.devicePixelRatioF()
        small = image.scaledToWidth(round(wide * ratio), Qt.TransformationMode.SmoothTransformation)
        small.setDevicePixelRatio(ratio)
        grid = QGridLayout(self)
        grid.setContentsMargins(16, 16, 16, 16)
        grid.setSpacing(8)
        self.pictures: dict[Eyes, QLabel] = {}
        for place, (eyes, title) in enumerate(TITLES.items()):
            heading = QLabel(say(title))
            picture = QLabel()
            picture.setPixmap(QPixmap.fromImage(seen_image(small, eyes)))
            picture.setAccessibleName(say(title))
            row, column = 2 * (place // 2), place % 2
            grid.addWidget(heading, row, column)
            grid.addWidget(picture, row + 1, column)
            self.pictures[eyes] = picture
        close = QPushButton(say("Close"))
        close.clicked.connect(self.accept)
        grid.addWidget(close, 4, 1, Qt.AlignmentFlag.AlignRight)


def show_other_eyes(window: QWidget) -> OtherEyesDialog:
    """Open the four pictures of a window as it now is."""
    dialog = OtherEyesDialog(window.grab().toImage(), window)
    dialog.open()
    return dialog
