"""Views made to be painted: fed with one evaluation, never seen, gone when their picture is made.

Everything here happens on the main thread, as all widgets must; a `Drawing` may then be printed
on any.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from siteselect.errors import ExportError
from siteselect.export.picture_words import WORDS
from siteselect.language import say
from siteselect.model.evaluation import Evaluation
from siteselect.model.region_day import RegionDay
from siteselect.ui.charts.choices import CHARTS
from siteselect.ui.conclusions import STEPS, Basis
from siteselect.ui.map.map_data import MapData
from siteselect.ui.map.map_view import MapView
from siteselect.ui.pictures import Drawing, draw
from siteselect.ui.ranking_table import RankingTable
from siteselect.ui.site_card import SiteCard
from siteselect.ui.theme import LIGHT, Theme
from siteselect.ui.widgets.display import Display
from siteselect.ui.widgets.painting import face

CHART_KEYS = tuple(choice.key for choice in CHARTS)
VIEWS = ("map", "ranking", "card", *CHART_KEYS)
"""What can be painted from an evaluation alone."""
_PAD = 14


@dataclass(frozen=True, eq=False, slots=True)
class Subject:
    """What is to be painted: one evaluation, and what stands behind it."""

    evaluation: Evaluation
    basis: Basis
    data: MapData | None
    day: RegionDay | None
    overlays: frozenset[str] | None = None
    """Which overlays the map shows; None for those that it shows at first."""
    selected: frozenset[str] = frozenset()
    theme: Theme = LIGHT
    charts: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """What each chart remembers of its own settings."""


def conclude_all(basis: Basis) -> Basis:
    """Draw every slower conclusion that is not drawn yet; slow, and good on any thread."""
    for step in STEPS:
        value = step(basis, lambda *_: None)
        basis.found[type(value)] = value
    return basis


def drawing(subject: Subject, key: str, size: tuple[int, int], *, titled: bool = False) -> Drawing:
    """Return one view of the subject, so many pixels of the screen wide and high.

    Parameters
    ----------
    subject
        What is to be painted.
    key
        One of the `VIEWS`.
    size
        Width and height.
    titled
        Whether the question that a chart answers stands above it.
    """
    if key not in VIEWS:
        raise ExportError(
            say(
                "There is no view called {key}: choose from {views}.",
                key=key,
                views=", ".join((*VIEWS, "window", "money")),
            )
        )
    title = say(WORDS[key][0])
    if key == "map":
        return _painted(_map(subject, size), size, title)
    view = _fed(subject, key)
    holder = _Sheet(view, subject.theme, title if titled and key in CHART_KEYS else "")
    return _painted(holder, size, title, view, subject)


def drawings(subject: Subject, wanted: Iterable[tuple[str, tuple[int, int]]]) -> dict[str, Drawing]:
    """Return the views wanted, by key."""
    return {key: drawing(subject, key, size) for key, size in wanted}


class _Sheet(QWidget):
    """A view on plain ground, with its question above it where that is wanted."""

    def __init__(self, view: QWidget, theme: Theme, title: str) -> None:
        super().__init__()
        colours = QPalette(self.palette())
        colours.setColor(QPalette.ColorRole.Window, QColor(theme.panel))
        self.setPalette(colours)
        self.setAutoFillBackground(True)
        column = QVBoxLayout(self)
        pad = _PAD if title else 0
        column.setContentsMargins(pad, pad, pad, pad)
        if title:
            head = QLabel(title)
            head.setFont(face("title", bold=True))
            head.setStyleSheet(f"color: {theme.text};")
            column.addWidget(head)
        column.addWidget(view, 1)


def _fed(subject: Subject, key: str) -> Display:
    """Return a display that knows all it shows."""
    view: Display
    if key == "ranking":
        view = RankingTable(subject.theme)
    elif key == "card":
        view = SiteCard(subject.theme)
    else:
        chart = next(choice for choice in CHARTS if choice.key == key).make(subject.theme)
        chart.restore(subject.charts.get(key, {}).items())
        view = chart
    return view


def _map(subject: Subject, size: tuple[int, int]) -> MapView:
    if subject.data is None or subject.day is None:
        raise ExportError(say("There is no map to paint: the region is still being read."))
    view = MapView(subject.theme)
    view.glass.undress()
    _stage(view, size)
    view.show_data(subject.data)
    if subject.overlays is not None:
        for name, _, visible in view.overlays():
            if visible != (name in subject.overlays):
                view.set_overlay(name, name in subject.overlays)
    view.display_regions(subject.day)
    view.display(subject.evaluation)
    view.show_selection(subject.selected)
    view.glass.undress()
    view.home()
    return view


def _painted(
    widget: QWidget,
    size: tuple[int, int],
    title: str,
    view: Display | None = None,
    subject: Subject | None = None,
) -> Drawing:
    """Return a picture of a widget, and let the widget go."""
    _stage(widget, size)
    if view is not None and subject is not None:
        view.display(subject.evaluation)
        for value in subject.basis.found.values():
            view.display_conclusion(value)
        names = subject.selected or _leader(subject, view)
        view.show_selection(names)
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    made = draw(widget, title)
    widget.hide()
    widget.deleteLater()
    return made


def _leader(subject: Subject, view: Display) -> frozenset[str]:
    """Return whom a card speaks of when nobody is picked."""
    leader = subject.evaluation.leader
    return frozenset({leader}) if isinstance(view, SiteCard) and leader else frozenset()


def _stage(widget: QWidget, size: tuple[int, int]) -> None:
    """Let a widget take its size as if it were seen."""
    widget.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    widget.resize(*size)
    widget.show()
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
