"""The measures, by the name of their module."""

import sys

from siteselect.criteria.measure import Measure
from siteselect.registry import collect

MEASURES: dict[str, Measure] = collect(sys.modules[__name__], Measure)
