"""What the program remembers about the person: never read below the window."""

import json
from pathlib import Path

from PySide6.QtCore import QByteArray, QRect, QSettings

RECENT = 10
"""How many recent projects are kept."""


class Settings:
    """Typed access to one QSettings; every value has a default, a damaged one is the default."""

    def __init__(self, store: QSettings | None = None) -> None:
        self._store = store if store is not None else QSettings("siteselect", "siteselect")

    @property
    def theme(self) -> str:
        """Name of the look: light, dark or system."""
        name = self._store.value("theme", "system")
        return name if isinstance(name, str) else "system"

    @theme.setter
    def theme(self, name: str) -> None:
        self._store.setValue("theme", name)

    @property
    def workplace(self) -> str:
        """Name of the place in which the person worked last: compare or money."""
        name = self._store.value("workplace", "compare")
        return name if isinstance(name, str) else "compare"

    @workplace.setter
    def workplace(self, name: str) -> None:
        self._store.setValue("workplace", name)

    @property
    def price_money(self) -> str:
        """The money in which prices of power are told: USD, local, or another code."""
        code = self._store.value("price_money", "USD")
        return code if isinstance(code, str) and code else "USD"

    @price_money.setter
    def price_money(self, code: str) -> None:
        self._store.setValue("price_money", code)

    @property
    def price_per(self) -> str:
        """For how much power prices are told."""
        per = self._store.value("price_per", "")
        return per if isinstance(per, str) else ""

    @price_per.setter
    def price_per(self, per: str) -> None:
        self._store.setValue("price_per", per)

    @property
    def recent(self) -> tuple[Path, ...]:
        """Projects lately opened or saved, the last one first; missing files are kept."""
        stored = self._store.value("recent", [])
        texts = [stored] if isinstance(stored, str) else stored
        if not isinstance(texts, list):
            return ()
        return tuple(Path(text) for text in texts if isinstance(text, str) and text)[:RECENT]

    def remember(self, path: Path) -> None:
        """Put `path` first among the recent projects."""
        kept = [path.absolute(), *(each for each in self.recent if each != path.absolute())]
        self._store.setValue("recent", [str(each) for each in kept[:RECENT]])

    def forget_recent(self) -> None:
        """Empty the list of recent projects."""
        self._store.setValue("recent", [])

    @property
    def folder(self) -> Path:
        """The folder in which files were last opened, saved or exported."""
        text = self._store.value("folder", "")
        if isinstance(text, str) and text and Path(text).is_dir():
            return Path(text)
        return Path.home()

    @folder.setter
    def folder(self, folder: Path) -> None:
        self._store.setValue("folder", str(folder))

    def place(self, name: str) -> QByteArray | None:
        """Return the stored geometry or splitter state called `name`, or None."""
        value = self._store.value(f"places/{name}")
        return value if isinstance(value, QByteArray) and not value.isEmpty() else None

    def keep_place(self, name: str, state: QByteArray) -> None:
        """Store a geometry or splitter state."""
        self._store.setValue(f"places/{name}", state)

    @property
    def map_room(self) -> QRect:
        """Where the map lay in the window when it was last closed; empty when never."""
        value = self._store.value("places/map_room")
        return value if isinstance(value, QRect) else QRect()

    @map_room.setter
    def map_room(self, room: QRect) -> None:
        self._store.setValue("places/map_room", room)

    @property
    def hidden(self) -> frozenset[str]:
        """Names of the places that the person has hidden."""
        stored = self._store.value("hidden", [])
        texts = [stored] if isinstance(stored, str) else stored
        if not isinstance(texts, list):
            return frozenset()
        return frozenset(text for text in texts if isinstance(text, str) and text)

    @hidden.setter
    def hidden(self, names: frozenset[str]) -> None:
        self._store.setValue("hidden", sorted(names))

    @property
    def charts(self) -> dict[str, object]:
        """Which charts are shown, how wide, and what each remembers of itself."""
        text = self._store.value("charts", "")
        try:
            held = json.loads(text) if isinstance(text, str) and text else {}
        except ValueError:
            return {}
        return held if isinstance(held, dict) else {}

    @charts.setter
    def charts(self, state: dict[str, object]) -> None:
        self._store.setValue("charts", json.dumps(state))

    def forget_places(self) -> None:
        """Forget sizes, charts and hidden places: the next start shows the default layout."""
        self._store.remove("places")
        self._store.remove("charts")
        self._store.remove("hidden")
