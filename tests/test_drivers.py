import json
import os
import subprocess
import sys

from siteselect.drivers import ALLOWED, leave_only

VRT = (
    "<OGRVRTDataSource><OGRVRTLayer name='other'><SrcDataSource>{}</SrcDataSource>"
    "</OGRVRTLayer></OGRVRTDataSource>"
)


def told(code, *arguments):
    """Return what a fresh process prints as JSON."""
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True
    )
    assert done.stderr == ""
    return json.loads(done.stdout)


def test_only_the_allowed_drivers_are_left_when_the_program_runs():
    left = told(
        "import json\n"
        "from siteselect.drivers import bound_drivers\n"
        "bound_drivers()\n"
        "import pyogrio\n"
        "print(json.dumps(sorted(pyogrio.list_drivers())))\n"
    )
    assert left == sorted(ALLOWED)


def test_a_virtual_layer_in_a_pack_reads_no_other_file(tmp_path):
    other = tmp_path / "other.geojson"
    other.write_text('{"type":"Point","coordinates":[1,2]}')
    (tmp_path / "layer.fgb").write_text(VRT.format(other))
    why = told(
        "import io, json, sys\n"
        "from siteselect.drivers import bound_drivers\n"
        "bound_drivers()\n"
        "import pyogrio\n"
        "try:\n"
        "    pyogrio.read_info(io.BytesIO(open(sys.argv[1], 'rb').read()))\n"
        "    print(json.dumps('read'))\n"
        "except pyogrio.errors.DataSourceError as error:\n"
        "    print(json.dumps(str(error)))\n",
        str(tmp_path / "layer.fgb"),
    )
    assert "not recognized as being in a supported file format" in why


def test_another_gdal_may_have_drivers_of_its_own(monkeypatch):
    monkeypatch.setenv("OGR_SKIP", "")
    monkeypatch.setenv("CPL_LOG", "kept")
    leave_only(("GPKG",), ("Fresh",))
    skipped = os.environ["OGR_SKIP"].split(",")
    assert "GPKG" not in skipped
    assert {"Fresh", "OGR_VRT", "HTTP", "CSV"} <= set(skipped)
    assert os.environ["CPL_LOG"] == "kept"
