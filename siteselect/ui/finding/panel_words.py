"""What the panel of the Find place says beneath its sliders."""

from siteselect.language import say, say_number
from siteselect.model.study import Study
from siteselect.ui.finding.found import Found, Looking
from siteselect.ui.finding.unmeasured import title_of
from siteselect.ui.pace import left_words


def looking_words(looking: Looking) -> str:
    """Return what is being done, how far it is, and how long it still takes."""
    part = 100 * looking.part
    if looking.seconds_left is None:
        return say("{what} · {part:.0f} %", what=looking.what, part=part)
    return say(
        "{what} · {part:.0f} % · {left}",
        what=looking.what,
        part=part,
        left=left_words(looking.seconds_left),
    )


def foot_words(found: Found, study: Study) -> str:
    """Return cells, cost of the tick, what is open, and what the region has no layer of."""
    arrangement = found.surface.arrangement
    told = say(
        "{cells} cells of {km:g} km · re-scored in {ms:.0f} ms · {open:.0f} % open",
        cells=say_number(len(found.region), 0),
        km=found.region.grid.cell_km,
        ms=max(1000 * found.seconds, 1),
        open=100 * arrangement.standing.open_share,
    )
    own = {each.key for each in study.measures}
    unknown = [
        title_of(each.measure, study)
        for each, known in zip(arrangement.criteria, arrangement.known, strict=True)
        if not known and each.measure not in own
    ]
    if unknown:
        told += say(
            " · unknown here: {names}. Drop an OpenStreetMap extract to know more.",
            names=", ".join(each.lower() for each in unknown),
        )
    return told
