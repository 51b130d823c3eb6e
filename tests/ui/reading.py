"""What a reader meets: words that are cut off, controls without a name, letters without a face."""

from collections.abc import Iterable, Iterator
from itertools import chain

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QRawFont
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QLabel,
    QPushButton,
    QToolButton,
    QWidget,
)

from siteselect.language import ENGLISH, LANGUAGES
from siteselect.ui.theme import GROUPS, Theme, contrast
from siteselect.ui.widgets.elided import ElidedLabel

CUT_ON_PURPOSE = ("AxisButton", "ElidedButton", "ElidedLabel", "NameLabel", "SourceLine")
"""Kinds of widget that end in an ellipsis and tell the rest on hover."""
SLACK = 1
"""Pixels that a rounding may take."""


def clipped(root: QWidget) -> list[str]:
    """Return each label and button in sight whose words do not fit into it."""
    return [
        f"{type(each).__name__} {each.objectName()} {_words(each)!r}: {needed} > {given}"
        for each in _in_sight(root)
        for needed, given in [_room(each)]
        if needed > given + SLACK
    ]


def unnamed(root: QWidget) -> list[str]:
    """Return each control in sight that the keyboard reaches and a screen reader cannot name."""
    return [
        f"{type(each).__name__} {each.objectName()} in {type(each.parent()).__name__}"
        for each in _in_sight(root)
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus and not (_name(each) or _is_inside(each))
    ]


def unreachable(actions: Iterable[tuple[str, str]], menus: set[str], found: set[str]) -> list[str]:
    """Return the commands that are in no menu, or that the search box does not find."""
    return [key for key, text in actions if key not in menus or text.replace("&", "") not in found]


def without_glyph(texts: Iterable[str], faces: list[QRawFont]) -> dict[str, str]:
    """Return each letter that no face can draw, with a text that needs it."""
    known: dict[str, bool] = {}
    lacking: dict[str, str] = {}
    for text in texts:
        for letter in text:
            if letter not in known:
                seen = letter.isprintable() and letter not in " \ufffd"  # a lost letter is a box
                known[letter] = not seen or any(f.supportsCharacter(ord(letter)) for f in faces)
            if not known[letter]:
                lacking.setdefault(letter, text)
    return lacking


def pale(theme: Theme) -> list[str]:
    """Return the pairs of colours of a look that are too close to each other."""
    words = 7.0 if theme.name == "contrast" else 4.5
    grounds = ("panel", "window", "chip")
    pairs = [
        (ink, getattr(theme, ink), ground, words)
        for ink in ("text", "muted", "accent", "warn", "amber")
        for ground in grounds
    ]
    pairs += [("on_accent", theme.on_accent, "accent", 4.5), ("border", theme.border, "land", 3.0)]
    pairs += [(f"group {at}", colour, "panel", 3.0) for at, colour in enumerate(GROUPS)]
    return [
        f"{theme.name}: {ink} on {ground} {found:.2f} < {wanted}"
        for ink, colour, ground, wanted in pairs
        if (found := contrast(colour, getattr(theme, ground))) < wanted
    ]


def catalogue_texts() -> Iterator[str]:
    """Yield every text of every catalogue, and those of Qt that are ours."""
    from gettext import GNUTranslations

    from siteselect.resources import resource
    from siteselect.ui.qt_words import qt_words

    for code in LANGUAGES:
        yield LANGUAGES[code]
        if code == ENGLISH:
            continue
        yield from qt_words(code).values()
        path = resource("translations", code, "LC_MESSAGES", "siteselect.mo")
        if path.is_file():
            with path.open("rb") as file:
                yield from GNUTranslations(file)._catalog.values()


def _in_sight(root: QWidget) -> Iterator[QWidget]:
    for each in chain([root], root.findChildren(QWidget)):
        seen = each.isVisible() and each.window() is root.window()
        if seen and not each.visibleRegion().isEmpty():
            yield each


def _is_inside(widget: QWidget) -> bool:
    """Return whether a widget is the inside of a view that bears the name."""
    view = widget.parentWidget()
    return isinstance(view, QAbstractScrollArea) and widget is view.viewport()


def _words(widget: QWidget) -> str:
    return widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""


def _room(widget: QWidget) -> tuple[int, int]:
    """Return how many pixels the words need and how many they have."""
    if type(widget).__name__ in CUT_ON_PURPOSE or isinstance(widget, ElidedLabel):
        return 0, 0
    if isinstance(widget, QLabel) and widget.text():
        if widget.wordWrap():
            return widget.heightForWidth(widget.width()), widget.height()
        return widget.sizeHint().width(), widget.width()
    if isinstance(widget, QPushButton) and widget.text() and not widget.icon().isNull():
        return widget.sizeHint().width(), widget.width()
    if isinstance(widget, QPushButton) and widget.text():
        across = widget.fontMetrics().horizontalAdvance(widget.text().replace("&", ""))
        return across, widget.width() - 4
    if isinstance(widget, QToolButton) and widget.text():
        if widget.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly and (
            not widget.icon().isNull()
        ):
            return 0, 0
        across = widget.fontMetrics().horizontalAdvance(widget.text().replace("&", ""))
        return across, widget.width() - 4
    return 0, 0


def _name(widget: QWidget) -> str:
    if isinstance(widget, QAbstractScrollArea) and widget.focusProxy() is not None:
        return "its own"
    told = QAccessible.queryAccessibleInterface(widget)
    return widget.accessibleName() or (told.text(QAccessible.Text.Name) if told else "")
