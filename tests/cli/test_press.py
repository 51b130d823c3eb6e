from types import SimpleNamespace

import pytest

from siteselect.cli.press import press_of
from siteselect.errors import ExportError


def test_the_press_is_made_when_it_is_asked_for():
    made = object()
    assert press_of(SimpleNamespace(obj=lambda: made)) is made


def test_without_a_press_the_reason_is_told():
    with pytest.raises(ExportError, match="cannot be painted here"):
        press_of(SimpleNamespace(obj=None))
