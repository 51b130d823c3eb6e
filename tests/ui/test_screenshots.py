import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QColor, QFont, QImage
from PySide6.QtWidgets import QApplication

from siteselect.ui import dress
from siteselect.ui.screenshots import LOOKS, PLACES, SIZES, main
from siteselect.ui.theme import LIGHT, THEMES


@pytest.mark.slow
def test_the_real_window_is_written_light_and_dark_in_two_sizes(qapp, tmp_path, capsys):
    font = QFont(QApplication.font())
    try:
        assert main([str(tmp_path)]) == 0
    finally:
        QApplication.setFont(font)
        dress.put_on(LIGHT)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert len(capsys.readouterr().out.split()) == len(LOOKS) * len(SIZES) * len(PLACES)
    for look in LOOKS:
        for width, height in SIZES:
            image = QImage(str(tmp_path / f"window-{look}-{width}x{height}.png"))
            assert (image.width(), image.height()) == (width, height)
            corner = QColor(image.pixel(4, height - 4)).name().upper()
            assert corner == THEMES[look].window
            money = QImage(str(tmp_path / f"money-{look}-{width}x{height}.png"))
            assert (money.width(), money.height()) == (width, height)
            assert money != image
