from io import BytesIO

import numpy as np
import pytest
from pypdf import PdfReader
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from siteselect.errors import ExportError
from siteselect.ui.charts.contributions import ContributionsChart
from siteselect.ui.dress import load_fonts
from siteselect.ui.pictures import FORMATS, draw, fitted
from siteselect.ui.theme import LIGHT
from siteselect.ui.widgets.painting import forget_faces
from tests.making import make_evaluation


def pixels(image):
    """Return an image as numbers, height x width x 3."""
    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    held = np.frombuffer(plain.constBits(), np.uint8)
    return held.reshape(plain.height(), plain.bytesPerLine())[:, : 3 * plain.width()].astype(int)


@pytest.fixture
def own_font(qapp):
    before = QApplication.font()
    load_fonts()
    forget_faces()
    yield
    QApplication.setFont(before)
    forget_faces()


@pytest.fixture
def chart(qtbot, own_font):
    made = ContributionsChart(LIGHT)
    qtbot.addWidget(made)
    made.resize(520, 300)
    made.show()
    made.display(make_evaluation())
    return made


def test_a_drawing_is_what_the_screen_shows(chart):
    screen, drawn = chart.grab().toImage(), draw(chart).image()
    assert drawn.size() == screen.size() == QSize(520, 300)
    assert np.abs(pixels(drawn) - pixels(screen)).mean() < 1.0


def test_scale_gives_more_pixels_and_says_so_in_the_file(chart, tmp_path):
    drawing = draw(chart)
    (tmp_path / "c.png").write_bytes(drawing.png(2.0))
    image = QImage(str(tmp_path / "c.png"))
    assert image.size() == QSize(1040, 600)
    assert image.dotsPerMeterX() == pytest.approx(192 / 0.0254, abs=1)


def test_every_format_holds_the_words(chart):
    drawing = draw(chart, "What earns each score?")
    assert drawing.as_format("png")[:8] == b"\x89PNG\r\n\x1a\n"
    assert "<title>What earns each score?</title>" in drawing.as_format("svg").decode()
    reader = PdfReader(BytesIO(drawing.as_format("pdf", 2.0)))
    assert reader.metadata.title == "What earns each score?"
    page = reader.pages[0]
    assert float(page.mediabox.width) == pytest.approx(780, abs=1)
    leader = make_evaluation().leader
    assert leader in page.extract_text()
    assert leader in drawing.svg()


def test_an_unknown_format_and_a_huge_picture_are_refused(chart):
    drawing = draw(chart)
    with pytest.raises(ExportError, match="format bmp: use png, svg, pdf"):
        drawing.as_format("bmp")
    with pytest.raises(ExportError, match="too large: ask for at most 16000"):
        drawing.image(100.0)
    assert FORMATS == ("png", "svg", "pdf")


def test_size_and_dpi_give_a_view_and_a_scale():
    assert fitted((1600, 900), 96.0) == (1600, 900, 1.0)
    assert fitted((1600, 900), 192.0) == (800, 450, 2.0)


def test_a_drawing_keeps_its_shape_in_a_box_of_another(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.setStyleSheet("background: #FF0000;")
    widget.resize(100, 50)
    drawing = draw(widget)
    image = QImage(100, 100, QImage.Format.Format_RGB32)
    image.fill(QColor("#FFFFFF"))
    painter = QPainter(image)
    drawing.paint(painter, QRectF(0, 0, 100, 100))
    painter.end()
    assert image.pixelColor(50, 50) == QColor("#FF0000")
    assert image.pixelColor(50, 10) == QColor("#FFFFFF")
    assert image.pixelColor(50, 90) == QColor("#FFFFFF")
