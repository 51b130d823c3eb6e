"""All that the user decided."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain, count

import numpy as np

from siteselect.errors import StudyError
from siteselect.language import say
from siteselect.model import bookmark as of_bookmarks
from siteselect.model import scene as of_scenes
from siteselect.model.bookmark import Bookmark
from siteselect.model.money import Money
from siteselect.model.own_fact import FactTable, OwnFact
from siteselect.model.scenario import Scenario
from siteselect.model.scene import Scene
from siteselect.model.sites import Site
from siteselect.model.supply import RouteKind
from siteselect.model.tint import AS_SHIPPED, Tint
from siteselect.model.user_layer import UserLayer
from siteselect.model.user_layer import added as layer_added
from siteselect.model.user_measure import UserMeasure, in_order


@dataclass(frozen=True, slots=True)
class Context:
    """What measures are asked for: the day on which facts are read, and the power wanted."""

    as_of: date
    load_mw: float = 50.0
    """Power wanted at the site, in MW."""
    money: Money | None = None
    """Fleet, figures, network, partners and deadline as chosen; None leaves all to the pack."""

    def __post_init__(self) -> None:
        if not np.isfinite(self.load_mw) or self.load_mw <= 0:
            raise StudyError(
                say(
                    "The wanted load is {load_mw:g} MW: give a number above 0.",
                    load_mw=self.load_mw,
                )
            )


@dataclass(frozen=True, slots=True)
class Study:
    """Pack, candidates, context and scenarios: a value; every change gives a new one."""

    title: str
    pack: str
    """Name of the pack, and its version after an @: central-asia@2026.1."""
    context: Context
    candidates: tuple[Site, ...]
    scenarios: tuple[Scenario, ...]
    active: str
    """Name of the scenario at work."""
    measures: tuple[UserMeasure, ...] = ()
    """What the user measures beside what the program does: columns, typed values, expressions."""
    facts: tuple[OwnFact, ...] = ()
    """Rows that the user adds to the pack's facts, or corrects in them."""
    scenes: tuple[Scene, ...] = ()
    """Saved views, in the order in which they are presented."""
    layers: tuple[UserLayer, ...] = ()
    """What the user lays over the pack: substations, roads, areas to avoid, anything to be seen."""
    bookmarks: tuple[Bookmark, ...] = ()
    """Named views of the map, to come back to."""
    tint: Tint = AS_SHIPPED
    """Classes and colours of prices on the map."""

    def __post_init__(self) -> None:
        _each_once("site", [site.name for site in self.candidates])
        titles = [each.name for each in self.scenarios]
        _each_once("scenario", titles)
        _each_once("measure", [each.key for each in self.measures])
        in_order(self.measures)
        _each_once("fact", [f"{each.id} ({each.table.value})" for each in self.facts])
        _each_once("layer", [each.name for each in self.layers])
        _each_once("bookmark", [each.name for each in self.bookmarks])
        if self.active not in titles:
            raise StudyError(
                say(
                    "The study has no scenario called {active}. It has: {titles}.",
                    active=self.active,
                    titles=", ".join(titles),
                )
            )
        of_scenes.check_scenarios(self.scenes, titles)

    @property
    def scenario(self) -> Scenario:
        """The scenario at work."""
        return next(each for each in self.scenarios if each.name == self.active)

    def with_scenario(self, scenario: Scenario) -> "Study":
        """Return this study with the scenario at work replaced."""
        scenarios = tuple(scenario if each.name == self.active else each for each in self.scenarios)
        scenes = of_scenes.rescored(self.scenes, self.active, scenario.name)
        return replace(self, scenarios=scenarios, active=scenario.name, scenes=scenes)

    def with_weight(self, key: str, weight: float) -> "Study":
        """Return this study with one weight of the scenario at work changed."""
        return self.with_scenario(self.scenario.with_weight(key, weight))

    def with_active(self, name: str) -> "Study":
        """Return this study with another scenario at work."""
        return replace(self, active=name)

    def with_new_scenario(self, scenario: Scenario) -> "Study":
        """Return this study with one scenario more, which is at work; its name is made free."""
        own = replace(scenario, name=self.free_name(scenario.name))
        return replace(self, scenarios=(*self.scenarios, own), active=own.name)

    def with_scenario_copied(self, name: str, title: str = "") -> "Study":
        """Return this study with a copy of one scenario after it, which is at work."""
        place = self._place(name)
        wanted = title.strip() or say("{name} copy", name=name)
        copy = replace(self.scenarios[place], name=self.free_name(wanted))
        scenarios = (*self.scenarios[: place + 1], copy, *self.scenarios[place + 1 :])
        return replace(self, scenarios=scenarios, active=copy.name)

    def with_scenario_renamed(self, name: str, title: str) -> "Study":
        """Return this study with one scenario called otherwise."""
        place, title = self._place(name), title.strip()
        if not title:
            raise StudyError(say("The scenario {name} wants a name: give it one.", name=name))
        renamed = replace(self.scenarios[place], name=title)
        scenarios = (*self.scenarios[:place], renamed, *self.scenarios[place + 1 :])
        return replace(
            self,
            scenarios=scenarios,
            active=title if self.active == name else self.active,
            scenes=of_scenes.rescored(self.scenes, name, title),
        )

    def without_scenario(self, name: str) -> "Study":
        """Return this study without one scenario; the next one takes its place at work."""
        place = self._place(name)
        rest = (*self.scenarios[:place], *self.scenarios[place + 1 :])
        if not rest:
            raise StudyError(say("{name} is the only scenario: a study wants one.", name=name))
        shown = [each.headline for each in self.scenes if each.scenario == name]
        if shown:
            raise StudyError(
                say(
                    "The scene “{shown}” shows the scenario {name}: retake or remove it first.",
                    shown=shown[0],
                    name=name,
                )
            )
        heir = rest[min(place, len(rest) - 1)].name
        return replace(self, scenarios=rest, active=heir if self.active == name else self.active)

    def free_name(self, wanted: str) -> str:
        """Return `wanted`, or with the least number after it that makes it a free scenario name."""
        taken = {each.name for each in self.scenarios}
        numbered = (f"{wanted} {number}" for number in count(2))
        return next(name for name in chain([wanted], numbered) if name not in taken)

    def with_pin(self, names: Iterable[str], *, pinned: bool) -> "Study":
        """Return this study with sites kept in the ranking in spite of a gate, or no longer."""
        chosen = set(names)
        lacking = sorted(chosen - {site.name for site in self.candidates})
        if lacking:
            raise StudyError(
                say("The study has no site called {lacking}.", lacking=", ".join(lacking))
            )
        sites = tuple(
            replace(site, pinned=pinned) if site.name in chosen else site
            for site in self.candidates
        )
        return replace(self, candidates=sites)

    def with_measure(self, measure: UserMeasure) -> "Study":
        """Return this study with one measure of the user's replaced, or added."""
        keys = [each.key for each in self.measures]
        if measure.key not in keys:
            return replace(self, measures=(*self.measures, measure))
        measures = tuple(measure if each.key == measure.key else each for each in self.measures)
        return replace(self, measures=measures)

    def without_measure(self, key: str) -> "Study":
        """Return this study without one measure of the user's, nor criteria and gates on it."""
        users = [each.title for each in self.measures if key in each.needs]
        if users:
            raise StudyError(
                say(
                    "{users} is computed from {key}: change that first.",
                    users=", ".join(users),
                    key=key,
                )
            )
        scenarios = tuple(
            replace(
                each,
                criteria=tuple(one for one in each.criteria if one.measure != key),
                gates=tuple(one for one in each.gates if one.measure != key),
            )
            for each in self.scenarios
        )
        measures = tuple(each for each in self.measures if each.key != key)
        return replace(self, scenarios=scenarios, measures=measures)

    def with_day(self, day: date) -> "Study":
        """Return this study with facts read on another day."""
        return replace(self, context=replace(self.context, as_of=day))

    def with_load(self, load_mw: float) -> "Study":
        """Return this study with another wanted load, in MW."""
        return replace(self, context=replace(self.context, load_mw=load_mw))

    def with_fact(self, fact: OwnFact) -> "Study":
        """Return this study with one fact of the user's replaced, by table and id, or added."""
        keys = [(each.table, each.id) for each in self.facts]
        if (fact.table, fact.id) not in keys:
            return replace(self, facts=(*self.facts, fact))
        place = keys.index((fact.table, fact.id))
        return replace(self, facts=(*self.facts[:place], fact, *self.facts[place + 1 :]))

    def without_fact(self, table: FactTable, id_: str) -> "Study":
        """Return this study without one fact of the user's: the pack's own row speaks again."""
        facts = tuple(each for each in self.facts if (each.table, each.id) != (table, id_))
        return replace(self, facts=facts)

    def with_layer(self, layer: UserLayer) -> "Study":
        """Return this study with one layer of the user's replaced, by name, or added."""
        return replace(self, layers=layer_added(self.layers, layer))

    def without_layer(self, name: str) -> "Study":
        """Return this study without one layer of the user's."""
        return replace(self, layers=tuple(each for each in self.layers if each.name != name))

    def with_bookmark(self, bookmark: Bookmark) -> "Study":
        """Return this study with one named view replaced, by name, or added."""
        return replace(self, bookmarks=of_bookmarks.added(self.bookmarks, bookmark))

    def with_bookmark_renamed(self, name: str, title: str) -> "Study":
        """Return this study with one named view called otherwise."""
        return replace(self, bookmarks=of_bookmarks.renamed(self.bookmarks, name, title))

    def without_bookmark(self, name: str) -> "Study":
        """Return this study without one named view."""
        return replace(self, bookmarks=of_bookmarks.removed(self.bookmarks, name))

    def with_route(self, names: Iterable[str], route: RouteKind | None) -> "Study":
        """Return this study with sites supplied by one route; None takes the cheapest open one."""
        chosen = set(names)
        sites = tuple(
            replace(site, route=route) if site.name in chosen else site for site in self.candidates
        )
        return replace(self, candidates=sites)

    def with_meter(self, names: Iterable[str], *, metered: bool) -> "Study":
        """Return this study with sites whose power is counted by a meter of their own, or not."""
        chosen = set(names)
        sites = tuple(
            replace(site, metered=metered) if site.name in chosen else site
            for site in self.candidates
        )
        return replace(self, candidates=sites)

    @property
    def money(self) -> Money | None:
        """What the person assumed about money; None leaves all to the pack."""
        return self.context.money

    def with_money(self, money: Money | None) -> "Study":
        """Return this study with other assumptions about money."""
        return replace(self, context=replace(self.context, money=money))

    def with_scene(self, scene: Scene, place: int | None = None) -> "Study":
        """Return this study with one scene more, the last unless a place is given."""
        return replace(self, scenes=of_scenes.added(self.scenes, scene, place))

    def without_scene(self, place: int) -> "Study":
        """Return this study without the scene at `place`, 0 the first."""
        return replace(self, scenes=of_scenes.removed(self.scenes, place))

    def with_scene_moved(self, place: int, to: int) -> "Study":
        """Return this study with one scene at another place of the order."""
        return replace(self, scenes=of_scenes.moved(self.scenes, place, to))

    def with_scene_renamed(self, place: int, headline: str) -> "Study":
        """Return this study with one scene under another headline."""
        scene = self.scenes[of_scenes.checked(self.scenes, place)]
        return self._with_scene_at(place, replace(scene, headline=headline.strip()))

    def with_scene_notes(self, place: int, notes: str) -> "Study":
        """Return this study with other notes to one scene."""
        scene = self.scenes[of_scenes.checked(self.scenes, place)]
        return self._with_scene_at(place, replace(scene, notes=notes))

    def with_scene_retaken(self, place: int, now: Scene) -> "Study":
        """Return this study with one scene showing what `now` shows, its words as they were."""
        scene = self.scenes[of_scenes.checked(self.scenes, place)]
        return self._with_scene_at(place, scene.retaken(now))

    def at_scene(self, scene: Scene) -> "Study":
        """Return this study on the day and with the scenario of a scene."""
        return self.with_active(scene.scenario).with_day(scene.as_of)

    def _with_scene_at(self, place: int, scene: Scene) -> "Study":
        return replace(self, scenes=of_scenes.replaced(self.scenes, place, scene))

    def _place(self, name: str) -> int:
        names = [each.name for each in self.scenarios]
        if name not in names:
            raise StudyError(
                say(
                    "The study has no scenario called {name}. It has: {names}.",
                    name=name,
                    names=", ".join(names),
                )
            )
        return names.index(name)


def _each_once(kind: str, names: list[str]) -> None:
    twice = sorted(name for name, often in Counter(names).items() if often > 1)
    if twice:
        raise StudyError(
            say(
                "Two {kind}s bear the name {twice}: give every {kind} a name of its own.",
                kind=kind,
                twice=", ".join(twice),
            )
        )
