"""The card beside the pointer, and what lies under it."""

from html import escape
from typing import cast

import numpy as np
import shapely
from PySide6.QtCore import QPoint, QSize, Qt, QTimer
from PySide6.QtWidgets import QLabel, QWidget

from siteselect.language import say
from siteselect.model.arrays import Floats
from siteselect.ui.map.card import card_style
from siteselect.ui.map.extent import Extent
from siteselect.ui.map.ground import built_by, sign_growth
from siteselect.ui.map.map_data import MapData, Points, Row
from siteselect.ui.map.own_data import own_shown
from siteselect.ui.map.own_paint import story_of_own
from siteselect.ui.map.regions import Tints
from siteselect.ui.map.symbols import station_side
from siteselect.ui.map.telling import (
    Story,
    tell_airport,
    tell_crossing,
    tell_place,
    tell_region,
    tell_station,
)
from siteselect.ui.theme import SIZES, Theme

SOON, LATER = 90, 420
"""Milliseconds until the card shows: for a sign at once, for a region when the pointer rests."""
WIDEST = 300
AWAY = 16
"""Pixels from the pointer."""


class HoverCard(QLabel):
    """Shows a story beside the pointer after a moment."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("mapCard")
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setMargin(9)
        self.story: Story | None = None
        self._at = QPoint()
        self._room = 0
        self._wait = QTimer(self, singleShot=True)
        self._wait.timeout.connect(self._rise)
        self.apply_theme(theme)
        self.hide()

    def apply_theme(self, theme: Theme) -> None:
        """Take on other colours."""
        self.theme = theme
        ground = f"#mapCard {{ background: {theme.panel}; color: {theme.text}; }}"
        self.setStyleSheet(card_style(theme) + ground)

    def tell(self, story: Story | None, at: QPoint, *, soon: bool, foot: int = 0) -> None:
        """Show a story beside a point; None hides the card. `foot` pixels below stay free."""
        self._at, self._room = at, foot
        if story == self.story and story is not None:
            if self.isVisible():
                self._stand()
            elif not soon:
                self._wait.start(LATER)
            return
        self.story = story
        self.hide()
        self._wait.stop()
        if story is not None:
            self._wait.start(SOON if soon else LATER)

    def _rise(self) -> None:
        if self.story is None:
            return
        self.setText(html_of(self.story, self.theme))
        self.setWordWrap(False)
        wide = self.sizeHint().width() > WIDEST
        self.setWordWrap(wide)
        width = WIDEST if wide else self.sizeHint().width()
        height = self.heightForWidth(width) if wide else self.sizeHint().height()
        self.resize(QSize(width, height))
        self._stand()
        self.show()
        self.raise_()

    def _stand(self) -> None:
        """Stand to the right below the pointer, or where there is room."""
        parent = cast("QWidget", self.parentWidget())
        x, y = self._at.x() + AWAY, self._at.y() + AWAY
        if x + self.width() > parent.width() - 4:
            x = self._at.x() - AWAY - self.width()
        if y + self.height() > parent.height() - self._room - 4:
            y = self._at.y() - AWAY - self.height()
        self.move(max(x, 4), max(y, 4))


def html_of(story: Story, theme: Theme) -> str:
    """Return a story as rich text; whatever the data says is escaped."""
    rows = "".join(
        f'<tr><td style="color:{theme.muted}; padding-right:10px">{escape(label)}</td>'
        f"<td>{escape(value)}</td></tr>"
        for label, value in story.lines
    )
    small = f"font-size:{SIZES['small']}px"
    notes = "".join(
        f'<div style="{small}; margin-top:4px">{escape(note)}</div>' for note in story.notes
    )
    source = (
        f'<div style="{small}; color:{theme.muted}; margin-top:4px">'
        f"{escape(say('Source: {source}', source=story.source))}</div>"
        if story.source
        else ""
    )
    return (
        f'<div style="font-size:{SIZES["text"]}px; font-weight:600">{escape(story.title)}</div>'
        f'<table cellspacing="0" style="font-size:{SIZES["small"] + 1}px; margin-top:3px">{rows}'
        f"</table>{notes}{source}"
    )


def story_at(
    data: MapData,
    tints: Tints,
    shown: frozenset[str],
    extent: Extent,
    pixel: tuple[float, float],
) -> tuple[Story | None, bool]:
    """Return the story of what is drawn at a pixel, and whether it is a sign (else a region)."""
    if "crossings" in shown and (row := _nearest(data.crossings, extent, pixel, 8.0)) >= 0:
        return tell_crossing(data.crossings.rows[row], tints.day), True
    if "stations" in shown and (row := _station_at(data, tints, extent, pixel)) >= 0:
        return tell_station(data.stations.rows[row]), True
    if "airports" in shown and (row := _nearest(data.airports, extent, pixel, 7.0)) >= 0:
        return tell_airport(data.airports.rows[row]), True
    if "places" in shown and (row := _nearest(data.places, extent, pixel, 4.0)) >= 0:
        return tell_place(data.places.rows[row]), True
    own = story_of_own(own_shown(data.own, shown), extent, pixel)
    if own is not None:
        return own, True
    if {"tariffs", "law", "regions"} & shown and (row := region_at(data, extent, pixel)) >= 0:
        state = tints.states.get(data.region_rows[row].code)
        return (
            (tell_region(state, data, tints.prices), False) if state is not None else (None, False)
        )
    return None, False


def _nearest(points: Points[Row], extent: Extent, pixel: tuple[float, float], reach: float) -> int:
    away = _away(points.x, points.y, extent, pixel)
    row = int(np.argmin(away)) if len(away) else -1
    return row if row >= 0 and away[row] <= reach else -1


def _station_at(data: MapData, tints: Tints, extent: Extent, pixel: tuple[float, float]) -> int:
    """Return the station at a pixel; of those that cover each other, the smallest on top."""
    stations = data.stations
    away = _away(stations.x, stations.y, extent, pixel)
    growth = sign_growth(extent)
    for row in np.flatnonzero(away < 40)[::-1].tolist():
        station = stations.rows[row]
        reach = 0.62 * station_side(station.mw, growth) + 1
        if away[row] <= reach and built_by(station.year, tints.day):
            return int(row)
    return -1


def _away(x: Floats, y: Floats, extent: Extent, pixel: tuple[float, float]) -> Floats:
    step = extent.metres_per_pixel
    away: Floats = np.hypot((x - extent.left) / step - pixel[0], (y - extent.top) / step - pixel[1])
    return away


def region_at(data: MapData, extent: Extent, pixel: tuple[float, float]) -> int:
    """Return the region at a pixel; -1 when there is none."""
    step = extent.metres_per_pixel
    x, y = extent.left + pixel[0] * step, extent.top + pixel[1] * step
    within = shapely.contains_xy(data.region_areas, x, y)
    rows = np.flatnonzero(within)
    return int(rows[0]) if len(rows) else -1
