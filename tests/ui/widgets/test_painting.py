import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from siteselect.ui.theme import LIGHT
from siteselect.ui.widgets import painting


@pytest.fixture
def image(qtbot: QtBot) -> QImage:
    picture = QImage(100, 20, QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    return picture


def _white(image: QImage, x: int, y: int) -> bool:
    return image.pixelColor(x, y) == QColor("white")


def test_segments_stand_one_after_the_other(image: QImage) -> None:
    painter = QPainter(image)
    parts = [(0.5, QColor("red")), (0.0, QColor("blue")), (0.25, QColor("green"))]
    end = painting.paint_segments(painter, QRectF(0, 0, 100, 20), parts)
    painter.end()
    assert end == pytest.approx(75.0)
    assert image.pixelColor(10, 10) == QColor("red")
    assert image.pixelColor(60, 10) == QColor("green")
    assert _white(image, 80, 10)


def test_an_open_end_is_hatched_not_filled(image: QImage) -> None:
    painter = QPainter(image)
    painting.paint_open_end(painter, QRectF(50, 4, 40, 12), LIGHT)
    painter.end()
    inside = [_white(image, x, 10) for x in range(52, 88)]
    assert any(inside)
    assert not all(inside)
    assert _white(image, 20, 10)


def test_a_whisker_has_a_cap_only_at_a_closed_end(image: QImage) -> None:
    painter = QPainter(image)
    ends = QPointF(10.5, 10.5), QPointF(90.5, 10.5)
    painting.paint_whisker(painter, *ends, "black", cap=6, open_end=True)
    painter.end()
    assert not _white(image, 10, 6)
    assert not _white(image, 50, 10)
    assert _white(image, 90, 6)


def test_words_too_long_are_cut(image: QImage) -> None:
    painter = QPainter(image)
    painting.write(painter, QRectF(0, 0, 40, 20), "a very long sentence", painting.face(), "black")
    painter.end()
    assert all(_white(image, x, y) for x in range(45, 100) for y in range(20))


def test_of_a_long_line_the_first_words_that_fit_are_whole(image: QImage) -> None:
    font = painting.face("small")
    room = painting.width_of("national es", font)
    assert painting.whole_words("national estimate", font, room) == "national"
    assert painting.whole_words("seen, and more of it", font, room) == "seen"
    assert painting.whole_words("national estimate", font, 500.0) == "national estimate"
    assert painting.whole_words("unbreakable-as-one-word", font, room) == "unbreakable-as-one-word"


def test_the_sign_of_a_failed_site_is_a_struck_ring(image: QImage) -> None:
    painter = QPainter(image)
    painting.paint_struck_circle(painter, QPointF(50, 10), 8, LIGHT.warn)
    painting.rounded(painter, QRectF(0, 0, 20, 20), "blue")
    painter.end()
    assert not _white(image, 50, 10)
    assert not _white(image, 42, 10)
    assert image.pixelColor(10, 10) == QColor("blue")
    assert painting.faded("#FFFFFF", 0.5).alpha() == 128
