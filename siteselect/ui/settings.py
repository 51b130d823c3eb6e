"""What the program remembers about the person: never read below the window."""

import hashlib
import json
from pathlib import Path

from PySide6.QtCore import QByteArray, QRect, QSettings

RECENT = 10
"""How many recent projects are kept."""
TEXT_SIZES = (100, 110, 125, 150)
"""What can be chosen, in per cent."""
VIEWS = 100
"""Of so many projects it is remembered how they were looked at."""


class _Word:
    """A word kept under the name of its attribute; what is no word, or none, is the default."""

    def __init__(self, default: str) -> None:
        self._default = default
        self._name = ""

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    def __get__(self, held: "Settings", owner: type | None = None) -> str:
        word = held.store.value(self._name, self._default)
        return word if isinstance(word, str) and word else self._default

    def __set__(self, held: "Settings", word: str) -> None:
        held.store.setValue(self._name, word)


class Settings:
    """Typed access to one QSettings; every value has a default, a damaged one is the default."""

    theme = _Word("system")
    """Name of the look: light, dark, contrast or system."""
    language = _Word("")
    """Code of the language of the window; empty for the language of the system."""
    workplace = _Word("compare")
    """Name of the place in which the person worked last: compare, money, find or scenes."""
    price_money = _Word("USD")
    """The money in which prices of power are told: USD, local, or another code."""
    price_per = _Word("")
    """For how much power prices are told."""
    notation = _Word("decimal")
    """How coordinates are told: decimal, degrees, UTM or MGRS."""

    def __init__(self, store: QSettings | None = None) -> None:
        self.store = store if store is not None else QSettings("siteselect", "siteselect")

    @property
    def text_size(self) -> int:
        """How large words and what holds them are, in per cent of their plain size."""
        text = str(self.store.value("text_size", TEXT_SIZES[0]))
        size = int(text) if text.isdigit() else TEXT_SIZES[0]
        return size if size in TEXT_SIZES else TEXT_SIZES[0]

    @text_size.setter
    def text_size(self, per_cent: int) -> None:
        self.store.setValue("text_size", per_cent)

    @property
    def seen(self) -> frozenset[str]:
        """What a newcomer is shown once and this person has seen: the welcome, the tour."""
        return frozenset(self._texts("seen"))

    @seen.setter
    def seen(self, names: frozenset[str]) -> None:
        self.store.setValue("seen", sorted(names))

    @property
    def shortcuts(self) -> dict[str, str]:
        """Keys that the person gave to commands in place of those of the program."""
        held = self._held("shortcuts")
        return {key: text for key, text in held.items() if isinstance(text, str)}

    @shortcuts.setter
    def shortcuts(self, chosen: dict[str, str]) -> None:
        self.store.setValue("shortcuts", json.dumps(chosen))

    @property
    def motion(self) -> bool:
        """Whether the map flies from scene to scene; without it one scene cuts to the next."""
        return str(self.store.value("motion", "true")).lower() != "false"

    @motion.setter
    def motion(self, wanted: bool) -> None:
        self.store.setValue("motion", "true" if wanted else "false")

    @property
    def recent(self) -> tuple[Path, ...]:
        """Projects lately opened or saved, the last one first; missing files are kept."""
        stored = self.store.value("recent", [])
        texts = [stored] if isinstance(stored, str) else stored
        if not isinstance(texts, list):
            return ()
        return tuple(Path(text) for text in texts if isinstance(text, str) and text)[:RECENT]

    def remember(self, path: Path) -> None:
        """Put `path` first among the recent projects; pinned ones are not crowded out."""
        path = path.absolute()
        pinned = self.pinned
        others = [each for each in self.recent if each != path]
        room = RECENT - 1 - sum(each in pinned for each in others)
        passing = [each for each in others if each not in pinned][: max(room, 0)]
        kept = [path, *(each for each in others if each in pinned or each in passing)]
        self.store.setValue("recent", [str(each) for each in kept[:RECENT]])

    def forget_recent(self) -> None:
        """Empty the list of recent projects, save for those that are pinned."""
        pinned = self.pinned
        kept = [str(each) for each in self.recent if each in pinned]
        self.store.setValue("recent", kept)

    @property
    def pinned(self) -> frozenset[Path]:
        """Recent projects that stay at the head of their list."""
        return frozenset(Path(text) for text in self._texts("pinned"))

    def pin(self, path: Path, *, pinned: bool) -> None:
        """Keep a project at the head of the recent ones, or no longer."""
        kept = self.pinned | {path.absolute()} if pinned else self.pinned - {path.absolute()}
        self.store.setValue("pinned", sorted(str(each) for each in kept))

    @property
    def export(self) -> dict[str, object]:
        """The choices of the last export."""
        return self._held("export")

    @export.setter
    def export(self, wish: dict[str, object]) -> None:
        self.store.setValue("export", json.dumps(wish))

    @property
    def reopens(self) -> bool:
        """Whether the program starts with the project that was open last."""
        return self.store.value("reopens", "no") == "yes"

    @reopens.setter
    def reopens(self, wanted: bool) -> None:
        self.store.setValue("reopens", "yes" if wanted else "no")

    @property
    def pack_folders(self) -> tuple[Path, ...]:
        """Folders in which this person has found packs."""
        return tuple(Path(text) for text in self._texts("pack_folders"))

    def add_pack_folder(self, folder: Path) -> None:
        """Look for packs in one more folder from now on."""
        kept = [str(folder), *(str(each) for each in self.pack_folders if each != folder)]
        self.store.setValue("pack_folders", kept[:RECENT])

    def view(self, project: str) -> dict[str, object]:
        """Return how a project was looked at last: the part of the map, the place of work."""
        return self._object(f"views/{_key(project)}")

    def keep_view(self, project: str, view: dict[str, object]) -> None:
        """Store how a project is looked at; of the many the last ones are kept."""
        key = _key(project)
        order = [each for each in self._texts("view_order") if each != key]
        self.store.setValue(f"views/{key}", json.dumps(view))
        for old in order[VIEWS - 1 :]:
            self.store.remove(f"views/{old}")
        self.store.setValue("view_order", [key, *order[: VIEWS - 1]])

    @property
    def columns(self) -> dict[str, object]:
        """Order and widths of the columns of the ranking, as a hand left them."""
        return self._object("columns")

    @columns.setter
    def columns(self, state: dict[str, object]) -> None:
        self.store.setValue("columns", json.dumps(state))

    @property
    def backdrops(self) -> dict[str, object]:
        """What was chosen of backdrops: servers agreed to and added, files, how strong."""
        return self._object("backdrops")

    @backdrops.setter
    def backdrops(self, state: dict[str, object]) -> None:
        self.store.setValue("backdrops", json.dumps(state))

    def _texts(self, key: str) -> list[str]:
        stored = self.store.value(key, [])
        texts = [stored] if isinstance(stored, str) else stored
        return (
            [text for text in texts if isinstance(text, str) and text]
            if isinstance(texts, list)
            else []
        )

    def _object(self, key: str) -> dict[str, object]:
        text = self.store.value(key, "")
        try:
            held = json.loads(text) if isinstance(text, str) and text else {}
        except ValueError:
            return {}
        return held if isinstance(held, dict) else {}

    @property
    def folder(self) -> Path:
        """The folder in which files were last opened, saved or exported."""
        text = self.store.value("folder", "")
        if isinstance(text, str) and text and Path(text).is_dir():
            return Path(text)
        return Path.home()

    @folder.setter
    def folder(self, folder: Path) -> None:
        self.store.setValue("folder", str(folder))

    def place(self, name: str) -> QByteArray | None:
        """Return the stored geometry or splitter state called `name`, or None."""
        value = self.store.value(f"places/{name}")
        return value if isinstance(value, QByteArray) and not value.isEmpty() else None

    def keep_place(self, name: str, state: QByteArray) -> None:
        """Store a geometry or splitter state."""
        self.store.setValue(f"places/{name}", state)

    @property
    def map_room(self) -> QRect:
        """Where the map lay in the window when it was last closed; empty when never."""
        value = self.store.value("places/map_room")
        return value if isinstance(value, QRect) else QRect()

    @map_room.setter
    def map_room(self, room: QRect) -> None:
        self.store.setValue("places/map_room", room)

    @property
    def hidden(self) -> frozenset[str]:
        """Names of the places that the person has hidden."""
        stored = self.store.value("hidden", [])
        texts = [stored] if isinstance(stored, str) else stored
        if not isinstance(texts, list):
            return frozenset()
        return frozenset(text for text in texts if isinstance(text, str) and text)

    @hidden.setter
    def hidden(self, names: frozenset[str]) -> None:
        self.store.setValue("hidden", sorted(names))

    @property
    def charts(self) -> dict[str, object]:
        """Which charts are shown, how wide, and what each remembers of itself."""
        return self._held("charts")

    @charts.setter
    def charts(self, state: dict[str, object]) -> None:
        self.store.setValue("charts", json.dumps(state))

    def import_choices(self, key: str) -> dict[str, object]:
        """Return how a person reads tables of one kind; empty where they never said."""
        text = self.store.value(f"imports/{key}", "")
        try:
            held = json.loads(text) if isinstance(text, str) and text else {}
        except ValueError:
            return {}
        return held if isinstance(held, dict) else {}

    def keep_import_choices(self, key: str, choices: dict[str, object]) -> None:
        """Remember how tables of one kind are read; no choices at all are forgotten."""
        if choices:
            self.store.setValue(f"imports/{key}", json.dumps(choices))
        else:
            self.store.remove(f"imports/{key}")

    def forget_places(self) -> None:
        """Forget sizes, charts and hidden places: the next start shows the default layout."""
        self.store.remove("places")
        self.store.remove("charts")
        self.store.remove("hidden")
        self.store.remove("columns")

    def told(self) -> dict[str, object]:
        """Return the choices that name no file, folder, place or person, for a report of a fault.

        What is not listed here is never told; of lists only the length is.
        """
        return {
            "theme": self.theme,
            "language": self.language,
            "text_size": self.text_size,
            "motion": self.motion,
            "workplace": self.workplace,
            "price_per": self.price_per,
            "notation": self.notation,
            "reopens": self.reopens,
            "hidden": sorted(self.hidden),
            "shortcuts": self.shortcuts,
            "recent projects": len(self.recent),
            "pinned projects": len(self.pinned),
            "folders of packs": len(self.pack_folders),
        }

    def _held(self, key: str) -> dict[str, object]:
        """Return what is stored as one text; nothing where it is damaged."""
        text = self.store.value(key, "")
        try:
            held = json.loads(text) if isinstance(text, str) and text else {}
        except ValueError:
            return {}
        return held if isinstance(held, dict) else {}


def _key(project: str) -> str:
    """Return a name without slashes, which would be groups of the store."""
    return hashlib.sha256(project.encode(errors="replace")).hexdigest()[:16]
