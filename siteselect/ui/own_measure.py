"""What a person's own measure would give, before it is in the study."""

import numpy as np

from siteselect.errors import StudyError
from siteselect.language import say
from siteselect.model.criterion import Criterion
from siteselect.model.decision_matrix import Column, Provenance
from siteselect.model.evaluation import Evaluation
from siteselect.model.study import Study
from siteselect.model.user_measure import UserMeasure
from siteselect.project.column_criteria import key_for
from siteselect.project.user_columns import check_measure, criterion_on, user_column

__all__ = [
    "checked",
    "columns_of_sites",
    "first_criterion",
    "key_for",
    "known_keys",
    "preview",
    "with_criterion_on",
]


def known_keys(study: Study, but: str = "") -> tuple[str, ...]:
    """Return the keys of all measures that an expression may name; imports every measure."""
    from siteselect.criteria import MEASURES

    own = [each.key for each in study.measures if each.key != but]
    return (*sorted(MEASURES), *own)


def columns_of_sites(study: Study) -> tuple[str, ...]:
    """Return the names of the numeric columns that came with the sites, but for the measures'."""
    known = set(known_keys(study))
    names = dict.fromkeys(name for site in study.candidates for name, _ in site.values)
    return tuple(name for name in names if name not in known)


def checked(measure: UserMeasure, study: Study) -> UserMeasure:
    """Return `measure`, or raise StudyError with the sentence of its first fault."""
    check_measure(measure, known_keys(study, but=measure.key))
    study.with_measure(measure)  # a circle of expressions is refused
    return measure


def preview(measure: UserMeasure, evaluation: Evaluation) -> Column:
    """Return the column that `measure` gives, as far as the matrix at hand goes.

    Raises
    ------
    StudyError
        If the expression names a measure that no scenario asks for yet.
    """
    matrix = evaluation.matrix
    held = dict(zip((info.key for info in matrix.infos), matrix.columns, strict=True))
    lacking = [key for key in measure.needs if key not in held]
    if lacking:
        raise StudyError(
            say(
                "{lacking} is measured when it is first asked for: values follow then.",
                lacking=", ".join(lacking),
            )
        )
    return user_column(measure, matrix.sites, held)


def first_criterion(measure: UserMeasure, evaluation: Evaluation) -> Criterion:
    """Return a criterion on `measure` to start with, anchored in the values that it gives."""
    try:
        column = preview(measure, evaluation)
    except StudyError:
        count = len(evaluation.matrix.sites)
        column = Column(np.full(count, np.nan), (Provenance(""),) * count)
    return criterion_on(measure, column)


def with_criterion_on(study: Study, measure: UserMeasure, evaluation: Evaluation) -> Study:
    """Return `study` with `measure` in it, judged by the scenario at work."""
    scenario = study.scenario
    judged = any(each.measure == measure.key for each in scenario.criteria)
    wider = study.with_measure(measure)
    if judged:
        return wider
    return wider.with_scenario(scenario.with_added(first_criterion(measure, evaluation)))
