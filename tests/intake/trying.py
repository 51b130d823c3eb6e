"""Files tried as the program takes them, with readers kept at work: thousands in one go."""

from pathlib import Path

from siteselect.errors import IntakeError
from siteselect.intake.draft import draft_of
from siteselect.intake.geotiff import SIDE, raster_of
from siteselect.intake.offers import read_draft
from siteselect.intake.reader import Reader, ReaderLostError
from siteselect.intake.sniff import DRIVERS, Form, checked_path, sniff
from siteselect.intake.source import Source, from_layer, open_source
from siteselect.intake.vector import read_layer_with
from tests.intake.test_offers import REGION


class Readers:
    """One reader a driver, begun when first needed."""

    def __init__(self) -> None:
        self._readers: dict[str, Reader] = {}
        self.lost: list[tuple[str, str]] = []
        """Files on which a reader died or hung, and how."""

    def __enter__(self):
        return self

    def __exit__(self, *_: object) -> None:
        for reader in self._readers.values():
            reader.close()

    def reader(self, driver: str) -> Reader:
        if driver not in self._readers:
            self._readers[driver] = Reader(driver)
        return self._readers[driver]

    def attempt(self, path: Path | str) -> str:
        """Return the sentence by which a file is refused; empty when it is read."""
        try:
            self.read(path)
        except ReaderLostError as error:
            self.lost.append((str(path), error.how))
            return str(error)
        except IntakeError as error:
            return str(error)
        return ""

    def read(self, path: Path | str):
        """Return what the file holds: an intake of sites, or a raster."""
        path = checked_path(path)
        form = sniff(path)
        if form is Form.GEOTIFF:
            return raster_of(path, self.reader("").ask("raster", path, {"side": SIDE}))
        return read_draft(draft_of(self.source(path, form), None, REGION.bounds), REGION)

    def source(self, path: Path, form: Form) -> Source:
        if form is Form.TABLE:
            return open_source(path)
        if form is Form.XLSX:
            options = {"sheets": [], "rows": 20_000, "columns": 200}
            parcel = self.reader("XLSX").ask("sheets", path, options)
            read = next(iter(parcel.plain["sheets"].values()), [])
            rows = tuple((int(number), tuple(cells)) for number, cells in read)
            return Source(path.name, path, form, rows=rows)
        return from_layer(path, read_layer_with(self.reader(DRIVERS[form]), path, form))
