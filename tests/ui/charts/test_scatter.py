from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from siteselect.mcda.evaluate import evaluate
from siteselect.model.decision_matrix import Column
from siteselect.ui.charts.cloud import cloud_of
from siteselect.ui.charts.scatter import CLOUD_FROM, Scatter
from siteselect.ui.theme import LIGHT
from tests.making import make_evaluation


def _scatter(qtbot: QtBot, count: int = 30) -> Scatter:
    evaluation = make_evaluation(count)
    scatter = Scatter(LIGHT)
    qtbot.addWidget(scatter)
    scatter.resize(400, 206)
    scatter.show()
    scatter.show_cloud(cloud_of(evaluation, *evaluation.criteria[:2]), frozenset())
    return scatter


def _spot(scatter: Scatter, place: int) -> QPoint:
    cloud = scatter.cloud
    assert cloud is not None
    across, up = scatter.axes()
    row = cloud.sites[place]
    return QPoint(
        round(across.pixel(float(cloud.across.value[row]))),
        round(up.pixel(float(cloud.up.value[row]))),
    )


def test_all_dots_lie_in_the_frame_once_every_dot_is_asked_for(qtbot: QtBot) -> None:
    scatter = _scatter(qtbot)
    scatter.fit(everything=True)
    assert scatter.beyond() == 0
    assert scatter.cloud is not None
    for place in range(len(scatter.cloud.sites)):
        assert scatter.rect().contains(_spot(scatter, place))


def test_a_click_on_a_dot_tells_its_site_and_a_click_beside_nothing(qtbot: QtBot) -> None:
    scatter = _scatter(qtbot)
    assert scatter.cloud is not None
    place = scatter.cloud.leaders[0][0]
    with qtbot.waitSignal(scatter.clicked) as wish:
        qtbot.mouseClick(scatter, Qt.MouseButton.LeftButton, pos=_spot(scatter, place))
    assert wish.args == [int(scatter.cloud.sites[place]), False]
    with qtbot.assertNotEmitted(scatter.clicked):
        qtbot.mouseClick(scatter, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))


def test_zoom_keeps_the_point_under_the_hand(qtbot: QtBot) -> None:
    scatter = _scatter(qtbot)
    spot = QPointF(_spot(scatter, 5))
    before = scatter.axes()[0].value(spot.x())
    scatter.zoom(0.5, spot)
    assert scatter.axes()[0].value(spot.x()) == pytest.approx(before)
    wide = scatter.axes()[0].high - scatter.axes()[0].low
    qtbot.keyClick(scatter, Qt.Key.Key_Minus)
    assert scatter.axes()[0].high - scatter.axes()[0].low == pytest.approx(1.25 * wide)
    qtbot.keyClick(scatter, Qt.Key.Key_Plus)
    qtbot.keyClick(scatter, Qt.Key.Key_Home)
    assert scatter.axes()[0].high - scatter.axes()[0].low > wide


def test_a_zoom_stays_while_the_axes_do(qtbot: QtBot) -> None:
    scatter = _scatter(qtbot)
    scatter.zoom(0.5, QPointF(200, 100))
    held = scatter.axes()
    evaluation = make_evaluation(30)
    scatter.show_cloud(cloud_of(evaluation, *evaluation.criteria[:2]), frozenset())
    assert scatter.axes() == held
    scatter.show_cloud(cloud_of(evaluation, *evaluation.criteria[1:3]), frozenset())
    assert scatter.axes() != held


def test_a_drag_moves_what_is_seen_and_picks_nothing(qtbot: QtBot) -> None:
    scatter = _scatter(qtbot)
    before = scatter.axes()[0].low
    with qtbot.assertNotEmitted(scatter.clicked):
        qtbot.mousePress(scatter, Qt.MouseButton.LeftButton, pos=QPoint(200, 80))
        qtbot.mouseMove(scatter, QPoint(240, 80))
        qtbot.mouseRelease(scatter, Qt.MouseButton.LeftButton, pos=QPoint(240, 80))
    assert scatter.axes()[0].low < before
    qtbot.keyClick(scatter, Qt.Key.Key_Home)
    assert scatter.axes()[0].low == pytest.approx(before)


def test_thousands_of_dots_are_set_by_pixel(qtbot: QtBot) -> None:
    scatter = _scatter(qtbot, CLOUD_FROM * 2)
    image = scatter.grab().toImage()
    place = scatter.cloud.leaders[0][0] if scatter.cloud is not None else 0
    spot = _spot(scatter, place)
    assert image.pixelColor(spot.x() - 5, spot.y()) != QColor(LIGHT.panel)
    plain = {image.pixelColor(x, 80).name() for x in range(70, 380)}
    assert len(plain) > 4


def test_picked_sites_wear_a_ring(qtbot: QtBot) -> None:
    scatter = _scatter(qtbot)
    assert scatter.cloud is not None

    def ringed() -> bool:
        image = scatter.grab().toImage()
        accent = QColor(LIGHT.accent)
        return any(
            image.pixelColor(x, y) == accent
            for x in range(image.width())
            for y in range(image.height())
        )

    assert not ringed()
    scatter.mark(frozenset({int(scatter.cloud.sites[0])}))
    assert ringed()


def test_nothing_known_is_an_empty_chart(qtbot: QtBot) -> None:
    scatter = _scatter(qtbot, 0)
    assert scatter.at(QPointF(100, 50)) == []
    assert np.isfinite(scatter.axes()[0].low)
    assert not scatter.grab().isNull()


def test_dots_at_one_place_are_told_together(qtbot: QtBot) -> None:
    evaluation = make_evaluation(30)
    flat = Column(np.full(30, 5.0), evaluation.matrix.columns[0].provenance)
    matrix = replace(evaluation.matrix, columns=(flat, flat, *evaluation.matrix.columns[2:]))
    one = evaluate(evaluation.scenario, matrix)
    scatter = Scatter(LIGHT)
    qtbot.addWidget(scatter)
    scatter.resize(400, 206)
    scatter.show()
    scatter.show_cloud(cloud_of(one, *one.criteria[:2]), frozenset())
    there = scatter.at(QPointF(_spot(scatter, 0)))
    assert len(there) == 30
    assert there[0] == one.order[0]
    assert not scatter.grab().isNull()
