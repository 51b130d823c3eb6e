"""Which facts of a day do not agree: what each row says, since when, and who says so."""

from collections.abc import Mapping, Sequence
from datetime import date
from html import escape

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from siteselect.language import say
from siteselect.model.event import Conflict, Statement
from siteselect.ui.theme import SIZES

WIDTH, LEAST, MOST = 680, 220, 560
"""Pixels: the dialog is as high as what it tells, within bounds."""


class ConflictsDialog(QDialog):
    """One page of conflicts. `facts_wanted` is emitted when a person wants to look at the rows."""

    facts_wanted = Signal()

    def __init__(
        self,
        conflicts: Sequence[Conflict],
        day: date,
        lands: Mapping[str, str],
        parent: QWidget | None = None,
    ) -> None:
        """`lands` holds the title of each jurisdiction."""
        super().__init__(parent)
        self.setWindowTitle(say("Facts that do not agree"))
        heading = QLabel(say("Facts of {day} that do not agree", day=day))
        heading.setObjectName("title")
        about = QLabel(
            say(
                "Every row is shown and none is dropped. The first one leads; a "
                "price that several make is an interval."
            )
            if conflicts
            else say("The facts of this day agree.")
        )
        about.setObjectName("muted")
        about.setWordWrap(True)
        self.page = QTextBrowser()
        self.page.setOpenExternalLinks(True)
        self.page.setAccessibleName(heading.text())
        self.page.setHtml(conflicts_page(conflicts, lands))
        self.page.setVisible(bool(conflicts))
        facts = QPushButton(say("Facts of the day…"))
        facts.setToolTip(say("Look at the rows, correct one, or add one of your own"))
        facts.clicked.connect(self._want_facts)
        close = QPushButton(say("Close"))
        close.setObjectName("primary")
        close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addWidget(facts)
        buttons.addStretch(1)
        buttons.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(10)
        layout.addWidget(heading)
        layout.addWidget(about)
        layout.addWidget(self.page, 1)
        layout.addLayout(buttons)
        document = self.page.document()
        document.setTextWidth(WIDTH - 60)
        around = 150 if conflicts else 110
        wanted = round(document.size().height()) + around if conflicts else around
        self.resize(WIDTH, min(max(wanted, LEAST if conflicts else around), MOST))

    def _want_facts(self) -> None:
        self.accept()
        self.facts_wanted.emit()


def conflicts_page(conflicts: Sequence[Conflict], lands: Mapping[str, str]) -> str:
    """Return the conflicts as rich text; whatever the facts say is escaped."""
    return "".join(_conflict(each, lands) for each in conflicts)


def _conflict(conflict: Conflict, lands: Mapping[str, str]) -> str:
    land = lands.get(conflict.jurisdiction, conflict.jurisdiction)
    several = len(conflict.statements) > 1
    rows = "".join(
        _statement(each, leads=several and place == 0)
        for place, each in enumerate(conflict.statements)
    )
    return (
        f"<h4 style='margin-bottom:4px'>{escape(land)}: {escape(conflict.subject)}</h4>"
        f"<table cellspacing='0' cellpadding='3' width='100%'>{rows}</table>"
    )


def _statement(each: Statement, *, leads: bool) -> str:
    small = f"font-size:{SIZES['small']}px"
    mark = f"<b>{escape(say('leads'))}</b>" if leads else ""
    told = "<br>".join(escape(text) for text in (each.period, each.note) if text)
    return (
        f"<tr><td width='52' style='{small}'>{escape(each.row)}<br>{mark}</td>"
        f"<td><b>{escape(each.words)}</b>"
        f"<div style='{small}'>{told}<br>{_linked(each.source)}</div></td></tr>"
    )


def _linked(source: str) -> str:
    """Return a source whose addresses can be clicked."""
    words = []
    for word in source.split():
        bare = word.rstrip(";,")
        if bare.startswith(("https://", "http://")):
            rest = escape(word[len(bare) :])
            words.append(f"<a href='{escape(bare, quote=True)}'>{escape(bare)}</a>{rest}")
        else:
            words.append(escape(word))
    return " ".join(words)
