"""What lies about sites or a place of the map: rings of a typed radius, and the nearest grid."""

from collections.abc import Mapping

from PySide6.QtWidgets import QInputDialog, QMenu

from siteselect.language import say
from siteselect.ui.map.nearby import nearby, nearby_words
from siteselect.ui.map.picking_view import PickingView
from siteselect.ui.map.rings import Place

FIRST, LEAST, MOST = 50.0, 0.1, 2_000.0
"""Kilometres: what is offered first, and the bounds."""


class RingDesk:
    """Adds to a menu what draws rings and takes them away, and what is nearest to one place."""

    def __init__(self, view: PickingView) -> None:
        self._map = view
        self._km = FIRST
        """What was typed last."""

    def add_to(self, menu: QMenu, places: Mapping[str, Place]) -> None:
        """Add the entries for these places; a name that is empty is no site."""
        title = say("Draw rings around them…") if len(places) > 1 else say("Draw a ring around it…")
        draw = menu.addAction(title)
        draw.setEnabled(bool(places))
        draw.triggered.connect(lambda _=False: self.ask(places))
        if self._map.rings.drawn:
            remove = menu.addAction(say("Remove all rings"))
            remove.triggered.connect(lambda _=False: self.remove())
        if len(places) == 1 and self._map.data is not None:
            for near in nearby(self._map.data, *next(iter(places.values()))):
                menu.addAction(nearby_words(near).replace("&", "&&")).setEnabled(False)

    def ask(self, places: Mapping[str, Place]) -> None:
        """Ask for a radius and draw; the one typed last is offered."""
        km, wanted = QInputDialog.getDouble(
            self._map, say("Draw a ring"), say("Radius in km, on the ellipsoid:"),
            self._km, LEAST, MOST, 1,
        )  # fmt: skip
        if wanted:
            self._km = km
            self._map.rings.draw(places, km)
            self._map.viewport().update()

    def remove(self) -> None:
        """Take all rings away."""
        self._map.rings.drawn = ()
        self._map.viewport().update()
