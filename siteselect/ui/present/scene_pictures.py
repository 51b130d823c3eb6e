"""Maps of scenes as PNG, painted without a screen: for slides and pages."""

from collections.abc import Sequence

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter

from siteselect.export.slides import View
from siteselect.model.region_day import RegionDay
from siteselect.model.user_layer import UserLayer
from siteselect.packs.pack import Pack
from siteselect.ui.map.map_data import MapData
from siteselect.ui.present.stage_map import StageMap
from siteselect.ui.theme import LIGHT, Theme

SIZE = QSize(735, 515)
"""Pixels of the map on a slide, of which 100 are an inch."""
DENSITY = 2.5
"""Device pixels to each."""
EDGE = 8


class ScenePainter:
    """One hidden map that poses for each scene in turn."""

    def __init__(self, pack: Pack, theme: Theme = LIGHT) -> None:
        self._map = StageMap(theme)
        self._map.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        self._map.resize(SIZE)
        self._map.ratio = DENSITY
        self._map.room = QRect(EDGE, 24, SIZE.width() - 2 * EDGE, SIZE.height() - 24 - EDGE)
        self._map.show()
        self._pack = pack
        self._shown: tuple[UserLayer, ...] | None = None

    def paint(self, view: View) -> QImage:
        """Return the map of a scene."""
        shown, stage = frozenset(view.scene.overlays), self._map
        if view.layers != self._shown:
            self._shown = view.layers
            stage.show_data(MapData.of(self._pack).with_own(view.layers))
        for key, _, visible in stage.overlays():
            if visible != (key in shown):
                stage.set_overlay(key, key in shown)
        if isinstance(view.region_day, RegionDay):
            stage.display_regions(view.region_day)
        stage.display(view.evaluation)
        stage.show_selection(frozenset(view.scene.sites))
        stage.show_bounds(view.scene.bounds, smooth=False)
        stage.refresh()
        image = QImage(SIZE * DENSITY, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(DENSITY)
        image.fill(QColor(stage.theme.water))
        painter = QPainter(image)
        stage.render(painter)
        painter.end()
        return image

    def close(self) -> None:
        """Let the hidden map go."""
        self._map.close()
        self._map.deleteLater()


def paint_scenes(pack: Pack, views: Sequence[View]) -> list[bytes]:
    """Return the map of each scene as PNG; the program's application object must stand."""
    painter = ScenePainter(pack)
    try:
        return [png(painter.paint(view)) for view in views]
    finally:
        painter.close()


def png(image: QImage) -> bytes:
    """Return a picture as PNG."""
    held = QBuffer()
    held.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(held, QByteArray(b"png")).write(image)
    return bytes(held.data().data())
