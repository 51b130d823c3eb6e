"""Add layers: what a file holds, what each part is to the criteria, and how it is drawn."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import (
    QCheckBox,
    QColorDialog,
    QComboBox,
    QDialog,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from siteselect.language import later, say, say_count
from siteselect.model.user_layer import Role
from siteselect.ui.dialogs.foot import foot

ROLES: dict[Role, str] = {
    Role.SUBSTATIONS: later("Substations"),
    Role.POWER_LINES: later("Power lines"),
    Role.ROADS: later("Roads"),
    Role.RAILWAYS: later("Railways"),
    Role.AVOIDED: later("Areas to avoid"),
    Role.BORDERS: later("Borders"),
    Role.OTHER: later("Only to be seen"),
}


@dataclass(frozen=True, slots=True)
class Offered:
    """A layer that a file holds."""

    title: str
    role: Role
    features: int
    fixed: bool = False
    """Whether its role is known: the file tells it."""
    columns: tuple[str, ...] = ()
    """Columns that may hold a voltage."""
    voltage: str = ""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a person wants of a layer that is offered."""

    place: int
    """Which of those offered."""
    title: str
    role: Role
    voltage: str
    colour: str


class _Row:
    """The fields of one layer."""

    def __init__(self, each: Offered) -> None:
        self.wanted = QCheckBox()
        self.wanted.setChecked(True)
        self.wanted.setAccessibleName(say("Take in {title}", title=each.title))
        self.title = QLineEdit(each.title)
        self.title.setAccessibleName(say("Title"))
        self.title.setMaxLength(80)
        self.count = QLabel(say_count("{count} feature", "{count} features", each.features))
        self.count.setObjectName("pale")
        self.role = QComboBox()
        self.role.setAccessibleName(say("What it is"))
        for role, words in ROLES.items():
            self.role.addItem(say(words), role)
        self.role.setCurrentIndex(self.role.findData(each.role))
        self.role.setEnabled(not each.fixed)
        self.voltage = QComboBox()
        self.voltage.setAccessibleName(say("Column of the voltage"))
        self.voltage.addItem(say("no voltage"), "")
        for column in each.columns:
            self.voltage.addItem(column, column)
        self.voltage.setCurrentIndex(max(self.voltage.findData(each.voltage), 0))
        self.voltage.setVisible(bool(each.columns))
        self.colour = ""
        self.paint = QToolButton()
        self.paint.setText(say("Colour…"))
        self.paint.setToolTip(say("The colour on the map; else that of what it is"))
        self.paint.clicked.connect(self._ask_colour)

    def widgets(self) -> tuple[QWidget, ...]:
        """Return the fields in the order of the columns."""
        return self.wanted, self.title, self.role, self.voltage, self.paint, self.count

    def _ask_colour(self) -> None:
        first = QColor(self.colour or "#00796B")
        chosen = QColorDialog.getColor(first, self.paint.window(), say("Colour of the layer"))
        if chosen.isValid():
            self.colour = chosen.name()
            swatch = QPixmap(14, 14)
            swatch.fill(chosen)
            self.paint.setIcon(QIcon(swatch))
            self.paint.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)


class AddLayersDialog(QDialog):
    """Accepted when layers are wanted; `chosen` tells which and how."""

    def __init__(
        self,
        file: str,
        offered: Sequence[Offered],
        notes: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("Add layers"))
        self.setMinimumWidth(600)
        heading = QLabel(
            say_count("{file} holds {count} layer", "{file} holds {count} layers", len(offered),
                      file=file)
        )  # fmt: skip
        heading.setObjectName("title")
        heading.setTextFormat(Qt.TextFormat.PlainText)
        heading.setWordWrap(True)
        about = QLabel(
            say(
                "A copy goes with the project. Substations, roads, railways and areas to avoid "
                "are measured to, in the list and on the surface. Borders are drawn in place of "
                "those of the region; sites keep its jurisdictions."
            )
        )
        about.setObjectName("pale")
        about.setWordWrap(True)
        self.rows = [_Row(each) for each in offered]
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for line, row in enumerate(self.rows):
            for column, widget in enumerate(row.widgets()):
                grid.addWidget(widget, line, column)
            row.wanted.toggled.connect(self._look)
            row.title.textChanged.connect(self._look)
        self.notes = QLabel("\n".join(notes[:4]))
        self.notes.setObjectName("pale")
        self.notes.setTextFormat(Qt.TextFormat.PlainText)
        self.notes.setWordWrap(True)
        self.notes.setVisible(bool(notes))
        self.add = QPushButton(say("Add"))
        self.add.clicked.connect(self.accept)
        buttons = foot(self, self.add)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        for part in (heading, about):
            layout.addWidget(part)
        layout.addLayout(grid)
        layout.addWidget(self.notes)
        layout.addLayout(buttons)

    @property
    def chosen(self) -> tuple[Chosen, ...]:
        """The layers wanted, in their order."""
        return tuple(
            Chosen(
                place,
                row.title.text().strip(),
                row.role.currentData(),
                str(row.voltage.currentData()),
                row.colour,
            )
            for place, row in enumerate(self.rows)
            if row.wanted.isChecked()
        )

    def _look(self) -> None:
        """Nothing wanted, or one without a title, cannot be added."""
        self.add.setEnabled(bool(self.chosen) and all(each.title for each in self.chosen))
