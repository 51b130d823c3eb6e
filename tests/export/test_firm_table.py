import pytest

from siteselect.export.firm_table import MOST_SITES, firm_table, wanted_draws
from siteselect.mcda.robustness import robustness
from siteselect.mcda.sensitivity import weight_stability
from siteselect.mcda.verdict import Firmness, conclude
from siteselect.ui.conclusions import draws_for
from tests.making import make_evaluation


@pytest.fixture(scope="module")
def evaluation():
    return make_evaluation(20)


@pytest.fixture(scope="module")
def table(evaluation):
    return firm_table(evaluation)


def test_the_sentence_is_the_one_of_the_window(evaluation, table):
    drawn = robustness(evaluation, draws_for(evaluation))
    told = conclude(evaluation, weight_stability(evaluation), drawn)
    assert (table.sentence, table.firmness) == (told.sentence, told.firmness)
    assert table.sites[0].first == pytest.approx(float(drawn.first[0]))


@pytest.mark.parametrize("method", ["weighted_sum", "topsis"])
def test_as_many_weights_are_drawn_as_in_the_window(method):
    held = make_evaluation(20, method=method)
    assert wanted_draws(held) == draws_for(held)


def test_weights_are_told_by_their_share_with_the_rivals_that_wait(evaluation, table):
    shares = [each.share for each in table.weights]
    assert shares == sorted(shares, reverse=True)
    assert all(
        each.low <= each.share + 1e-9 and each.share <= each.high + 1e-9 for each in table.weights
    )
    assert {each.title for each in table.weights} <= {i.title for i in evaluation.matrix.infos}


def test_words_tell_of_draws_and_of_agreement(table):
    assert table.draws_words.startswith("10\u202f000 sets of weights were drawn evenly")
    assert f"{table.agreement:.2f}" in table.agreement_words
    assert table.methods == 6


def test_the_same_evaluation_gives_the_same_table(evaluation, table):
    assert firm_table(evaluation) == table


def test_of_very_many_sites_only_the_sentence_is_told():
    table = firm_table(make_evaluation(MOST_SITES + 1, 3))
    assert table.draws == 0
    assert table.sites == table.weights == ()
    assert table.draws_words == table.agreement_words == ""
    assert table.firmness in set(Firmness)
