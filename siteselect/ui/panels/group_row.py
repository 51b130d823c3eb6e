"""The heading of a group: its name, a slider and a share that scale its members."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from siteselect.language import say
from siteselect.ui.criteria_edits import CriteriaEdits
from siteselect.ui.widgets.name_label import NameLabel
from siteselect.ui.widgets.number_box import ShareBox
from siteselect.ui.widgets.weight_slider import WeightSlider

_WIDE = 64


class GroupRow(QWidget):
    """Shows the share of one group and asks for its edits.

    `wished` is emitted with a wish and the group's name when what is wanted needs a dialog.
    """

    wished = Signal(str, str)

    def __init__(self, edits: CriteriaEdits, name: str) -> None:
        super().__init__()
        self._edits = edits
        self.group = name
        self.name = NameLabel(say(name), capitals=True)
        self.name.label.setObjectName("group")
        self.name.setToolTip(say("Double click renames the group"))
        self.slider = WeightSlider(say("{name}: share of the group", name=say(name)), maximum=100.0)
        self.slider.setFixedWidth(_WIDE)
        self.share = ShareBox(say("{name}: share of the group in per cent", name=say(name)))
        for part in (self.slider, self.share):
            part.setToolTip(say("Scales all criteria of the group"))
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 8, 8, 0)
        row.setSpacing(6)
        row.addWidget(self.name, 1)
        row.addWidget(self.slider)
        row.addWidget(self.share)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.slider.edited.connect(self._give)
        self.share.edited.connect(self._give)
        self.name.edited.connect(lambda title: edits.rename_group(name, title))

    def show_share(self, per_cent: int, *, counts: bool) -> None:
        """Show the share of the group; one without a criterion that counts has none."""
        self.slider.show_value(per_cent)
        self.share.show_share(per_cent)
        if counts != self.slider.isEnabled():
            self.slider.setEnabled(counts)
            self.share.setEnabled(counts)

    def menu(self) -> QMenu:
        """Return the menu of what can be done with the group."""
        made = QMenu(self)
        made.addAction(say("Add a criterion here…")).triggered.connect(
            lambda: self.wished.emit("criterion", self.group)
        )
        made.addAction(say("Rename")).triggered.connect(self.name.rename)
        return made

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu at the pointer."""
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def _give(self, per_cent: float, gesture: int) -> None:
        self._edits.give_group_share(self.group, per_cent, gesture)
