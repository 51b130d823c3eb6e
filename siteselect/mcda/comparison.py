"""Why one site stands above another, and what would turn it round."""

from dataclasses import dataclass

import numpy as np

from siteselect.errors import StudyError
from siteselect.language import say
from siteselect.mcda.contest import Contest
from siteselect.mcda.flips import ValueFlip, value_flips_of
from siteselect.mcda.rank import EQUAL
from siteselect.mcda.sensitivity import WeightFlip, share_ends, weight_of
from siteselect.model.evaluation import Evaluation


@dataclass(frozen=True, slots=True)
class Difference:
    """One criterion of two sites."""

    key: str
    title: str
    unit: str
    raw: float
    other_raw: float
    """In the unit; NaN where unknown."""
    difference: float
    """Share x (value less the other's value), unknown values as they rank."""


@dataclass(frozen=True, eq=False, slots=True)
class Comparison:
    """Two sites side by side; the first has the better or the same score."""

    evaluation: Evaluation
    site: str
    other: str
    advance: float
    """Score of the first less score of the other."""
    differences: tuple[Difference, ...]
    """The greatest first, whichever site it speaks for."""
    adds_up: bool
    """Whether the differences sum to the advance, as they do for the weighted sum."""
    weight_flips: tuple[WeightFlip, ...]
    """For each criterion the smallest change of its weight that turns it round, smallest first."""
    value_flips: tuple[ValueFlip, ...]
    """For each raw value of the two the smallest change that does, smallest first."""

    @property
    def sentence(self) -> str:
        """Who leads by how much, and what speaks for either."""
        if self.advance <= EQUAL:
            return say("{site} and {other} have the same score.", site=self.site, other=self.other)
        first = say(
            "{site} is {advance} above {other}",
            site=self.site,
            advance=_points(self.advance),
            other=self.other,
        )
        fors = _listed([each for each in self.differences if each.difference > 0])
        against = _listed([each for each in self.differences if each.difference < 0])
        said = [say("for it speak {fors}", fors=fors)] if fors else []
        said += [say("against it {against}", against=against)] if against else []
        return f"{first}: {'; '.join(said)}." if said else f"{first}."


def compare(evaluation: Evaluation, site: str, other: str) -> Comparison:
    """Return why one of two contenders stands above the other.

    Parameters
    ----------
    evaluation
        What was concluded.
    site, other
        Names of two contenders, in either order.

    Returns
    -------
    Their differences criterion by criterion, and the smallest changes that turn them round.
    """
    contest = Contest(evaluation)
    for name in (site, other):
        if name not in contest.names:
            raise StudyError(
                say("{name} does not stand for the first place: compare ranked sites.", name=name)
            )
    if site == other:
        raise StudyError(say("{site} is one site: name two to be compared.", site=site))
    places = sorted((contest.names.index(site), contest.names.index(other)))
    members = np.array(places, dtype=np.intp)
    row, against = (int(contest.contenders[place]) for place in places)
    return Comparison(
        evaluation,
        contest.names[places[0]],
        contest.names[places[1]],
        float(evaluation.scores[row] - evaluation.scores[against]),
        _differences(evaluation, row, against),
        evaluation.scenario.method == "weighted_sum",
        tuple(sorted(_weight_flips(contest, members), key=lambda flip: abs(flip.change))),
        tuple(sorted(_value_flips(contest, members), key=lambda flip: flip.size)),
    )


def _differences(evaluation: Evaluation, row: int, against: int) -> tuple[Difference, ...]:
    found = []
    contributions = evaluation.contributions[row] - evaluation.contributions[against]
    for criterion, difference in zip(evaluation.criteria, contributions, strict=True):
        info = evaluation.matrix.info(criterion.measure)
        raw = evaluation.matrix.column(criterion.measure).value
        found.append(
            Difference(
                criterion.key,
                criterion.title or info.title,
                info.unit,
                float(raw[row]),
                float(raw[against]),
                float(difference),
            )
        )
    return tuple(sorted(found, key=lambda each: -abs(each.difference)))


def _weight_flips(contest: Contest, members: np.ndarray) -> list[WeightFlip]:
    evaluation, parts = contest.evaluation, contest.parts
    found = []
    for place, criterion in enumerate(evaluation.criteria):
        low, high, below, above = share_ends(contest, place, members, parts)
        share = float(evaluation.shares[place])
        ends = [end for end, who in ((low, below), (high, above)) if who]
        if ends:
            then = min(ends, key=lambda end: abs(end - share))
            found.append(
                WeightFlip(
                    criterion.key,
                    contest.names[members[1]],
                    share,
                    then,
                    criterion.weight,
                    weight_of(evaluation, place, then),
                )
            )
    return found


def _value_flips(contest: Contest, members: np.ndarray) -> list[ValueFlip]:
    return [flip for place in members for flip in value_flips_of(contest, int(place), members)]


def _listed(differences: list[Difference], most: int = 3) -> str:
    return ", ".join(
        say("{criterion} ({points:+.1f})", criterion=each.title, points=each.difference * 100)
        for each in differences[:most]
    ).replace("(-", "(\N{MINUS SIGN}")


def _points(advance: float) -> str:
    return say("{points:.1f} points", points=advance * 100)
