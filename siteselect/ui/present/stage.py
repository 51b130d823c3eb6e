"""A stage: one scene as an audience sees it; the same on a wall, in the window, in a picture."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QPainter,
    QResizeEvent,
    QShowEvent,
    QTransform,
)
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsProxyWidget,
    QGraphicsRectItem,
    QGraphicsScene,
    QGraphicsView,
    QWidget,
)

from siteselect.language import say, say_name
from siteselect.model.evaluation import Evaluation
from siteselect.model.region_day import RegionDay
from siteselect.model.scene import Scene
from siteselect.ui.charts.chart import Chart
from siteselect.ui.charts.choices import CHARTS
from siteselect.ui.map.map_data import MapData
from siteselect.ui.present.frame import Frame, Words, head_of
from siteselect.ui.present.ink import Ink
from siteselect.ui.present.layout import EDGE, FOOT, Layout, lay_out, magnified
from siteselect.ui.present.ranking import SceneRanking
from siteselect.ui.present.stage_map import StageMap
from siteselect.ui.present.weights_card import WIDE, WeightsCard
from siteselect.ui.present.words import keys_of, sources, subtitle
from siteselect.ui.theme import Theme
from siteselect.ui.widgets.display import belongs

LARGER = 1.25
"""How much larger than in the window a chart is on a stage."""
MAP, FRAME, CHART, WEIGHTS, INK, BLANK = range(6)


@dataclass(frozen=True, slots=True)
class Slide:
    """A scene and its place among the others."""

    scene: Scene
    place: int = 0
    count: int = 0


class Stage(QGraphicsView):
    """Shows a scene, live.

    `selected` is emitted when a hand picks sites, `weighed` when it moves a weight on the stage
    (key, weight, gesture), `landed` when a flight has ended.
    """

    selected = Signal(object)
    weighed = Signal(str, float, int)
    landed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(say("Slide"))
        self.theme = theme
        self.slide: Slide | None = None
        self.evaluation: Evaluation | None = None
        self.names: frozenset[str] = frozenset()
        self.tried = False
        """Whether the weights on show are not those of the study."""
        self._told = ""
        self._news = False
        self._region_day: RegionDay | None = None
        self._concluded: dict[type, object] = {}
        self._charts: dict[str, tuple[Chart, QGraphicsProxyWidget]] = {}
        self._set_up_view()
        self.map = StageMap(theme)
        self.frame = Frame(theme)
        self.ink = Ink()
        self.ink.dark = theme.dark
        self.weights = WeightsCard(theme)
        self._fill()
        self.apply_theme(theme)

    def _set_up_view(self) -> None:
        self.setScene(QGraphicsScene(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setMinimumSize(320, 200)

    def _fill(self) -> None:
        scene = self.scene()
        self._map_proxy = scene.addWidget(self.map)
        self._map_proxy.setZValue(MAP)
        self.frame.setZValue(FRAME)
        scene.addItem(self.frame)
        self._weights_proxy = scene.addWidget(self.weights)
        self._weights_proxy.setZValue(WEIGHTS)
        self._weights_proxy.hide()
        self.ink.setZValue(INK)
        scene.addItem(self.ink)
        self._blank = QGraphicsRectItem()
        self._blank.setPen(Qt.PenStyle.NoPen)
        self._blank.setBrush(QColor("black"))
        self._blank.setZValue(BLANK)
        self._blank.hide()
        scene.addItem(self._blank)
        self.map.selected.connect(self.selected)
        self.map.landed.connect(self.landed)
        self.weights.edited.connect(self.weighed)

    # values come down

    def show_data(self, data: MapData) -> None:
        """Show what was read of a pack."""
        if data is not self.map.data:
            self.map.show_data(data)
            if self.slide is not None:
                self.map.show_bounds(self.slide.scene.bounds, smooth=False)
        self._write()

    def display(self, evaluation: Evaluation) -> None:
        """Show this evaluation, at once when visible."""
        self.evaluation = evaluation
        if not self.isVisible():
            self._news = True
            return
        self.map.display(evaluation)
        chart = self.chart
        if chart is not None:
            chart.display(evaluation)
        if self.weights_open:
            self.weights.display(evaluation)
        self._write()

    def display_regions(self, region_day: RegionDay) -> None:
        """Tint the map as of a day."""
        self._region_day = region_day
        if self.isVisible():
            self.map.display_regions(region_day)
            self._write()
        else:
            self._news = True

    def display_conclusion(self, conclusion: object) -> None:
        """Show a slower conclusion, if the chart wants it."""
        self._concluded[type(conclusion)] = conclusion
        chart = self.chart
        if chart is not None and self.isVisible():
            chart.display_conclusion(conclusion)

    def show_selection(self, names: frozenset[str]) -> None:
        """Mark these sites."""
        self.names = names
        self.map.show_selection(names)
        chart = self.chart
        if chart is not None:
            chart.show_selection(names)

    def apply_theme(self, theme: Theme) -> None:
        """Take on other colours."""
        self.theme = theme
        self.setBackgroundBrush(QColor(theme.window))
        self.map.apply_theme(theme)
        self.weights.apply_theme(theme)
        self.frame.theme = theme
        self.ink.dark = theme.dark
        for chart, _ in self._charts.values():
            chart.apply_theme(theme)
        self._write()

    # what is on

    @property
    def chart(self) -> Chart | None:
        """The chart of the scene; None where it has none."""
        key = self.slide.scene.chart if self.slide is not None else ""
        return self._charts[key][0] if key in self._charts else None

    @property
    def weights_open(self) -> bool:
        """Whether the weights lie over the scene."""
        return self._weights_proxy.isVisible()

    @property
    def blank(self) -> bool:
        """Whether the stage is black."""
        return self._blank.isVisible()

    def show_slide(self, slide: Slide, *, smooth: bool) -> None:
        """Turn to a scene: headline, part of the map, overlays, chart; by flight when wanted."""
        self.slide = slide
        self._take_chart(slide.scene.chart)
        shown = frozenset(slide.scene.overlays) & {key for key, _, _ in self.map.overlays()}
        for key, _, visible in self.map.overlays():
            if visible != (key in shown):
                self.map.set_overlay(key, key in shown)
        self._arrange()
        self.map.show_bounds(slide.scene.bounds, smooth=smooth and self.isVisible())

    def rename(self, slide: Slide) -> None:
        """Show other words to the same picture, and another chart where it has one."""
        self.slide = slide
        self._take_chart(slide.scene.chart)
        self._arrange()

    def open_weights(self, opened: bool) -> None:
        """Lay the weights over the scene, or take them away."""
        if opened and self.evaluation is not None:
            self.weights.display(self.evaluation)
        self._weights_proxy.setVisible(opened)
        self._place_weights()
        if opened:
            first = next(iter(self.weights.sliders.values()), None)
            self._weights_proxy.setFocus()
            if first is not None:
                first.setFocus()
        else:
            self._weights_proxy.clearFocus()

    def black_out(self, black: bool) -> None:
        """Show nothing but black, or the scene again."""
        self._blank.setRect(self.sceneRect())
        self._blank.setVisible(black)

    def tell(self, line: str) -> None:
        """Say something in a quiet line at the foot; an empty one takes it away."""
        self._told = line
        self._write()

    def over_weights(self, at: QPoint) -> bool:
        """Return whether a place of the view lies on the open weights."""
        return self.weights_open and self._weights_proxy.sceneBoundingRect().contains(
            self.mapToScene(at)
        )

    def picture(self, size: QSize) -> QImage:
        """Return the stage as it stands, in so many pixels."""
        image = self.viewport().grab().toImage()  # what is kept as painted is kept by viewport
        image.setDevicePixelRatio(1.0)
        if image.size() == size:
            return image
        smooth = Qt.TransformationMode.SmoothTransformation
        return image.scaled(size, Qt.AspectRatioMode.KeepAspectRatio, smooth)

    # laying out

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Magnify everything to the new size."""
        super().resizeEvent(event)
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what came while hidden."""
        super().showEvent(event)
        self._arrange()
        if self._news:
            self._news = False
            if self._region_day is not None:
                self.map.display_regions(self._region_day)
            if self.evaluation is not None:
                self.display(self.evaluation)

    def event(self, event: QEvent) -> bool:
        """Paint at another density when the screen is another."""
        if event.type() is QEvent.Type.DevicePixelRatioChange:
            self._arrange()
        return super().event(event)

    def layout_now(self) -> Layout:
        """Return where everything lies at this size."""
        factor = magnified(self.width(), self.height())
        head = head_of(self._words(), self.width() / factor)
        return lay_out(self.width(), self.height(), head, chart=self.chart is not None)

    def _arrange(self) -> None:
        layout = self.layout_now()
        whole = QRectF(0, 0, layout.width, layout.height)
        self.scene().setSceneRect(whole)
        self.setTransform(QTransform.fromScale(layout.magnified, layout.magnified))
        self.map.ratio = layout.magnified * self.devicePixelRatioF()
        self.map.room = layout.room
        self.map.glass.covered = layout.covered
        self.ink.width = layout.width
        size = whole.size().toSize() + QSize(1, 1)
        if self.map.size() != size:
            self.map.resize(size)
        elif self.map.at_home and not self.map.flying:
            self.map.home()
        for key, (chart, proxy) in self._charts.items():
            on = self.slide is not None and key == self.slide.scene.chart
            proxy.setVisible(on)
            if on:
                proxy.setPos(layout.chart.topLeft())
                large = self._scale_of(chart, layout.chart.width())
                proxy.setScale(large)
                chart.resize((layout.chart.size() / large).toSize())
        self._place_weights()
        if self._blank.isVisible():
            self._blank.setRect(whole)
        self._write()

    def _place_weights(self) -> None:
        layout = self.layout_now()
        room = layout.height - layout.head - FOOT - 30
        high = int(min(self.weights.wanted_height(), room))
        self.weights.resize(WIDE, high)
        self._weights_proxy.setPos(EDGE - 12, layout.height - FOOT - 10 - high)

    def _take_chart(self, key: str) -> None:
        """Make the chart of a scene when it is first wanted, and bring it up to date."""
        if not key or (key not in self._charts and not self._make_chart(key)):
            return
        chart, proxy = self._charts[key]
        proxy.show()
        chart.show_selection(self.names)
        for conclusion in self._concluded.values():
            if belongs(conclusion, self.evaluation):
                chart.display_conclusion(conclusion)
        if self.evaluation is not None:
            chart.display(self.evaluation)

    def _make_chart(self, key: str) -> bool:
        choice = next((each for each in CHARTS if each.key == key), None)
        if choice is None:
            return False
        own = key == SceneRanking.key
        chart = SceneRanking(self.theme) if own else choice.make(self.theme)
        chart.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        controls = chart.controls()
        if controls is not None:  # for the head of a card, which a stage has not
            controls.setParent(chart)
            controls.hide()
        chart.selected.connect(self.selected)
        proxy = self.scene().addWidget(chart)
        proxy.setZValue(CHART)
        proxy.setCacheMode(QGraphicsProxyWidget.CacheMode.DeviceCoordinateCache)
        self._charts[key] = (chart, proxy)
        return True

    def _scale_of(self, chart: Chart, width: float) -> float:
        """Return how much a chart is enlarged: less where it would not fit into its card."""
        if isinstance(chart, SceneRanking):
            return 1.0
        least = max(chart.minimumSizeHint().width(), chart.minimumWidth(), 240)
        return min(LARGER, width / least)

    def _words(self) -> Words:
        slide = self.slide
        if slide is None:
            return Words(told=self._told)
        chart = self.chart
        return Words(
            headline=say_name(slide.scene.headline),
            subtitle=subtitle(self.evaluation, tried=self.tried) if self.evaluation else "",
            card=say(chart.question) if chart is not None else "",
            sources=sources(self.map, slide.place, slide.count),
            place=slide.place,
            count=slide.count,
            keys=keys_of(self.map),
            told=self._told,
        )

    def _write(self) -> None:
        if hasattr(self, "frame"):
            self.frame.write(self._words(), self.layout_now())

    def to_stage(self, at: QPoint) -> QPointF:
        """Return a place of the view in pixels of the stage."""
        return self.mapToScene(at)
