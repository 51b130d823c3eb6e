"""Every command of the window in one table: menu, shortcut, search."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from siteselect.language import later, say
from siteselect.ui.settings import Settings
from siteselect.ui.shortcuts import PORTABLE, Command, Shortcuts, tell_keys

logger = logging.getLogger(__name__)
Key = QKeySequence.StandardKey


@dataclass(frozen=True, slots=True)
class Entry:
    """One command: its key, text, menu, shortcut."""

    key: str
    text: str
    menu: str
    shortcut: QKeySequence.StandardKey | str = ""
    checkable: bool = False
    rule: bool = False
    """Whether a line stands above it in the menu."""


MENUS = (later("File"), later("Edit"), later("View"), later("Scenario"), later("Help"))
TABLE: tuple[Entry, ...] = (
    Entry("new", later("&New project…"), "File", Key.New),
    Entry("open", later("&Open…"), "File", Key.Open),
    Entry("sample", later("Open the sa&mple"), "File"),
    Entry("reopen_last", later("Start with the &last project"), "File", checkable=True),
    Entry("pin_project", later("P&in or unpin this project"), "File"),
    Entry("save", later("&Save"), "File", Key.Save, rule=True),
    Entry("save_as", later("Save &as…"), "File", "Ctrl+Shift+S"),
    Entry("save_template", later("Save as &template…"), "File"),
    Entry("pack_project", later("Pac&k project…"), "File"),
    Entry("rename_project", later("&Rename project…"), "File"),
    Entry("recover", later("Reco&ver unsaved work…"), "File"),
    Entry("add_sites", later("&Add sites from a file…"), "File", "Ctrl+I", rule=True),
    Entry("paste_sites", later("&Paste sites from a spreadsheet"), "File", "Ctrl+Shift+V"),
    Entry("add_layer", later("Add a la&yer…"), "File", "Ctrl+Shift+I"),
    Entry("export", later("&Export…"), "File", "Ctrl+E"),
    Entry("quit", later("&Quit"), "File", Key.Quit, rule=True),
    Entry("undo", later("&Undo"), "Edit", Key.Undo),
    Entry("redo", later("&Redo"), "Edit", "Ctrl+Shift+Z"),
    Entry("copy", later("Cop&y"), "Edit", Key.Copy, rule=True),
    Entry("copy_picture", later("Copy as p&icture"), "Edit", "Ctrl+Shift+C"),
    Entry("save_picture", later("Save as pict&ure…"), "Edit"),
    Entry("history", later("&History…"), "Edit", "Ctrl+H"),
    Entry("search", later("&Search…"), "Edit", "Ctrl+K", rule=True),
    Entry("pin", later("&Pin or unpin the picked sites"), "Edit", "Ctrl+Shift+P"),
    Entry("reset_all", later("Reset all &criteria"), "Edit"),
    Entry("compare", later("Com&pare"), "View", "Ctrl+1", checkable=True),
    Entry("money", later("&Money"), "View", "Ctrl+2", checkable=True),
    Entry("find", later("&Find"), "View", "Ctrl+3", checkable=True),
    Entry("scenes", later("&Scenes"), "View", "Ctrl+4", checkable=True),
    Entry("present", later("Prese&nt"), "View", "F5"),
    Entry("present_here", later("Present from &this scene"), "View", "Shift+F5"),
    Entry("take_scene", later("Ta&ke a scene"), "View", "Ctrl+Shift+T"),
    Entry("show_criteria", later("&Criteria"), "View", "Alt+1", checkable=True, rule=True),
    Entry("show_ranking", later("&Ranking"), "View", "Alt+2", checkable=True),
    Entry("show_card", later("&Site card"), "View", "Alt+3", checkable=True),
    Entry("show_timeline", later("&Time line"), "View", "Alt+4", checkable=True),
    Entry("show_charts", later("C&harts"), "View", "Alt+5", checkable=True),
    Entry("facts", later("&Facts of the day…"), "View", "Ctrl+D", rule=True),
    Entry("home", later("&Whole region"), "View", "Ctrl+0", rule=True),
    Entry("zoom_selection", later("Zoom to the &picked sites"), "View", "Ctrl+J"),
    Entry("add_bookmark", later("&Bookmark this view…"), "View", "Ctrl+B"),
    Entry("tint", later("Colours of pr&ices…"), "View"),
    Entry("switch_theme", later("&Light or dark"), "View", "Ctrl+Shift+D", rule=True),
    Entry("system_theme", later("Follow the s&ystem's look"), "View", checkable=True),
    Entry("high_contrast", later("&High contrast"), "View", checkable=True),
    Entry("other_eyes", later("As &other eyes see it…"), "View"),
    Entry("less_motion", later("&Less motion"), "View", checkable=True),
    Entry("reset_layout", later("R&eset layout"), "View"),
    Entry(
        "add_scenario",
        later("&New scenario from this one"),
        "Scenario",
        "Ctrl+Shift+N",
    ),
    Entry("rename_scenario", later("&Rename this scenario…"), "Scenario"),
    Entry("remove_scenario", later("Re&move this scenario"), "Scenario"),
    Entry("compare_scenarios", later("Com&pare scenarios…"), "Scenario", "Ctrl+Shift+K"),
    Entry(
        "set_weights",
        later("Set &weights by judgement…"),
        "Scenario",
        "Ctrl+Shift+W",
        rule=True,
    ),
    Entry("add_criterion", later("Add a &criterion…"), "Scenario", "Ctrl+Shift+A"),
    Entry("own_measure", later("Add a measure of your &own…"), "Scenario"),
    Entry("add_gate", later("Add a &gate…"), "Scenario"),
    Entry("manual", later("&Manual"), "Help", "F1"),
    Entry("first_steps", later("&Five minutes"), "Help"),
    Entry("tour", later("&Tour in five steps"), "Help"),
    Entry("welcome", later("&Welcome…"), "Help"),
    Entry("whats_this", later("What's t&his?"), "Help", "Shift+F1", rule=True),
    Entry("keys", later("&Keys"), "Help", "Ctrl+F1"),
    Entry("sources", later("&Sources of the data"), "Help"),
    Entry("log_folder", later("Open the &log folder"), "Help", rule=True),
    Entry("report", later("Save a &diagnostic report…"), "Help"),
)

Wishes = Mapping[str, Callable[[], object]]


def make_actions(window: QWidget, wishes: Wishes) -> dict[str, QAction]:
    """Return an action for each entry of the table, wired to the wish of its key."""
    made: dict[str, QAction] = {}
    for entry in TABLE:
        words = say(entry.text)
        action = QAction(words, window)
        action.setShortcut(QKeySequence(entry.shortcut))
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.setCheckable(entry.checkable)
        action.setObjectName(entry.key)
        tell_keys(action)
        action.triggered.connect(lambda _=False, key=entry.key: _do(key, wishes))
        window.addAction(action)
        made[entry.key] = action
    return made


def _do(key: str, wishes: Wishes) -> None:
    """Do what is wished; the journal has the command, and nothing of what it is about."""
    logger.info("command %s", key)
    wishes[key]()


def shortcuts_of(actions: Mapping[str, QAction], settings: Settings) -> Shortcuts:
    """Return what reads and changes the keys of these actions."""
    commands = [
        Command(each.key, each.text, each.menu, QKeySequence(each.shortcut).toString(PORTABLE))
        for each in TABLE
    ]
    return Shortcuts(actions, settings, commands)


def name_step(action: QAction, step: str) -> None:
    """Name the step that an action takes back, or takes again."""
    undoes = action.objectName() == "undo"
    told = say("&Undo {step}", step=step) if undoes else say("&Redo {step}", step=step)
    action.setText(told.rstrip())
    tell_keys(action)


Extra = Mapping[str, QMenu | tuple[QMenu, ...]]


def make_menu(actions: Mapping[str, QAction], extra: Extra, parent: QWidget) -> QMenu:
    """Return the program's menu: one submenu for each heading; `extra` ones follow their entry."""
    whole = QMenu(parent)
    for title in MENUS:
        part = whole.addMenu(say(title))
        for entry in TABLE:
            if entry.menu != title:
                continue
            if entry.rule:
                part.addSeparator()
            part.addAction(actions[entry.key])
            after = extra.get(entry.key, ())
            for each in after if isinstance(after, tuple) else (after,):
                part.addMenu(each)
    return whole
