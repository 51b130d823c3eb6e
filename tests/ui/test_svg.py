from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QImage, QPainter, QPen, QPicture, QPolygonF

from siteselect.ui.svg import svg_of

SPACE = "{http://www.w3.org/2000/svg}"


def drawn(paint, title="", mark="s"):
    """Return the SVG of what `paint` does on a hundred pixels squared, read as XML."""
    strokes = QPicture()
    painter = QPainter(strokes)
    paint(painter)
    painter.end()
    return ET.fromstring(svg_of(strokes, 100, 100, title, mark=mark))  # noqa: S314 - our own


def only(root, kind):
    found = root.findall(f".//{SPACE}{kind}")
    assert len(found) == 1
    return found[0]


def strokes_of(root):
    return [each for group in root.findall(f"{SPACE}g") for each in group]


def test_the_picture_says_its_size_and_its_title(qapp):
    root = drawn(lambda painter: painter.drawRect(1, 1, 5, 5), title="What & where")
    assert root.get("viewBox") == "0 0 100 100"
    assert only(root, "title").text == "What & where"


def test_words_stay_words_with_their_width(qapp):
    def paint(painter):
        font = QFont("Siteselect Sans")
        font.setPixelSize(20)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor("#102030"))
        painter.drawText(QPointF(10, 30), "Қарағанды < 5 & 阿勒泰")

    texts = drawn(paint).findall(f".//{SPACE}text")
    assert "".join(each.text for each in texts) == "Қарағанды < 5 & 阿勒泰"
    assert texts[0].get("font-size") == "20"
    assert texts[0].get("font-weight") == "600"
    assert texts[0].get("fill") == "#102030"
    assert float(texts[0].get("textLength")) > 20


def test_words_that_are_turned_bear_a_matrix(qapp):
    def paint(painter):
        painter.translate(50, 50)
        painter.rotate(-90)
        painter.drawText(QPointF(0, 0), "up")

    assert only(drawn(paint), "text").get("transform").startswith("matrix(0 -1 1 0 50 50")


def test_a_scaled_painter_scales_shapes_and_pens_but_no_cosmetic_pen(qapp):
    def paint(painter):
        painter.scale(2, 2)
        painter.setPen(QPen(QColor("red"), 3))
        painter.drawLine(QLineF(1, 1, 4, 1))
        fine = QPen(QColor("red"), 3)
        fine.setCosmetic(True)
        painter.setPen(fine)
        painter.drawLine(QLineF(1, 1, 4, 1))

    lines = strokes_of(drawn(paint))
    assert [each.get("d") for each in lines] == ["M2 2L8 2"] * 2
    assert [each.get("stroke-width") for each in lines] == ["6", "3"]


def test_a_clip_holds_and_ends_with_its_block(qapp):
    def paint(painter):
        painter.save()
        painter.setClipRect(QRectF(10, 10, 20, 20))
        painter.fillRect(QRectF(0, 0, 90, 90), QColor("red"))
        painter.restore()
        painter.fillRect(QRectF(0, 0, 90, 90), QColor("blue"))

    root = drawn(paint)
    group, after = root[-2:]
    assert after.get("fill") == "#0000ff"
    name = group.get("clip-path")[5:-1]
    inner = root.find(f".//{SPACE}clipPath[@id='{name}']/{SPACE}path")
    assert inner.get("d").startswith("M10 10L30 10L30 30L10 30")


def test_polygons_are_closed_and_lines_are_open(qapp):
    def paint(painter):
        painter.setBrush(QColor("red"))
        points = QPolygonF([QPointF(1, 1), QPointF(9, 1), QPointF(5, 8)])
        painter.drawPolygon(points)
        painter.drawPolyline(points)

    closed, open_line = strokes_of(drawn(paint))
    assert closed.get("d") == "M1 1L9 1L5 8Z"
    assert closed.get("fill") == "#ff0000"
    assert open_line.get("d") == "M1 1L9 1L5 8"
    assert open_line.get("fill") == "none"


def test_dashes_opacity_and_hatches_are_told(qapp):
    def paint(painter):
        pen = QPen(QColor("red"), 2, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([3.0, 2.0])
        painter.setPen(pen)
        painter.setOpacity(0.5)
        painter.setBrush(QBrush(QColor("blue"), Qt.BrushStyle.FDiagPattern))
        painter.drawRect(QRectF(1, 1, 30, 30))

    root = drawn(paint, mark="m7-")
    shape = strokes_of(root)[0]
    assert shape.get("stroke-dasharray") == "6 4"
    assert shape.get("stroke-opacity") == "0.5"
    assert shape.get("fill") == f"url(#{only(root, 'pattern').get('id')})"
    assert only(root, "pattern").get("id").startswith("m7-")


def test_an_image_is_held_within(qapp):
    image = QImage(4, 4, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.red)
    root = drawn(lambda painter: painter.drawImage(QRectF(2, 3, 8, 8), image))
    held = only(root, "image")
    assert (held.get("x"), held.get("y"), held.get("width")) == ("2", "3", "8")
    assert held.get("{http://www.w3.org/1999/xlink}href").startswith("data:image/png;base64,iVBOR")


def test_the_same_strokes_give_the_same_text(qapp):
    strokes = QPicture()
    painter = QPainter(strokes)
    painter.drawText(QPointF(5, 20), "once")
    painter.drawEllipse(QRectF(5, 5, 40, 20))
    painter.end()
    assert svg_of(strokes, 60, 40, "t") == svg_of(strokes, 60, 40, "t")


def test_a_fault_of_a_stroke_is_raised_and_ends_nothing(qapp, monkeypatch):
    def broken(*_):
        raise RuntimeError("no ink")

    monkeypatch.setattr("siteselect.ui.svg.path_data", broken)
    with pytest.raises(RuntimeError, match="no ink"):
        drawn(lambda painter: painter.drawRect(1, 1, 5, 5))
