"""What the window says where a study holds nothing yet, and the ways on from there."""

from collections.abc import Callable, Mapping
from typing import Protocol

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from siteselect.language import say
from siteselect.model.study import Study
from siteselect.ui.map.map_view import MapView
from siteselect.ui.panels.criteria import CriteriaPanel
from siteselect.ui.ranking_table import RankingTable
from siteselect.ui.session import Session
from siteselect.ui.widgets.empty import Empty, Way
from siteselect.ui.workplaces import Workplaces


class HasPlaces(Protocol):
    """The window, as far as its places can be empty."""

    session: Session
    map: MapView
    ranking: RankingTable
    criteria: CriteriaPanel
    workplaces: Workplaces
    actions_by_key: dict[str, QAction]


class EmptyPlaces(QObject):
    """Follows the study, also where it cannot be evaluated."""

    def __init__(self, window: HasPlaces, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = window
        self.shown: dict[str, Empty] = {
            "map": Empty(say("Drop a file here"), say(
                "A table or a layer with places: CSV, Excel, GeoJSON, GeoPackage, KML. Or press "
                "Insert over the map to set a place by hand."),
                self._ways("add_sites", "sample", "find"), window.map),
            "ranking": Empty(say("No sites yet"), say(
                "The ranking stands as soon as there is a site to be ranked."),
                self._ways("add_sites", "sample"), window.ranking.view, urges=False),
            "criteria": Empty(say("Nothing counts yet"), say(
                "Add a criterion, or take those that the program proposes."),
                self._ways("add_criterion", "reset_all"), window.criteria),
        }  # fmt: skip
        window.session.changed.connect(self.follow)
        window.session.history.indexChanged.connect(self.follow)
        window.workplaces.turned.connect(self.follow)
        self.follow()

    @Slot()
    def follow(self, *_: object) -> None:
        """Show what the study at hand lacks."""
        study = self._window.session.study
        self._cover_money()
        for key, empty in self.shown.items():
            empty.show_empty(LACKS[key](study))
        body = self._window.criteria.scroller.widget()
        if body is not None:
            body.setVisible(not LACKS["criteria"](study))

    def _cover_money(self) -> None:
        """Speak in the Money place too, once it has been made."""
        place = self._window.workplaces.money
        if place is not None and "money" not in self.shown:
            self.shown["money"] = Empty(say("No sites to reckon"), say(
                "What a site costs and earns is told as soon as there is one."),
                self._ways("add_sites", "sample"), place.right)  # fmt: skip

    def _ways(self, *keys: str) -> list[Way]:
        words = {
            "add_sites": say("Add sites…"),
            "sample": say("Open the sample"),
            "find": say("Find places"),
            "add_criterion": say("Add a criterion…"),
            "reset_all": say("Take the proposed ones"),
        }
        return [(words[key], self._trigger(key)) for key in keys]

    def _trigger(self, key: str) -> Callable[[], object]:
        return self._window.actions_by_key[key].trigger


def _no_sites(study: Study) -> bool:
    return not study.candidates


def _no_criteria(study: Study) -> bool:
    return not study.scenario.criteria


LACKS: Mapping[str, Callable[[Study], bool]] = {
    "map": _no_sites,
    "ranking": _no_sites,
    "money": _no_sites,
    "criteria": _no_criteria,
}
"""Whether a place is empty, by its key."""
