"""A new study from three choices: a pack, candidate sites, a scenario."""

from datetime import date

from siteselect.model.scenario import Scenario
from siteselect.model.sites import Site
from siteselect.model.study import Context, Study
from siteselect.packs.pack import Pack
from siteselect.project.default_scenarios import default_scenarios

PLACES = ("candidates", "comparators")
"""Tables of a pack that name places worth comparing; a pack may lack them."""


def new_study(
    title: str,
    pack: Pack,
    day: date,
    *,
    places: bool = True,
    active: str = "",
    scenarios: tuple[Scenario, ...] = (),
) -> Study:
    """Return a study on `pack` as of `day`.

    Parameters
    ----------
    title
        Its name.
    pack
        The region.
    day
        On which facts are read.
    places
        Whether it begins with the places that the pack proposes; else with none.
    active
        The scenario at work; the first one when empty.
    scenarios
        Those it holds; the shipped ones when empty.
    """
    chosen = scenarios or default_scenarios()
    return Study(
        title=title,
        pack=pack.reference,
        context=Context(as_of=day, load_mw=50.0),
        candidates=pack_sites(pack) if places else (),
        scenarios=chosen,
        active=active or chosen[0].name,
    )


def pack_sites(pack: Pack) -> tuple[Site, ...]:
    """Return the places that the pack proposes: candidates, and comparators off the map."""
    west, south, east, north = pack.manifest.bounds
    rows = [row for table in PLACES if table in pack.manifest.facts for row in pack.table(table)]
    placed = [row for row in rows if row.get("lon") and row.get("lat")]
    return tuple(
        Site(
            name=row["name"],
            country=row["jurisdiction"],
            lon=float(row["lon"]),
            lat=float(row["lat"]),
            note=row.get("point_note", ""),
            source=row.get("source", ""),
            off_map=not (west <= float(row["lon"]) <= east and south <= float(row["lat"]) <= north),
        )
        for row in placed
    )
