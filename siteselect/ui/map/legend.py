"""The legend: made from what is drawn, so that nothing is explained that is not there."""

from dataclasses import dataclass, field, replace

import numpy as np
from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from siteselect.economics.price_unit import CENTS, PriceUnit
from siteselect.language import say
from siteselect.model.evaluation import Evaluation
from siteselect.model.gate import Verdict
from siteselect.model.tint import Ramp
from siteselect.ui.map.card import Card
from siteselect.ui.map.legend_blocks import (
    Block,
    Shades,
    fuel_block,
    law_block,
    own_block,
    price_block,
    site_block,
    size_block,
)
from siteselect.ui.map.map_data import MapData
from siteselect.ui.map.map_icons import icon_of
from siteselect.ui.map.map_rows import FUELS
from siteselect.ui.map.own_data import OwnDrawn, own_shown
from siteselect.ui.map.regions import Tints
from siteselect.ui.map.sites_item import NUMBERED
from siteselect.ui.strokes import strokes_wanted
from siteselect.ui.theme import Theme

WIDTH = 178
GAP = 9
BETWEEN = 18
EDIT = 24


@dataclass(frozen=True, slots=True)
class Content:
    """What the map shows now, as far as a legend speaks of it."""

    scores: tuple[float, float] | None = None
    """Ends of the ramp of scores; None when no pin is drawn."""
    verdicts: frozenset[Verdict] = frozenset()
    gathered: bool = False
    """Whether there are so many sites that those who crowd share a mark."""
    prices: tuple[float, float] | None = None
    """Ends of the ramp of prices in USD/MWh."""
    edges: tuple[float, ...] = ()
    """Where classes of prices meet, in USD/MWh."""
    ramp: Ramp = Ramp.WARM
    unit: PriceUnit = CENTS
    """In which these ends are told."""
    doubtful: bool = False
    unpriced: bool = False
    law: frozenset[Verdict] = frozenset()
    fuels: tuple[str, ...] = ()
    suspect: bool = False
    largest: float = 0.0
    growth: float = 1.0
    crossings: frozenset[bool | None] = field(default_factory=frozenset)
    own: tuple[OwnDrawn, ...] = ()
    """The user's own layers."""


def content_of(
    data: MapData | None,
    tints: Tints,
    evaluation: Evaluation | None,
    domain: tuple[float, float],
    shown: frozenset[str],
    growth: float,
) -> Content:
    """Return what is drawn of this data, this day and this evaluation."""
    if data is None:
        return Content()
    states = tuple(tints.states.values())
    tariffs, stations = "tariffs" in shown and bool(states), "stations" in shown
    rows = data.stations.rows if stations else ()
    there = {station.fuel for station in rows}
    pins = evaluation is not None and "sites" in shown and len(evaluation.verdicts) > 0
    crossings = data.crossings.rows if "crossings" in shown else ()
    return Content(
        scores=domain if pins else None,
        verdicts=_kinds(evaluation.verdicts) if evaluation is not None and pins else frozenset(),
        gathered=pins and evaluation is not None and len(evaluation.verdicts) > NUMBERED,
        prices=(tints.low, tints.high) if tariffs and tints.priced else None,
        edges=tints.edges if tariffs else (),
        ramp=tints.tint.ramp if tariffs else Ramp.WARM,
        unit=tints.prices.whole if tints.prices.whole.known else CENTS,
        doubtful=tariffs and any(state.badge and np.isfinite(state.price) for state in states),
        unpriced=tariffs and any(np.isnan(state.price) for state in states),
        law=frozenset(state.verdict for state in states) if "law" in shown else frozenset(),
        fuels=tuple(fuel for fuel in (*FUELS, "other") if fuel in there),
        suspect=any(station.suspect for station in rows),
        largest=max((station.mw for station in rows), default=0.0),
        growth=growth,
        crossings=frozenset(crossing.is_open(tints.day) for crossing in crossings),
        own=own_shown(data.own, shown),
    )


def _kinds(verdicts: tuple[Verdict, ...]) -> frozenset[Verdict]:
    """Return which verdicts there are; told apart by identity, which is quick for thousands."""
    return frozenset({id(each): each for each in verdicts}.values())


def brief_of(content: Content) -> Content:
    """Return what a legend tells where there is little room: ramps, hatches, fuels."""
    return replace(
        content,
        verdicts=frozenset(),
        doubtful=False,
        suspect=False,
        crossings=frozenset(),
        largest=0.0,
    )


def blocks_of(content: Content) -> list[Block]:
    """Return the blocks of a legend, from the top."""
    wanted = (
        site_block(content.scores, content.verdicts, gathered=content.gathered),
        price_block(
            content.prices,
            content.doubtful,
            content.unpriced,
            content.unit,
            Shades(content.ramp, content.edges),
        ),
        law_block(content.law),
        own_block(content.own),
        fuel_block(content.fuels, content.suspect, content.crossings),
        size_block(content.largest, content.growth),
    )
    return [block for block in wanted if block is not None]


def height_of(column: list[Block]) -> float:
    """Return the height of blocks one beneath the other."""
    return sum(block.height for block in column) + GAP * max(len(column) - 1, 0)


def in_columns(blocks: list[Block], columns: int) -> list[list[Block]]:
    """Return the blocks in one column or in two of heights as equal as their order allows."""
    if columns < 2 or len(blocks) < 2:
        return [blocks] if blocks else []
    cuts = [(blocks[:at], blocks[at:]) for at in range(1, len(blocks))]
    return list(min(cuts, key=lambda cut: max(height_of(each) for each in cut)))


class _Body(QWidget):
    """Paints the blocks one beneath the other."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self.columns: list[list[Block]] = []
        self._kept = QPixmap()

    def show_blocks(self, blocks: list[Block], columns: int) -> None:
        self.columns = in_columns(blocks, columns)
        self.setFixedSize(self.sizeHint())
        self.paint_anew()

    def prices_at(self, at: QPoint) -> bool:
        """Return whether the prices are told at a point."""
        for place, column in enumerate(self.columns):
            left, top = place * (WIDTH + BETWEEN), 0.0
            for block in column:
                box = QRectF(left, top, WIDTH, block.height)
                if block.prices and box.contains(at.toPointF()):
                    return True
                top += block.height + GAP
        return False

    def paint_anew(self) -> None:
        """Paint the blocks once: the map beneath moves many times a second."""
        ratio = self.devicePixelRatioF()
        if not self.columns:
            self._kept = QPixmap()
            return
        self._kept = QPixmap(self.size() * ratio)
        self._kept.setDevicePixelRatio(ratio)
        self._kept.fill(Qt.GlobalColor.transparent)
        painter = QPainter(self._kept)
        self._paint(painter)
        painter.end()
        self.update()

    def sizeHint(self) -> QSize:
        count = max(len(self.columns), 1)
        high = max((height_of(column) for column in self.columns), default=0.0)
        return QSize(WIDTH * count + BETWEEN * (count - 1), int(high))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        if self.columns and self._kept.devicePixelRatioF() != self.devicePixelRatioF():
            self.paint_anew()
        painter = QPainter(self)
        if strokes_wanted():
            self._paint(painter)
        else:
            painter.drawPixmap(0, 0, self._kept)
        painter.end()

    def _paint(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place, column in enumerate(self.columns):
            painter.resetTransform()
            painter.translate(place * (WIDTH + BETWEEN), 0)
            for block in column:
                painter.save()
                block.paint(painter, self.theme, WIDTH)
                painter.restore()
                painter.translate(0, block.height + GAP)


class Legend(Card):
    """The legend on the map. `edit_asked` is emitted when a hand wants other colours of prices."""

    edit_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        self.edit: QToolButton | None = None
        super().__init__(say("Legend"), theme, parent)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(4, 0, 0, 2)
        self._painted = _Body(theme, self.body)
        column.addWidget(self._painted)
        self.content = Content()
        self.columns = 1

    def offer_edit(self) -> None:
        """Let a button, and a double click on the prices, ask for other colours of them."""
        self.edit = button = QToolButton(self)
        button.setAutoRaise(True)
        button.setFixedSize(EDIT, EDIT)
        button.setObjectName("mapTitle")
        told = say("Classes and colours of prices…")
        button.setToolTip(told)
        button.setAccessibleName(told)
        kept = button.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        button.setSizePolicy(kept)
        button.clicked.connect(self.edit_asked)
        whole, head = self.layout(), QHBoxLayout()
        if isinstance(whole, QVBoxLayout):
            whole.removeWidget(self.title)
            head.addWidget(self.title)
            head.addStretch(1)
            head.addWidget(button)
            whole.insertLayout(0, head)
        self.title.toggled.connect(self._show_edit)
        self.apply_theme(self.theme)
        self._show_edit()

    def _show_edit(self) -> None:
        """Show the button where there is something to change with it."""
        if self.edit is not None:
            self.edit.setVisible(self.opened and self.content.prices is not None)
            self.fit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Ask for other colours where the prices are told."""
        event.accept()
        at = self._painted.mapFrom(self, event.position().toPoint())
        if self.edit is not None and self._painted.prices_at(at):
            self.edit_asked.emit()

    def show_content(self, content: Content, columns: int = 1) -> None:
        """Explain this content in one or two columns."""
        if (content, columns) != (self.content, self.columns):
            self.content, self.columns = content, columns
            self._painted.show_blocks(blocks_of(content), columns)
            self._show_edit()
            self.fit()

    def apply_theme(self, theme: Theme) -> None:
        """Take on other colours."""
        super().apply_theme(theme)
        if hasattr(self, "_painted"):
            self._painted.theme = theme
            self._painted.paint_anew()
        if self.edit is not None:
            self.edit.setIcon(icon_of("pencil", theme, self.devicePixelRatioF()))
