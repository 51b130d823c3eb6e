"""Add sites from any table: its first rows, what each column holds, and a live report."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from siteselect.intake.choices import Choices
from siteselect.intake.fields import TITLES
from siteselect.intake.trial import Trial
from siteselect.language import say, say_count
from siteselect.ui.dialogs.import_choices import ImportChoices
from siteselect.ui.dialogs.import_preview import CRITERION, ImportPreview

Try = Callable[[Choices, Callable[[object], None]], None]
"""Asks for a trial of other choices; it arrives by the callable, later."""


class ImportTableDialog(QDialog):
    """Shows a trial and asks for others; `trial` and `criteria` tell what was decided."""

    def __init__(
        self, trial: Trial, known: frozenset[str], ask: Try, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("Add sites"))
        self.resize(1060, 700)
        self._known, self._ask = known, ask
        self.trial = trial
        self.criteria: frozenset[str] = frozenset()
        """Columns that are to become criteria."""
        heading = QLabel(say("How is {file} to be read?", file=trial.source.name))
        heading.setObjectName("title")
        heading.setTextFormat(Qt.TextFormat.PlainText)
        self.about = _words("pale")
        self.choices = ImportChoices()
        self.preview = ImportPreview()
        self.summary = _words("subtitle")
        self.replaced = _words("pale")
        self.findings = QPlainTextEdit(readOnly=True)
        self.findings.setAccessibleName(say("What was found in the file"))
        self.findings.setFixedHeight(132)
        self.keep = QCheckBox(say("Read tables with the same headings like this from now on"))
        self.keep.setChecked(True)
        self.add = QPushButton()
        self.add.setObjectName("primary")
        self.add.setDefault(True)
        self.add.clicked.connect(self.accept)
        self.cancel = QPushButton(say("Cancel"))
        self.cancel.setAutoDefault(False)
        self.cancel.clicked.connect(self.reject)
        self.choices.changed.connect(self._wish)
        self.preview.chosen.connect(self._choose)
        self._lay_out(heading)
        self.display(trial)

    def display(self, value: object) -> None:
        """Show a trial; one that is not of the latest choices is passed over."""
        if not isinstance(value, Trial):
            return
        self.trial = value
        self.choices.show_trial(value)
        self.about.setText(self._about(value))
        if value.draft is None:
            self.preview.show_nothing()
        else:
            self.preview.show_draft(value.draft, value.left_out, self.criteria)
        report = value.report
        said = value.fault.replace(str(value.source.path), value.source.name)
        self.summary.setText(said or report.summary)
        self.findings.setPlainText("\n".join(_told(value)))
        names = sorted(self._known & {site.name for site in value.sites})
        self.replaced.setText(
            say("In place of sites of the same name: {names}.", names=", ".join(names))
        )
        self.replaced.setVisible(bool(names))
        count = len(value.sites)
        self.add.setText(say_count("Add {count} site", "Add {count} sites", count))
        self.add.setEnabled(count > 0)

    def _about(self, trial: Trial) -> str:
        if trial.draft is None:
            return say("Choose another encoding or separator: with these no row can be read.")
        count = len(trial.draft.rows)
        return say_count(
            "{form}, {count} row. Above each column stands what it holds: change what is wrong.",
            "{form}, {count} rows. Above each column stands what it holds: change what is wrong.",
            count,
            form=trial.source.form.value[:1].upper() + trial.source.form.value[1:],
        )

    def _wish(self, choices: object) -> None:
        if isinstance(choices, Choices):
            self._ask(choices, self.display)

    def _choose(self, at: int, field: str) -> None:
        draft = self.trial.draft
        if draft is None:
            return
        heading = draft.heading(at)
        self.criteria -= {heading}
        if field == CRITERION:
            self.criteria |= {heading}
            field = ""
        choices = self.trial.choices
        before = {place: name for name, place in draft.places}.get(at, "")
        for name, place in draft.places:  # what was found stays, though one column is changed
            choices = choices.with_column(name, self._named(place))
        if before:
            choices = choices.with_column(before, "")
        if field:
            choices = choices.with_column(field, self._named(at))
        self._wish(choices)

    def _named(self, at: int) -> str:
        """Return a column's heading, or its number where another bears the same."""
        draft = self.trial.draft
        if draft is None or not draft.header[at]:
            return str(at + 1)
        first = [cell.casefold() for cell in draft.header].index(draft.header[at].casefold())
        return draft.header[at] if first == at else str(at + 1)

    def _lay_out(self, heading: QLabel) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.keep, 1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.add)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(10)
        above: tuple[QWidget, ...] = (heading, self.about, self.choices)
        below: tuple[QWidget, ...] = (self.summary, self.replaced, self.findings)
        for widget in above:
            layout.addWidget(widget)
        layout.addWidget(self.preview, 1)
        for widget in below:
            layout.addWidget(widget)
        layout.addLayout(buttons)


def _told(trial: Trial) -> list[str]:
    """Return the findings in words, those first that cost a row."""
    if trial.fault:
        return []
    findings = sorted(trial.report.findings, key=lambda each: (not each.left_out, each.row))
    lines = []
    for each in findings:
        place = [say("row {number}", number=each.row)] if each.row else []
        place += [say(TITLES.get(each.column, each.column))] if each.column else []
        text = f"{', '.join(place)}: {each.text}" if place else each.text
        lines.append(f"× {text}" if each.left_out else text)
    return lines or [say("Nothing was left out, and nothing is odd.")]


def _words(name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
