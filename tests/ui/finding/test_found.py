import numpy as np
import pytest

from siteselect.scan.surface import LEVELS
from siteselect.ui.finding.found import BELOW, BELOW_DIM, DIM, DOT, OPEN, STEPS, codes_of_levels
from tests.ui.finding.made import found


def test_codes_rise_with_the_score_and_keep_unknown_land_apart():
    codes = codes_of_levels((0.2, 0.7), 0.0)
    assert len(codes) == 2 * LEVELS
    assert codes[0] == OPEN
    assert codes[LEVELS - 1] == OPEN + STEPS - 1
    assert codes[LEVELS] == DIM
    assert codes[-1] == DIM + STEPS - 1
    assert (np.diff(codes[:LEVELS].astype(int)) >= 0).all()
    assert DOT < 256


def test_cells_below_the_threshold_lose_their_colour():
    codes = codes_of_levels((0.0, 1.0), 0.5)
    assert set(codes[: LEVELS // 2].tolist()) == {BELOW}
    assert BELOW_DIM in codes[LEVELS : LEVELS + 100]
    assert codes[LEVELS - 1] == OPEN + STEPS - 1


def test_the_span_holds_nearly_all_open_cells():
    low, high = found().span
    scores = found().surface.open_scores
    assert np.mean((scores >= low) & (scores <= high)) > 0.99
    assert low == pytest.approx(round(20 * low) / 20)
    assert found().region is found().scanned.region
