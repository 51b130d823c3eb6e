from dataclasses import replace
from datetime import date

import pytest

from siteselect.errors import StudyError
from siteselect.model.user_layer import Role, UserLayer, added, free_name

LAYER = UserLayer("grid", "Grid", Role.SUBSTATIONS, "ab" * 32, observed=date(2026, 11, 1))


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"name": "Grid lines"}, "use small letters"),
        ({"name": "../grid"}, "use small letters"),
        ({"title": "  "}, "has no title"),
        ({"digest": "ab" * 31}, "must be 64"),
        ({"digest": "../" * 10}, "must be 64"),
        ({"colour": "red"}, "write it as #RRGGBB"),
        ({"width": 40.0}, "0 to 12 pixels"),
        ({"width": float("nan")}, "0 to 12 pixels"),
    ],
)
def test_what_is_no_layer_is_refused_in_a_sentence(change, told):
    with pytest.raises(StudyError, match=told):
        replace(LAYER, **change)


def test_the_file_is_told_by_name_and_digest():
    assert LAYER.file == "grid-abababababab.fgb"


def test_a_layer_of_the_same_name_takes_its_place():
    other = replace(LAYER, name="roads", title="Roads", role=Role.ROADS)
    new = replace(LAYER, title="New grid")
    assert added(added((), LAYER), other) == (LAYER, other)
    assert added((LAYER, other), new) == (new, other)


def test_names_are_free_and_plain():
    assert free_name("Power lines (2026)", ()) == "power_lines_2026"
    assert free_name("Grid", {"grid", "grid_2"}) == "grid_3"
    assert free_name("Подстанции", ()) == "layer"
