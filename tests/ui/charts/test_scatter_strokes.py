from dataclasses import replace

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from siteselect.ui.charts.axis import Axis
from siteselect.ui.charts.cloud import Cloud, cloud_of
from siteselect.ui.charts.scatter_strokes import Strokes, free_room
from siteselect.ui.theme import LIGHT
from siteselect.ui.widgets.ramp import score_colours
from tests.making import make_evaluation

BOX = QRectF(40, 10, 200, 100)


def _cloud(x: list[float], y: list[float]) -> Cloud:
    """Return made dots on axes of 0 to 1, none named."""
    cloud = cloud_of(make_evaluation(30), *make_evaluation(30).criteria[:2])
    count = len(x)
    value, up = np.array(x), np.array(y)
    return replace(
        cloud,
        across=replace(cloud.across, value=value, low=value, high=value),
        up=replace(cloud.up, value=up, low=up - 0.2, high=up + 0.2),
        sites=np.arange(count),
        steps=np.full(count, 40),
        hollow=np.zeros(count, dtype=bool),
        front=np.arange(count),
        leaders=(),
    )


def _painted(cloud: Cloud, *layers: str) -> QImage:
    image = QImage(260, 130, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    axes = Axis(0, 1, BOX.left(), BOX.right()), Axis(0, 1, BOX.bottom(), BOX.top())
    strokes = Strokes(painter, cloud, axes, BOX, LIGHT)
    for layer in layers:
        getattr(strokes, layer)(*((1.0,) if layer == "pixels" else ()))
    painter.end()
    return image


def test_a_dot_stands_at_its_two_values_in_the_colour_of_its_score(qtbot: QtBot) -> None:
    for layer in ("dots", "pixels"):
        image = _painted(_cloud([0.5], [0.25]), layer)
        assert image.pixelColor(140, 85) == score_colours()[40]
        assert image.pixelColor(100, 85) == QColor("white")


def test_a_hollow_dot_is_a_ring(qtbot: QtBot) -> None:
    cloud = replace(_cloud([0.5], [0.5]), hollow=np.array([True]))
    assert _painted(cloud, "dots").pixelColor(140, 60) == QColor("white")


def test_whiskers_run_from_low_to_high(qtbot: QtBot) -> None:
    image = _painted(_cloud([0.5], [0.5]), "whiskers")
    column = [image.pixelColor(140, y) != QColor("white") for y in range(130)]
    assert 38 <= sum(column) <= 42


def test_the_front_joins_its_members(qtbot: QtBot) -> None:
    image = _painted(_cloud([0.1, 0.9], [0.5, 0.5]), "front")
    assert any(image.pixelColor(x, 60) != QColor("white") for x in range(100, 180))


def test_dots_that_cover_each_other_are_counted(qtbot: QtBot) -> None:
    image = _painted(_cloud([0.5] * 4, [0.5] * 4), "crowds")
    beside = [image.pixelColor(x, y) for x in range(145, 170) for y in range(64, 80)]
    assert any(each != QColor("white") for each in beside)
    alone = _painted(_cloud([0.5] * 2, [0.5] * 2), "crowds")
    assert alone == _painted(_cloud([0.5], [0.5]), "crowds")


def test_grid_and_ticks_stand_round_the_box(qtbot: QtBot) -> None:
    image = _painted(_cloud([0.5], [0.5]), "axes")
    assert any(image.pixelColor(x, 118) != QColor("white") for x in range(40, 240))
    assert any(image.pixelColor(20, y) != QColor("white") for y in range(130)) or any(
        image.pixelColor(30, y) != QColor("white") for y in range(130)
    )


def test_a_name_finds_a_free_side_or_none() -> None:
    frame = QRectF(0, 0, 200, 100)
    size = QSizeF(50, 14)
    right = free_room(QPointF(100, 50), size, frame, [])
    assert right is not None
    assert right.left() > 100
    left = free_room(QPointF(100, 50), size, frame, [right])
    assert left is not None
    assert not left.intersects(right)
    assert left.right() < 100
    assert free_room(QPointF(100, 50), size, frame, [frame]) is None
