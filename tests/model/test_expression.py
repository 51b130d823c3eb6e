import ast
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from siteselect.errors import StudyError
from siteselect.model.expression import DEEPEST, LONGEST, _value, parse_expression
from siteselect.model.interval import interval

NAMES = ("price", "km", "mw_2")


def column(*values, low=None, high=None):
    value = np.array(values, dtype=float)
    return interval(
        value,
        value if low is None else np.array(low, dtype=float),
        value if high is None else np.array(high, dtype=float),
    )


def evaluated(text, **columns):
    count = len(next(iter(columns.values())).value) if columns else 1
    return parse_expression(text).evaluate(columns, count)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("price * 1.2 + km / 100", 24.5),
        ("-price ** 2", -400),
        ("(-price) ** 2", 400),
        ("2 ** 3 ** 2", 512),
        ("price - km - 1", -31),
        ("min(price, km, 7)", 7),
        ("max(price, km) - abs(-3)", 47),
        ("sqrt(km + 14) * log(exp(2))", 16),
        (" +price", 20),
        (".5e1 + 1.", 6),
    ],
)
def test_worked_by_hand(text, wanted):
    found = evaluated(text, price=column(20), km=column(50))
    assert found.value == pytest.approx([wanted])
    assert found.low == pytest.approx([wanted])
    assert found.high == pytest.approx([wanted])


def test_names_come_once_in_the_order_of_the_text():
    expression = parse_expression("km + max(price, km) * 2")
    assert expression.names == ("km", "price")
    assert expression.repeats
    assert not parse_expression("km + max(price, 2)").repeats


@pytest.mark.parametrize(
    ("text", "place", "fault"),
    [
        ("price +", 7, "something is missing or too much"),
        ("price ^ 2", 7, "write ** for a power"),
        ("2 price", 3, "'price' stands after 2, without a sign"),
        ("1_000", 2, "stands after 1"),
        ("price km", 7, "stands after price"),
        ("price; km", 6, "it has no meaning here"),
        ("price.real", 6, "it has no meaning here"),
        ("'price'", 1, "it has no meaning here"),
        ("price[0]", 6, "it has no meaning here"),
        ("price = 2", 7, "it has no meaning here"),
        ("(x := 2)", 4, "it has no meaning here"),
        ("price\n+ 1", 6, "it has no meaning here"),
        ("ﬁ + 1", 1, "it has no meaning here"),
        ("True + 1", 1, "only numbers, measures"),
        ("None", 1, "only numbers, measures"),
        ("1 + (price if km else 2)", 12, "stands after price"),
        ("price and km", 7, "stands after price"),
        ("1 + not price", 9, "stands after not"),
        ("(lambda)", 8, "something is missing or too much"),
        ("lambda", 6, "something is missing or too much"),
        ("price // 2", 1, "only numbers, measures"),
        ("(price, km)", 1, "only numbers, measures"),
        ("max(*price, 2)", 5, "only numbers, measures"),
        ("  price + (km, 2)", 11, "only numbers, measures"),
        ("__import__(price)", 1, "there is no function __import__ (there are min, max, abs"),
        ("price(2)", 1, "there is no function price"),
        ("max(price)(2)", 1, "only numbers, measures"),
        ("abs(1, 2)", 1, "abs wants one number"),
        ("min(1)", 1, "min wants two or more numbers"),
        ("1 + abs", 5, "abs wants parentheses"),
        ("1" + "0" * 320, 1, "the number is too large"),
        ("1e309", 1, "the number is too large"),
    ],
)
def test_every_fault_is_one_sentence_that_names_the_place(text, place, fault):
    with pytest.raises(StudyError) as raised:
        parse_expression(text)
    said = str(raised.value)
    assert f"is not understood at character {place}: " in said, said
    assert fault in said
    assert said.endswith(".")
    assert "\n" not in said


def test_length_and_depth_are_bounded():
    with pytest.raises(StudyError, match=f"keep it to {LONGEST}"):
        parse_expression("1+" * LONGEST + "1")
    with pytest.raises(StudyError, match=f"more than {DEEPEST} deep"):
        parse_expression("-" * DEEPEST + "1")
    with pytest.raises(StudyError, match="is not understood"):
        parse_expression("(" * 240 + "1" + ")" * 240)
    with pytest.raises(StudyError, match="is empty"):
        parse_expression(" \t")
    assert evaluated("1+" * (DEEPEST - 1) + "1").value == [DEEPEST]


def test_what_was_not_checked_is_not_computed():
    with pytest.raises(TypeError, match="IfExp was not checked"):
        _value(ast.parse("1 if 2 else 3", mode="eval").body, {}, 1)


def test_what_is_unknown_stays_unknown():
    nan = math.nan
    price = column(20, nan, nan, low=[20, 10, nan], high=[20, nan, nan])
    for text in ("price + 1", "0 * price", "price ** 0", "max(price, 5)", "price - price"):
        assert np.isnan(evaluated(text, price=price).value).tolist() == [False, True, True]
    floor = evaluated("price + 1", price=price)  # a floor stays one
    assert floor.low.tolist()[:2] == [21, 11]
    assert np.isnan(floor.high).tolist() == [False, True, True]


@pytest.mark.parametrize(
    ("text", "values", "fault"),
    [
        ("1 / price", [0.0, 2.0], "it divides by 0"),
        ("log(price)", [0.0, 2.0], "has no logarithm"),
        ("sqrt(price)", [-1.0, 2.0], "has no root"),
        ("price ** 0.5", [-1.0, 2.0], "has no power of a fraction"),
        ("price ** -1", [0.0, 2.0], "it divides by 0"),
        ("exp(price * 1000)", [1.0, 0.5], "too large"),
    ],
)
def test_arithmetic_without_a_result_is_unknown_and_says_why(text, values, fault):
    found = evaluated(text, price=column(*values))
    assert np.isfinite(found.value).tolist() == [False, True]
    assert fault in found.fault(0)
    assert found.fault(1) == ""


def test_a_divisor_that_could_be_zero_leaves_the_value_open():
    found = evaluated("1 / price", price=column(1, low=[-1], high=[2]))
    assert np.isnan(found.value).all()
    assert found.fault(0) == "the result could be without bound"


def rendered(tree):
    match tree:
        case str():
            return tree
        case float():
            return repr(tree)
        case ("neg", one):
            return f"(-{rendered(one)})"
        case (("abs" | "sqrt" | "log" | "exp" | "min" | "max") as name, *rest):
            return f"{name}({', '.join(rendered(each) for each in rest)})"
        case (sign, one, other):
            return f"({rendered(one)} {sign} {rendered(other)})"


def plain(tree, at):
    """Plain Python; None where it has no result, or none that a float can hold."""
    if isinstance(tree, str):
        return at[tree]
    if isinstance(tree, float):
        return tree
    parts = [plain(each, at) for each in tree[1:]]
    if None in parts:
        return None
    of = {
        "neg": lambda a: -a, "abs": abs, "sqrt": math.sqrt, "log": math.log, "exp": math.exp,
        "min": min, "max": max, "+": lambda a, b: a + b, "-": lambda a, b: a - b,
        "*": lambda a, b: a * b, "/": lambda a, b: a / b, "**": lambda a, b: a**b,
    }  # fmt: skip
    try:
        found = of[tree[0]](*parts)
    except (ValueError, ZeroDivisionError, OverflowError):
        return None
    return found if isinstance(found, float) and math.isfinite(found) else None


numbers = st.floats(0, 50).map(lambda number: round(number, 2))
trees = st.recursive(
    st.one_of(st.sampled_from(NAMES), numbers),
    lambda inner: st.one_of(
        st.tuples(st.sampled_from(("neg", "abs", "sqrt", "log", "exp")), inner),
        st.tuples(st.sampled_from(("+", "-", "*", "/", "**", "min", "max")), inner, inner),
        st.tuples(st.sampled_from(("min", "max")), inner, inner, inner),
    ),
    max_leaves=8,
)
points = st.floats(-9, 9).map(lambda number: round(number, 2))


@given(trees, st.fixed_dictionaries(dict.fromkeys(NAMES, points)))
def test_plain_python_agrees(tree, at):
    columns = {name: column(value) for name, value in at.items()}
    found = evaluated(rendered(tree), **columns).value[0]
    wanted = plain(tree, at)
    if wanted is None:
        assert np.isnan(found)
    else:
        assert found == pytest.approx(wanted, rel=1e-9, abs=1e-300)


@given(
    trees,
    st.fixed_dictionaries(dict.fromkeys(NAMES, st.tuples(points, points, points).map(sorted))),
    st.lists(st.fixed_dictionaries(dict.fromkeys(NAMES, st.floats(0, 1))), max_size=6),
)
def test_the_interval_holds_whatever_could_come_out(tree, ends, parts):
    columns = {
        name: column(value, low=[low], high=[high]) for name, (low, value, high) in ends.items()
    }
    found = evaluated(rendered(tree), **columns)
    if np.isfinite(found.value[0]):
        assert found.low[0] <= found.value[0] <= found.high[0]
    for part in parts:
        at = {
            name: min(max(low + part[name] * (high - low), low), high)
            for name, (low, _, high) in ends.items()
        }
        one = plain(tree, at)
        if one is not None:
            room = 1e-9 * max(1.0, abs(one))
            assert np.isnan(found.low[0]) or one >= found.low[0] - room
            assert np.isnan(found.high[0]) or one <= found.high[0] + room


def read_or_refused(text):
    try:
        names = parse_expression(text).names
    except StudyError as fault:
        return str(fault).endswith(".") and "\n" not in str(fault)
    return all(name in text for name in names)


@given(st.text(max_size=40))
def test_any_text_is_read_or_refused_in_a_sentence(text):
    assert read_or_refused(text)


@given(st.lists(st.sampled_from(["1", "x", "+", "-", "**", "*", "(", ")", ",", "min", " ", "or"])))
def test_any_tokens_are_read_or_refused_in_a_sentence(tokens):
    assert read_or_refused("".join(tokens))
