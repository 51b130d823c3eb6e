import io

from pptx import Presentation

from siteselect.cli.deck import Painting
from siteselect.project.file import sample_study
from tests.cli.running import run

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415408d763f8"
    "cfc0000003010100c9fe92ef0000000049454e44ae426082"
)


def test_the_sample_becomes_five_slides_painted_by_whoever_was_handed_over(
    capsys, tmp_path, monkeypatch
):
    asked = []

    def painter(pack, views):
        asked.extend(views)
        return [PNG] * len(views)

    monkeypatch.setattr(Painting, "painter", staticmethod(painter))
    path = tmp_path / "board.pptx"
    run(capsys, "export", "--to", str(path))
    deck = Presentation(io.BytesIO(path.read_bytes()))
    scenes = sample_study().scenes
    assert [view.scene for view in asked] == list(scenes)
    titles = [page.shapes.title.text_frame.text for page in deck.slides]
    assert titles[:5] == [scene.headline for scene in scenes]
    assert all("Map" in [s.name for s in page.shapes] for page in list(deck.slides)[:5])


def test_without_a_painter_the_slides_bear_no_maps(capsys, tmp_path, monkeypatch):
    monkeypatch.setattr(Painting, "painter", None)
    path = tmp_path / "board.pptx"
    run(capsys, "export", "--to", str(path))
    deck = Presentation(io.BytesIO(path.read_bytes()))
    assert not any(s.name == "Map" for page in deck.slides for s in page.shapes)
