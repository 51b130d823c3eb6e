"""What commands of the study and of help do: wired here, away from the window that holds them."""

from collections.abc import Callable, Mapping
from typing import Protocol

from siteselect.ui.help_pages import HelpPages
from siteselect.ui.judging import Judging
from siteselect.ui.law_desk import LawDesk
from siteselect.ui.panels.criteria import CriteriaPanel
from siteselect.ui.panels.top_bar import TopBar
from siteselect.ui.session import Session
from siteselect.ui.site_menu import SiteMenu


class HasTop(Protocol):
    """What will have a bar at its head."""

    top: TopBar


Wishes = Mapping[str, Callable[[], object]]


def study_wishes(
    session: Session,
    criteria: CriteriaPanel,
    judging: Judging,
    site_menu: SiteMenu,
    window: HasTop,
) -> Wishes:
    """Return what each command does that changes the study; the top bar is made after this."""
    return {
        "undo": session.history.undo,
        "redo": session.history.redo,
        "reset_all": criteria.reset_all.click,
        "add_scenario": lambda: window.top.chips.duplicate(),  # noqa: PLW0108 - made later
        "rename_scenario": lambda: window.top.chips.rename(session.study.active),
        "remove_scenario": lambda: window.top.chips.remove(session.study.active),
        "compare_scenarios": lambda: judging.wish("compare", ""),
        "add_criterion": criteria.add.click,
        "add_gate": criteria.gates_box.add.click,
        "own_measure": lambda: judging.wish("own_measure", ""),
        "set_weights": criteria.weigh.click,
        "pin": site_menu.pin,
    }


def help_wishes(pages: HelpPages, law: LawDesk, place: Callable[[], str]) -> Wishes:
    """Return what each command does that explains something."""
    return {
        "manual": lambda: pages.show_manual(place()),
        "first_steps": lambda: pages.show_manual("start"),
        "keys": pages.show_keys,
        "sources": pages.show_sources,
        "facts": law.show_facts,
    }
