"""The Scenes place: the scenes at the left with their notes, the one on show at the right."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from siteselect.language import say, say_day, say_name
from siteselect.model.scene import Scene
from siteselect.ui.charts.choices import CHARTS
from siteselect.ui.map.overlays import OVERLAYS
from siteselect.ui.present.notes_field import NotesField
from siteselect.ui.present.scene_list import SceneList
from siteselect.ui.present.shaped import Shaped
from siteselect.ui.present.stage import Stage
from siteselect.ui.theme import Theme

WIDE = 336


class ScenesPlace(QWidget):
    """A list, notes and a stage; wishes leave by the signals of the list and the buttons.

    `charted` is emitted with the key of the chart that the scene is to show, `layered` with the
    key of an overlay and whether the scene is to show it.
    """

    charted = Signal(str)
    layered = Signal(str, bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.list = SceneList(theme)
        self.stage = Stage(theme)
        self.notes = NotesField()
        self.take = QPushButton(say("Take a scene"))
        self.take.setToolTip(say("Keep what is on show now as a scene (Ctrl+Shift+T)"))
        self.present = QPushButton(say("Present"))
        self.present.setObjectName("primary")
        self.present.setToolTip(say("Present full screen, from the first scene (F5)"))
        self.retake = self._tool(say("Retake"), say("Let this scene show what is on show now"))
        self.rename = self._tool(say("Rename"), say("Write another headline (F2)"))
        self.earlier = self._tool("↑", say("Earlier (Alt+Up)"))
        self.later = self._tool("↓", say("Later (Alt+Down)"))
        self.remove = self._tool(say("Delete"), say("Take this scene out (Del); undo helps"))
        self.motion = self._tool(say("Fly"), say("Fly smoothly between views, or cut"))
        self.motion.setCheckable(True)
        self.charts = self._tool(say("Chart"), say("Which chart stands beside the map"))
        self.layers = self._tool(say("Layers"), say("What the map shows"))
        for button, fill in ((self.charts, self._fill_charts), (self.layers, self._fill_layers)):
            menu = QMenu(button)
            menu.aboutToShow.connect(partial(fill, menu))
            button.setMenu(menu)
            button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.apart = QLabel()
        self.apart.setObjectName("pale")
        self.apart.setWordWrap(True)
        self.back = QPushButton()
        self.empty = QLabel(
            say(
                "No scenes yet. Set map, day, scenario and weights as you want them seen, then "
                "take a scene: a headline, a map, a chart, and notes for you alone."
            )
        )
        self.empty.setWordWrap(True)
        self.empty.setObjectName("pale")
        self._lay_out()
        self.show_apart(None)

    def show_scenes(self, scenes: tuple[Scene, ...], current: int) -> None:
        """Show the scenes of a study."""
        self.list.show_scenes(scenes, current)
        there = bool(scenes)
        self.empty.setVisible(not there)
        self.list.setVisible(there)
        self.notes.setEnabled(there)
        for button in (self.retake, self.rename, self.remove, self.charts, self.layers):
            button.setEnabled(there)
        self.earlier.setEnabled(current > 0)
        self.later.setEnabled(there and current < len(scenes) - 1)
        if there and 0 <= current < len(scenes):
            self.notes.show_notes(say_name(scenes[current].notes))

    def show_apart(self, scene: Scene | None, place: int = 0) -> None:
        """Say that the stage shows the study as it stands, not this scene; None: it does."""
        there = scene is not None
        self.apart.setVisible(there)
        self.back.setVisible(there)
        for button in (self.charts, self.layers):
            button.setEnabled(bool(self.list.count()) and not there)
        if scene is not None:
            told = say(
                "On show is the study as it stands now. Scene {place} is of {day}.",
                place=place + 1,
                day=say_day(scene.as_of),
            )
            self.apart.setText(told)
            self.back.setText(say("Show scene {place}", place=place + 1))

    def show_picture(self, scene: Scene, image: QImage) -> None:
        """Show the picture of a scene in the list."""
        self.list.show_picture(scene, image)

    def apply_theme(self, theme: Theme) -> None:
        """Take on other colours."""
        self.theme = theme
        self.list.apply_theme(theme)
        self.list.forget_pictures()
        self.stage.apply_theme(theme)

    def _tool(self, text: str, told: str) -> QToolButton:
        button = QToolButton()
        button.setText(text)
        button.setToolTip(told)
        button.setAccessibleName(told)
        return button

    def _fill_charts(self, menu: QMenu) -> None:
        menu.clear()
        here = self.stage.slide.scene.chart if self.stage.slide is not None else ""
        titles = {each.key: say(each.question) for each in CHARTS}
        for key, title in {**titles, "": say("No chart: the map alone")}.items():
            action = menu.addAction(title)
            action.setCheckable(True)
            action.setChecked(key == here)
            action.triggered.connect(lambda _=False, key=key: self.charted.emit(key))

    def _fill_layers(self, menu: QMenu) -> None:
        menu.clear()
        here = self.stage.slide.scene.overlays if self.stage.slide is not None else ()
        for each in OVERLAYS:
            action = menu.addAction(say(each.title))
            action.setCheckable(True)
            action.setChecked(each.key in here)
            action.triggered.connect(lambda on, key=each.key: self.layered.emit(key, on))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.take, 1)
        head.addWidget(self.present, 1)
        order = QHBoxLayout()
        order.setSpacing(2)
        for part in (self.rename, self.earlier, self.later, self.remove):
            order.addWidget(part)
        order.addStretch(1)
        side = QWidget()
        side.setObjectName("panel")
        side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        side.setFixedWidth(WIDE)
        column = QVBoxLayout(side)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.empty)
        column.addWidget(self.list, 1)
        column.addStretch(0)
        column.addLayout(order)
        tools = QHBoxLayout()
        tools.setSpacing(2)
        for part in (self.retake, self.charts, self.layers):
            tools.addWidget(part)
        tools.addStretch(1)
        tools.addWidget(self.motion)
        self.notes.setMinimumHeight(64)
        right = QVBoxLayout()
        right.setContentsMargins(12, 12, 12, 12)
        right.setSpacing(8)
        told = QHBoxLayout()
        told.setSpacing(8)
        told.addWidget(self.apart, 1)
        told.addWidget(self.back)
        right.addLayout(told)
        right.addWidget(Shaped(self.stage), 5)
        right.addLayout(tools)
        right.addWidget(self.notes, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(side)
        row.addLayout(right, 1)
