"""Every command of the window in one table: menu, shortcut, search."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

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


MENUS = ("File", "Edit", "View", "Scenario", "Help")
TABLE: tuple[Entry, ...] = (
    Entry("new", "&New from the sample", "File", Key.New),
    Entry("open", "&Open…", "File", Key.Open),
    Entry("save", "&Save", "File", Key.Save, rule=True),
    Entry("save_as", "Save &as…", "File", "Ctrl+Shift+S"),
    Entry("add_sites", "&Add sites from a table…", "File", "Ctrl+I", rule=True),
    Entry("export", "&Export…", "File", "Ctrl+E"),
    Entry("quit", "&Quit", "File", Key.Quit, rule=True),
    Entry("undo", "&Undo", "Edit", Key.Undo),
    Entry("redo", "&Redo", "Edit", "Ctrl+Shift+Z"),
    Entry("search", "&Search…", "Edit", "Ctrl+K", rule=True),
    Entry("pin", "&Pin or unpin the picked sites", "Edit", "Ctrl+Shift+P"),
    Entry("reset_all", "Reset all &criteria", "Edit"),
    Entry("compare", "Com&pare", "View", "Ctrl+1", checkable=True),
    Entry("money", "&Money", "View", "Ctrl+2", checkable=True),
    Entry("show_criteria", "&Criteria", "View", "Alt+1", checkable=True, rule=True),
    Entry("show_ranking", "&Ranking", "View", "Alt+2", checkable=True),
    Entry("show_card", "&Site card", "View", "Alt+3", checkable=True),
    Entry("show_timeline", "&Time line", "View", "Alt+4", checkable=True),
    Entry("show_charts", "C&harts", "View", "Alt+5", checkable=True),
    Entry("facts", "&Facts of the day…", "View", "Ctrl+D", rule=True),
    Entry("home", "&Whole region", "View", "Ctrl+0", rule=True),
    Entry("zoom_selection", "Zoom to the &picked sites", "View", "Ctrl+J"),
    Entry("switch_theme", "&Light or dark", "View", "Ctrl+Shift+D", rule=True),
    Entry("system_theme", "Follow the s&ystem's look", "View", checkable=True),
    Entry("reset_layout", "R&eset layout", "View"),
    Entry("add_scenario", "&New scenario from this one", "Scenario", "Ctrl+Shift+N"),
    Entry("rename_scenario", "&Rename this scenario…", "Scenario"),
    Entry("remove_scenario", "Re&move this scenario", "Scenario"),
    Entry("compare_scenarios", "Com&pare scenarios…", "Scenario", "Ctrl+Shift+K"),
    Entry("set_weights", "Set &weights by judgement…", "Scenario", "Ctrl+Shift+W", rule=True),
    Entry("add_criterion", "Add a &criterion…", "Scenario", "Ctrl+Shift+A"),
    Entry("own_measure", "Add a measure of your &own…", "Scenario"),
    Entry("add_gate", "Add a &gate…", "Scenario"),
    Entry("keys", "&Keys", "Help", "F1"),
    Entry("sources", "&Sources of the data", "Help"),
)

Wishes = Mapping[str, Callable[[], object]]


def make_actions(window: QWidget, wishes: Wishes) -> dict[str, QAction]:
    """Return an action for each entry of the table, wired to the wish of its key."""
    made: dict[str, QAction] = {}
    for entry in TABLE:
        action = QAction(entry.text, window)
        action.setShortcut(QKeySequence(entry.shortcut))
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.setCheckable(entry.checkable)
        action.setObjectName(entry.key)
        words = entry.text.replace("&", "")
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{words} ({keys})" if keys else words)
        action.triggered.connect(lambda _=False, key=entry.key: wishes[key]())
        window.addAction(action)
        made[entry.key] = action
    return made


def make_menu(actions: Mapping[str, QAction], extra: Mapping[str, QMenu], parent: QWidget) -> QMenu:
    """Return the program's menu: one submenu for each heading; `extra` ones follow their entry."""
    whole = QMenu(parent)
    for title in MENUS:
        part = whole.addMenu(title)
        for entry in TABLE:
            if entry.menu != title:
                continue
            if entry.rule:
                part.addSeparator()
            part.addAction(actions[entry.key])
            if entry.key in extra:
                part.addMenu(extra[entry.key])
    return whole
