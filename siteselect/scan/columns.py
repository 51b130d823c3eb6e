"""Every measure that a scenario asks for at every cell: kept on disk, measured where it lacks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from siteselect.criteria import MEASURES
from siteselect.errors import StudyError
from siteselect.language import say, say_number
from siteselect.model.interval import interval
from siteselect.model.own_fact import OwnFact
from siteselect.model.study import Context
from siteselect.model.user_layer import UserLayer
from siteselect.model.user_measure import UserMeasure, in_order
from siteselect.packs.own_facts import lay_over
from siteselect.packs.own_layers import layers_read
from siteselect.packs.pack import Pack
from siteselect.progress import Progress, silent
from siteselect.scan.cache import Cache, Numbers, Writing, key_of
from siteselect.scan.engine import Engine
from siteselect.scan.region import FORM, Region
from siteselect.scan.work import BlockDone, BlockWork, Ground

ENDS = ("value", "low", "high")
_STRETCH = 1 << 20


@dataclass(frozen=True, eq=False, slots=True)
class CellColumn:
    """One measure at every cell, in its unit (float32); NaN is unknown."""

    value: Numbers
    low: Numbers
    high: Numbers
    """The value itself where nothing else is known."""

    @property
    def certain(self) -> bool:
        """Whether there are no intervals."""
        return self.low is self.value and self.high is self.value


@dataclass(frozen=True, eq=False, slots=True)
class Measured:
    """The columns of a scan by measure, and what went wrong on the way without stopping it."""

    columns: Mapping[str, CellColumn]
    remarks: tuple[str, ...] = ()
    fresh: int = 0
    """How many columns were measured now; the others were kept."""


def measured(
    region: Region,
    pack: Pack,
    keys: Sequence[str],
    context: Context,
    engine: Engine,
    cache: Cache,
    *,
    facts: tuple[OwnFact, ...] = (),
    layers: tuple[UserLayer, ...] = (),
    own: tuple[UserMeasure, ...] = (),
    progress: Progress = silent,
) -> Measured:
    """Return the columns of `keys`, and of what the user's expressions among them name.

    Raises
    ------
    StudyError
        If a measure does not exist.
    Cancelled
        By the progress call; what was measured until then is thrown away.
    """
    program, expressions = _wanted(keys, own)
    lay_over(pack, facts)  # a fault in the user's facts is told before anything is measured
    found: dict[str, CellColumn] = {}
    lacking: dict[str, tuple[str, Context]] = {}
    entries: dict[str, str] = {}
    for key in program:
        narrow = _narrowed(key, context)
        entries[key] = name = _name(region, pack, key, narrow, facts, layers)
        held = cache.read(name)
        if held is None or len(held.get("value", ())) != len(region):
            lacking[key] = (name, narrow)
        else:
            found[key] = _column(held)
    remarks = []
    if lacking:
        names = {name for key in lacking for name in MEASURES[key].layers}
        laid = layers_read(layers, names)
        ground = Ground(pack.path, pack.digest, facts, region.grid, region.codes, laid)
        writings = _measure(region, ground, lacking, engine, cache, progress)
        for key, writing in writings.items():
            found[key] = _column(writing.finish())
            remarks += [writing.fault] if writing.fault else []
    for each in expressions:
        found[each.key], fault = _computed(each, found, entries, len(region), cache)
        remarks += [fault] if fault else []
    columns = {key: found[key] for key in dict.fromkeys(keys)}
    return Measured(columns, tuple(dict.fromkeys(remarks)), len(lacking))


def _wanted(
    keys: Sequence[str], own: tuple[UserMeasure, ...]
) -> tuple[list[str], list[UserMeasure]]:
    """Return the program's measures, and the user's in the order in which they are computed."""
    users = {each.key: each for each in own}
    asked = list(dict.fromkeys(keys))
    for key in asked:  # grows while it is walked
        if key in users:
            asked += [need for need in users[key].needs if need not in asked]
    unknown = [key for key in asked if key not in MEASURES and key not in users]
    if unknown:
        raise StudyError(
            say(
                "There is no measure called {unknown}. There are: {known}.",
                unknown=", ".join(unknown),
                known=", ".join([*MEASURES, *users]),
            )
        )
    program = [key for key in asked if key in MEASURES]
    return program, [each for each in in_order(own) if each.key in asked]


def _narrowed(key: str, context: Context) -> Context:
    """Return the context with what the measure does not read taken out, so that it keeps longer."""
    reads = MEASURES[key].reads
    return replace(
        context,
        as_of=context.as_of if "day" in reads else context.as_of.replace(2000, 1, 1),
        load_mw=context.load_mw if "load" in reads else 1.0,
        money=context.money if "money" in reads else None,
    )


def _name(
    region: Region,
    pack: Pack,
    key: str,
    context: Context,
    facts: tuple[OwnFact, ...],
    layers: tuple[UserLayer, ...],
) -> str:
    measure = MEASURES[key]
    read = [each for each in facts if each.table in measure.facts]
    laid = sorted(each.digest for each in layers_read(layers, measure.layers))
    more = (laid,) if laid else ()
    return key_of("column", FORM, pack.digest, region.grid, key, context, read, *more)


def _measure(
    region: Region,
    ground: Ground,
    lacking: Mapping[str, tuple[str, Context]],
    engine: Engine,
    cache: Cache,
    progress: Progress,
) -> dict[str, Writing]:
    wanted = tuple((key, context) for key, (_, context) in lacking.items())
    works = (
        BlockWork(number, block, *region.held(number), wanted)
        for number, block in enumerate(region.blocks)
    )
    writings: dict[str, Writing] = {}
    total, done = len(region), 0
    told = say("Measuring {count} cells", count=say_number(total, 0))
    flow = engine.run(ground, works)
    try:
        for key, (name, _) in lacking.items():
            writings[key] = cache.begin(name, {"value": (total, "float32")})
        certain: dict[str, list[int]] = {key: [] for key in lacking}
        for each in flow:
            _put(region, each, writings, certain)
            cells = region.stretch(each.number)
            done += cells.stop - cells.start
            progress(done / max(total, 1), told)
        for key, writing in writings.items():
            _fill(region, writing, certain[key])
    except BaseException:
        for writing in writings.values():
            writing.abandon()
        raise
    finally:
        close = getattr(flow, "close", None)
        if close is not None:
            close()
    return writings


def _put(
    region: Region,
    done: BlockDone,
    writings: Mapping[str, Writing],
    certain: Mapping[str, list[int]],
) -> None:
    """Write one block; ends are written for columns alone in which any block has intervals."""
    start = region.stretch(done.number).start
    for key, (value, low, high) in done.stretches.items():
        writing = writings[key]
        writing.put("value", start, value)
        if low is None or high is None:
            certain[key].append(done.number)
            continue
        for name, end in (("low", low), ("high", high)):
            if name not in writing.names:
                writing.add(name, len(region), "float32")
            writing.put(name, start, end)


def _fill(region: Region, writing: Writing, certain: Sequence[int]) -> None:
    """Give blocks without intervals their ends, where other blocks of the column have some."""
    for name in writing.names - {"value"}:
        for number in certain:
            cells = region.stretch(number)
            writing.put(
                name, cells.start, writing.get("value", cells.start, cells.stop - cells.start)
            )


def _column(held: Mapping[str, Numbers]) -> CellColumn:
    value = held["value"]
    return CellColumn(value, held.get("low", value), held.get("high", value))


def _computed(
    measure: UserMeasure,
    columns: Mapping[str, CellColumn],
    entries: dict[str, str],
    count: int,
    cache: Cache,
) -> tuple[CellColumn, str]:
    """Return an own measure, and why it is not kept if so; what was typed for sites is unknown.

    An expression is known by its text and by the entries of what it names, which grow by its own.
    """
    if not measure.expression:
        entries[measure.key] = key_of("typed", measure.key)
        nothing = np.broadcast_to(np.float32(np.nan), (count,))  # of no size
        return CellColumn(nothing, nothing, nothing), ""
    parsed = measure.parsed
    named = [(name, entries[name]) for name in parsed.names]
    entries[measure.key] = name = key_of("expression", FORM, measure.expression, named, count)
    held = cache.read(name)
    if held is not None:
        return _column(held), ""
    writing = cache.begin(name, dict.fromkeys(ENDS, (count, "float32")))
    try:
        for start in range(0, count, _STRETCH):
            part = slice(start, min(start + _STRETCH, count))
            inputs = {
                key: interval(
                    *(np.asarray(getattr(columns[key], end)[part], np.float64) for end in ENDS)
                )
                for key in parsed.names
            }
            found = parsed.evaluate(inputs, part.stop - part.start)
            value, low, high = (
                np.where(np.isfinite(end), end, np.nan)
                for end in (found.value, found.low, found.high)
            )
            writing.put("value", start, value)
            writing.put("low", start, np.where(np.isnan(low), value, low))
            writing.put("high", start, np.where(np.isnan(high), value, high))
    except BaseException:
        writing.abandon()
        raise
    return _column(writing.finish()), writing.fault
