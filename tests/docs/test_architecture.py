"""The picture of the house holds every room, whole, and no arrow that goes up."""

import importlib
import re
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def architecture():
    sys.path.insert(0, str(ROOT / "docs"))
    try:
        yield importlib.import_module("architecture")
    finally:
        sys.path.remove(str(ROOT / "docs"))


@pytest.fixture(scope="module")
def picture(architecture):
    return architecture.picture()


def test_every_room_of_the_program_is_on_a_floor(architecture):
    _, sizes = architecture.imports()
    assert sizes.keys() == {room for rooms in architecture.floors() for room in rooms}


def test_every_box_lies_within_the_picture(picture):
    wide, high = map(float, re.search(r'viewBox="0 0 (\S+) (\S+)"', picture).groups())
    boxes = re.findall(r'<rect x="(\S+)" y="(\S+)" width="(\S+)" height="(\S+)"', picture)
    assert len(boxes) > 10
    for x, y, width, height in [[float(each) for each in box] for box in boxes]:
        assert x >= 0
        assert x + width <= wide
        assert y >= 0
        assert y + height < high - 15  # a line of words stands beneath


def test_no_arrow_goes_up(picture):
    assert "#b4534b" not in picture
