"""The reading process itself: bounds on, one driver left, then files are asked for one by one."""

import importlib
import json
import os
import sys
import time
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from siteselect.drivers import leave_only
from siteselect.errors import IntakeError
from siteselect.intake.parcel import Parcel, pack
from siteselect.intake.reference import SystemWantedError
from siteselect.language import say, speak

JOBS = {
    "layer": "siteselect.intake._layers",
    "sheets": "siteselect.intake._sheets",
    "raster": "siteselect.intake._geotiff",
    "picture": "siteselect.intake._picture",
    "osm": "siteselect.intake._osm",
    "overpass": "siteselect.intake._overpass",
}
"""What can be asked for, and the module whose `run` answers."""
_QUIET = {
    "CPL_VSIL_CURL_ALLOWED_EXTENSIONS": ".none",
    "CPL_CURL_ENABLE_VSIMEM": "NO",
    "GDAL_HTTP_MAX_RETRY": "0",
    "GDAL_HTTP_TIMEOUT": "1",
    "GDAL_HTTP_CONNECTTIMEOUT": "1",
    "GDAL_HTTP_PROXY": "127.0.0.1:9",
    "GDAL_DISABLE_READDIR_ON_OPEN": "EMPTY_DIR",
    "GDAL_CACHEMAX": "64",
    "GDAL_PAM_ENABLED": "NO",
    "GDAL_NUM_THREADS": "1",
    "OGR_SQLITE_LOAD_EXTENSIONS": "",
    "OGR_SQLITE_STATIC_VIRTUAL_OGR": "NO",
    "OGR_XLSX_HEADERS": "DISABLE",
    "OGR_XLSX_FIELD_TYPES": "STRING",
    "OGR_GEOJSON_MAX_OBJ_SIZE": "200",
    "PROJ_NETWORK": "OFF",
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
}
_NEVER = ("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.fork")
_NOT_NEEDED = ("pandas", "geopandas", "pyarrow")


def serve(line: Connection, driver: str, also_skip: tuple[str, ...], bounds: Any) -> None:
    """Answer questions until the line is closed; `bounds` are bytes of memory and seconds."""
    memory, seconds = bounds
    confine(driver, also_skip, int(memory))
    while True:
        try:
            question = json.loads(line.recv_bytes())
        except (EOFError, OSError):
            return
        speak(str(question["language"]))
        _bound_time(float(seconds))
        line.send_bytes(_answer(question, driver))


def confine(driver: str, also_skip: tuple[str, ...], memory: int) -> None:
    """Leave one driver and no network, bound memory; this must come before pyogrio is imported."""
    leave_only((driver,), also_skip)
    for name in list(os.environ):
        if name.startswith(("AWS_", "GS_", "AZURE_", "OSS_", "SWIFT_", "GDAL_", "OGR_ENABLED")):
            del os.environ[name]
    os.environ.update(_QUIET)
    for name in _NOT_NEEDED:
        sys.modules[name] = None  # type: ignore[assignment] # pyogrio does without them
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, 2)
    sys.addaudithook(_forbid)
    if os.name == "posix":
        import resource

        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        resource.setrlimit(resource.RLIMIT_AS, (memory if hard < 0 else min(memory, hard), hard))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def seal() -> None:
    """Let nothing more be written to any file; what was to be unpacked lies there already."""
    if os.name == "posix":
        import resource
        import signal

        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, resource.getrlimit(resource.RLIMIT_FSIZE)[1]))


def unseal(most: int) -> None:
    """Let files of up to `most` bytes be written: the parts of a container."""
    if os.name == "posix":
        import resource
        import signal

        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
        resource.setrlimit(resource.RLIMIT_FSIZE, (most if hard < 0 else min(most, hard), hard))


def foreign_drivers(driver: str) -> list[str]:
    """Return the drivers that are there beside the one, once pyogrio is imported."""
    if driver == "":
        return []
    import pyogrio

    return sorted(set(pyogrio.list_drivers()) - {driver})


def _forbid(event: str, _: object) -> None:
    if event.startswith(_NEVER):
        raise PermissionError(f"{event} is not for a reader of files")


def _bound_time(seconds: float) -> None:
    if os.name == "posix":
        import resource

        hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
        until = int(time.process_time() + seconds) + 1
        resource.setrlimit(resource.RLIMIT_CPU, (until if hard < 0 else min(until, hard), hard))


def _answer(question: dict[str, Any], driver: str) -> bytes:
    path = Path(question["path"])
    try:
        extra = foreign_drivers(driver)
        if extra:
            return pack(Parcel({"drivers": extra}))
        module = importlib.import_module(JOBS[question["job"]])
        found: Parcel = module.run(path, Path(question["room"]), question["options"])
        return pack(found)
    except SystemWantedError as error:
        return pack(Parcel({"refused": str(error), "wants": "crs"}))
    except IntakeError as error:
        return pack(Parcel({"refused": str(error)}))
    except MemoryError:
        told = say(
            "{path} cannot be read: it wants more memory than a file may. Take a part of it.",
            path=path,
        )
        return pack(Parcel({"refused": told}))
    except Exception as error:  # whatever it was, the other side says it in a sentence
        why = " ".join(str(error).split()).replace(question["room"], "").rstrip(".")[:300]
        told = say(
            "{path} cannot be read: {why}. Save it anew and try again.",
            path=path,
            why=why or type(error).__name__,
        )
        return pack(Parcel({"refused": told}))
