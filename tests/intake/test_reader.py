import json
import os
import sys

import numpy as np
import pytest

from siteselect.errors import IntakeError
from siteselect.intake import reader as reader_module
from siteselect.intake.limits import LIMITS, Limits
from siteselect.intake.parcel import Parcel, pack
from siteselect.intake.reader import Reader, ReaderLostError, ask_once, bounds_in_force
from tests.intake import making

OPTIONS = {"form": "GeoJSON", "layer": "", "crs": ""}


@pytest.fixture(scope="module")
def plots(tmp_path_factory):
    return making.write(tmp_path_factory.mktemp("plots") / "plots.geojson", "GeoJSON")


def test_one_process_answers_about_several_files_and_leaves_nothing_behind(plots, tmp_path):
    with Reader("GeoJSON") as reader:
        for _ in range(2):
            parcel = reader.ask("layer", plots, OPTIONS)
            assert parcel.plain["count"] == 4
            np.testing.assert_allclose(parcel.arrays["points"][:2], making.POINTS[0])
        (tmp_path / "bad.geojson").write_text("{")
        with pytest.raises(IntakeError, match="brackets do not close"):
            reader.ask("layer", tmp_path / "bad.geojson", OPTIONS)
        assert reader.ask("layer", plots, OPTIONS).plain["count"] == 4


def test_a_reader_that_takes_too_long_is_stopped(plots):
    with pytest.raises(ReaderLostError, match="took longer than 0 seconds") as told:
        ask_once("GeoJSON", "layer", plots, OPTIONS, Limits(seconds=0.0))
    assert told.value.how == "time"


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux bounds the memory of one process")
def test_memory_is_bounded(plots):
    with pytest.raises(IntakeError, match=r"memory|ended|cannot be read"):
        ask_once("GeoJSON", "layer", plots, OPTIONS, Limits(memory_bytes=2**27))


def test_a_process_that_dies_is_told_and_the_next_question_begins_another(plots):
    with Reader("GeoJSON") as reader:
        reader.ask("layer", plots, OPTIONS)
        reader._process.kill()
        reader._process.join()
        assert reader.ask("layer", plots, OPTIONS).plain["count"] == 4
        os.kill(reader._process.pid, 9)
        reader._process.is_alive = lambda: True
        with pytest.raises(ReaderLostError) as told:
            reader.ask("layer", plots, OPTIONS)
        assert told.value.how == "signal 9"


def test_drivers_of_another_gdal_are_taken_out_at_the_second_try(plots, monkeypatch):
    answers = [Parcel({"drivers": ["Fresh"]}), Parcel({"count": 1})]
    with Reader("GeoJSON") as reader:
        monkeypatch.setattr(reader, "_exchange", lambda *_: answers.pop(0))
        assert reader.ask("layer", plots, OPTIONS).plain == {"count": 1}
        assert reader._also_skip == ("Fresh",)
        answers[:] = [Parcel({"drivers": ["Fresh"]})] * 2
        with pytest.raises(IntakeError, match="drivers that cannot be taken out"):
            reader.ask("layer", plots, OPTIONS)


def test_an_answer_that_is_no_parcel_is_refused(plots, monkeypatch):
    class Line:
        def send_bytes(self, _): ...
        def poll(self, _):
            return True

        def recv_bytes(self, _):
            return b"\x80\x04 a pickle"

        def close(self): ...

    with Reader("GeoJSON") as reader:
        monkeypatch.setattr(reader, "_begin", lambda: setattr(reader, "_line", Line()))
        with pytest.raises(ReaderLostError, match=r"ended \(answer\)"):
            reader.ask("layer", plots, OPTIONS)


@pytest.mark.parametrize(
    ("system", "name", "words"),
    [("linux", "posix", "at most 4 GB"), ("darwin", "posix", "macOS does not enforce"),
     ("win32", "nt", "offers none to a single process")],
)  # fmt: skip
def test_bounds_that_a_system_lacks_are_said(monkeypatch, system, name, words):
    monkeypatch.setattr(reader_module.sys, "platform", system)
    monkeypatch.setattr(reader_module.os, "name", name)
    told = "; ".join(bounds_in_force(LIMITS))
    assert words in told
    assert "60 seconds" in told


def test_answers_hold_json_and_numbers_alone():
    assert json.loads(pack(Parcel({"a": 1}))[12:])["plain"] == {"a": 1}
