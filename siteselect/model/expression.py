"""Arithmetic over measures, as a person types it: read by a list of what is allowed, never run.

Allowed are numbers, names of measures, + - * / **, a minus before a term, parentheses, and the
functions min, max, abs, sqrt, log (natural) and exp.
"""

import ast
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NoReturn

import numpy as np

from siteselect.errors import StudyError
from siteselect.language import say
from siteselect.model import interval
from siteselect.model.interval import Interval

LONGEST = 500
DEEPEST = 60
LARGEST = 1e300
"""A greater number is no measurement, and products of it are not finite."""

_TOKEN = re.compile(
    r"[ \t]+|(?P<number>(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)|(?P<name>[A-Za-z_][A-Za-z0-9_]*)"
    r"|\*\*|[-+*/(),]"
)
_OPERATORS: Mapping[type[ast.operator], Callable[[Interval, Interval], Interval]] = {
    ast.Add: interval.add,
    ast.Sub: interval.subtract,
    ast.Mult: interval.multiply,
    ast.Div: interval.divide,
    ast.Pow: interval.power,
}
_OF_ONE: Mapping[str, Callable[[Interval], Interval]] = {
    "abs": interval.absolute,
    "sqrt": interval.square_root,
    "log": interval.logarithm,
    "exp": interval.exponential,
}
_OF_MANY: Mapping[str, Callable[[Interval, Interval], Interval]] = {
    "min": interval.least,
    "max": interval.greatest,
}
FUNCTIONS = (*_OF_MANY, *_OF_ONE)
"""Names that no measure can bear."""


@dataclass(frozen=True, slots=True)
class Expression:
    """An expression that was read and found sound."""

    text: str
    names: tuple[str, ...]
    """The measures that it names, each once, in the order of the text."""
    repeats: bool
    """Whether a measure stands in it more than once; intervals may then be wider than need be."""

    def evaluate(self, columns: Mapping[str, Interval], count: int) -> Interval:
        """Return the expression for every site.

        Parameters
        ----------
        columns
            The measures by name.
        count
            For how many sites.

        Returns
        -------
        Values with intervals; NaN where a measure is unknown or the arithmetic has no result.
        """
        with np.errstate(all="ignore"):
            return interval.bounded(_value(_tree(self.text), columns, count))


@lru_cache(maxsize=64)
def parse_expression(text: str) -> Expression:
    """Return the expression that `text` holds.

    Raises
    ------
    StudyError
        With one sentence that names the place, at the first fault.
    """
    tree = _tree(text)
    _check(tree, text, 1)
    names = [each for each in ast.walk(tree) if isinstance(each, ast.Name)]
    called = {id(each.func) for each in ast.walk(tree) if isinstance(each, ast.Call)}
    named = [each for each in names if id(each) not in called]
    found = [each.id for each in sorted(named, key=lambda name: name.col_offset)]
    once = tuple(dict.fromkeys(found))
    return Expression(text, once, len(once) < len(found))


def _refuse(text: str, place: int, fault: str) -> NoReturn:
    shown = text if len(text) <= 60 else f"{text[:57]}..."
    raise StudyError(
        say(
            "The expression {shown!r} is not understood at character {place}: {fault}.",
            shown=shown,
            place=place,
            fault=fault,
        )
    )


@lru_cache(maxsize=64)
def _tree(text: str) -> ast.expr:
    """Return the tree of `text`; its signs are looked at first, so Python sees nothing odd."""
    if len(text) > LONGEST:
        raise StudyError(
            say(
                "The expression has {count} characters: keep it to {longest}, or part it in two.",
                count=len(text),
                longest=LONGEST,
            )
        )
    if not text.strip():
        raise StudyError(say("The expression is empty: write one such as power_price * 1.2."))
    place, before = 0, ""
    while place < len(text):
        token = _TOKEN.match(text, place)
        if token is None:
            advice = (
                say("write ** for a power") if text[place] == "^" else say("it has no meaning here")
            )
            _refuse(text, place + 1, f"{text[place]!r}, {advice}")
        if before and token.lastgroup:
            _refuse(
                text,
                place + 1,
                say(
                    "{group!r} stands after {before}, without a sign",
                    group=token.group(),
                    before=before,
                ),
            )
        if not token.group().isspace():
            before = token.group() if token.lastgroup else ""
        place = token.end()
    lead = len(text) - len(text.lstrip())
    try:
        tree = ast.parse(text.strip(), mode="eval").body
    except (SyntaxError, ValueError, MemoryError, RecursionError) as error:
        offset = getattr(error, "offset", None) or len(text)
        _refuse(text, min(lead + offset, len(text)), say("something is missing or too much"))
    for each in ast.walk(tree):
        if hasattr(each, "col_offset"):
            each.col_offset += lead
    return tree


def _check(node: ast.expr, text: str, depth: int) -> None:
    """Raise StudyError at the first node that is not allowed."""
    place = node.col_offset + 1
    if depth > DEEPEST:
        _refuse(text, place, say("it is more than {deepest} deep, part it in two", deepest=DEEPEST))
    match node:
        case ast.Constant(value=int() | float() as value) if not isinstance(value, bool):
            if not abs(value) <= LARGEST:  # a whole number of any length can be compared
                _refuse(text, place, say("the number is too large"))
        case ast.Name(id=name):
            if name in FUNCTIONS:
                _refuse(
                    text,
                    place,
                    say("{name} wants parentheses, as in {name}(power_price)", name=name),
                )
        case ast.BinOp(left=left, op=operator, right=right) if type(operator) in _OPERATORS:
            _check(left, text, depth + 1)
            _check(right, text, depth + 1)
        case ast.UnaryOp(op=ast.USub() | ast.UAdd(), operand=operand):
            _check(operand, text, depth + 1)
        case ast.Call(func=ast.Name(id=name), args=arguments, keywords=[]):
            _check_call(name, arguments, text, place)
            for each in arguments:
                _check(each, text, depth + 1)
        case _:
            _refuse(
                text, place, say("only numbers, measures, + - * / ** and functions are allowed")
            )


def _check_call(name: str, arguments: list[ast.expr], text: str, place: int) -> None:
    if name not in FUNCTIONS:
        _refuse(
            text,
            place,
            say(
                "there is no function {name} (there are {functions})",
                name=name,
                functions=", ".join(FUNCTIONS),
            ),
        )
    if name in _OF_ONE and len(arguments) != 1:
        _refuse(text, place, say("{name} wants one number in its parentheses", name=name))
    if name in _OF_MANY and len(arguments) < 2:
        _refuse(text, place, say("{name} wants two or more numbers in its parentheses", name=name))


def _value(node: ast.expr, columns: Mapping[str, Interval], count: int) -> Interval:
    """Return the value of a checked node."""
    match node:
        case ast.Constant(value=int() | float() as number):
            return interval.exactly(float(number), count)
        case ast.Name(id=name):
            return columns[name]
        case ast.BinOp(left=left, op=operator, right=right):
            one, other = _value(left, columns, count), _value(right, columns, count)
            return _OPERATORS[type(operator)](one, other)
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return interval.negative(_value(operand, columns, count))
        case ast.UnaryOp(operand=operand):
            return _value(operand, columns, count)
        case ast.Call(func=ast.Name(id=name), args=[first, *rest]):
            found = _value(first, columns, count)
            if name in _OF_ONE:
                return _OF_ONE[name](found)
            for each in rest:
                found = _OF_MANY[name](found, _value(each, columns, count))
            return found
    raise TypeError(f"{type(node).__name__} was not checked")
