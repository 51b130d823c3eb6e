"""The commands of a whole window: what each does, which are at work, and the menus among them."""

from collections.abc import Callable
from functools import partial
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from siteselect.ui.actions import Extra, name_step
from siteselect.ui.backdrop_menu import backdrop_menu
from siteselect.ui.bookmark_desk import BookmarkDesk
from siteselect.ui.comfort import Comfort
from siteselect.ui.copying import Copying
from siteselect.ui.documents import Documents
from siteselect.ui.first_aid import FirstAid
from siteselect.ui.hand_over import HandOver
from siteselect.ui.help_pages import HelpPages
from siteselect.ui.judging import Judging
from siteselect.ui.law_desk import LawDesk
from siteselect.ui.map.map_view import MapView
from siteselect.ui.menus import layers_menu, overlays_menu, recent_menu
from siteselect.ui.messages import Messages
from siteselect.ui.notation_desk import NotationDesk
from siteselect.ui.panels.chart_row import ChartRow
from siteselect.ui.panels.criteria import CriteriaPanel
from siteselect.ui.panels.top_bar import TopBar
from siteselect.ui.places import Places
from siteselect.ui.present.door import SceneDoor
from siteselect.ui.price_desk import PriceDesk
from siteselect.ui.project_desk import ProjectDesk
from siteselect.ui.session import Session
from siteselect.ui.settings import Settings
from siteselect.ui.site_menu import SiteMenu
from siteselect.ui.theme import Theme
from siteselect.ui.tint_desk import TintDesk
from siteselect.ui.welcome.door import WelcomeDoor
from siteselect.ui.whats_this import WhatsThis
from siteselect.ui.wishes import help_wishes, study_wishes
from siteselect.ui.workplaces import WORKPLACES, Workplaces

PARTS = ("criteria", "ranking", "card", "timeline", "charts")
"""What a person may show or hide beside the map."""


class Furnished(Protocol):
    """A window with its places made."""

    session: Session
    settings: Settings
    messages: Messages
    theme: Theme
    documents: Documents
    hand_over: HandOver
    desk: ProjectDesk
    comfort: Comfort
    first_aid: FirstAid
    welcome: WelcomeDoor
    whats_this: WhatsThis
    judging: Judging
    law: LawDesk
    prices: PriceDesk
    help: HelpPages
    map: MapView
    bookmarks: BookmarkDesk
    notations: NotationDesk
    charts: ChartRow
    criteria: CriteriaPanel
    places: Places
    site_menu: SiteMenu
    workplaces: Workplaces
    scenes: SceneDoor
    top: TopBar
    actions_by_key: dict[str, QAction]

    def set_theme(self, name: str) -> None:
        """Put on a look."""

    def reset_layout(self) -> None:
        """Let the places lie as in a new window."""

    def close(self) -> bool:
        """Leave, when the person agrees."""


def window_wishes(window: Furnished, over: QWidget) -> dict[str, Callable[[], object]]:
    """Return what each command does, by its key, once the window's places are made."""
    session = window.session
    wishes: dict[str, Callable[[], object]] = {
        **window.desk.wishes(lambda: window.theme),
        **study_wishes(session, window.criteria, window.judging, window.site_menu, window),
        **help_wishes(window.help, window.law, lambda: window.workplaces.chosen),
        "add_sites": window.hand_over.ask_for_sites,
        "paste_sites": window.hand_over.paste,
        "export": window.hand_over.export,
        **Copying(window.map, window.settings, window.messages, over).wishes(),
        "quit": window.close,
        "search": lambda: window.top.search.setFocus(Qt.FocusReason.ShortcutFocusReason),
        "home": window.map.home,
        "zoom_selection": lambda: window.map.zoom_to(session.selection),
        **window.bookmarks.wishes(),
        **TintDesk(session, window.map, over).wishes(),
        "switch_theme": lambda: window.set_theme("light" if window.theme.dark else "dark"),
        **window.comfort.wishes(),
        **window.first_aid.wishes(),
        **window.welcome.wishes(),
        "other_eyes": lambda: _show_other_eyes(over),
        "whats_this": window.whats_this.ask,
        "reset_layout": window.reset_layout,
        **window.scenes.wishes(),
    }
    wishes |= {name: partial(window.workplaces.go, name) for name in WORKPLACES}
    return wishes | {f"show_{name}": partial(_switch, window, name) for name in PARTS}


def menus_after(window: Furnished, over: QWidget) -> Extra:
    """Return the menus whose entries are no commands, by the command that each comes after."""
    return {
        "system_theme": window.comfort.languages(over),
        "high_contrast": window.comfort.sizes(over),
        "open": recent_menu(window.settings, window.documents.open, over),
        "show_charts": window.charts.make_menu(over),
        "home": layers_menu(window.map, over),
        "zoom_selection": (
            overlays_menu(window.map, over),
            backdrop_menu(window.desk.backdrops, over),
        ),
        "add_bookmark": window.bookmarks.menu(over),
        "facts": (window.prices.menu(over), window.notations.menu(over)),
        "add_layer": window.desk.layers.menu(over),
    }


def follow_history(window: Furnished) -> None:
    """Let undo and redo be at work, and named, as the history allows."""
    history = window.session.history
    for key, can, changed, text in (
        ("undo", history.canUndo(), history.canUndoChanged, history.undoText()),
        ("redo", history.canRedo(), history.canRedoChanged, history.redoText()),
    ):
        action = window.actions_by_key[key]
        action.setEnabled(can)
        changed.connect(action.setEnabled)
        name_step(action, text)


def _switch(window: Furnished, name: str) -> None:
    window.places.show_place(name, window.actions_by_key[f"show_{name}"].isChecked())


def _show_other_eyes(over: QWidget) -> None:
    from siteselect.ui.dialogs.other_eyes import show_other_eyes  # seldom asked for

    show_other_eyes(over)
