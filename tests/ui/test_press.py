"""Pictures for the command line, on the toy pack and the shipped sample."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from siteselect.errors import ExportError
from siteselect.mcda.evaluate import evaluate
from siteselect.packs.catalogue import open_pack
from siteselect.ui.press import ALL, Press
from tests.export.making import made_report
from tests.ui.made import TOY, MadeGround, make_study

HOW = {"dpi": 96.0, "form": "png", "theme": "light"}


@pytest.fixture(scope="module")
def case():
    study = make_study(12)
    matrix = MadeGround().build(study, lambda *_: None)
    return study, open_pack(TOY), evaluate(study.scenario, matrix)


@pytest.fixture
def press(qapp):
    return Press()


def test_views_come_one_by_one_in_the_form_that_was_wished(press, case):
    made = dict(press.views(*case, ["map", "ranking"], size=(640, 400), **HOW))
    assert list(made) == ["map", "ranking"]
    assert all(data.startswith(b"\x89PNG") for data in made.values())
    ((key, drawn),) = press.views(*case, ["tornado"], size=(640, 400), **{**HOW, "form": "svg"})
    assert key == "tornado"
    assert b"What moves the winner?" in drawn


def test_the_size_is_that_of_the_file_whatever_the_dots_to_the_inch(press, case):
    for dpi in (96.0, 192.0):
        how = {**HOW, "dpi": dpi}
        ((_, data),) = press.views(*case, ["contributions"], size=(800, 600), **how)
        assert int.from_bytes(data[16:20], "big") == 800
        assert int.from_bytes(data[20:24], "big") == 600


def test_wrong_wishes_are_refused_before_anything_is_painted(press, case):
    for views, changed, words in (
        (["moon"], {}, "no view called moon"),
        (["map"], {"form": "bmp"}, "format bmp"),
        (["map"], {"theme": "pink"}, "no look called pink"),
    ):
        with pytest.raises(ExportError, match=words):
            list(press.views(*case, views, size=(640, 400), **{**HOW, **changed}))
    assert {"map", "window", "money"} <= set(ALL)


def test_a_window_that_cannot_be_so_small_says_how_small_it_can_be(press, case):
    with pytest.raises(ExportError, match=r"takes at least \d+ x 640"):
        list(press.views(*case, ["window"], size=(800, 500), **HOW))


def test_the_pictures_of_a_page_share_no_names(press, case):
    made = press.svgs(*case)
    assert {"map", "contributions", "tornado"} <= set(made)
    assert 'id="map-0"' in made["map"]
    assert 'id="tornado-0"' in made["tornado"]


def test_a_pdf_is_printed_with_its_pictures(press, case, tmp_path):
    exporter = press.pdf(*case, "letter")
    assert exporter.money
    assert exporter.firm
    reader = PdfReader(BytesIO(exporter.make(made_report())))
    assert float(reader.pages[0].mediabox.height) == pytest.approx(792)
    assert "What earns each score?" in "".join(page.extract_text() for page in reader.pages)
    with pytest.raises(ExportError, match="no paper called a3"):
        press.pdf(*case, "a3")
