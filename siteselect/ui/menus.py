"""Menus whose entries are known only when they open: recent files, overlays, forms of export."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QMenu, QWidget

from siteselect.language import say
from siteselect.ui.settings import Settings

if TYPE_CHECKING:  # what prints is imported when something is handed over
    from siteselect.ui.print.wish import Offered


class HasOverlays(Protocol):
    """What a map can say and do about its overlays."""

    def overlays(self) -> list[tuple[str, str, bool]]:
        """Return key, title and visibility of each."""

    def set_overlay(self, key: str, visible: bool) -> None:
        """Show or hide one."""

    def layers(self) -> list[tuple[str, str]]:
        """Return key and title of each layer that can be looked at."""

    def zoom_to_layer(self, key: str) -> None:
        """Look at the whole of one."""


def recent_menu(settings: Settings, open_one: Callable[[Path], object], parent: QWidget) -> QMenu:
    """Return the menu of recent projects: pinned ones first, missing ones grey."""
    menu = QMenu(say("Open &recent"), parent)

    def fill() -> None:
        menu.clear()
        pinned = [path for path in settings.recent if path in settings.pinned]
        passing = [path for path in settings.recent if path not in settings.pinned]
        for number, path in enumerate((*pinned, *passing), 1):
            if pinned and number == len(pinned) + 1:
                menu.addSeparator()
            key = f"&{number}" if number < 10 else str(number)
            name = path.name.replace("&", "&&")
            action = menu.addAction(
                say("{number}  {name}  (pinned)", number=key, name=name)
                if path in pinned
                else f"{key}  {name}"
            )
            there = path.exists()
            action.setEnabled(there)
            action.setToolTip(str(path) if there else say("{path} is not there", path=path))
            action.triggered.connect(lambda _=False, path=path: open_one(path))
        if not settings.recent:
            menu.addAction(say("No project yet")).setEnabled(False)
            return
        menu.addSeparator()
        menu.addAction(say("Forget these")).triggered.connect(settings.forget_recent)

    menu.setToolTipsVisible(True)
    menu.aboutToShow.connect(fill)
    return menu


def overlays_menu(view: HasOverlays, parent: QWidget) -> QMenu:
    """Return the menu of what the map draws."""
    menu = QMenu(say("On the &map"), parent)

    def fill() -> None:
        menu.clear()
        for key, title, visible in view.overlays():
            action = menu.addAction(title.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(visible)
            action.triggered.connect(lambda on, key=key: view.set_overlay(key, on))

    menu.aboutToShow.connect(fill)
    return menu


def layers_menu(view: HasOverlays, parent: QWidget) -> QMenu:
    """Return the menu of what the map can be made to show whole."""
    menu = QMenu(say("&Zoom to a layer"), parent)

    def fill() -> None:
        menu.clear()
        for key, title in view.layers():
            action = menu.addAction(title.replace("&", "&&"))
            action.triggered.connect(lambda _=False, key=key: view.zoom_to_layer(key))

    menu.aboutToShow.connect(fill)
    return menu


def export_menu(
    export: Callable[[str], object],
    parent: QWidget,
    offered: "Callable[[], Mapping[str, Offered]] | None" = None,
) -> QMenu:
    """Return the menu of forms in which the list can be handed over, or those that are offered."""
    menu = QMenu(say("Export"), parent)

    def fill() -> None:
        from siteselect.ui.dialogs.export import capital
        from siteselect.ui.print.wish import forms  # imports what draws the map of the page

        menu.clear()
        for key, each in (offered or forms)().items():
            action = menu.addAction(f"{capital(each.title)}…")
            action.triggered.connect(lambda _=False, key=key: export(key))

    menu.aboutToShow.connect(fill)
    return menu
