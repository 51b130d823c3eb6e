"""A picture of the window loses colours, and none that a person would miss."""

import importlib
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

ROOT = Path(__file__).parents[2]


@pytest.fixture
def pictures():
    sys.path.insert(0, str(ROOT / "docs"))
    try:
        yield importlib.import_module("pictures")
    finally:
        sys.path.remove(str(ROOT / "docs"))


def test_colours_that_are_few_but_matter_stay(pictures, tmp_path):
    ramp = np.linspace(0, 255, 400).astype(np.uint8)
    whole = np.stack([np.tile(ramp, (300, 1))] * 3, axis=2)
    whole[10:14, 10:14] = (199, 224, 32)  # one pin among greys
    Image.fromarray(whole).save(tmp_path / "a.png")
    made = pictures.shrunk(tmp_path / "a.png")
    made.save(tmp_path / "b.png", optimize=True)
    apart = np.abs(np.asarray(made.convert("RGB")).astype(int) - whole).max(axis=2)
    assert made.mode == "P"
    assert apart[10:14, 10:14].max() <= 12
    assert apart.mean() < 3


def test_the_picture_of_the_readme_is_small_and_of_the_window():
    with Image.open(ROOT / "docs/window.png") as image:
        assert image.size == (1280, 800)
    assert "(docs/window.png)" in (ROOT / "README.md").read_text()
