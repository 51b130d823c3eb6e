"""The keys of commands: those the program gives, and those a person chose in their place."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QAction, QKeySequence

from siteselect.language import bare, later, say
from siteselect.ui.settings import Settings

PORTABLE = QKeySequence.SequenceFormat.PortableText
HANDS: tuple[tuple[str, str], ...] = (
    (later("Map: move"), later("arrows")),
    (later("Map: nearer, farther, whole region"), later("+, -, Home")),
    (later("Map: add a site, remove the picked ones"), later("Insert, Delete")),
    (later("Map: measure distance and area"), later("M")),
    (later("Map: next or previous site, look closer"), later("Page down or up, Enter")),
    (later("Slider: a step, a long step, an end"), later("arrows, Page up or down, Home or End")),
    (later("Criterion: open its value function"), later("F4")),
    (later("Criterion: rename, duplicate, remove"), later("F2, Ctrl+D, Delete")),
    (later("Value function: choose a point, move it"), later("Page up or down, arrows")),
    (later("Value function: add a point, remove it"), later("Insert, Delete")),
    (later("Pair of criteria: say equally, take back"), later("Space, Delete")),
    (later("Ranking: filter by name"), later("Ctrl+F")),
    (later("Scenario: rename, remove"), later("F2, Delete")),
    (later("Scene: rename, earlier or later, remove"), later("F2, Alt+Up or Down, Delete")),
    (later("Menu of the program"), later("F10")),
    (later("Leave a field, a list, a tour"), later("Esc")),
)
"""Keys that stay as they are: they belong to what holds the focus."""
HELD = {
    "F10": later("Menu of the program"),
    "F2": later("Criterion: rename, duplicate, remove"),
    "F4": later("Criterion: open its value function"),
    "Ctrl+F": later("Ranking: filter by name"),
}
"""Single keys of these that no command may take."""


@dataclass(frozen=True, slots=True)
class Command:
    """A command as the program gives it: its key in the table, words, menu, keys as stored."""

    key: str
    text: str
    menu: str
    keys: str


class Shortcuts:
    """Reads and changes the keys of the actions; a change holds at once and is remembered."""

    def __init__(
        self, actions: Mapping[str, QAction], settings: Settings, commands: Sequence[Command]
    ) -> None:
        self._actions, self._settings = actions, settings
        self._commands = {each.key: each for each in commands}

    @property
    def menus(self) -> dict[str, list[str]]:
        """The commands under the heading of their menu."""
        found: dict[str, list[str]] = {}
        for each in self._commands.values():
            found.setdefault(each.menu, []).append(each.key)
        return found

    def apply(self) -> None:
        """Give each action the keys that were chosen for it, or else its own."""
        for key, action in self._actions.items():
            keys = QKeySequence(self.stored(key), PORTABLE)
            if action.shortcut() != keys:
                action.setShortcut(keys)
                tell_keys(action)

    def stored(self, key: str) -> str:
        """Return the keys of a command as they are stored; empty when it has none."""
        return self._settings.shortcuts.get(key, self._own(key))

    def changed(self, key: str) -> bool:
        """Return whether a command has other keys than the program gives."""
        return self.stored(key) != self._own(key)

    def holder(self, keys: QKeySequence, but: str) -> str:
        """Return the command other than `but` that has these keys; empty when none has."""
        text = keys.toString(PORTABLE)
        return next(
            (key for key in self._actions if key != but and text and self.stored(key) == text), ""
        )

    def refusal(self, keys: QKeySequence) -> str:
        """Return why no command may have these keys; empty when one may."""
        text = keys.toString(PORTABLE)
        if text in HELD:
            return say("{keys} stays with “{holder}”.", keys=native(keys), holder=say(HELD[text]))
        if keys.isEmpty() or _is_bound(keys):
            return ""
        return say(
            "{keys} alone is needed for typing and for lists: press it with Ctrl or Alt.",
            keys=native(keys),
        )

    def give(self, key: str, keys: QKeySequence) -> None:
        """Give keys to a command; one that had them has none from now on."""
        holder = self.holder(keys, key)
        if holder:
            self._store(holder, "")
        self._store(key, keys.toString(PORTABLE))
        self.apply()

    def reset(self, key: str) -> None:
        """Give a command its own keys back, from whoever has them now."""
        self.give(key, QKeySequence(self._own(key), PORTABLE))

    def reset_all(self) -> None:
        """Forget every choice."""
        self._settings.shortcuts = {}
        self.apply()

    def title(self, key: str) -> str:
        """Return the words of a command, without its mnemonic."""
        return bare(say(self._commands[key].text)).rstrip("…")

    def _own(self, key: str) -> str:
        """Return the keys that the program gives a command."""
        return self._commands[key].keys if key in self._commands else ""

    def _store(self, key: str, text: str) -> None:
        kept = {each: keys for each, keys in self._settings.shortcuts.items() if each != key}
        if text != self._own(key):
            kept[key] = text
        self._settings.shortcuts = kept


def tell_keys(action: QAction) -> None:
    """Let a command tell its words and its keys where the mouse rests."""
    keys = native(action.shortcut())
    plain = bare(action.text())
    action.setToolTip(f"{plain} ({keys})" if keys else plain)


def native(keys: QKeySequence) -> str:
    """Return keys as this system writes them."""
    return keys.toString(QKeySequence.SequenceFormat.NativeText)


def _is_bound(keys: QKeySequence) -> bool:
    """Return whether keys are a function key, or held with Ctrl, Alt or Meta."""
    pressed: QKeyCombination = keys[0]  # type: ignore[index]  # the stubs do not know it
    mods = Qt.KeyboardModifier
    held = pressed.keyboardModifiers() & (
        mods.ControlModifier | mods.AltModifier | mods.MetaModifier
    )
    first, last = Qt.Key.Key_F1.value, Qt.Key.Key_F35.value
    return bool(held) or first <= pressed.key().value <= last
