import csv
import io

import numpy as np
import pytest

from siteselect.cli.score import read_matrix
from tests.cli.running import failed, run

MATRIX = "site,price,power\nA,10,5\nB,20,7\nC,15,6\n"


@pytest.fixture
def matrix(tmp_path):
    path = tmp_path / "m.csv"
    path.write_text(MATRIX)
    return path


def score(capsys, matrix, *more):
    return run(
        capsys,
        "score",
        matrix,
        "--weights",
        "3,1",
        "--objectives",
        "min,max",
        "--format",
        "json",
        *more,
    )


def test_a_weighted_sum_by_hand(capsys, matrix):
    told = score(capsys, matrix).json
    assert told == {
        "method": "weighted_sum",
        "names": ["A", "B", "C"],
        "scores": pytest.approx([0.75, 0.25, 0.5]),
        "ranks": [1, 3, 2],
    }
    assert list(told) == ["method", "names", "scores", "ranks"]


def test_an_independent_program_agrees(capsys, tmp_path):
    pymcdm = pytest.importorskip("pymcdm.methods")
    helpers = pytest.importorskip("pymcdm.normalizations")
    raw = np.random.default_rng(3).uniform(1, 9, (6, 3))
    path = tmp_path / "m.csv"
    path.write_text("\n".join(",".join(repr(float(x)) for x in row) for row in raw))
    ended = run(
        capsys, "score", path, "--weights", "0.5,0.3,0.2", "--objectives", "max,min,max",
        "--method", "topsis", "--format", "json",
    )  # fmt: skip
    oracle = pymcdm.TOPSIS(helpers.minmax_normalization)
    wanted = oracle(raw, np.array([0.5, 0.3, 0.2]), np.array([1, -1, 1]))
    assert np.allclose(ended.json["scores"], wanted, atol=1e-9)
    assert ended.json["names"] == ["1", "2", "3", "4", "5", "6"]


def test_table_and_csv(capsys, matrix):
    words = ("score", matrix, "--weights", "3,1", "--objectives", "min,max")
    assert run(capsys, *words).out.split()[:3] == ["1", "0.750000", "A"]
    rows = list(csv.reader(io.StringIO(run(capsys, *words, "--format", "csv").out)))
    assert rows[:2] == [["rank", "name", "score"], ["1", "A", "0.75"]]


def test_names_are_optional(tmp_path):
    path = tmp_path / "m.csv"
    path.write_text("1,2\n3,4\n")
    assert read_matrix(path, 2) == (["1", "2"], [[1.0, 2.0], [3.0, 4.0]])
    path.write_text("a,b\n3,4\n")
    assert read_matrix(path, 2) == (["1"], [[3.0, 4.0]])


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "is empty"),
        ("site,a,b\nA,1,x\n", "Row 2 of"),
        ("site,a,b\nA,1\n", "has 2 cells"),
        ("site,a,b\nA,1,2\nA,2,3\n", "The name A stands in more than one row"),
        ("site,a,b\nA,1,2\nB,1,3\n", "tells them not apart"),
        ("site,a,b\nA,1,nan\nB,1,3\n", "is nan"),
        ("site,a,b\nA,1,inf\nB,1,3\n", "is inf: give a finite number"),
        ("site,a,b\nA,1,1e999\nB,1,3\n", "is inf: give a finite number"),
        ("site,a,b\nA,1,-1e308\nB,1,1e308\n", "is -1e+308: that is too large"),
        ("site,a,b\nA,1,2\nB,1,3,4\n", "Row 3 of"),
        ("site,a,b\nA,1,\nB,1,3\n", "holds '', which is no number"),
        ("site,a,b\nA,1,2\n,2,3\n", "Row 3 of"),
        ("site,a,b\n", "is empty"),
        ("site,a\nA,1\nB,2\n", "has 2 cells: with 2 weights it wants a name and 2 numbers"),
        (b"\xff\xff,1,2\n", "is not UTF-8"),
        ('site,a,b\n"A,1,2\n', "is damaged"),
    ],
)
def test_bad_matrices_are_one_sentence(capsys, tmp_path, content, said):
    path = tmp_path / "m.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    text = failed(capsys, "score", path, "--weights", "3,1", "--objectives", "min,max")
    assert said in text


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("--weights", "3,x", "--objectives", "min,max"), "are no numbers"),
        (("--weights", "0,0", "--objectives", "min,max"), "All weights are 0"),
        (("--weights", "inf,2", "--objectives", "min,max"), "is inf"),
        (("--weights", "1,2,3", "--objectives", "min,max,max"), "has 3 cells: with 3 weights"),
        (("--weights", "1", "--objectives", "min"), "has 3 cells: with 1 weights"),
        (("--weights", "-1,2", "--objectives", "min,max"), "is -1"),
        (("--weights", "nan,2", "--objectives", "min,max"), "is nan"),
        (("--weights", "1,2", "--objectives", "min,up"), "give max or min"),
        (("--weights", "1,2", "--objectives", "min"), "1 objectives for 2 criteria"),
        (("--weights", "1,2", "--objectives", "min,max", "--method", "magic"), "no method called"),
    ],
)
def test_bad_choices_are_one_sentence(capsys, matrix, more, said):
    assert said in failed(capsys, "score", matrix, *more)


def test_a_file_that_is_not_there(capsys):
    assert "cannot be read" in failed(
        capsys, "score", "none.csv", "--weights", "1", "--objectives", "max"
    )
