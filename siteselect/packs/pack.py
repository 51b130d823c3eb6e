"""An opened pack: a folder or zip file whose layers and tables are read when first asked for."""

import copy
import hashlib
import io
import threading
import zipfile
from collections.abc import Callable, Mapping
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from siteselect.drivers import bound_drivers
from siteselect.errors import PackError
from siteselect.language import say
from siteselect.packs.facts import Facts
from siteselect.packs.layer_form import faults_of_form
from siteselect.packs.manifest import NAME, Manifest, PackFile, read_manifest
from siteselect.packs.readers import READERS
from siteselect.packs.store import MOST_BYTES, open_store
from siteselect.packs.table import Fault, complaint, read_cells

if TYPE_CHECKING:
    from geopandas import GeoDataFrame

LAYER_SUFFIXES = (".fgb", ".geojson")
Grid = Mapping[str, NDArray[Any]]  # Any: float degrees, int16 metres
Row = Mapping[str, str]


class Pack:
    """The data of a region, read only; safe to use from several threads."""

    def __init__(self, path: Path) -> None:
        self.store = open_store(path)
        self.manifest: Manifest = read_manifest(self.store.read(NAME), f"{path / NAME}")
        self._lock = threading.RLock()
        self._layers: dict[str, GeoDataFrame] = {}
        self._grids: dict[str, Grid] = {}
        self._tables: dict[str, tuple[Row, ...]] = {}
        self._facts: Facts | None = None
        self.base: Pack = self
        """The pack without facts of the user: what geometry is kept by."""
        self.opened: Pack = self
        """The pack as it was opened, without layers of the user either."""
        self._laid: Mapping[str, Callable[[], GeoDataFrame]] = {}

    def with_facts(self, facts: Facts) -> "Pack":
        """Return this pack with other facts; store, layers and grids are shared."""
        laid = copy.copy(self)
        laid._facts = facts  # noqa: SLF001 - the same class
        return laid

    def with_layers(
        self, manifest: Manifest, laid: Mapping[str, "Callable[[], GeoDataFrame]"]
    ) -> "Pack":
        """Return this pack with other layers in place of its own, or beside them.

        Parameters
        ----------
        manifest
            That of this pack, with the layers and their sources.
        laid
            What reads each of them, and keeps what it read.
        """
        made = copy.copy(self)
        made.manifest, made._laid = manifest, dict(laid)  # noqa: SLF001 - the same class
        made.base = made
        return made

    @property
    def path(self) -> Path:
        """Where the pack lies."""
        return self.store.where

    @property
    def reference(self) -> str:
        """Name and version, as a study writes it: central-asia@2026.1."""
        return self.manifest.reference

    @cached_property
    def digest(self) -> str:
        """SHA-256 over names and contents of all files: the same for a folder and its zip.

        What the user lays over the pack does not count.
        """
        if self.opened is not self:
            return self.opened.digest
        total = hashlib.sha256()
        for name in self.store.names():
            total.update(f"{name}\0".encode())
            total.update(hashlib.sha256(self.store.read(name)).digest())
        return total.hexdigest()

    @property
    def facts(self) -> Facts:
        """The tariffs, rules, fees, rates and indicators; PackError when a table has faults."""
        with self._lock:
            if self._facts is None:
                faults: list[Fault] = []
                rows = {name: self._rows(name, faults) for name in READERS}
                if faults:
                    raise complaint(faults, self.reference)
                self._facts = Facts(
                    self.manifest,
                    tariffs=rows["tariffs"],
                    rules=rows["rules"],
                    fees=rows["mining_fee"],
                    rates=rows["rates"],
                    indicators=rows["indicators"],
                )
            return self._facts

    def has_table(self, name: str) -> bool:
        """Return whether the pack holds the fact table `name`."""
        return name in self.manifest.facts

    def table(self, name: str) -> tuple[Row, ...]:
        """Return the rows of any fact table as text by column: candidates, machines, network ..."""
        with self._lock:
            if name not in self._tables:
                entry = self._entry(say("fact table"), name, self.manifest.facts)
                faults: list[Fault] = []
                rows = read_cells(self.store.read(entry.file), entry.file, (), faults)
                if faults:
                    raise complaint(faults, self.reference)
                self._tables[name] = tuple(row.cells for row in rows)
            return self._tables[name]

    def has_layer(self, name: str) -> bool:
        """Return whether the pack holds the layer `name`."""
        return name in self.manifest.layers

    def layer(self, name: str) -> "GeoDataFrame":
        """Return a layer in longitude and latitude; read once, and never to be changed.

        Raises
        ------
        PackError
            If the layer is missing, damaged, or lacks what the program measures on it.
        """
        if name in self._laid:
            return self._laid[name]()
        with self._lock:
            if name not in self._layers:
                frame = self.layer_as_it_is(name)
                faults = "; ".join(faults_of_form(name, frame))
                if faults:
                    raise PackError(
                        say(
                            "{file} of the pack {reference} has faults: {faults}. `siteselect "
                            "pack check` names each of them.",
                            file=self.manifest.layers[name].file,
                            reference=self.reference,
                            faults=faults,
                        )
                    )
                self._layers[name] = frame
            return self._layers[name]

    def layer_as_it_is(self, name: str) -> "GeoDataFrame":
        """Return a layer whatever its columns hold, for a check that tells every fault."""
        return self._read_layer(self._entry(say("layer"), name, self.manifest.layers))

    def has_grid(self, name: str) -> bool:
        """Return whether the pack holds the grid `name`."""
        return name in self.manifest.grids

    def grid(self, name: str) -> Grid:
        """Return the arrays of a grid: lon, lat and values [lat, lon]; read once, read-only."""
        with self._lock:
            if name not in self._grids:
                self._grids[name] = self._read_grid(
                    self._entry(say("grid"), name, self.manifest.grids)
                )
            return self._grids[name]

    def _entry(self, kind: str, name: str, entries: Mapping[str, PackFile]) -> PackFile:
        if name not in entries:
            known = ", ".join(entries) or "none"
            raise PackError(
                say(
                    "The pack {reference} has no {kind} called {name}. It has: {known}.",
                    reference=self.reference,
                    kind=kind,
                    name=name,
                    known=known,
                )
            )
        return entries[name]

    def _rows(self, name: str, faults: list[Fault]) -> list[Any]:  # Any: each table its own kind
        entry = self.manifest.facts.get(name)
        if entry is None:
            return []
        columns, reader = READERS[name]
        content = self.store.read(entry.file)
        return [reader(row) for row in read_cells(content, entry.file, columns, faults)]

    def _read_layer(self, entry: PackFile) -> "GeoDataFrame":
        import geopandas

        bound_drivers()
        import pyogrio

        if PurePosixPath(entry.file).suffix not in LAYER_SUFFIXES:
            raise PackError(
                say(
                    "{file} of the pack {reference} is no layer: a layer is a file that "
                    "ends in {layer_suffixes}.",
                    file=entry.file,
                    reference=self.reference,
                    layer_suffixes=" or ".join(LAYER_SUFFIXES),
                )
            )
        content = self.store.read(entry.file)
        try:
            frame = pyogrio.read_dataframe(io.BytesIO(content))
        except pyogrio.errors.DataSourceError as error:  # its text speaks of drivers
            raise PackError(
                say(
                    "{file} of the pack {reference} is no layer that can be read: it is "
                    "damaged, or of another kind than its name says. Fetch or build the "
                    "pack again.",
                    file=entry.file,
                    reference=self.reference,
                )
            ) from error
        except (pyogrio.errors.DataLayerError, pyogrio.errors.FeatureError, ValueError) as error:
            raise PackError(
                say(
                    "{file} of the pack {reference} is damaged: {error}. Fetch or build "
                    "the pack again.",
                    file=entry.file,
                    reference=self.reference,
                    error=error,
                )
            ) from error
        if not isinstance(frame, geopandas.GeoDataFrame) or frame.geometry.isna().all():
            raise PackError(
                say(
                    "{file} of the pack {reference} holds no geometry.",
                    file=entry.file,
                    reference=self.reference,
                )
            )
        if frame.crs is None or not frame.crs.equals("EPSG:4326", ignore_axis_order=True):
            raise PackError(
                say(
                    "{file} of the pack {reference} is not in longitude and latitude: "
                    "write it in EPSG:4326.",
                    file=entry.file,
                    reference=self.reference,
                )
            )
        for column in frame.select_dtypes("datetime").columns:  # some drivers guess at days
            frame[column] = frame[column].dt.strftime("%Y-%m-%d").fillna("")
        return frame

    def _read_grid(self, entry: PackFile) -> Grid:
        content = self.store.read(entry.file)
        where = say("{file} of the pack {reference}", file=entry.file, reference=self.reference)
        try:
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                if sum(each.file_size for each in archive.infolist()) > MOST_BYTES:
                    raise PackError(
                        say(
                            "{where} would unpack to over {most_bytes} MB.",
                            where=where,
                            most_bytes=MOST_BYTES >> 20,
                        )
                    )
            with np.load(io.BytesIO(content), allow_pickle=False) as arrays:
                grid = {name: arrays[name] for name in arrays.files}
        except (OSError, ValueError, zipfile.BadZipFile, EOFError) as error:
            raise PackError(
                say(
                    "{where} is damaged: {error}. Fetch or build the pack again.",
                    where=where,
                    error=error,
                )
            ) from error
        if not {"lon", "lat"} <= set(grid):
            raise PackError(
                say("{where} has no arrays lon and lat: write the cell centres there.", where=where)
            )
        shape = (grid["lat"].size, grid["lon"].size)
        for name, array in grid.items():
            array.flags.writeable = False
            if name not in {"lon", "lat"} and array.shape != shape:
                raise PackError(
                    say(
                        "{where}: {name} has the shape {shape}, not {wanted}.",
                        where=where,
                        name=name,
                        shape=array.shape,
                        wanted=shape,
                    )
                )
        return grid
