"""While a hand draws the window larger or smaller: panels are painted by turns, not all at once."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QWidget

from siteselect.ui.widgets.still import Still, picture_of

A_STEP = 64
"""Pixels: a hand moves a border by less between two frames; a jump is painted at once."""
REST_MS = 80
"""When the hand has rested so long, every panel is painted at its new size."""
NEXT_MS = 4
"""Between two panels that are painted after the rest, so that no turn pays for all."""


class Resizing:
    """Shows panels as they were last painted while the window grows or shrinks by small steps.

    In each step one of them is painted as it now is; the others show a still of at most as many
    steps ago as there are panels. `panels` tells those in sight, `ground` the colour beneath them.
    """

    def __init__(
        self,
        panels: Callable[[], Sequence[QWidget]],
        ground: Callable[[], str],
        parent: QWidget,
    ) -> None:
        self._panels, self._ground, self._around = panels, ground, parent
        self._stills: dict[QWidget, Still] = {}
        self._turn = 0
        self._last = QSize()
        """The size of the window at the last step."""
        self._rest = QTimer(parent, singleShot=True)
        self._rest.timeout.connect(self._release)

    @property
    def resting(self) -> bool:
        """Whether all panels are painted as they are."""
        return not self._stills

    def step(self, before: QSize, after: QSize) -> None:
        """Go on by one step; to be told before the panels take on their new sizes."""
        window = self._around.window()
        last, self._last = self._last, window.size()
        change = after - before
        jump = max(abs(change.width()), abs(change.height())) > A_STEP
        if not before.isValid() or jump or not self._around.isVisible():
            self._release_all()
            return
        store = window.backingStore()
        if last != self._last and store is not None and store.size() == last:
            self._hold()  # the store shows the panels where they stood until now
        if self._stills:
            self._rest.start(REST_MS)

    def _hold(self) -> None:
        """Let the panel whose turn it is be painted, and show the others as they were.

        At the first step it is nobody's turn: pictures are taken of all.
        """
        panels = list(self._panels())
        mine = None
        if self._stills and panels:
            self._turn = (self._turn + 1) % len(panels)
            mine = panels[self._turn]
        for panel in panels:
            if panel is mine:
                self._let_go(panel)
            elif panel not in self._stills:
                picture = picture_of(panel)
                if picture is not None:
                    self._stills[panel] = Still(panel, picture, self._ground())

    def _let_go(self, panel: QWidget, *, at_once: bool = False) -> None:
        still = self._stills.pop(panel, None)
        if still is not None:
            still.leave(at_once=at_once)

    def _release(self) -> None:
        """Let one panel be painted, and soon the next."""
        if self._stills:
            self._let_go(next(iter(self._stills)), at_once=True)
        if self._stills:
            self._rest.start(NEXT_MS)

    def _release_all(self) -> None:
        self._rest.stop()
        for panel in tuple(self._stills):
            self._let_go(panel)
