import numpy as np
import pytest

from siteselect.mcda.comparison import compare
from siteselect.mcda.dominance import dominance
from siteselect.mcda.evaluate import evaluate
from siteselect.mcda.finding_out import finding_out
from siteselect.mcda.flips import ValueFlip, value_flips
from siteselect.mcda.robustness import Draws, robustness
from siteselect.mcda.sensitivity import WeightFlip, weight_stability
from siteselect.mcda.verdict import conclude
from siteselect.ui import firm_words
from tests.making import make_evaluation, make_matrix, make_scenario


@pytest.fixture(scope="module")
def evaluation():
    return make_evaluation(30)


def test_a_site_is_first_in_so_many_draws(evaluation):
    held = robustness(evaluation, Draws(200))
    leader = int(evaluation.order[0])
    figure = firm_words.first_in(leader, held)
    assert figure.value == f"{round(100 * held.leader_first)} %"
    assert figure.note == "of 200 draws"
    failed = int(evaluation.order[-1])
    assert firm_words.first_in(failed, held).value == "—"
    assert firm_words.first_in(leader, None).value == "…"


def test_the_smallest_changes_are_those_that_were_found(evaluation):
    stability, values = weight_stability(evaluation), value_flips(evaluation)
    words = firm_words.dethroning(stability, values)
    assert f"{stability.smallest.rival} leads once" in words
    assert f"of {values.smallest.site} is" in words
    assert firm_words.dethroning(None, None) == ""


def test_a_leader_without_rivals_cannot_be_dethroned():
    alone = evaluate(make_scenario(), make_matrix(1, unknown=0.0))
    words = firm_words.dethroning(weight_stability(alone), value_flips(alone))
    assert words == "No single weight changes who leads. No single known value changes who leads."


def test_shares_and_values_that_round_alike_are_told_apart(evaluation):
    flip = WeightFlip("measure_0", "Rival", 0.3004, 0.3001, 10.0, 9.9)
    words = firm_words.weight_words(evaluation, flip)
    assert words == "Rival leads once Measure 0 weighs 30.01 % instead of 30.04 %."
    small = ValueFlip("Site 0003", "measure_0", 123.4, 123.1, 0.01, "Rival")
    words = firm_words.value_words(evaluation, small)
    assert words == "Rival leads once Measure 0 of Site 0003 is 123.1 km instead of 123.4 km."


def test_a_dominated_site_is_told_by_whom():
    matrix = make_matrix(30, 2, unknown=0.0)
    evaluation = evaluate(make_scenario(2), matrix)
    held = dominance(evaluation)
    row = int(np.flatnonzero(held.dominated_by >= 0)[0])
    name = matrix.sites.names[row]
    words = firm_words.sureness(conclude(evaluation), held, row)
    assert words.startswith(conclude(evaluation).sentence)
    assert f"{held.dominator(name)} is at least as good as {name}" in words
    assert firm_words.sureness(None, held, int(held.front[0])) == ""


def test_two_sites_are_turned_round_by_the_smallest_changes(evaluation):
    one, other = (evaluation.matrix.sites.names[row] for row in evaluation.order[:2])
    held = compare(evaluation, one, other)
    words = firm_words.turning(held)
    assert words.count("leads once") == min(2, len(held.weight_flips)) + min(
        2, len(held.value_flips)
    )
    assert held.other in words


def test_a_band_names_who_leads_beyond_it(evaluation):
    stability = weight_stability(evaluation)
    bounded = next(each for each in stability.intervals if each.rival_high is not None)
    words = firm_words.band_words(bounded)
    assert f"Above {bounded.weight_high:.1f} {bounded.rival_high} leads." in words
    free = [each for each in stability.intervals if not (each.rival_low or each.rival_high)]
    for each in free:
        assert firm_words.band_words(each) == "No weight of this criterion changes who leads."


def test_the_next_question_is_the_one_found(evaluation):
    held = finding_out(evaluation)
    assert firm_words.asking(held) == held.sentence
    assert firm_words.asking(None) == ""
