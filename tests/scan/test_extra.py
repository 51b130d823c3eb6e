import sys

import pytest

from siteselect.errors import ExportError
from siteselect.scan.extra import cluster_module


def test_a_module_that_is_there_is_given():
    assert cluster_module("json").dumps([1]) == "[1]"


def test_without_the_package_a_sentence_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    with pytest.raises(ExportError, match=r"needs pyarrow.*\[cluster\]"):
        cluster_module("pyarrow.parquet")
