"""What can be done with one criterion, as a menu."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from siteselect.language import say
from siteselect.ui.criteria_edits import CriteriaEdits

Wish = Callable[[str, str], object]


def fill_criterion_menu(
    menu: QMenu, edits: CriteriaEdits, key: str, keys: Mapping[str, QAction], wish: Wish
) -> None:
    """Put the entries into `menu`; `keys` are those with a shortcut, `wish` opens dialogs."""
    criterion = edits.scenario.criterion(key)
    menu.addAction(keys["edit"])
    menu.addAction(keys["rename"])
    menu.addAction(keys["duplicate"])
    _groups_menu(menu, edits, key, wish)
    for text, by in ((say("Move up"), -1), (say("Move down"), 1)):
        _add(menu, text, partial(edits.move, key, by))
    menu.addSeparator()
    words = say("Leave out") if criterion.enabled else say("Count")
    _add(menu, words, partial(edits.switch, key, on=not criterion.enabled))
    if edits.scenario.total_100:
        words = say("Unlock the share") if criterion.locked else say("Lock the share")
        _add(menu, words, partial(edits.lock, key, locked=not criterion.locked))
    _add(menu, say("Demand a bound on it…"), partial(wish, "gate", criterion.measure))
    if edits.is_own(criterion.measure):
        _add(menu, say("Edit the measure…"), partial(wish, "own_measure", criterion.measure))
    menu.addSeparator()
    menu.addAction(keys["remove"])


def _groups_menu(menu: QMenu, edits: CriteriaEdits, key: str, wish: Wish) -> None:
    groups = menu.addMenu(say("Move to group"))
    here = edits.group(key)
    for name in edits.groups():
        action = _add(groups, name.replace("&", "&&"), partial(edits.put_in_group, key, name))
        action.setEnabled(name != here)
    groups.addSeparator()
    _add(groups, say("New group…"), partial(wish, "new_group", key))


def _add(menu: QMenu, text: str, do: Callable[[], object]) -> QAction:
    action = menu.addAction(text)
    action.triggered.connect(lambda _=False: do())
    return action
