"""The menu of backdrops: none, files, and servers under a heading that says they are online."""

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from siteselect.language import say
from siteselect.ui.backdrop_desk import BackdropDesk
from siteselect.ui.backdrop_memory import STRENGTHS


def backdrop_menu(desk: BackdropDesk, parent: QWidget) -> QMenu:
    """Return the menu; it is filled anew each time it opens."""
    menu = QMenu(say("Back&drop"), parent)
    menu.setToolTipsVisible(True)
    menu.aboutToShow.connect(lambda: _fill(menu, desk))
    return menu


def _fill(menu: QMenu, desk: BackdropDesk) -> None:
    menu.clear()
    choices = QActionGroup(menu)
    shown = desk.file.path if desk.file is not None else None
    _choice(menu, choices, say("&None"), desk.none, chosen=shown is None and not desk.online)
    _heading(menu, say("Files of yours"))
    for path in desk.memory.files:
        told = path.name.replace("&", "&&")
        action = _choice(menu, choices, told, partial(desk.open_file, path), chosen=path == shown)
        there = path.exists()
        action.setEnabled(there)
        action.setToolTip(str(path) if there else say("{path} is not there", path=path))
    menu.addAction(say("&Open a tile file or picture…")).triggered.connect(desk.ask)
    _heading(menu, say("Online: fetched from a server"))
    for provider in desk.memory.providers:
        told = provider.title.replace("&", "&&")
        action = _choice(
            menu,
            choices,
            told,
            partial(desk.switch_on, provider),
            chosen=provider.key == desk.online,
        )
        action.setToolTip(say("From {host}", host=provider.host))
    menu.addAction(say("&Add a provider…")).triggered.connect(desk.add_provider)
    _fill_more(menu, desk)


def _fill_more(menu: QMenu, desk: BackdropDesk) -> None:
    """Add what a person does less often."""
    own = desk.memory.own
    if own:
        part = menu.addMenu(say("Remo&ve a provider"))
        for provider in own:
            action = part.addAction(provider.title.replace("&", "&&"))
            action.triggered.connect(lambda _=False, key=provider.key: desk.remove_provider(key))
    if desk.file is not None:
        menu.addAction(say("Name the so&urce of the file…")).triggered.connect(desk.name_source)
    menu.addAction(say("&Forget the tiles that were kept")).triggered.connect(desk.empty_cache)
    menu.addSeparator()
    strengths = menu.addMenu(say("&Strength"))
    group = QActionGroup(strengths)
    for each in STRENGTHS:
        _choice(
            strengths,
            group,
            say("{per_cent} %", per_cent=each),
            partial(desk.set_strength, each),
            chosen=each == desk.memory.strength,
        )


def _heading(menu: QMenu, text: str) -> None:
    """Add a line and a heading; Qt's own sections lose their words under a style sheet."""
    menu.addSeparator()
    menu.addAction(text).setEnabled(False)


def _choice(
    menu: QMenu, group: QActionGroup, text: str, do: Callable[[], object], *, chosen: bool
) -> QAction:
    """Add one of several choices."""
    action = menu.addAction(text)
    action.setCheckable(True)
    action.setChecked(chosen)
    group.addAction(action)
    action.triggered.connect(lambda _=False: do())
    return action
