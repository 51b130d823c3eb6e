"""The thin line at the foot: coordinates, scale, sources and their age, the last scoring."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from siteselect.language import say, say_count
from siteselect.model.evaluation import Evaluation
from siteselect.ui.ground import Ground
from siteselect.ui.panels.jobs import JobsButton
from siteselect.ui.panels.position import PositionButton, ReferenceBadge
from siteselect.ui.running_jobs import RunningJobs
from siteselect.ui.session import Session
from siteselect.ui.tasks import Advance
from siteselect.ui.widgets.elided import ElidedLabel
from siteselect.ui.widgets.tips import tip


class StatusLine(QWidget):
    """Tells where the pointer is, what the data rest on, and what is being done.

    `stop_wanted` carries the key of work that a person wants ended.
    """

    stop_wanted = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setObjectName("statusLine")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session = session
        self._running = RunningJobs()
        self.position = PositionButton()
        self.reference = ReferenceBadge()
        self.sources = ElidedLabel()
        self.work = JobsButton()
        self.work.stop_wanted.connect(self.stop_wanted)
        self.scored = QLabel()
        self.progress = QProgressBar()
        self.progress.setRange(0, 1000)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(say("Progress"))
        keep = self.progress.sizePolicy()
        keep.setRetainSizeWhenHidden(True)
        self.progress.setSizePolicy(keep)
        self.progress.hide()
        widest = _scored(8888, 88.8)
        metrics = self.fontMetrics()  # fixed labels ask nobody to lay out the window anew
        self.scored.setFixedSize(max(230, metrics.horizontalAdvance(widest)), 16)
        row = QHBoxLayout()
        row.setContentsMargins(6, 0, 6, 0)
        row.setSpacing(24)
        row.addWidget(self.position)
        row.addWidget(self.reference)
        row.addWidget(self.sources, 1)
        row.addWidget(self.scored)
        row.addWidget(self.work)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.progress)
        whole.addLayout(row)

    def show_position(self, text: str) -> None:
        """Show coordinates and scale as the map tells them."""
        self.position.show_position(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Name the reference system as far as there is room."""
        self.reference.fit(event.size().width())
        super().resizeEvent(event)

    def display(self, evaluation: Evaluation) -> None:
        """Tell how long the scoring took."""
        count = len(evaluation.matrix.sites)
        self.scored.setText(_scored(count, self._session.scored_ms))

    def conclude(self, value: object) -> None:
        """Tell the sources of an opened pack and their age."""
        if not isinstance(value, Ground) or value.pack is None:
            return
        manifest = value.pack.manifest
        days = [each.retrieved for each in manifest.sources.values() if each.retrieved]
        newest = f" · {say('newest {day:%Y-%m}', day=max(days))}" if days else ""
        covered = f" · {value.covered}" if value.covered else ""
        self.sources.show_text(
            say_count(
                "{reference} · {count} source{newest}{covered}",
                "{reference} · {count} sources{newest}{covered}",
                len(manifest.sources),
                reference=manifest.reference,
                newest=newest,
                covered=covered,
            )
        )
        told = [each.attribution or each.title for each in manifest.sources.values()]
        self.sources.setToolTip(tip("\n".join(told)))

    def show_progress(self, advance: object) -> None:
        """Show how far the work in the background is (an `Advance`)."""
        if not isinstance(advance, Advance):
            return
        self._running.hear(advance)
        jobs = self._running.jobs
        shown = jobs[-1] if jobs else None
        self.progress.setVisible(shown is not None)
        self.progress.setValue(round(1000 * shown.part) if shown else 0)
        self.work.show_jobs(jobs)


def _scored(count: int, scored_ms: float) -> str:
    return say_count(
        "scored {count} site in {scored_ms:.1f} ms",
        "scored {count} sites in {scored_ms:.1f} ms",
        count,
        scored_ms=scored_ms,
    )
