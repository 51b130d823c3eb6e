"""The surface on show as a file: the same bytes that `siteselect scan` writes of the same study."""

from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from siteselect.language import say, say_day, say_number
from siteselect.model.study import Study
from siteselect.packs.pack import Pack
from siteselect.progress import Progress
from siteselect.scan.cache import Cache
from siteselect.scan.engine import HereEngine
from siteselect.scan.scan import Scanned, scan, stretches
from siteselect.scan.stamp import stamp_of
from siteselect.scan.writing import write_surface
from siteselect.ui.print.wish import SURFACE_TABLE, SURFACE_TIF, Offered

_MEASURED = 0.8
"""The part of the work that measuring is, where cells have to be measured for the file."""


@dataclass(frozen=True, eq=False, slots=True)
class SurfaceFile:
    """All that the surface is written from: the study as it stands, and what was asked of it."""

    study: Study
    pack: Pack
    cell_km: float
    countries: frozenset[str] | None
    cache: Cache
    scanned: Scanned | None
    """The cells on show; None where they are not those of the study as it stands now."""

    def forms(self) -> dict[str, Offered]:
        """Return the forms in which a surface can be handed over here."""
        found = {
            SURFACE_TIF: Offered(SURFACE_TIF, say("surface of scores, as a raster"), ".tif"),
            SURFACE_TABLE: Offered(
                SURFACE_TABLE, say("surface of scores, a row for each cell"), ".parquet"
            ),
        }
        if find_spec("pyarrow") is None:
            del found[SURFACE_TABLE]
        return found

    def words(self, form: str) -> str:
        """Return what the file will hold, in the place of a preview."""
        first = say(
            "The surface of Find: {scenario},\n{day}, cells of {km} km.",
            scenario=self.study.scenario.name,
            day=say_day(self.study.context.as_of),
            km=f"{self.cell_km:g}",
        )
        if self.scanned is not None:
            count = say_number(len(self.scanned.region), 0)
            first += "\n" + say("{count} cells.", count=count)
        if form == SURFACE_TIF:
            rest = say(
                "Band 1: the score, 0 to 100, without a value\nwhere a gate closes the cell.\n"
                "Band 2: 0 open, 1 a gate knows nothing of it,\n2 closed, 3 not asked for.\n\n"
                "In the projection of the region, for any GIS\nprogram; with the stamp and the "
                "sources."
            )
        else:
            rest = say(
                "Point, country, standing, score, and every\nmeasure in its unit; with the stamp."
            )
        same = say("Equal to what `siteselect scan` writes of this\nproject, to the last bit.")
        return f"{first}\n\n{rest}\n\n{same}"

    def write(self, path: Path, progress: Progress) -> None:
        """Write the file, whole or not at all; cells that are not on show are measured first."""
        told, begin = say("Writing {name}", name=path.name), 0.0
        scanned = self.scanned
        if scanned is None:
            begin = _MEASURED
            engine = HereEngine(self.pack, 1)  # the window keeps the other processor
            scanned = scan(
                self.study,
                self.pack,
                self.cell_km,
                engine,
                self.cache,
                lambda part, what: progress(part * begin, what),
            )
        flow = stretches(
            scanned,
            self.study.scenario,
            self.countries,
            lambda part, _: progress(begin + part * (1.0 - begin), told),
        )
        stamp = stamp_of(self.study, self.pack, scanned.region, self.countries)
        write_surface(path, scanned, flow, stamp)
