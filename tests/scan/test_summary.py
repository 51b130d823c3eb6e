import numpy as np
import pytest

from siteselect.scan.cache import Cache
from siteselect.scan.scan import stretches
from siteselect.scan.shortlist import suggest
from siteselect.scan.standing import OPEN
from siteselect.scan.summary import Summary
from siteselect.scan.surface import arrange, score
from siteselect.scan.values import Valued
from tests.scan.made import made_study, scanned, toy


def watched(tmp_path, at_once):
    held, study = scanned(), made_study()
    summary = Summary(held.region, Cache(tmp_path))
    flow = stretches(held, study.scenario, at_once=at_once)
    assert len(list(summary.watch(flow))) >= 1
    return held, study, summary


@pytest.mark.parametrize("at_once", [1, 1 << 22])
def test_the_summary_is_that_of_the_surface(tmp_path, at_once):
    held, study, summary = watched(tmp_path, at_once)
    arrangement = arrange(held.region, Valued(held.measured.columns), study.scenario)
    surface = score(arrangement, study.scenario)
    assert summary.open == arrangement.open
    assert summary.land == len(held.region)
    for mine, theirs in zip(summary.gates, arrangement.standing.gates, strict=True):
        assert mine.gate == theirs.gate
        assert mine.closed == pytest.approx(theirs.closed)
        assert mine.unknown == pytest.approx(theirs.unknown)
    middle = float(np.median(surface.open_scores))
    assert summary.quartiles[1] == pytest.approx(middle, abs=0.01)
    cells = arrangement.cells[: arrangement.open]
    assert summary.suggest(4, 30.0, toy()) == suggest(
        held.region, cells, surface.open_scores, 4, 30.0, toy()
    )


def test_only_open_cells_are_suggested(tmp_path):
    held, study, summary = watched(tmp_path, 1)
    standing = next(iter(stretches(held, study.scenario))).standing
    assert all(standing[each.cell] == OPEN for each in summary.suggest(9, 5.0, toy()))


def test_nothing_is_suggested_before_all_has_gone_by(tmp_path):
    held = scanned()
    with pytest.raises(ValueError, match="gone by"):
        Summary(held.region, Cache(tmp_path)).suggest(1, 1.0, toy())


def test_a_flow_that_breaks_leaves_nothing(tmp_path):
    def broken():
        raise OSError("gone")
        yield

    with pytest.raises(OSError, match="gone"):
        list(Summary(scanned().region, Cache(tmp_path)).watch(broken()))
    assert list(tmp_path.iterdir()) == []
