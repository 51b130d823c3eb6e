"""The menu that copies coordinates, of one place or of several sites, in any notation."""

from collections.abc import Mapping

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from siteselect.geo.notation import copied_point
from siteselect.language import say
from siteselect.ui.notation_desk import TITLES

Place = tuple[float, float]
"""Longitude and latitude in degrees."""


def add_copies(menu: QMenu, places: Mapping[str, Place]) -> QMenu:
    """Add a menu that copies these places, by their names, and return it.

    One place is copied bare, to be pasted into a search box; several as lines of name and
    coordinates, to be pasted into a table.
    """
    made = menu.addMenu(say("Copy coordinates"))
    for notation, title in TITLES.items():
        told = {name: copied_point(*place, notation) for name, place in places.items()}
        alone = next(iter(told.values())) if len(told) == 1 else ""
        text = alone or "\n".join(f"{name}\t{each}" for name, each in told.items())
        entry = made.addAction(f"{say(title)}\t{alone}" if alone else say(title))
        entry.triggered.connect(
            lambda _=False, text=text: QGuiApplication.clipboard().setText(text)
        )
    made.setEnabled(bool(places))
    return made
