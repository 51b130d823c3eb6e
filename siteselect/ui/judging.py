"""Wishes of the judging half that need a dialog: criteria, gates, measures, weights, scenarios.

Dialogs are imported when they are first asked for: the window stands before.
"""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QDialog, QInputDialog, QWidget

from siteselect.errors import SiteSelectError
from siteselect.language import later, say
from siteselect.model.criterion import Criterion
from siteselect.ui.criteria_edits import CriteriaEdits
from siteselect.ui.measure_offers import MeasureOffer, measure_offers
from siteselect.ui.own_measure import first_criterion
from siteselect.ui.session import Session

_NOT_YET = later("The region is still being read: try again in a moment.")


class Judging:
    """Opens dialogs over the window; what they bring is an edit of the session."""

    def __init__(
        self, session: Session, failed: Callable[[Exception], None], window: QWidget
    ) -> None:
        self._session = session
        self._failed = failed
        self._window = window
        self._edits = CriteriaEdits(session)

    def wish(self, what: str, about: str) -> None:
        """Grant one wish of the panel: what is wanted, and a key, a name or nothing."""
        if self._session.evaluation is None:
            self._failed(SiteSelectError(say(_NOT_YET)))
            return
        wishes: dict[str, Callable[[str], None]] = {
            "criterion": self.add_criterion,
            "gate": self.gate,
            "own_measure": self.own_measure,
            "new_group": self.new_group,
            "weights": self.weights,
            "compare": self.compare,
        }
        wishes[what](about)

    def add_criterion(self, group: str = "") -> None:
        """Ask for a measure that the scenario does not judge yet, and add it."""
        from siteselect.ui.dialogs.pick_measure import PickMeasureDialog

        study = self._session.study
        taken = {each.measure for each in study.scenario.criteria}
        offers = measure_offers(study, without=taken)
        dialog = PickMeasureDialog(say("Add a criterion"), offers, self._window, may_make=True)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        if dialog.own:
            self.own_measure()
        elif dialog.chosen is not None:
            self._edits.add(self._first(dialog.chosen, group), dialog.chosen.title)

    def gate(self, measure: str = "") -> None:
        """Show one gate in full; without a name, ask for a measure to demand a bound on."""
        from siteselect.ui.dialogs.gate_details import GateDetails

        study = self._session.study
        gated = {each.measure for each in study.scenario.gates}
        if measure not in gated:
            measure = self._new_gate(measure, gated)
        if measure:
            details = GateDetails(self._session, measure, self._window)
            details.show()

    def own_measure(self, key: str = "") -> None:
        """Make a measure of the user's, or change one."""
        from siteselect.ui.dialogs.own_measure import OwnMeasureDialog

        evaluation = self._session.evaluation
        if evaluation is None:
            return
        dialog = OwnMeasureDialog(self._session.study, evaluation, key, self._window)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._session.edit(dialog.study(), dialog.step)

    def new_group(self, key: str) -> None:
        """Ask for the name of a group, and move a criterion there."""
        name, sure = QInputDialog.getText(self._window, say("New group"), say("Name"))
        if sure:
            self._edits.put_in_group(key, name)

    def weights(self, page: str = "") -> None:
        """Set weights by judgement."""
        from siteselect.ui.dialogs.set_weights import SetWeightsDialog

        evaluation = self._session.evaluation
        if evaluation is None:
            return
        dialog = SetWeightsDialog(evaluation, page, self._window)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            study = self._session.study
            scenario = dialog.weighed(study.scenario)
            self._session.edit(study.with_scenario(scenario), dialog.step)

    def compare(self, name: str = "") -> None:
        """Show what two scenarios judge otherwise, and how they rank."""
        from siteselect.ui.dialogs.compare_scenarios import CompareScenariosDialog

        evaluation = self._session.evaluation
        if evaluation is not None:
            CompareScenariosDialog(self._session.study, evaluation, name, self._window).open()

    def _first(self, offer: MeasureOffer, group: str) -> Criterion:
        """Return a criterion to start with; one on a measure of the user's fits its values."""
        evaluation = self._session.evaluation
        own = {each.key: each for each in self._session.study.measures}
        if evaluation is None or offer.key not in own:
            return offer.criterion(group)
        made = first_criterion(own[offer.key], evaluation)
        return replace(made, group=group) if group else made

    def _new_gate(self, measure: str, gated: set[str]) -> str:
        """Add a gate, and return its measure; nothing when none is wanted."""
        from siteselect.ui.dialogs.pick_measure import PickMeasureDialog

        study = self._session.study
        offers = measure_offers(study, without=gated)
        offer = next((each for each in offers if each.key == measure), None)
        if offer is None:
            dialog = PickMeasureDialog(say("Add a gate"), offers, self._window)
            if dialog.exec() == QDialog.DialogCode.Accepted:
                offer = dialog.chosen
        if offer is None:
            return ""
        scenario = study.scenario.with_gate(offer.gate())
        self._session.edit(
            study.with_scenario(scenario), say("Add the gate {title}", title=offer.title)
        )
        return offer.key
