from dataclasses import replace
from datetime import timedelta

import pytest
from pypdf import PdfReader

from siteselect.mcda.evaluate import evaluate
from siteselect.packs.catalogue import open_pack
from siteselect.progress import silent
from siteselect.project import build
from siteselect.ui.print import order
from siteselect.ui.print.wish import Wish
from tests.ui.made import TOY, MadeGround, make_study


@pytest.fixture(scope="module")
def case():
    study = make_study(12)
    matrix = MadeGround().build(study, silent)
    return study, open_pack(TOY), evaluate(study.scenario, matrix)


def handed_over(case, wish):
    ready = order.reckon(wish, *case, silent)
    order.write(ready, order.paint(ready), silent)
    return ready


def test_a_report_on_paper_is_reckoned_painted_and_written(qapp, case, tmp_path):
    path = tmp_path / "r.pdf"
    ready = handed_over(case, Wish("pdf_report", path, paper="letter", house="Us"))
    assert ready.subject is not None
    text = "".join(page.extract_text() for page in PdfReader(path).pages)
    assert "What moves the winner?" in text
    assert "How firm is it?" in text


def test_a_page_holds_charts_and_a_table_the_chosen_signs(qapp, case, tmp_path):
    handed_over(case, Wish("html_page", tmp_path / "r.html"))
    assert 'id="tornado-0"' in (tmp_path / "r.html").read_text(encoding="utf-8")
    ready = handed_over(case, Wish("csv_table", tmp_path / "r.csv", separator=";", bom=True))
    assert (tmp_path / "r.csv").read_bytes().startswith(b"\xef\xbb\xbfrank;name;")
    assert ready.subject is None
    assert ready.report.money is None


def test_another_scenario_is_judged_anew_on_the_same_facts(qapp, case, tmp_path, monkeypatch):
    study, pack, evaluation = case
    built = []

    class Builder:
        def __init__(self, pack):
            self.pack = pack

        def build(self, study):
            built.append((study.active, study.context.as_of))
            return MadeGround().build(study, silent)

    monkeypatch.setattr(order, "MatrixBuilder", Builder)
    day = study.context.as_of + timedelta(days=1)
    wish = Wish("json_list", tmp_path / "r.json", scenario="Lowest cost", as_of=day)
    ready = order.reckon(wish, study, pack, evaluation, silent)
    assert built == [("Lowest cost", day)]
    assert ready.report.stamp.scenario == "Lowest cost"
    assert ready.report.stamp.as_of == day.isoformat()
    same = replace(wish, scenario=study.active, as_of=study.context.as_of)
    order.reckon(same, study, pack, evaluation, silent)
    assert len(built) == 1
    assert build is not None


def test_progress_can_stop_it_before_anything_is_written(qapp, case, tmp_path):
    def stop(part, what):
        if part > 0.3:
            raise KeyboardInterrupt(what)

    path = tmp_path / "r.pdf"
    with pytest.raises(KeyboardInterrupt, match=r"Writing r\.pdf"):
        order.reckon(Wish("pdf_report", path), *case, stop)
    assert not path.exists()


def test_a_report_shows_what_lies_beneath_the_map_and_names_it(qapp, case, tmp_path):
    from siteselect.ui.map.backdrop import Backdrop
    from tests.ui.map.test_beneath import Plain

    ready = order.reckon(Wish("pdf_report", tmp_path / "r.pdf"), *case, silent)
    plain = order.paint(ready)["map"]
    over = order.paint(ready, Backdrop(Plain(), "Made", "© Made"))["map"]
    assert "© Made" in over.svg()
    assert "© Made" not in plain.svg()
    tones = [each.image(0.1).pixelColor(20, 20) for each in (plain, over)]
    assert tones[1].red() - tones[1].blue() > tones[0].red() - tones[0].blue() + 20
