import json
import os
import subprocess
import sys

import numpy as np
import pytest
import tifffile

from siteselect.cli.app import main
from siteselect.packs.catalogue import open_pack
from siteselect.project.file import sample_study
from siteselect.scan.cache import Cache
from siteselect.scan.engine import HereEngine
from siteselect.scan.scan import scan
from siteselect.scan.surface import arrange, score
from siteselect.scan.values import Valued

KM = "60"


@pytest.fixture(scope="module")
def keep(tmp_path_factory):
    return tmp_path_factory.mktemp("scan")


def run(capsys, keep, *arguments):
    code = main(["scan", "--cell-km", KM, "--threads", "1", "--keep", str(keep), *arguments])
    told = capsys.readouterr()
    return code, told.out, told.err


def test_what_is_written_equals_what_the_window_scores(capsys, keep, tmp_path):
    code, out, err = run(capsys, keep, "--to", str(tmp_path / "s.tif"))
    assert (code, err) == (0, "")
    assert "cells written" in out
    study = sample_study()
    pack = open_pack(study.pack)
    held = scan(study, pack, float(KM), HereEngine(pack, 1), Cache(keep))
    arrangement = arrange(held.region, Valued(held.measured.columns), study.scenario)
    surface = score(arrangement, study.scenario)
    image = tifffile.imread(tmp_path / "s.tif")
    rows, columns = held.region.rows_columns_of(arrangement.cells)
    np.testing.assert_array_equal(image[rows, columns, 0], np.float32(100) * surface.scores)
    assert np.isfinite(image[..., 0]).sum() == len(arrangement.cells)


def test_places_are_suggested_and_written(capsys, keep, tmp_path):
    file = tmp_path / "sites.geojson"
    code, out, _ = run(capsys, keep, "--top", "3", "--apart", "100", "--to-sites", str(file))
    assert code == 0
    features = json.loads(file.read_text(encoding="utf-8"))["features"]
    assert len(features) == 3
    assert features[0]["properties"]["name"] in out
    assert "rank 1, score" in features[0]["properties"]["source"]


def test_weights_day_and_country_are_heard(capsys, keep, tmp_path):
    file = tmp_path / "sites.geojson"
    code, out, _ = run(
        capsys, keep, "--top", "2", "--to-sites", str(file), "--country", "KG",
        "--set", "weight.xinjiang_distance=90", "--as-of", "2020-03-01", "--scenario", "fast move",
    )  # fmt: skip
    assert code == 0
    assert "As of 2020-03-01" in out
    held = json.loads(file.read_text(encoding="utf-8"))
    assert held["stamp"]["scenario"] == "Fast move"
    assert held["stamp"]["weights"]["xinjiang_distance"] == 90.0
    assert {each["properties"]["country"] for each in held["features"]} <= {"KG"}


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--country", "FR"], "does not reach FR"),
        (["--to", "surface.png"], "must end in one of"),
        (["--to-sites", "x.geojson"], "say how many with --top"),
        (["--method", "topsis"], "compares the sites of a list"),
        (["--cell-km", "0.001"], "cell of 0.001 km"),
        (["--scheduler", "nonsense"], "No scheduler answers"),
        (["nowhere.siteselect"], "nowhere.siteselect"),
        (["--pack", "nowhere"], "nowhere"),
        (["--to", "nowhere/surface.tif"], "cannot be written"),
        (["--top", "1", "--to-sites", "nowhere/sites.geojson"], "cannot be written"),
    ],
)
def test_faults_are_one_sentence(capsys, keep, arguments, sentence):
    code, _, err = run(capsys, keep, *arguments)
    assert code == 1
    assert sentence in err
    assert "Traceback" not in err


def test_where_places_are_few_it_says_so(capsys, keep):
    code, out, _ = run(capsys, keep, "--top", "50", "--apart", "2000")
    assert code == 0
    assert "open places lie 2000 km from each other" in out


@pytest.mark.slow
def test_the_scan_runs_without_qt(keep, tmp_path):
    script = (
        "import sys; sys.modules['PySide6'] = None; from siteselect.cli.app import main; "
        f"sys.exit(main(['scan', '--cell-km', '{KM}', '--keep', {str(keep)!r}, '--top', '1']))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False,
        env={**os.environ, "HOME": str(tmp_path)},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
