"""What can be done with the criteria as a whole, as a menu."""

from collections.abc import Callable

from PySide6.QtWidgets import QMenu

from siteselect.ui.criteria_edits import CriteriaEdits

WAYS = {
    "order": "Order of importance…",
    "swing": "Swings…",
    "pairs": "Pairs…",
    "trade": "Trade-offs…",
    "people": "Several people…",
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
        ("Add a criterion…", "criterion"),
        ("Add a measure of your own…", "own_measure"),
        ("Add a gate…", "gate"),
    ):
        menu.addAction(text).triggered.connect(lambda _=False, wanted=wanted: wish(wanted, ""))
    ways = menu.addMenu("Set weights by")
    for key, text in WAYS.items():
        ways.addAction(text).triggered.connect(lambda _=False, key=key: wish("weights", key))
    menu.addSeparator()
    total = menu.addAction("Total 100: the others give way")
    total.setCheckable(True)
    total.setChecked(edits.scenario.total_100)
    total.triggered.connect(lambda on: edits.keep_total(total_100=on))
    menu.addAction("Compare scenarios…").triggered.connect(lambda: wish("compare", ""))
    menu.addAction("Reset all").triggered.connect(lambda _=False: reset())
