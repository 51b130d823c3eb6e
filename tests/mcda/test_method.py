import numpy as np
import pytest

from siteselect.errors import StudyError
from siteselect.mcda.method import Method, Parameter
from siteselect.mcda.methods import METHODS

ATTITUDE = Parameter("attitude", "Attitude to risk", "", 0.5, 0.0, 1.0)
SHAPE = Parameter("shape", "Preference function", "", 1, 1, 6, tuple("abcdef"))


def test_the_names_of_the_methods_are_fixed():
    assert list(METHODS) == [
        "owa",
        "promethee",
        "topsis",
        "vikor",
        "weighted_product",
        "weighted_sum",
    ]


@pytest.mark.parametrize("method", METHODS.values(), ids=METHODS)
def test_every_method_is_told_with_its_reference(method):
    assert method.title
    assert "(" in method.reference
    keys = [each.key for each in method.parameters]
    assert method.settings({}).keys() == set(keys)
    for each in method.parameters:
        assert each.low <= each.default <= each.high
        assert each.title
        assert each.about.endswith(".")
        assert len(each.choices) in {0, each.high - each.low + 1}


def test_parameters_are_unique_over_all_methods():
    keys = [each.key for method in METHODS.values() for each in method.parameters]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("value", [-0.1, 1.1, np.nan, np.inf])
def test_a_number_outside_is_refused(value):
    with pytest.raises(StudyError, match=r"Attitude to risk \(attitude\) is .* a number from 0 to"):
        ATTITUDE.check(value)


def test_a_choice_is_a_whole_number():
    assert SHAPE.check(3) == 3
    with pytest.raises(StudyError, match="give a whole number from 1 to 6"):
        SHAPE.check(2.5)


def test_settings_are_what_was_chosen_or_the_default_and_pass_over_other_methods():
    method = Method("Toy", "Toy (2021)", lambda values, weights: values @ weights, rowwise=True)
    assert method.settings({"attitude": 0.9}) == {}
    assert METHODS["owa"].settings({"attitude": 0.9, "majority": 0.1}) == {"attitude": 0.9}


@pytest.mark.parametrize("name", METHODS)
def test_merits_lie_in_0_to_1_and_alone_without_change_is_the_same(name):
    rng = np.random.default_rng(2)
    method, values = METHODS[name], rng.integers(0, 5, (9, 3)) / 4
    weights, settings = np.array([0.2, 0.3, 0.5]), METHODS[name].settings({})
    merits = method.merits(values, weights, settings)
    assert ((merits >= 0) & (merits <= 1)).all()
    rows = np.array([4, 1])
    same = method.merits_alone(values, rows, values[rows], weights, settings)
    np.testing.assert_allclose(same, merits[rows], atol=1e-12)


@pytest.mark.parametrize("name", METHODS)
def test_parts_are_linear_in_the_weights(name):
    method = METHODS[name]
    if method.parts is not None:
        rng = np.random.default_rng(4)
        values, weights = rng.random((9, 3)), rng.dirichlet(np.ones(3))
        np.testing.assert_allclose(
            method.parts(values) @ weights, method.score(values, weights), atol=1e-14
        )
    assert (method.parts is not None) == (name in {"weighted_sum", "promethee"})
