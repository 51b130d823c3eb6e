from dataclasses import replace

import numpy as np
import pytest

from siteselect.errors import StudyError
from siteselect.mcda.evaluate import evaluate
from siteselect.model.gate import Gate
from siteselect.model.scenario import UnknownPolicy
from siteselect.project.build import MatrixBuilder
from siteselect.scan.scan import needed
from siteselect.scan.standing import OPEN, UNKNOWN
from siteselect.scan.surface import LEVELS, Best, arrange, check_method, falling, score
from siteselect.scan.values import Valued
from tests.scan.made import made_study, scanned, sites_at, toy

GATES = (Gate("legal_status", at_least=2.0, band=1.0), Gate("load_cover", at_least=1.0))


def surface_of(study, chosen=None):
    held = scanned()
    valued = Valued(held.measured.columns)
    return score(arrange(held.region, valued, study.scenario, chosen), study.scenario)


@pytest.mark.parametrize("policy", list(UnknownPolicy))
@pytest.mark.parametrize("method", ["weighted_sum", "weighted_product", "owa"])
def test_a_cell_scores_as_a_site_at_the_same_point(policy, method):
    study = made_study(method=method, unknown=policy, gates=GATES)
    surface, region = surface_of(study), scanned().region
    assert set(needed(study.scenario)) <= set(scanned().measured.columns)
    cells = np.arange(len(region))
    matrix = MatrixBuilder(toy()).build(replace(study, candidates=sites_at(region, cells)))
    theirs = evaluate(study.scenario, matrix)
    mine = np.full(len(region), np.nan)
    mine[surface.arrangement.cells] = surface.scores
    np.testing.assert_allclose(mine, theirs.scores, atol=3e-6)
    ranks = np.array([each.ranks for each in theirs.verdicts])
    assert (ranks == (surface.arrangement.standing.codes == OPEN)).all()


def test_open_cells_come_first():
    arrangement = surface_of(made_study(gates=GATES)).arrangement
    codes = arrangement.standing.codes[arrangement.cells]
    assert (codes[: arrangement.open] == OPEN).all()
    assert (codes[arrangement.open :] == UNKNOWN).all()
    assert arrangement.open > 0


def test_moving_a_weight_needs_no_new_arrangement():
    study = made_study()
    held = scanned()
    valued = Valued(held.measured.columns)
    arrangement = arrange(held.region, valued, study.scenario)
    moved = study.with_weight("xinjiang_distance", 80.0)
    out = arrangement.room()
    found = score(arrangement, moved.scenario, out)
    assert np.shares_memory(found.scores, out)
    fresh = score(arrange(held.region, valued, moved.scenario), moved.scenario)
    np.testing.assert_array_equal(found.scores, fresh.scores)


def test_an_arrangement_of_another_kind_is_a_mistake():
    held, study = scanned(), made_study(method="weighted_product")
    arrangement = arrange(held.region, Valued(held.measured.columns), study.scenario)
    with pytest.raises(ValueError, match="other"):
        score(arrangement, made_study().scenario)


@pytest.mark.parametrize("method", ["topsis", "vikor", "promethee"])
def test_methods_that_compare_sites_are_refused_in_a_sentence(method):
    with pytest.raises(StudyError, match="compares the sites of a list"):
        check_method(made_study(method=method).scenario)


def test_without_any_weight_there_is_no_surface():
    study = made_study()
    criteria = tuple(replace(each, weight=0.0) for each in study.scenario.criteria)
    with pytest.raises(StudyError, match="weight above zero"):
        surface_of(study.with_scenario(replace(study.scenario, criteria=criteria)))


def test_levels_histogram_and_share_tell_the_same():
    surface = surface_of(made_study(gates=GATES))
    levels, count = surface.levels(), surface.arrangement.open
    assert (levels[:count] < LEVELS).all()
    assert (levels[count:] >= LEVELS).all()
    histogram = surface.histogram(levels)
    assert histogram.sum() == count
    bar = 400 / (LEVELS - 1) + 1e-6
    assert surface.share_above(bar) == pytest.approx((surface.open_scores >= bar).sum() / count)
    assert surface.share_above(0.0) == 1.0
    out = np.empty(len(levels), np.uint16)
    assert surface.levels(out) is out
    assert (out == levels).all()


def test_falling_order_is_exact_and_stable():
    scores = np.array([0.5, 1.0, 0.0, -0.0, 0.5, 0.25], np.float32)
    assert falling(scores).tolist() == [1, 0, 4, 5, 2, 3]
    many = np.random.default_rng(5).random(10_000).astype(np.float32).round(3)
    wanted = np.lexsort((np.arange(len(many)), -many))
    assert (falling(many) == wanted).all()


def test_the_best_are_the_best_whatever_the_bar_was():
    generator = np.random.default_rng(3)
    best = Best(20)
    for turn in range(6):
        scores = (generator.random(50_000) * (0.1 + 0.3 * (turn % 3))).astype(np.float32).round(4)
        wanted = np.lexsort((np.arange(len(scores)), -scores))[:20]
        assert (best.of(scores) == wanted).all()
    assert len(Best(20).of(np.ones(5, np.float32))) == 5
    assert len(Best(20).of(np.empty(0, np.float32))) == 0


def test_the_order_names_the_best_open_cell_first():
    surface = surface_of(made_study(gates=GATES))
    order = surface.order()
    assert (np.diff(surface.open_scores[order]) <= 0).all()


def test_only_the_chosen_countries_are_scored():
    surface, region = surface_of(made_study(gates=()), {"BB"}), scanned().region
    assert set(region.country[surface.arrangement.cells].tolist()) == {1}
