"""The methods, by the name of their module."""

import sys

from siteselect.mcda.method import Method
from siteselect.registry import collect

METHODS: dict[str, Method] = collect(sys.modules[__name__], Method)
