"""The work on one block: what it needs, what it gives; it travels to other processes as it is."""

from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

import numpy as np

from siteselect.criteria import MEASURES
from siteselect.geo.grid import Block, Grid
from siteselect.language import say
from siteselect.model.own_fact import OwnFact
from siteselect.model.places import Reading
from siteselect.model.study import Context
from siteselect.model.user_layer import UserLayer
from siteselect.packs.own_facts import lay_over
from siteselect.packs.own_layers import lacking_layers, lay_layers_over
from siteselect.packs.pack import Pack
from siteselect.scan.cache import Numbers
from siteselect.scan.region import places_in

Stretches = dict[str, tuple[Numbers, Numbers | None, Numbers | None]]
"""By measure the value, and low and high where they say more than the value."""


@dataclass(frozen=True, eq=False, slots=True)
class Ground:
    """What all blocks of a scan have in common."""

    pack: Path
    digest: str
    """Of the pack, so that another process reads the same one."""
    facts: tuple[OwnFact, ...]
    grid: Grid
    codes: tuple[str, ...]
    layers: tuple[UserLayer, ...] = ()
    """The user's, as they were here: a machine that works on the scan must have their files."""


@dataclass(frozen=True, eq=False, slots=True)
class BlockWork:
    """The cells of one block and the measures wanted for them."""

    number: int
    block: Block
    place: Numbers
    country: Numbers
    wanted: tuple[tuple[str, Context], ...]
    """Measures, each with the context that it is read in."""


@dataclass(frozen=True, eq=False, slots=True)
class BlockDone:
    """The numbers of one block."""

    number: int
    stretches: Stretches = field(default_factory=dict)


def measure_block(ground: Ground, work: BlockWork, pack: Pack | None = None) -> BlockDone:
    """Return the measures of one block; without a pack it is opened, once for each process."""
    opened = pack if pack is not None else _opened(ground.pack, ground.digest)
    laid = lay_over(lay_layers_over(opened, _present(ground.layers)), ground.facts)
    places = places_in(ground.grid, work.block, ground.codes, work.place, work.country)
    return BlockDone(
        work.number,
        {key: _narrow(MEASURES[key].read(places, laid, context)) for key, context in work.wanted},
    )


def _narrow(reading: Reading) -> tuple[Numbers, Numbers | None, Numbers | None]:
    """Return a reading as it is kept: single precision, intervals only where there are any."""
    value = reading.value.astype(np.float32)
    if reading.certain:
        return value, None, None
    return value, reading.low.astype(np.float32), reading.high.astype(np.float32)


def _present(layers: tuple[UserLayer, ...]) -> tuple[UserLayer, ...]:
    lacking = lacking_layers(layers)
    if lacking:
        from siteselect.errors import PackError

        raise PackError(
            say(
                "The layer {title} is not on the machine that works on the scan: "
                "open the project there once, or scan without a cluster.",
                title=lacking[0].title,
            )
        )
    return layers


@lru_cache(maxsize=2)
def _opened(path: Path, digest: str) -> Pack:
    pack = Pack(path)
    if pack.digest != digest:
        from siteselect.errors import PackError

        raise PackError(
            say(
                "The pack at {path} on the machine that works on the scan is not the "
                "same as here: put the same files there.",
                path=path,
            )
        )
    return pack
