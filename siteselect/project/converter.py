"""Between the frozen values of a study and plain JSON values; strict, each fault with its path.

Keys stand in the order of the fields, and a key that no field bears is a fault. A value function
is a tagged union: `{"kind": "linear", "worst": 75, "best": 35}`.
"""

import math
from collections.abc import Callable, Iterator
from datetime import date
from enum import Enum
from functools import cache
from itertools import repeat
from typing import Any, TypeVar, cast, get_args, get_origin

from cattrs import (
    BaseValidationError,
    Converter,
    ForbiddenExtraKeysError,
    IterableValidationError,
)
from cattrs.errors import AttributeValidationNote, IterableValidationNote
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from siteselect.errors import SiteSelectError
from siteselect.model.bookmark import Bookmark
from siteselect.model.class_value import Category, Step
from siteselect.model.criterion import AnyValueFunction, Criterion
from siteselect.model.figures import Figure
from siteselect.model.fleet import Fleet, Lot, Machine
from siteselect.model.gate import Gate
from siteselect.model.money import Cut, Money, Network, Origin, Partner
from siteselect.model.own_fact import FactTable, OwnFact
from siteselect.model.relative_value import Percentile, ZScore
from siteselect.model.scenario import Scenario
from siteselect.model.scene import Bounds, Scene
from siteselect.model.sites import Offer, Site
from siteselect.model.study import Context, Study
from siteselect.model.supply import OwnPower
from siteselect.model.text import plain_text
from siteselect.model.tint import Tint
from siteselect.model.user_layer import Role, UserLayer
from siteselect.model.user_measure import UserMeasure
from siteselect.model.value_function import (
    Gaussian,
    Linear,
    Logistic,
    Piecewise,
    Power,
    Relative,
)

T = TypeVar("T")
Json = Any
"""What `json` reads and writes: it has no narrower type."""

KINDS: dict[str, type] = {
    "linear": Linear,
    "piecewise": Piecewise,
    "logistic": Logistic,
    "gaussian": Gaussian,
    "power": Power,
    "step": Step,
    "category": Category,
    "relative": Relative,
    "percentile": Percentile,
    "z_score": ZScore,
}
"""The word that stands for each value function in a file: one line for a new one."""

_MONEY = (Figure, Machine, Lot, Fleet, Network, Partner, Origin, Cut, Money)
_SPARSE = (Offer, OwnPower, Site, UserLayer, UserMeasure, Bounds, Bookmark, Scene, Tint, *_MONEY)
"""Written where they say something: most sites carry no offer."""
_FULL = (Criterion, Gate, Scenario, Context, Study)
"""Written with every field: what was decided must not hang on a default of the program."""
_LATER: dict[type, tuple[str, ...]] = {
    Context: ("money",),
    Criterion: ("name", "locked"),
    Scenario: ("total_100",),
    Study: ("measures", "facts", "scenes", "layers", "bookmarks", "tint"),
}
"""Fields that came after the first files: written only where they say more than nothing."""


def make_converter(*, strict: bool = True) -> Converter:
    """Return a converter for studies; one that is not strict passes over keys it does not know."""
    converter = Converter(forbid_extra_keys=strict, detailed_validation=True)
    converter.register_structure_hook(float, lambda value, _: _number(value))
    converter.register_structure_hook(int, lambda value, _: _whole(value))
    converter.register_structure_hook(
        str, lambda value, _: plain_text(_plain(value, str, "a text"))
    )
    converter.register_structure_hook(bool, lambda value, _: _plain(value, bool, "true or false"))
    converter.register_structure_hook(date, lambda value, _: _day(value))
    converter.register_structure_hook_func(_is_enum, _enum)
    converter.register_structure_hook_func(
        _is_tuple,
        lambda value, kind: _tuple(converter, value, kind),
    )
    converter.register_unstructure_hook(float, _short)
    converter.register_unstructure_hook(date, date.isoformat)
    converter.register_structure_hook(Role, lambda value, _: _enum(value, Role))  # a text, too
    converter.register_structure_hook(OwnFact, lambda value, _: _fact(value))
    converter.register_unstructure_hook(
        OwnFact, lambda fact: {"table": fact.table.value, **dict(fact.cells)}
    )
    for each in KINDS.values():
        _register(converter, each, sparse=False)
    converter.register_structure_hook_func(
        lambda kind: kind == AnyValueFunction, lambda value, _: _value(converter, value)
    )
    converter.register_unstructure_hook_func(
        lambda kind: kind == AnyValueFunction, lambda value: _tagged(converter, value)
    )
    for each in (*_SPARSE, *_FULL):  # parts before the wholes that hold them
        _register(converter, each, sparse=each in _SPARSE)
    return converter


@cache
def _converter(*, strict: bool = True) -> Converter:
    """Return the converter of the whole program: making one takes a tenth of a second."""
    return make_converter(strict=strict)


def unstructure_study(study: Study) -> dict[str, Json]:
    """Return the study as plain values; day and load stand at its head."""
    plain: dict[str, Json] = _converter().unstructure(study, Study)
    context = plain.pop("context")
    return {"title": plain.pop("title"), "pack": plain.pop("pack"), **context, **plain}


def structure_study(plain: Json, *, strict: bool = True) -> Study:
    """Return the study that `plain` holds.

    Raises
    ------
    BaseValidationError
        If anything in it is missing, unknown, or not what it should be; see `faults`.
    """
    if isinstance(plain, dict):
        keys = ("as_of", "load_mw", "money")
        context = {key: plain[key] for key in keys if key in plain}
        plain = {key: each for key, each in plain.items() if key not in keys}
        if "context" not in plain:
            plain["context"] = context
    return _converter(strict=strict).structure(plain, Study)


def faults(error: BaseException, path: str = "study") -> Iterator[str]:
    """Yield one phrase for each fault within `error`, with its path."""
    if not isinstance(error, BaseValidationError):
        yield f"{path.replace('.context', '')}: {_said(error)}"
        return
    for each in error.exceptions:
        place = path
        for note in getattr(each, "__notes__", ()):
            if isinstance(note, AttributeValidationNote):
                place = f"{path}.{note.name}"
            elif isinstance(note, IterableValidationNote):
                place = f"{path}[{note.index}]"
        yield from faults(each, place)


def _said(error: BaseException) -> str:
    if isinstance(error, ForbiddenExtraKeysError):
        return f"unknown key {', '.join(sorted(error.extra_fields))}"
    if isinstance(error, KeyError):
        return "it is missing"
    if isinstance(error, SiteSelectError | TypeError | ValueError):
        return str(error)
    return f"{type(error).__name__}: {error}"


def _register(converter: Converter, kind: type, *, sparse: bool) -> None:
    fill: Callable[[Json, type], Any] = make_dict_structure_fn(kind, converter)
    later: dict[str, Any] = {
        field: override(omit_if_default=True) for field in _LATER.get(kind, ())
    }
    empty: Callable[[Any], dict[str, Json]] = make_dict_unstructure_fn(
        kind, converter, _cattrs_omit_if_default=sparse, **later
    )

    def structure(value: Json, _: type) -> Any:  # any of the registered classes
        return fill(_plain(value, dict, "an object in braces"), kind)

    converter.register_structure_hook(kind, structure)
    converter.register_unstructure_hook(kind, empty)


def _value(converter: Converter, value: Json) -> AnyValueFunction:
    known = ", ".join(KINDS)
    plain = dict(_plain(value, dict, "an object in braces"))
    kind = plain.pop("kind", None)
    if not isinstance(kind, str) or kind not in KINDS:
        said = (
            f"unknown kind {kind if isinstance(kind, str) else _shown(kind)}"
            if kind is not None
            else "kind is missing"
        )
        raise ValueError(f"{said} (there are {known})")
    return cast("AnyValueFunction", converter.structure(plain, KINDS[kind]))


def _tagged(converter: Converter, value: AnyValueFunction) -> dict[str, Json]:
    for word, kind in KINDS.items():
        if type(value) is kind:
            return {"kind": word, **converter.unstructure(value, kind)}
    raise TypeError(f"{type(value).__name__} has no word in KINDS")


def _fact(value: Json) -> OwnFact:
    """Return a fact from `{"table": "tariffs", "id": "T1", "price": "19"}`: its cells are texts."""
    plain = dict(_plain(value, dict, "an object in braces"))
    table = _enum(plain.pop("table", None), FactTable)
    cells = {column: _plain(text, str, f"{column}: a text") for column, text in plain.items()}
    return OwnFact.of(cast("FactTable", table), cells)


def _tuple(converter: Converter, value: Json, kind: Any) -> tuple[Any, ...]:  # any tuple type
    items = list(value) if isinstance(value, tuple) else _plain(value, list, "a list in brackets")
    kinds = get_args(kind)
    endless = len(kinds) == 2 and kinds[1] is Ellipsis
    if not endless and len(items) != len(kinds):
        raise ValueError(f"{len(kinds)} entries are wanted, here are {len(items)}")
    found, wrong = [], []
    for place, (item, each) in enumerate(
        zip(items, repeat(kinds[0]) if endless else kinds, strict=False)
    ):
        try:
            found.append(converter.structure(item, each))
        except Exception as error:
            error.add_note(IterableValidationNote(f"entry {place}", place, each))
            wrong.append(error)
    if wrong:
        raise IterableValidationError("in a list", wrong, kind)
    return tuple(found)


def _plain(value: Json, kind: type[T], wanted: str) -> T:
    if not isinstance(value, kind):
        raise TypeError(f"{wanted} is wanted, here stands {_shown(value)}")
    return value


def _number(value: Json) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError(f"a number is wanted, here stands {_shown(value)}")
    try:
        number = float(value)
    except OverflowError:
        number = math.inf
    if not math.isfinite(number):
        raise ValueError(f"a finite number is wanted, here stands {_shown(value)}")
    return number


def _whole(value: Json) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError(f"a whole number is wanted, here stands {_shown(value)}")
    return value


def _day(value: Json) -> date:
    try:
        return date.fromisoformat(_plain(value, str, "a day such as 2021-06-02"))
    except ValueError:
        raise ValueError(f"a day such as 2021-06-02 is wanted, here stands {value!r}") from None


def _is_tuple(kind: Any) -> bool:  # cattrs asks about types of every sort
    origin: object = get_origin(kind)
    return origin is tuple


def _is_enum(kind: Any) -> bool:  # cattrs asks about types of every sort
    return isinstance(kind, type) and issubclass(kind, Enum)


def _enum(value: Json, kind: type[Enum]) -> Enum:
    try:
        return kind(value)
    except ValueError:
        words = ", ".join(str(each.value) for each in kind)
        raise ValueError(f"one of {words} is wanted, here stands {_shown(value)}") from None


def _short(number: float) -> float | int:
    """Return a whole number without its `.0`, which is easier to read and to compare."""
    number = float(number)
    return int(number) if number.is_integer() and abs(number) < 1e15 else number


def _shown(value: Json) -> str:
    if isinstance(value, dict | list):
        return "an object" if isinstance(value, dict) else "a list"
    text = repr(value)
    names = {
        "None": "null",
        "True": "true",
        "False": "false",
        "dict": "an object",
        "list": "a list",
    }
    return names.get(text, text if len(text) <= 40 else f"{text[:37]}...")
