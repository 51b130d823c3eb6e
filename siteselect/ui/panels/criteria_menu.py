"""What can be done with the criteria as a whole, as a menu."""

from collections.abc import Callable

from PySide6.QtWidgets import QMenu

from siteselect.language import later, say
from siteselect.ui.criteria_edits import CriteriaEdits

WAYS = {
    "order": later("Order of importance…"),
    "swing": later("Swings…"),
    "pairs": later("Pairs…"),
    "trade": later("Trade-offs…"),
    "people": later("Several people…"),
}
"""Ways to set weights by judgement, by the key of their page."""


def fill_panel_menu(
    menu: QMenu,
    edits: CriteriaEdits,
    wish: Callable[[str, str], object],
    reset: Callable[[], object],
) -> None:
    """Put the entries into `menu`; `wish` opens dialogs."""
    for text, wanted in (
        (say("Add a criterion…"), "criterion"),
        (say("Add a measure of your own…"), "own_measure"),
        (say("Add a gate…"), "gate"),
    ):
        menu.addAction(text).triggered.connect(lambda _=False, wanted=wanted: wish(wanted, ""))
    ways = menu.addMenu(say("Set weights by"))
    for key, text in WAYS.items():
        ways.addAction(say(text)).triggered.connect(lambda _=False, key=key: wish("weights", key))
    menu.addSeparator()
    total = menu.addAction(say("Total 100: the others give way"))
    total.setCheckable(True)
    total.setChecked(edits.scenario.total_100)
    total.triggered.connect(lambda on: edits.keep_total(total_100=on))
    menu.addAction(say("Compare scenarios…")).triggered.connect(lambda: wish("compare", ""))
    menu.addAction(say("Reset all")).triggered.connect(lambda _=False: reset())
