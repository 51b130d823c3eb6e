"""The decision matrix of a study, column by column; columns are kept while they still hold."""

import threading
from collections import OrderedDict
from collections.abc import Hashable

import numpy as np

from siteselect.criteria import MEASURES
from siteselect.criteria.measure import Measure
from siteselect.errors import StudyError
from siteselect.model.decision_matrix import Column, DecisionMatrix, Provenance
from siteselect.model.fact import Confidence
from siteselect.model.sites import Sites
from siteselect.model.study import Context, Study
from siteselect.packs.pack import Pack
from siteselect.progress import Progress, silent

_KEPT = 512
"""So many columns are remembered: some twenty-five days of a time line dragged to and fro."""


class MatrixBuilder:
    """Builds matrices from one pack; measures anew only what an edit has changed.

    A column is kept by measure and sites, and by day and load where the measure reads them; what
    the measures themselves know of geometry is kept by them, so a new day looks at no layer.
    """

    def __init__(self, pack: Pack) -> None:
        self._pack = pack
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
            If a scenario asks for a measure that does not exist.
        """
        asked = measures_of(study)
        with self._lock:
            if self._sites.items != study.candidates:
                self._sites = Sites(study.candidates)
                self._columns.clear()
            columns = []
            for place, (key, measure) in enumerate(asked.items()):
                progress(place / len(asked), measure.title)
                columns.append(self._column(key, measure, study.context, progress))
            progress(1.0, "Measured")
            infos = tuple(measure.info(key) for key, measure in asked.items())
            context = study.context
            return DecisionMatrix(
                self._sites, infos, tuple(columns), context.as_of, context.load_mw
            )

    def _column(self, key: str, measure: Measure, context: Context, progress: Progress) -> Column:
        kept = (
            key,
            context.as_of if "day" in measure.reads else None,
            context.load_mw if "load" in measure.reads else None,
        )
        if kept not in self._columns:
            column = measure.measure(self._sites, self._pack, context, progress)
            self._columns[kept] = _with_given(column, key, self._sites)
            if len(self._columns) > _KEPT:
                self._columns.popitem(last=False)
        self._columns.move_to_end(kept)
        return self._columns[kept]


def measures_of(study: Study) -> dict[str, Measure]:
    """Return the measures that criteria and gates of any scenario ask for, each once."""
    keys = dict.fromkeys(key for scenario in study.scenarios for key in scenario.measures)
    missing = [key for key in keys if key not in MEASURES]
    if missing:
        raise StudyError(
            f"There is no measure called {', '.join(missing)}. There are: {', '.join(MEASURES)}. "
            "Take the criterion out, or open the study with the version that made it."
        )
    return {key: MEASURES[key] for key in keys}


def _with_given(column: Column, key: str, sites: Sites) -> Column:
    """Return the column with the values that the user typed or imported under the measure's key."""
    given = {
        row: dict(site.values)[key]
        for row, site in enumerate(sites.items)
        if site.values and key in dict(site.values)
    }
    if not given:
        return column
    value, low, high = (np.array(each) for each in (column.value, column.low, column.high))
    provenance = list(column.provenance)
    for row, number in given.items():
        value[row] = low[row] = high[row] = number
        provenance[row] = Provenance(
            "Given by the user with the site", "", Confidence.USER, badge="yours"
        )
    return Column(value, tuple(provenance), low, high)
