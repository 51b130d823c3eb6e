"""What is installed only by those who want it: the extra [cluster]."""

import importlib
from typing import Any

from siteselect.errors import ExportError
from siteselect.language import say


def cluster_module(name: str) -> Any:  # Any: these packages have no types
    """Return a module of the extra [cluster]; ExportError says what to install without it."""
    try:
        return importlib.import_module(name)
    except ImportError:
        raise ExportError(
            say(
                "This form needs {package}, which is not installed: install the extra [cluster] "
                "of siteselect, or write a .tif.",
                package=name.partition(".")[0],
            )
        ) from None
