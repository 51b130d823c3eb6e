"""The left side of the Find place: what a place must meet, scores, countries, how many places."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from siteselect.criteria import MEASURES
from siteselect.language import say, say_name
from siteselect.model.gate import Gate
from siteselect.model.scenario import Scenario
from siteselect.scan.standing import GateShare
from siteselect.ui.figures import shown_unit
from siteselect.ui.finding.finder import CELLS_KM, Search
from siteselect.ui.finding.found import Found, Looking, NothingFound, Suggested
from siteselect.ui.finding.gate_line import Asked, GateLine, OwnAsked
from siteselect.ui.finding.histogram import ScoreHistogram
from siteselect.ui.finding.legend import SurfaceLegend
from siteselect.ui.finding.panel_words import foot_words, looking_words
from siteselect.ui.finding.unmeasured import Unmeasured, left_out, unmeasured
from siteselect.ui.finding.unmeasured_note import UnmeasuredNote
from siteselect.ui.session import Session
from siteselect.ui.theme import Theme
from siteselect.ui.widgets.icons import icon
from siteselect.ui.widgets.value_slider import ValueSlider

WIDE = 312
EXCLUSIONS = (
    Gate("elevation", at_most=1800.0),
    Gate("slope", at_most=8.0),
    Gate("lake_distance", at_least=4.0),
    Gate("border_distance", at_least=15.0),
    Gate("station_distance", at_most=120.0),
    Gate("city_distance", at_most=150.0),
    Gate("avoided_distance", at_least=1.0),
)
"""What is offered, each with a bound to begin with; the bounds are judgement."""


class FindPanel(QWidget):
    """Shows what was found; `asked` is emitted with a Search when a hand asks for another one.

    `added` wishes for the suggested places on the list, `stopped` and `resumed` end and begin the
    measuring.
    """

    asked = Signal(object)
    added = Signal()
    stopped = Signal()
    resumed = Signal()

    def __init__(self, session: Session, theme: Theme, search: Search) -> None:
        super().__init__()
        self._session, self._theme = session, theme
        self.search = search
        self.lines: dict[str, GateLine] = {}
        self.boxes: dict[str, QCheckBox] = {}
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(WIDE)
        self._make(theme)
        self._lay_out()
        self._connect()
        self.apply_theme(theme)

    def _make(self, theme: Theme) -> None:
        self.exclude = QToolButton()
        self.exclude.setObjectName("quiet")
        self.exclude.setText(say("Exclusion"))
        self.exclude.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.exclude.setToolTip(say("Keep away from lakes, slopes, heights, borders …"))
        self.exclude.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.exclude.setMenu(QMenu(self))
        self.note, self._lacking = UnmeasuredNote(), Unmeasured()
        self.histogram = ScoreHistogram(theme)
        self.legend = SurfaceLegend(theme)
        self.above = ValueSlider(say("Show cells above"), 0.0, 100.0, 1.0)
        self.above_told = _muted()
        self.count = ValueSlider(say("Places to suggest"), 1, 40, 1)
        self.count.show_value(self.search.count)
        self.apart = ValueSlider(say("Kilometres between places"), 5, 300, 5)
        self.apart.show_value(self.search.apart_km)
        self.suggest_told = _muted()
        self.apart_told = _muted()
        self.add = QPushButton(say("Add to the list"))
        self.add.setObjectName("primary")
        self.add.setEnabled(False)
        self.cell = QComboBox()
        self.cell.setAccessibleName(say("Side of a cell"))
        for km in CELLS_KM:
            self.cell.addItem(say("{km:g} km cells", km=km), km)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress_told = _muted()
        self.stop = QToolButton()
        self.stop.setToolTip(say("Stop measuring"))
        self.stop.setAccessibleName(say("Stop measuring"))
        self.foot = _muted()

    # values come down

    def show_scenario(self, scenario: Scenario) -> None:
        """Show the gates of the scenario at work."""
        keys = tuple(each.measure for each in scenario.gates)
        if keys != tuple(self.lines):
            self._build(scenario)
        for gate in scenario.gates:
            if gate.measure in self.lines:
                self.lines[gate.measure].show_gate(gate)
        self._offer(scenario)

    def show_found(self, found: Found) -> None:
        """Show scores, shares and the cost of the tick."""
        arrangement, surface = found.surface.arrangement, found.surface
        self.histogram.show_scores(found.histogram, found.span)
        self.legend.show_span(found.span)
        for each in arrangement.standing.gates:
            self._show_share(each)
        self._build_boxes(found.region.codes)
        above = surface.share_above(self.search.above)
        self.above_told.setText(
            say("{share:.0f} % of the open area", share=100 * above)
            if arrangement.open
            else say("no open area")
        )
        self.foot.setText(foot_words(found, self._session.study))
        self._lacking = unmeasured(found, self._session.study)
        self.note.display(self._lacking)

    def show_suggested(self, suggested: Suggested) -> None:
        """Show how many places were found."""
        count = len(suggested.places)
        self.add.setEnabled(count > 0)
        told = say("Add {count} to the list", count=count) if count else say("Add to the list")
        self.add.setText(told)

    def show_looking(self, looking: Looking) -> None:
        """Show how far the measuring is."""
        going = looking.part < 1.0
        for each in (self.progress, self.progress_told, self.stop):
            each.setVisible(going)
        self.progress.setValue(round(100 * looking.part))
        if looking.what:
            self.progress_told.setText(looking_words(looking))
        if going:
            self._offer_resuming(offered=False)

    def show_nothing(self, nothing: NothingFound) -> None:
        """Show why there is nothing, and offer to begin again where that helps."""
        self.progress_told.setVisible(True)
        self.progress_told.setText(nothing.why)
        self.progress.hide()
        self.stop.setVisible(nothing.again)
        self._offer_resuming(offered=nothing.again)

    def _offer_resuming(self, *, offered: bool) -> None:
        """Turn the button from a cross that stops into words that begin again, or back."""
        told = say("Search again") if offered else ""
        style = Qt.ToolButtonStyle
        self.stop.setText(told)
        self.stop.setToolButtonStyle(
            style.ToolButtonTextOnly if offered else style.ToolButtonIconOnly
        )
        self.stop.setToolTip(told or say("Stop measuring"))
        self.stop.setAccessibleName(told or say("Stop measuring"))

    def apply_theme(self, theme: Theme) -> None:
        """Take on other colours."""
        self._theme = theme
        self.exclude.setIcon(icon("plus", theme.muted, size=12))
        self.stop.setIcon(icon("close", theme.muted, size=11))
        self.histogram.apply_theme(theme)
        self.legend.apply_theme(theme)
        for line in self.lines.values():
            line.apply_theme(theme)

    # making

    def _lay_out(self) -> None:
        inner = QWidget()
        inner.setObjectName("panel")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 10, 0, 12)
        column.setSpacing(6)
        column.addLayout(_row(_title(say("What a place must meet")), self.exclude))
        self._gates = QVBoxLayout()
        self._gates.setSpacing(0)
        column.addLayout(self._gates)
        column.addLayout(_row(self.note))
        column.addSpacing(4)
        column.addLayout(_row(_title(say("Countries"))))
        self._countries = QGridLayout()
        self._countries.setContentsMargins(14, 0, 12, 0)
        self._countries.setHorizontalSpacing(6)
        self._countries.setVerticalSpacing(0)
        column.addLayout(self._countries)
        column.addSpacing(6)
        column.addLayout(_row(_title(say("Score across the region")), self.cell))
        column.addWidget(self.histogram)
        column.addLayout(_row(self.legend))
        column.addSpacing(6)
        for told, title, slider in (
            (self.above_told, say("Show cells above"), self.above),
            (self.suggest_told, say("Suggest"), self.count),
            (self.apart_told, say("Apart"), self.apart),
        ):
            column.addLayout(_slider_row(title, told, slider))
        column.addSpacing(4)
        column.addLayout(_row(self.add))
        column.addLayout(_row(self.foot))
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setAccessibleName(say("Find places"))
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidgetResizable(True)
        scroll.setWidget(inner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(4)
        whole.addWidget(scroll, 1)
        whole.addLayout(_row(self.progress_told, self.stop))  # in sight however short the window
        whole.addLayout(_row(self.progress))
        whole.addSpacing(6)
        for each in (self.progress, self.progress_told, self.stop):
            each.hide()
        self._tell_search()

    def _connect(self) -> None:
        self.add.clicked.connect(self.added)
        self.note.wished.connect(self._leave_out)
        self.stop.clicked.connect(self._stop_or_resume)
        self.above.edited.connect(lambda value, _: self._ask(above=value / 100.0))
        self.histogram.edited.connect(lambda score: self._ask(above=score))
        self.count.edited.connect(lambda value, _: self._ask(count=int(value)))
        self.apart.edited.connect(lambda value, _: self._ask(apart_km=value))
        self.cell.activated.connect(lambda row: self._ask(cell_km=CELLS_KM[row]))

    def _build(self, scenario: Scenario) -> None:
        for line in self.lines.values():
            self._gates.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = {}
        for gate in scenario.gates:
            line = GateLine(self._session, self._asked(gate.measure), gate, self._theme)
            self.lines[gate.measure] = line
            self._gates.addWidget(line)

    def _asked(self, key: str) -> Asked:
        own = {each.key: each for each in self._session.study.measures}
        if key in own:
            return OwnAsked(own[key].title, own[key].unit)
        return MEASURES[key] if key in MEASURES else OwnAsked(key)

    def _offer(self, scenario: Scenario) -> None:
        menu = self.exclude.menu()
        menu.clear()
        there = {each.measure for each in scenario.gates}
        for gate in EXCLUSIONS:
            if gate.measure not in there:
                menu.addAction(_offered(gate), partial(self._exclude, gate))
        self.exclude.setEnabled(bool(menu.actions()))

    def _exclude(self, gate: Gate) -> None:
        study = self._session.study
        self._session.edit(
            study.with_scenario(study.scenario.with_gate(gate)), say("Add an exclusion")
        )

    def _leave_out(self) -> None:
        study = left_out(self._session.study, self._lacking.keys)
        self._session.edit(study, say("Leave out what no cell has"))

    def _build_boxes(self, codes: Sequence[str]) -> None:
        if tuple(self.boxes) == tuple(codes):
            return
        for box in self.boxes.values():
            self._countries.removeWidget(box)
            box.hide()
            box.deleteLater()
        self.boxes = {}
        ground = self._session.ground
        for code in codes:
            entry = ground.pack.manifest.jurisdictions.get(code) if ground else None
            box = QCheckBox(say_name(entry.title) if entry else code)
            box.setChecked(self.search.countries is None or code in self.search.countries)
            box.setToolTip(say("Look for places there"))
            box.setMinimumHeight(24)
            box.clicked.connect(self._choose)
            self.boxes[code] = box
            place = len(self.boxes) - 1
            self._countries.addWidget(box, place // 2, place % 2)

    def _choose(self) -> None:
        chosen = frozenset(code for code, box in self.boxes.items() if box.isChecked())
        self._ask(countries=None if len(chosen) == len(self.boxes) else chosen)

    def _show_share(self, share: GateShare) -> None:
        line = self.lines.get(share.gate.measure)
        if line is not None:
            line.show_share(share)

    # wishes go up

    def _ask(self, **changes: object) -> None:
        self.search = replace(self.search, **changes)  # type: ignore[arg-type]  # of one class
        self._tell_search()
        self.asked.emit(self.search)

    def _tell_search(self) -> None:
        search = self.search
        if search.cell_km in CELLS_KM:
            self.cell.setCurrentIndex(CELLS_KM.index(search.cell_km))
        self.above.show_value(100 * search.above)
        self.histogram.show_above(search.above)
        self.suggest_told.setText(say("{count} places", count=search.count))
        self.apart_told.setText(say("{km:g} km from each other", km=search.apart_km))

    def _stop_or_resume(self) -> None:
        if self.stop.text():
            self.resumed.emit()
        else:
            self.stopped.emit()


def _offered(gate: Gate) -> str:
    measure = MEASURES[gate.measure]
    way, bound = say("at most"), gate.at_most
    if gate.at_least is not None:
        way, bound = say("at least"), gate.at_least
    return say(
        "{title} · {way} {bound:g} {unit}",
        title=say(measure.title),
        way=way,
        bound=bound,
        unit=shown_unit(measure.unit),
    )


def _title(text: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName("subtitle")
    return label


def _muted() -> QLabel:
    label = QLabel()
    label.setObjectName("muted")
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


def _row(first: QWidget, second: QWidget | None = None) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(14, 0, 18, 0)
    row.setSpacing(6)
    row.addWidget(first, 1)
    if second is not None:
        row.addWidget(second)
    return row


def _slider_row(title: str, told: QLabel, slider: QWidget) -> QHBoxLayout:
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(QLabel(title))
    words.addWidget(told)
    slider.setFixedWidth(116)
    row = QHBoxLayout()
    row.setContentsMargins(14, 0, 18, 0)
    row.addLayout(words, 1)
    row.addWidget(slider)
    return row
