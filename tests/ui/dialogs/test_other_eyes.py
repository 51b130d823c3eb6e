import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QLabel

from siteselect.ui.dialogs.other_eyes import OtherEyesDialog, show_other_eyes
from siteselect.ui.widgets.seeing import Eyes, seen


@pytest.fixture
def image():
    made = QImage(800, 400, QImage.Format.Format_RGB32)
    made.fill(QColor("#D9822B"))
    return made


def test_four_pictures_one_for_each_way_of_seeing(qtbot, image):
    dialog = OtherEyesDialog(image)
    qtbot.addWidget(dialog)
    assert set(dialog.pictures) == set(Eyes)
    orange = np.array([QColor("#D9822B").getRgbF()[:3]])
    for eyes, label in dialog.pictures.items():
        picture = label.pixmap().toImage()
        middle = picture.pixelColor(picture.width() // 2, picture.height() // 2)
        assert middle.getRgb()[:3] == pytest.approx(seen(orange, eyes)[0] * 255, abs=1.5)
        assert picture.width() / picture.height() == pytest.approx(2.0, abs=0.05)
        assert label.accessibleName()


def test_it_is_opened_over_the_window_and_closed(qtbot):
    window = QLabel("words")
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    dialog = show_other_eyes(window)
    assert dialog.isVisible()
    assert dialog.parent() is window
    with qtbot.waitSignal(dialog.destroyed, timeout=2000):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
