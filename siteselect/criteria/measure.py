"""What can be measured for a site, and how."""

from collections.abc import Callable
from dataclasses import dataclass

from siteselect.language import say
from siteselect.model.criterion import AnyValueFunction
from siteselect.model.decision_matrix import Column, MeasureInfo
from siteselect.model.places import Places, Reading
from siteselect.model.sites import Sites
from siteselect.model.study import Context
from siteselect.packs.pack import Pack
from siteselect.progress import Progress

MeasureFunction = Callable[[Sites, Pack, Context, Progress], Column]
ReadFunction = Callable[[Places, Pack, Context], Reading]


@dataclass(frozen=True, slots=True)
class Measure:
    """A function from sites to a column, with all that a screen or a manual says of it."""

    title: str
    unit: str
    group: str
    """The heading under which it stands: Power, Grid, Law & risk, Logistics, Climate & site,
    Money."""
    about: str
    """One or two sentences: what it is, how it is got, what it stands for."""
    measure: MeasureFunction
    """The numbers of named sites, each with its source, or the sentence why it is unknown."""
    read: ReadFunction
    """The same numbers alone, for as many points as there are: what a surface is made of."""
    value: AnyValueFunction
    """The default value function, anchored in `unit`."""
    weight: float = 0.0
    """The default weight in the Balanced scenario; 0 leaves it switched off."""
    layers: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    """Layers and fact tables of a pack that it reads."""
    reads: frozenset[str] = frozenset()
    """What of the context it reads: "day", "load", "money"; a column is kept until one of these
    changes."""

    def info(self, key: str) -> MeasureInfo:
        """Return what the decision matrix carries of this measure."""
        return MeasureInfo(key, say(self.title), self.unit, self.group)
