import subprocess
import sys
from pathlib import Path

import pytest

from siteselect.cli import app, rank
from tests.cli.running import failed, run

ROOT = Path(__file__).parents[2]


def test_the_list_of_commands(capsys):
    ended = run(capsys, "--help")
    assert ended.code == 0
    for word in (
        "rank", "export", "score", "template", "facts", "pack", "doctor", "price", "finance",
        "hashprice", "breakeven",
    ):  # fmt: skip
        assert word in ended.out


@pytest.mark.parametrize(
    "words",
    [
        ("rank", "--format", "xml"),
        ("rank", "--top", "0"),
        ("rank", "--top", "many"),
        ("rank", "--no-such-option"),
        ("export",),
        ("nonsense",),
        ("score", "m.csv"),
    ],
)
def test_bad_usage_ends_with_two(capsys, words):
    ended = run(capsys, *words)
    assert ended.code == 2
    assert ended.out == ""
    assert ended.err


def test_a_fault_of_the_outside_world_is_one_sentence(capsys):
    assert "cannot be read" in failed(capsys, "rank", "no_such.siteselect")


def test_a_stop_by_hand_is_no_report(capsys, monkeypatch):
    def stop(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(rank.Choices, "report", stop)
    ended = run(capsys, "rank")
    assert ended.code != 0
    assert "Traceback" not in ended.err


def test_programming_errors_are_not_hidden(monkeypatch):
    def wrong(*_):
        raise ZeroDivisionError

    monkeypatch.setattr(rank.Choices, "report", wrong)
    with pytest.raises(ZeroDivisionError):
        app.main(["rank"])


def test_a_reader_that_leaves_early_is_no_fault():
    program = (
        "import sys\n"
        "from siteselect.cli.app import main\n"
        "sys.exit(main(['rank', '--format', 'json']))\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT
    ) as ended:
        ended.stdout.read(10)
        ended.stdout.close()
        assert ended.stderr.read() == b""
    assert ended.returncode in {0, 1}


@pytest.mark.parametrize("form", ["csv", "table"])
def test_a_full_disk_behind_the_output_is_a_sentence(form):
    with Path("/dev/full").open("w") as full:
        ended = subprocess.run(
            [sys.executable, "-m", "siteselect", "rank", "--format", form],
            stdout=full, stderr=subprocess.PIPE, text=True, cwd=ROOT, check=False,
        )  # fmt: skip
    assert ended.returncode == 1
    assert ended.stderr.startswith("The answer cannot be written: No space left on device.")
    assert len(ended.stderr.splitlines()) == 1


def test_a_closed_output_is_no_fault(monkeypatch):
    monkeypatch.setattr(sys, "stdout", None)
    assert app.main(["rank", "--top", "1"]) == 0
    sys.stdout.close()
