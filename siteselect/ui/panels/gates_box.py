"""The gates of the scenario at work: what each demands, how many remain, one more."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from siteselect.language import say
from siteselect.mcda.gate_summary import GateSummary, gate_summary
from siteselect.model.decision_matrix import DecisionMatrix
from siteselect.model.evaluation import Evaluation
from siteselect.model.gate import Gate
from siteselect.ui.panels.gate_row import GateRow
from siteselect.ui.session import Session
from siteselect.ui.theme import Theme
from siteselect.ui.widgets.icons import icon


class GatesBox(QWidget):
    """Shows every gate as a row, and what they do together.

    `wished` is emitted with a wish and a measure when what is wanted needs a dialog.
    """

    wished = Signal(str, str)

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self._session = session
        self._theme = theme
        self._seen: tuple[tuple[Gate, ...], DecisionMatrix] | None = None
        self.rows: dict[str, GateRow] = {}
        heading = QLabel(say("MUST BE MET"))
        heading.setObjectName("group")
        self.add = QToolButton()
        self.add.setObjectName("quiet")
        self.add.setText(say("Gate"))
        self.add.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.add.setAccessibleName(say("Add a gate"))
        self.add.setToolTip(say("Demand a bound on any measure"))
        self.add.clicked.connect(lambda: self.wished.emit("gate", ""))
        self.summary = QLabel()
        self.summary.setObjectName("muted")
        self.summary.setWordWrap(True)
        self.summary.setTextFormat(Qt.TextFormat.PlainText)
        self.summary.setContentsMargins(12, 0, 12, 2)
        head = QHBoxLayout()
        head.setContentsMargins(12, 8, 8, 0)
        head.addWidget(heading, 1)
        head.addWidget(self.add)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(head)
        layout.addWidget(self.summary)
        layout.addLayout(self._rows)
        self.apply_theme(theme)

    def display(self, evaluation: Evaluation) -> None:
        """Show the gates of this evaluation; nothing is done while they and the facts stay."""
        gates = evaluation.scenario.gates
        if tuple(self.rows) != tuple(each.measure for each in gates):
            self._build(evaluation)
        for gate in gates:
            self.rows[gate.measure].show_gate(evaluation, gate)
        if self._seen is None or self._seen[0] != gates or self._seen[1] is not evaluation.matrix:
            self._seen = (gates, evaluation.matrix)
            self._tell(gate_summary(evaluation))

    def apply_theme(self, theme: Theme) -> None:
        """Take on other colours."""
        self._theme = theme
        self.add.setIcon(icon("plus", theme.muted, size=12))
        for row in self.rows.values():
            row.apply_theme(theme)

    def _tell(self, summary: GateSummary) -> None:
        self.summary.setText(summary.sentence)
        name = "caution" if not summary.remaining and summary.total else "muted"
        if name != self.summary.objectName():
            self.summary.setObjectName(name)
            self.summary.style().unpolish(self.summary)
            self.summary.style().polish(self.summary)

    def _build(self, evaluation: Evaluation) -> None:
        for row in self.rows.values():
            self._rows.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = {}
        for gate in evaluation.scenario.gates:
            title = evaluation.matrix.info(gate.measure).title
            row = GateRow(self._session, gate, title, self._theme)
            row.wished.connect(self.wished)
            self.rows[gate.measure] = row
            self._rows.addWidget(row)
