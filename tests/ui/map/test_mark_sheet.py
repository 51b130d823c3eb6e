"""The sheet shows what strokes show, and quickly."""

import time
from typing import cast

import numpy as np
import pytest
import shiboken6
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter

from siteselect.ui.map.cluster_marks import Mark, paint_mark
from siteselect.ui.map.mark_sheet import MarkSheet
from siteselect.ui.theme import CONTRAST, DARK, LIGHT

SIDE = 64
MARKS = [Mark(4, 1, 63), Mark(57, 36, 20), Mark(310, 1204, 0), Mark(12_345, 7, 40), Mark(8, 0, 10)]


def blank(theme, wide=SIDE, high=SIDE):
    image = QImage(wide, high, QImage.Format.Format_RGB32)
    image.fill(QColor(theme.land))
    return image


def copied(image, sheet, at, marks):
    parts = (np.array(each, np.intp) for each in zip(*[(m.count, m.rank, m.step) for m in marks],
                                                     strict=True))  # fmt: skip
    table = sheet.fragments(np.array(at, float), *parts)
    painter = QPainter(image)
    first = shiboken6.wrapInstance(table.ctypes.data, QPainter.PixmapFragment)
    painter.drawPixmapFragments(cast("QPainter.PixmapFragment", first), len(table), sheet.pixmap)
    painter.end()
    return image


def grey(image):
    view = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)
    return view[:, :, :3].astype(int)


@pytest.mark.parametrize("theme", [LIGHT, DARK, CONTRAST], ids=lambda each: each.name)
@pytest.mark.parametrize("mark", MARKS, ids=lambda each: str(each.count))
def test_what_is_copied_is_what_is_painted_by_strokes(qapp, theme, mark):
    one = copied(blank(theme), MarkSheet(theme, 1.0), [(32, 32)], [mark])
    other = blank(theme)
    painter = QPainter(other)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_mark(painter, QPointF(32, 32), mark, theme)
    painter.end()
    first, second = grey(one), grey(other)
    assert (first != grey(blank(theme))).any(axis=2).sum() > 400
    differ = (np.abs(first - second).max(axis=2) > 90).mean()
    assert differ < 0.03  # a figure may stand half a pixel aside


def test_marks_stand_where_they_are_told(qapp):
    image = copied(blank(LIGHT, 200, 100), MarkSheet(LIGHT, 1.0), [(40, 50), (150, 50)], MARKS[:2])
    changed = (grey(image) != grey(blank(LIGHT, 200, 100))).any(axis=2)
    columns = np.flatnonzero(changed.any(axis=0))
    assert columns.min() > 20
    assert columns.max() < 175
    assert not changed[:, 75:120].any()


def test_no_marks_are_no_fragments(qapp):
    none = np.empty(0, np.intp)
    assert MarkSheet(LIGHT, 1.0).fragments(np.empty((0, 2)), none, none, none).shape == (0, 10)


def test_on_a_dense_screen_the_parts_are_as_large(qapp):
    plain, dense = (MarkSheet(LIGHT, ratio) for ratio in (1.0, 2.0))
    at, parts = np.array([(10.0, 20.0)]), [np.array([each]) for each in (57, 36, 20)]
    one, two = plain.fragments(at, *parts), dense.fragments(at, *parts)
    assert (one[:, :2] == two[:, :2]).all()
    assert (two[:, 2:6] == 2 * one[:, 2:6]).all()
    assert (two[:, 6] == 0.5).all()


def test_six_hundred_marks_are_laid_out_within_a_frame(qapp):
    sheet, rng = MarkSheet(LIGHT, 1.0), np.random.default_rng(3)
    at = rng.uniform(0, 1000, (600, 2))
    took = []
    for _ in range(5):
        parts = rng.integers(4, 999, 600), rng.integers(1, 5000, 600), rng.integers(0, 64, 600)
        start = time.thread_time()
        sheet.fragments(at, *parts)
        took.append(time.thread_time() - start)
    assert min(took) < 0.016
