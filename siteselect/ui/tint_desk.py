"""Colours of prices on the map: asked for at the legend, kept in the study."""

import math
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QDialog, QWidget

from siteselect.economics.price_unit import CENTS
from siteselect.language import say
from siteselect.ui.dialogs.tint import TintDialog
from siteselect.ui.map.map_view import MapView
from siteselect.ui.session import Session


class TintDesk:
    """Answers the legend of a map and the command of the menu."""

    def __init__(self, session: Session, view: MapView, window: QWidget) -> None:
        self._session, self._map, self._window = session, view, window
        view.glass.legend.offer_edit()
        view.glass.legend.edit_asked.connect(self.ask)

    def wishes(self) -> dict[str, Callable[[], object]]:
        """Return what the command of colours does."""
        return {"tint": self.ask}

    def ask(self) -> None:
        """Ask for classes and colours; what is chosen is a step that can be undone."""
        tints = self._map.tints
        prices = [each.price for each in tints.states.values() if math.isfinite(each.price)]
        unit = tints.prices.whole if tints.prices.whole.known else CENTS
        dialog = TintDialog(
            self._session.study.tint,
            prices,
            (tints.low, tints.high),
            unit,
            self._map.theme,
            self._window,
        )
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        if accepted:
            changed = replace(self._session.study, tint=dialog.chosen)
            self._session.edit(changed, say("Colours of prices"))
        dialog.deleteLater()
