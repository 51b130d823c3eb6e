"""How each project was looked at last: the part of the map, and the place of work."""

from collections.abc import Callable
from typing import Protocol

from siteselect.ui.settings import Settings

SAMPLE = "sample"
"""Under which a study is remembered that is no file."""


class Looked(Protocol):
    """What is asked of the map."""

    at_home: bool
    centre: tuple[float, float]
    metres_per_pixel: float

    def home(self) -> None:
        """Show the whole region."""

    def look_at(self, x: float, y: float, metres_per_pixel: float) -> None:
        """Stand over a point of the plane at a scale."""


class ViewMemory:
    """Keeps the view of a project when it is left, and brings it back when it is opened again."""

    def __init__(
        self,
        settings: Settings,
        view: Looked,
        chosen: Callable[[], str],
        turn: Callable[[str], object],
        key: str = SAMPLE,
    ) -> None:
        self._settings = settings
        self._view = view
        self._chosen = chosen
        self._turn = turn
        self.key = key
        """Which project is looked at."""
        self._shown = False
        """Whether the map has shown its pack, so that there is a view worth keeping."""

    def leave(self) -> None:
        """Keep how the project is looked at now."""
        if not self._shown:
            return
        held = self._settings.view(self.key)
        others = {name: each for name, each in held.items() if name not in ("place", "map")}
        view: dict[str, object] = {**others, "place": self._chosen()}
        if not self._view.at_home:
            view["map"] = [*self._view.centre, self._view.metres_per_pixel]
        self._settings.keep_view(self.key, view)

    def come(self, key: str, *, same_ground: bool) -> None:
        """Turn to another project; its view is brought back when its pack is on the map."""
        self.key = key
        place = self._settings.view(key).get("place")
        if isinstance(place, str):
            self._turn(place)
        if same_ground:
            self.shown()

    def shown(self) -> None:
        """Bring the view back: the map has shown its pack, from its home view."""
        self._shown = True
        spot = self._settings.view(self.key).get("map")
        if isinstance(spot, list) and len(spot) == 3 and all(_number(each) for each in spot):
            self._view.look_at(*spot)
            self._view.at_home = False
        else:
            self._view.home()


def _number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < 1e9
