"""What is written on a stage about an evaluation: subtitle, keys, sources, a headline to start."""

import math

import numpy as np

from siteselect.language import say, say_day, say_name
from siteselect.model.evaluation import Evaluation
from siteselect.model.gate import Verdict
from siteselect.model.scene import LONGEST_HEADLINE, Scene
from siteselect.ui import figures
from siteselect.ui.map.map_view import MapView
from siteselect.ui.map.regions import CENT
from siteselect.ui.present.frame import Key, KeyKind


def subtitle(evaluation: Evaluation, *, tried: bool = False) -> str:
    """Return on what terms the ranking holds: load, day, scenario, how many prices are known."""
    matrix = evaluation.matrix
    parts = [
        say("{load} MW wanted", load=f"{matrix.load_mw:g}"),
        say("as of {day}", day=say_day(matrix.as_of)),
        say("scenario “{name}”", name=evaluation.scenario.name),
    ]
    if figures.PRICE in [info.key for info in matrix.infos]:
        known = matrix.column(figures.PRICE).known
        parts.append(
            say("price known for {known} of {count}", known=known, count=len(matrix.sites))
        )
    if tried:
        parts.append(say("weights moved here, not in the study"))
    return " · ".join(parts)


def headline(evaluation: Evaluation) -> str:
    """Return the finding of an evaluation, true as it stands: a headline to begin with."""
    ranked = [int(row) for row in evaluation.order if evaluation.verdicts[row].ranks]
    day = say_day(evaluation.matrix.as_of)
    names = evaluation.matrix.sites.names
    if not ranked:
        return say("On {day} no site passes the gates", day=day)
    first = names[ranked[0]]
    if len(ranked) == 1:
        return say("On {day} only {first} passes the gates", day=day, first=first)
    gap = float(evaluation.scores[ranked[0]] - evaluation.scores[ranked[1]])
    if not np.isfinite(gap) or gap < 0.0005:
        told = say("On {day} {first} and {second} are level", day=day, first=first,
                   second=names[ranked[1]])  # fmt: skip
    else:
        told = say(
            "On {day} {first} leads, {gap} points ahead of {second}",
            day=day,
            first=first,
            gap=figures.points(gap),
            second=names[ranked[1]],
        )
    return told[:LONGEST_HEADLINE]


def keys_of(view: MapView) -> tuple[Key, ...]:
    """Return what the colours and hatches of a map mean, as far as it shows them."""
    found = []
    if "sites" in view.shown and view.evaluation is not None:
        low, high = view.pins.domain
        found.append(Key(KeyKind.SCORE, say("score"), f"{100 * low:.0f}", f"{100 * high:.0f}"))
    states = view.tints.states.values()
    if "tariffs" in view.shown and view.tints.priced:
        low, high = (end / CENT for end in (view.tints.low, view.tints.high))
        classes = len(view.tints.edges) + 1 if view.tints.edges else 0
        found.append(
            Key(
                KeyKind.PRICE,
                say("power"),
                f"{low:g}",
                f"{high:g} {say_name('¢/kWh')}",
                view.tints.tint.ramp,
                classes,
            )
        )
    if "tariffs" in view.shown and any(math.isnan(each.price) for each in states):
        found.append(Key(KeyKind.UNPRICED, say("price unknown")))
    if "law" in view.shown and any(each.verdict is Verdict.FAIL for each in states):
        found.append(Key(KeyKind.UNLAWFUL, say("mining unlawful")))
    return tuple(found)


def sources(view: MapView, place: int, count: int) -> str:
    """Return who must be named for the map, and which scene this is."""
    named = " · ".join(view.attribution())
    told = say("Sources: {named}", named=named) if named else ""
    here = say("scene {place} of {count}", place=place + 1, count=count) if count else ""
    return " · ".join(text for text in (told, here) if text)


def spoken(scene: Scene) -> str:
    """Return what a speaker reads of a scene: its notes, or that there are none."""
    return say_name(scene.notes).strip() or say("No notes to this scene.")
