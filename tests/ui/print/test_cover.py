from dataclasses import replace

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage, QPainter

from siteselect.export.report import Brand
from siteselect.ui.print.cover import cover
from siteselect.ui.print.flow import Flow
from siteselect.ui.print.paper import A4, POINT
from tests.ui.print.made_report import full_report, told_by

SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20">'
    b'<rect width="40" height="20" fill="#00ff00"/></svg>'
)


def painted(report):
    flow = Flow(A4, report.brand.accent)
    flow.turn()
    cover(flow, report, {})
    flow.close()
    image = QImage(595, 842, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.scale(1 / POINT, 1 / POINT)
    painter.drawPicture(0, 0, flow.pages[0])
    painter.end()
    return image


def test_the_first_page_says_title_finding_and_five_figures():
    report = full_report()
    told = told_by(cover, report=report)[0]
    for words in ("Balanced", "Weighted sum", "2021-06-02", "50 MW", "Fail a gate", "Alpha"):
        assert words in told
    assert report.finding.split()[0] in told
    assert "2 of 5" in told or "3 of 5" in told or "4 of 5" in told


def test_the_price_of_the_first_sites_stands_on_the_first_page():
    assert "40.0 USD/MWh" in told_by(cover)[0]


def test_the_house_has_its_colour_and_its_logo():
    png = QImage(20, 20, QImage.Format.Format_RGB32)
    png.fill(QColor("#0000FF"))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    png.save(buffer, "PNG")
    report = full_report(brand=Brand("Our house", bytes(buffer.data()), "#AA0000"))
    image = painted(report)
    assert image.pixelColor(300, 3) == QColor("#AA0000")
    assert image.pixelColor(530, 38) == QColor("#0000FF")
    drawn = painted(replace(report, brand=Brand("Our house", SVG)))
    assert drawn.pixelColor(520, 38) == QColor("#00FF00")


def test_a_name_without_a_logo_is_written_and_a_broken_logo_left_out():
    assert "Our house" in told_by(cover, report=full_report(brand=Brand("Our house")))[0]
    assert told_by(cover, report=full_report(brand=Brand("Our house", b"no picture")))
