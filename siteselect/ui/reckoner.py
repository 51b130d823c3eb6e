"""The money in the background: reckoned anew when the hand rests, and only while it is in sight."""

from collections.abc import Callable, Hashable
from datetime import UTC, datetime
from math import isnan, nan

from PySide6.QtCore import QObject, QTimer

from siteselect.model.evaluation import Evaluation
from siteselect.model.study import Study
from siteselect.progress import Progress
from siteselect.ui.ground import Ground
from siteselect.ui.money_day import MoneyDay, SiteMoney, money_day, site_money
from siteselect.ui.session import Session
from siteselect.ui.site_words import row_of
from siteselect.ui.tasks import Tasks

REST_MS = 80
"""So long the hand must rest; a reckoning takes a fifth of a second."""
TASK, SITE_TASK, TIME_TASK = "money", "site money", "over time"


class Reckoner(QObject):
    """Concludes a `MoneyDay`, the `SiteMoney` of the picked site, and an `OverTime`.

    Asleep it does nothing; awakened it reckons what has changed since. A newer study ends what was
    begun on an older one.
    """

    def __init__(self, session: Session, tasks: Tasks, failed: Callable[[Exception], None]) -> None:
        super().__init__(session)
        self._session, self._tasks, self._failed = session, tasks, failed
        self._awake = False
        self._day: MoneyDay | None = None
        self._reckoned: Hashable = None
        self._ranked: Hashable = None
        self._site: tuple[MoneyDay, str] | None = None
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._begin)
        session.changed.connect(self._changed)
        tasks.stopped.connect(self._was_stopped)
        session.selected.connect(self._picked)

    @property
    def settled(self) -> bool:
        """Whether all that follows from the last evaluation has been told."""
        running = {TASK, SITE_TASK, TIME_TASK} & self._tasks.running
        return not (self._rest.isActive() or running)

    def wake(self, awake: bool) -> None:
        """Reckon from now on, or rest."""
        self._awake = awake
        if awake:
            self._rest.start()

    def _changed(self, evaluation: object) -> None:
        del evaluation
        if self._awake:
            self._rest.start()

    def _picked(self, names: object) -> None:
        del names
        if self._awake and not self._rest.isActive():
            self._reckon_site()

    def _begin(self) -> None:
        ground, study = self._session.ground, self._session.study
        if ground is None or ground.pack is None or self._session.evaluation is None:
            return
        self._reckon(ground, study)
        self._rank(ground, study)

    def _reckon(self, ground: Ground, study: Study) -> None:
        wanted = (ground, study.candidates, study.context, study.facts)
        if wanted == self._reckoned:
            self._reckon_site()
            return
        self._reckoned = wanted
        self._tasks.cancel(SITE_TASK)

        def work(progress: Progress) -> MoneyDay:
            return money_day(study, ground.pack, progress)

        self._tasks.start(TASK, work, self._take_day, self._refuse)

    def _take_day(self, value: object) -> None:
        if isinstance(value, MoneyDay):
            self._day = value
            self._session.conclude(value)
            self._reckon_site()

    def _was_stopped(self, key: str) -> None:
        """Reckon anew with the next change what a person has stopped."""
        if key == TASK:
            self._reckoned = None
        elif key == SITE_TASK:
            self._site = None
        elif key == TIME_TASK:
            self._ranked = None

    def _refuse(self, fault: Exception) -> None:
        self._reckoned = None
        self._failed(fault)

    def _reckon_site(self) -> None:
        """Reckon the best placed of the picked sites, else of those that can be reckoned."""
        day, evaluation = self._day, self._session.evaluation
        if day is None or evaluation is None or TASK in self._tasks.running:
            return
        name = _site_to_show(evaluation, self._session.selection, day)
        if name not in day.names or self._site == (day, name):
            return
        self._site = (day, name)

        def work(progress: Progress) -> SiteMoney:
            return site_money(day, name, progress)

        self._tasks.start(SITE_TASK, work, self._session.conclude, self._failed)

    def _rank(self, ground: Ground, study: Study) -> None:
        """Rank the sites on the same day of every year."""
        wanted = (ground, study.candidates, study.scenario, study.context, study.facts,
                  study.measures)  # fmt: skip
        if wanted == self._ranked:
            return
        self._ranked = wanted

        def work(progress: Progress) -> object:
            from siteselect.project.over_time import days_of_years, over_time

            day, today = study.context.as_of, datetime.now(UTC).date()
            first = ground.pack.manifest.first_day or day
            days = days_of_years(day, min(first, day), max(today, day))
            return over_time(study, ground.pack, days, progress)

        def failed(fault: Exception) -> None:
            self._ranked = None
            self._failed(fault)

        self._tasks.start(TIME_TASK, work, self._session.conclude, failed)


def _site_to_show(evaluation: Evaluation, picked: frozenset[str], day: MoneyDay) -> str:
    """Return the best placed of the picked sites, else of those whose money is known."""
    names = evaluation.matrix.sites.names
    known = dict(zip(day.names, day.finance.estimate("npv").value.tolist(), strict=True))
    if not picked:
        order = (names[int(row)] for row in evaluation.order)
        found = next((name for name in order if not isnan(known.get(name, nan))), None)
        if found is not None:
            return found
    row = row_of(evaluation, picked)
    return names[row] if row is not None else ""
