"""Menus whose entries are known only when they open: recent files, overlays, forms of export."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QMenu, QWidget

from siteselect.ui.settings import Settings


class HasOverlays(Protocol):
    """What a map can say and do about its overlays."""

    def overlays(self) -> list[tuple[str, str, bool]]:
        """Return key, title and visibility of each."""

    def set_overlay(self, key: str, visible: bool) -> None:
        """Show or hide one."""


def recent_menu(settings: Settings, open_one: Callable[[Path], object], parent: QWidget) -> QMenu:
    """Return the menu of recent projects; missing ones are grey."""
    menu = QMenu("Open &recent", parent)

    def fill() -> None:
        menu.clear()
        for path in settings.recent:
            action = menu.addAction(path.name.replace("&", "&&"))
            action.setEnabled(path.exists())
            action.setToolTip(str(path))
            action.triggered.connect(lambda _=False, path=path: open_one(path))
        if not settings.recent:
            menu.addAction("No project yet").setEnabled(False)
            return
        menu.addSeparator()
        menu.addAction("Forget these").triggered.connect(settings.forget_recent)

    menu.setToolTipsVisible(True)
    menu.aboutToShow.connect(fill)
    return menu


def overlays_menu(view: HasOverlays, parent: QWidget) -> QMenu:
    """Return the menu of what the map draws."""
    menu = QMenu("On the &map", parent)

    def fill() -> None:
        menu.clear()
        for key, title, visible in view.overlays():
            action = menu.addAction(title.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(visible)
            action.triggered.connect(lambda on, key=key: view.set_overlay(key, on))

    menu.aboutToShow.connect(fill)
    return menu


def export_menu(export: Callable[[str], object], parent: QWidget) -> QMenu:
    """Return the menu of forms in which the list can be handed over."""
    menu = QMenu("Export", parent)

    def fill() -> None:
        if not menu.isEmpty():
            return
        from siteselect.export import EXPORTERS  # imports what draws the map of the page
        from siteselect.ui.dialogs.export import capital

        for key, exporter in EXPORTERS.items():
            action = menu.addAction(f"{capital(exporter.title)}…")
            action.triggered.connect(lambda _=False, key=key: export(key))

    menu.aboutToShow.connect(fill)
    return menu
