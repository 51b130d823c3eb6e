import json
import subprocess
import sys
from pathlib import Path

import pytest

from siteselect.intake import _confined
from siteselect.intake.parcel import unpack

CODE = """
import json, sys
from pathlib import Path
from siteselect.intake import _confined
_confined.confine("GeoJSON", (), 4 * 2**30)
import socket, subprocess, os
def tried(act):
    try:
        act()
    except BaseException as error:
        return f"{type(error).__name__}: {error}"
    return "done"
room = Path(sys.argv[1])
told = {"drivers": _confined.foreign_drivers("GeoJSON")}
import pyogrio
told["left"] = sorted(pyogrio.list_drivers())
told["call"] = tried(lambda: socket.create_connection(("127.0.0.1", 9), 1))
told["run"] = tried(lambda: subprocess.run(["true"]))
told["shell"] = tried(lambda: os.system("true"))
told["before"] = tried(lambda: (room / "a").write_text("x" * 10))
_confined.seal()
told["sealed"] = tried(lambda: (room / "b").write_text("x" * 10))
_confined.unseal(5)
told["little"] = tried(lambda: (room / "c").write_text("x" * 10))
told["secrets"] = [name for name in os.environ if name.startswith(("AWS_", "GDAL_HTTP_HEAD"))]
print(json.dumps(told))
"""


def test_the_process_has_one_driver_no_network_and_writes_nothing(tmp_path, monkeypatch):
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "word")
    monkeypatch.setenv("GDAL_HTTP_HEADERS", "Authorization: word")
    done = subprocess.run(
        [sys.executable, "-c", CODE, str(tmp_path)], capture_output=True, text=True, check=True
    )
    told = json.loads(done.stdout)
    assert told["drivers"] == []
    assert told["left"] == ["GeoJSON"]
    for act in ("call", "run", "shell"):
        assert told[act].startswith("PermissionError"), told[act]
    assert told["before"] == "done"
    if sys.platform == "linux":
        assert "File too large" in told["sealed"]
        assert "File too large" in told["little"]
    assert told["secrets"] == []


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (MemoryError(), "wants more memory than a file may"),
        (ValueError("broken at /room/layer.fgb."), "broken at /layer.fgb. Save it anew"),
        (KeyError(), "KeyError. Save it anew"),
    ],
)
def test_whatever_goes_wrong_is_a_sentence(monkeypatch, fault, words):
    class Module:
        @staticmethod
        def run(*_):
            raise fault

    monkeypatch.setattr(_confined.importlib, "import_module", lambda _: Module)
    question = {"job": "raster", "path": "a.tif", "room": "/room", "options": {}}
    refused = unpack(_confined._answer(question, "")).plain["refused"]
    assert refused.startswith("a.tif cannot be read: ")
    assert words in refused


def test_every_job_has_a_module_that_runs():
    for module in _confined.JOBS.values():
        path = Path(*module.split(".")).with_suffix(".py")
        assert "def run(" in path.read_text(encoding="utf-8")
