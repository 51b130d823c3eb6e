from pathlib import Path

import pytest

from siteselect.errors import IntakeError
from siteselect.intake.limits import Limits
from siteselect.intake.nesting import check_json

PATH = Path("a.geojson")


def test_brackets_in_texts_count_for_nothing():
    check_json(PATH, b'{"a": "[[[[[{{{", "b": "\\"[[[["}', Limits(json_depth=1))
    check_json(PATH, b"")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"[[[]]]", "nested 3 deep, 2 is the most"),
        (b"[[]", "brackets do not close"),
        (b"]][[", "brackets do not close"),
        (b'{"a": "b}', "a text in it does not end"),
    ],
)
def test_depth_and_ends(data, words):
    with pytest.raises(IntakeError, match=words):
        check_json(PATH, data, Limits(json_depth=2))
