import pytest
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from siteselect.ui.map.lettering import Style, measure, spoken, write

PLAIN = Style(12, QFont.Weight.Normal, "#000000", "#ffffff")
SPACED = Style(12, QFont.Weight.Normal, "#000000", "#ffffff", spacing=4.0, upper=True)


def test_capitals_and_spacing_take_more_room(qapp):
    assert spoken("Aksu", SPACED) == "AKSU"
    wide = measure("Kazakhstan", SPACED)[0] - measure("KAZAKHSTAN", PLAIN)[0]
    assert wide == pytest.approx(9 * 4.0, abs=4.0)


def test_letters_are_dark_and_their_halo_light(qapp):
    image = QImage(80, 30, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor("#7f7f7f"))
    painter = QPainter(image)
    write(painter, "HHH", PLAIN, 40, 15)
    painter.end()
    tones = {image.pixelColor(x, 15).lightness() for x in range(20, 60)}
    assert min(tones) < 70
    assert max(tones) > 190
    assert image.pixelColor(2, 15).lightness() == 127


def test_names_stand_about_their_middle(qapp):
    image = QImage(100, 30, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor("#ffffff"))
    painter = QPainter(image)
    write(painter, "HIH", PLAIN, 50, 15)
    painter.end()
    dark = [x for x in range(100) if image.pixelColor(x, 15).lightness() < 128]
    assert abs((dark[0] + dark[-1]) / 2 - 50) <= 1.5
