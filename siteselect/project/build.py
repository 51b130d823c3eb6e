"""The decision matrix of a study, column by column; columns are kept while they still hold."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import replace

import numpy as np

from siteselect.criteria import MEASURES
from siteselect.criteria.measure import Measure
from siteselect.errors import StudyError
from siteselect.language import language, say
from siteselect.model.decision_matrix import Column, DecisionMatrix, Provenance
from siteselect.model.fact import Confidence
from siteselect.model.sites import Site, Sites
from siteselect.model.study import Study
from siteselect.model.user_measure import UserMeasure, in_order
from siteselect.packs.own_facts import lay_over
from siteselect.packs.own_layers import lay_layers_over, layers_read
from siteselect.packs.pack import Pack
from siteselect.progress import Progress, silent
from siteselect.project.user_columns import check_measure, info_of, user_column

_KEPT = 512
"""So many columns are remembered: some twenty-five days of a time line dragged to and fro."""


class MatrixBuilder:
    """Builds matrices from one pack; measures anew only what an edit has changed.

    A column is kept by measure and sites, and by day, load and the user's facts and layers where
    the measure reads them; what the measures themselves know of geometry is kept by them, so a new
    day looks at no layer. Pinning a site, or a value typed for it, measures nothing anew but its
    money.
    """

    def __init__(self, pack: Pack) -> None:
        self._pack = pack
        self._bare = Sites(())
        self._sites = Sites(())
        self._columns: OrderedDict[Hashable, Column] = OrderedDict()
        self._lock = threading.Lock()

    @property
    def pack(self) -> Pack:
        """The pack that facts and layers come from."""
        return self._pack

    def build(self, study: Study, progress: Progress = silent) -> DecisionMatrix:
        """Return the matrix of all measures that any scenario of the study asks for.

        Raises
        ------
        StudyError
            If a scenario or an expression asks for a measure that does not exist, or if a fact of
            the user has faults.
        """
        asked = _asked(study)
        measures = measures_of(study)
        own = [each for each in in_order(study.measures) if each.key in asked]
        with self._lock:
            self._take_sites(study.candidates)
            columns: dict[str, Column] = {}
            for place, (key, measure) in enumerate(measures.items()):
                progress(place / len(measures), measure.title)
                columns[key] = self._column(key, measure, study, progress)
            for each in own:
                columns[each.key] = self._own_column(each, columns)
            progress(1.0, say("Measured"))
            infos = {key: measure.info(key) for key, measure in measures.items()}
            infos |= {each.key: info_of(each) for each in own}
            keys = _of_scenarios(study)
            return DecisionMatrix(
                self._sites,
                tuple(infos[key] for key in keys),
                tuple(columns[key] for key in keys),
                study.context.as_of,
                study.context.load_mw,
            )

    def _take_sites(self, candidates: tuple[Site, ...]) -> None:
        if self._sites.items == candidates:
            return
        self._sites = Sites(candidates)
        bare = tuple(replace(site, pinned=False, values=()) for site in candidates)
        if self._bare.items != bare:
            self._bare = Sites(bare)
            self._columns.clear()

    def _column(self, key: str, measure: Measure, study: Study, progress: Progress) -> Column:
        context = study.context
        facts = study.facts if any(each.table in measure.facts for each in study.facts) else ()
        layers = layers_read(study.layers, measure.layers)
        reckoned = "money" in measure.reads  # from typed values too, and in spite of the law if so
        sites = self._sites if reckoned else self._bare
        kept = (
            key,
            context.as_of if "day" in measure.reads else None,
            context.load_mw if "load" in measure.reads else None,
            context.money if reckoned else None,
            sites if reckoned else None,
            facts,
            layers,
        )
        column = self._keep(
            kept,
            lambda: measure.measure(
                sites, lay_over(lay_layers_over(self._pack, layers), facts), context, progress
            ),
        )
        given = tuple(
            (row, dict(site.values)[key])
            for row, site in enumerate(self._sites.items)
            if site.values and key in dict(site.values)
        )
        return self._keep((*kept, given), lambda: _with_given(column, given)) if given else column

    def _own_column(self, measure: UserMeasure, columns: dict[str, Column]) -> Column:
        needed = tuple(columns[key] for key in measure.needs)
        kept = (measure, self._sites, needed)
        return self._keep(kept, lambda: user_column(measure, self._sites, columns))

    def _keep(self, key: Hashable, make: Callable[[], Column]) -> Column:
        key = (language(), key)  # a column bears texts
        if key not in self._columns:
            self._columns[key] = make()
            if len(self._columns) > _KEPT:
                self._columns.popitem(last=False)
        self._columns.move_to_end(key)
        return self._columns[key]


def measures_of(study: Study) -> dict[str, Measure]:
    """Return the program's measures that scenarios, and expressions they ask for, need."""
    known = [*MEASURES, *(each.key for each in study.measures)]
    asked = _asked(study)
    missing = [key for key in asked if key not in known]
    if missing:
        raise StudyError(
            say(
                "There is no measure called {missing}. There are: {known}. Take the "
                "criterion out, or open the study with the version that made it.",
                missing=", ".join(missing),
                known=", ".join(known),
            )
        )
    return {key: MEASURES[key] for key in asked if key in MEASURES}


def _of_scenarios(study: Study) -> list[str]:
    """Return the measures that criteria and gates of any scenario ask for, each once."""
    return list(dict.fromkeys(key for each in study.scenarios for key in each.measures))


def _asked(study: Study) -> list[str]:
    """Return those measures, and after them those that their expressions need.

    Raises
    ------
    StudyError
        If a measure of the user's bears the name of another, or names one that is not there.
    """
    known = [*MEASURES, *(each.key for each in study.measures)]
    for each in study.measures:
        others = list(known)
        others.remove(each.key)
        check_measure(each, others)
    needs = {each.key: each.needs for each in study.measures}
    asked = _of_scenarios(study)
    for key in asked:  # grows while it is walked
        asked += [need for need in needs.get(key, ()) if need not in asked]
    return asked


def _with_given(column: Column, given: tuple[tuple[int, float], ...]) -> Column:
    """Return the column with the values that the user typed or imported under the measure's key."""
    value, low, high = (np.array(each) for each in (column.value, column.low, column.high))
    provenance = list(column.provenance)
    for row, number in given:
        value[row] = low[row] = high[row] = number
        provenance[row] = Provenance(
            say("Given by the user with the site"), "", Confidence.USER, badge="yours"
        )
    return Column(value, tuple(provenance), low, high)
