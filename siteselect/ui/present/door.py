"""The door to the scenes: what stands behind it is imported and made when it is first wanted."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QWidget

from siteselect.ui.conclusions import Conclusions
from siteselect.ui.map.map_data import MapData
from siteselect.ui.map.map_view import MapView
from siteselect.ui.messages import Messages
from siteselect.ui.present.charts import Charts
from siteselect.ui.session import Session
from siteselect.ui.settings import Settings
from siteselect.ui.tasks import Tasks
from siteselect.ui.theme import Theme

if TYPE_CHECKING:
    from siteselect.ui.present.desk import SceneDesk


class HandOver(Protocol):
    """What hands over files: it asks the scenes to write slides."""

    write_deck: Callable[[Path], None] | None


class Room(Protocol):
    """What the scenes want of the window."""

    session: Session
    tasks: Tasks
    messages: Messages
    map: MapView
    theme: Theme
    conclusions: Conclusions

    @property
    def charts(self) -> Charts:
        """The row of charts."""

    @property
    def hand_over(self) -> HandOver:
        """What hands over files."""


class SceneDoor:
    """Opens on the first wish, and from then on hands everything through."""

    def __init__(
        self, window: QWidget, room: Room, settings: Settings, day: Callable[[], object]
    ) -> None:
        self._window, self._room, self._settings, self._day = window, room, settings, day
        self._desk: SceneDesk | None = None
        room.hand_over.write_deck = self.write_deck

    @property
    def opened(self) -> bool:
        """Whether the desk of scenes stands."""
        return self._desk is not None

    @property
    def desk(self) -> "SceneDesk":
        """The desk of scenes, made now if it was never wanted before."""
        from siteselect.ui.present.desk import SceneDesk

        if self._desk is None:
            room = self._room
            self._desk = SceneDesk(
                room.session, room.tasks, self._settings, room.messages, self._window, room.map,
                room.charts, room.theme,
            )  # fmt: skip
            self._desk.hold = room.conclusions.hold
            self._desk.catch_up(room.map.data, (self._day(), *room.charts.conclusions()))
        return self._desk

    def close(self) -> None:
        """End a presentation, and let go of the desk: the scenes are in the study."""
        if self._desk is not None:
            if self._desk.presenter is not None:
                self._desk.presenter.leave()
            self._desk.photographer.close()
            self._desk.deleteLater()
            self._desk = None

    def place(self) -> QWidget:
        """Return the Scenes place."""
        return self.desk.make_place()

    def wishes(self) -> dict[str, Callable[[], object]]:
        """Return what the commands about scenes do."""
        return {
            "present": self.present,
            "present_here": lambda: self.desk.present(self.desk.at),
            "take_scene": self.take,
        }

    def present(self) -> None:
        """Present from the first scene."""
        self.desk.present()

    def take(self) -> None:
        """Keep what is on show as a scene."""
        self.desk.take()

    def write_deck(self, path: Path) -> None:
        """Write the scenes as slides."""
        self.desk.decks.write(path)

    def show_data(self, data: MapData) -> None:
        """Take note of what the map draws."""
        if self._desk is not None:
            self._desk.show_data(data)

    def apply_theme(self, theme: Theme) -> None:
        """Take on other colours."""
        if self._desk is not None:
            self._desk.apply_theme(theme)
