"""Columns that came with the sites' table, judged: each becomes a measure and a criterion."""

import re
from collections.abc import Collection, Iterable

import numpy as np

from siteselect.criteria import MEASURES
from siteselect.errors import StudyError
from siteselect.language import say
from siteselect.model.expression import FUNCTIONS
from siteselect.model.sites import Site, Sites
from siteselect.model.study import Study
from siteselect.model.user_measure import UserMeasure
from siteselect.project.user_columns import criterion_on, user_column


def columns_with_numbers(sites: Iterable[Site]) -> tuple[str, ...]:
    """Return the columns of the sites' own values that differ from site to site, or say much."""
    held: dict[str, list[float]] = {}
    for site in sites:
        for name, value in site.values:
            held.setdefault(name, []).append(value)
    return tuple(name for name, values in held.items() if np.ptp(values) > 0 or len(values) == 1)


def with_column_criterion(study: Study, column: str) -> Study:
    """Return the study with a criterion on one column of its sites; more is better at first.

    Raises
    ------
    StudyError
        If no site has a number in that column.
    """
    there = {name for site in study.candidates for name, _ in site.values}
    if column not in there:
        told = ", ".join(sorted(there)) or "none"
        raise StudyError(
            say(
                "The sites have no column of numbers called {column}. They have: {told}.",
                column=column,
                told=told,
            )
        )
    measure = next((each for each in study.measures if each.column == column), None)
    if measure is None:
        taken = (*MEASURES, *(each.key for each in study.measures))
        measure = UserMeasure(key_for(column, taken), column, column=column)
        study = study.with_measure(measure)
    scenario = study.scenario
    if any(each.measure == measure.key for each in scenario.criteria):
        return study
    values = user_column(measure, Sites(study.candidates), {})
    return study.with_scenario(scenario.with_added(criterion_on(measure, values)))


def key_for(title: str, taken: Collection[str]) -> str:
    """Return a free key that reads like `title`."""
    plain = re.sub(r"[^a-z0-9]+", "_", title.lower()).strip("_")[:30] or "measure"
    plain = plain if plain[0].isalpha() else f"m_{plain}"
    key, number = plain, 2
    while key in taken or key in FUNCTIONS:
        key, number = f"{plain}_{number}", number + 1
    return key
