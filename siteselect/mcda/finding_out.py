"""What to find out next: the unknown whose value could change the first places most."""

from dataclasses import dataclass

import numpy as np

from siteselect.language import say
from siteselect.mcda.contest import Contest
from siteselect.mcda.rank import EQUAL
from siteselect.model.arrays import Floats
from siteselect.model.evaluation import Evaluation
from siteselect.model.gate import Verdict
from siteselect.progress import Progress, silent


@dataclass(frozen=True, slots=True)
class Question:
    """One value that is unknown or uncertain, and what knowing it could change."""

    site: str
    measure: str
    unknown: bool
    """Whether nothing is known; else the value lies within an interval."""
    gate: bool
    """Whether it decides on a gate, so that the site could join the ranking or leave it."""
    moves: int
    """How many of the first places could get another site."""
    swing: float
    """How far apart the site's score would lie at the worst and at the best of it."""
    best_place: int
    worst_place: int
    """The site's place among the contenders at either end; 0 outside the ranking."""


@dataclass(frozen=True, eq=False, slots=True)
class Questions:
    """Every open question, the weightiest first."""

    evaluation: Evaluation
    top: int
    questions: tuple[Question, ...]

    @property
    def next(self) -> Question | None:
        """The one to ask first; None when no answer could change the first places."""
        first = self.questions[0] if self.questions else None
        return first if first and first.moves else None

    @property
    def sentence(self) -> str:
        """What to ask for first, and why."""
        first = self.next
        if first is None:
            return say("No single unknown could change the first {top}.", top=self.top)
        title = self.evaluation.matrix.info(first.measure).title
        best = say("place {place}", place=first.best_place) if first.best_place else say("no place")
        worst = (
            say("place {place}", place=first.worst_place) if first.worst_place else say("no place")
        )
        return say(
            "Find out next: {title} of {site}. It could bring {site} from {worst} to "
            "{best} and change {moves} of the first {top}.",
            title=title,
            site=first.site,
            worst=worst,
            best=best,
            moves=first.moves,
            top=self.top,
        )


def finding_out(evaluation: Evaluation, top: int = 3, progress: Progress = silent) -> Questions:
    """Return which unknown or uncertain value could change the first places most.

    Each such value of a contender is put at its worst and at its best, all else as it ranks; each
    unknown gate of a site below the line is taken as failed and as passed.

    Parameters
    ----------
    evaluation
        What was concluded.
    top
        How many of the first places matter.
    progress
        Is told after each site, and may stop the work.

    Returns
    -------
    Questions sorted by how many of the first places an answer could change, then by the swing.
    """
    contest = Contest(evaluation)
    found = _gate_questions(contest, top) + _value_questions(contest, top, progress)
    found.sort(key=lambda each: (-each.moves, -each.swing, each.site, each.measure))
    return Questions(evaluation, top, tuple(found))


def _value_questions(contest: Contest, top: int, progress: Progress) -> list[Question]:
    evaluation = contest.evaluation
    least, greatest = evaluation.values_low, evaluation.values_high
    open_cells = (greatest > least) & (evaluation.shares > 0)
    measures = [each.measure for each in evaluation.criteria]
    found = []
    for place, row in enumerate(contest.contenders):
        asked = dict.fromkeys(measures[column] for column in np.flatnonzero(open_cells[row]))
        for measure in asked:
            columns = [column for column, each in enumerate(measures) if each == measure]
            ends = []
            for end in (least, greatest):
                values = evaluation.values.copy()
                values[row, columns] = end[row, columns]
                ends.append(contest.merits(evaluation.shares, values))
            found.append(
                Question(
                    contest.names[place],
                    measure,
                    bool(np.isnan(evaluation.values[row, columns]).any()),
                    False,
                    _moves(_first(ends[0], top), _first(ends[1], top)),
                    float(abs(ends[1][place] - ends[0][place])),
                    _place(ends[1], place),
                    _place(ends[0], place),
                )
            )
        progress(
            (place + 1) / len(contest.contenders), say("Asking what each unknown could change")
        )
    return found


def _gate_questions(contest: Contest, top: int) -> list[Question]:
    """Return one for each site that a single unknown gate keeps below the line."""
    evaluation = contest.evaluation
    if not evaluation.passing:
        return []
    merits = evaluation.scores[contest.contenders]
    found = []
    for row, verdict in enumerate(evaluation.verdicts):
        unknown = [each for each in evaluation.gates[row] if each.verdict is Verdict.UNKNOWN]
        if verdict is not Verdict.UNKNOWN or len(unknown) != 1 or np.isnan(evaluation.scores[row]):
            continue
        joined = np.append(merits, evaluation.scores[row])
        found.append(
            Question(
                evaluation.matrix.sites.names[row],
                unknown[0].gate.measure,
                True,
                True,
                _moves(_first(merits, top), _first(joined, top)),
                float(evaluation.scores[row]),
                _place(joined, len(merits)),
                0,
            )
        )
    return found


def _first(merits: Floats, top: int) -> list[int]:
    """Return who holds the first places; of equals the one listed first."""
    order = np.argsort(-np.round(merits, 12), kind="stable")
    return [int(place) for place in order[:top]]


def _moves(one: list[int], other: list[int]) -> int:
    """Return how many of the first places are held by another site."""
    longest = max(len(one), len(other))
    pairs = zip(
        one + [-1] * (longest - len(one)), other + [-1] * (longest - len(other)), strict=True
    )
    return sum(first != second for first, second in pairs)


def _place(merits: Floats, place: int) -> int:
    return int((merits > merits[place] + EQUAL).sum()) + 1
