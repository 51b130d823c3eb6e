import io

from pptx import Presentation

from tests.ui.present.present_made import make_deck


def test_the_window_writes_a_slide_for_each_scene(qtbot, make_window, tmp_path):
    window = make_window(make_deck())
    path = tmp_path / "board.pptx"
    window.hand_over.write("pptx_deck", path)
    qtbot.waitUntil(lambda: window.bar.text == f"Written: {path}", timeout=20_000)
    deck = Presentation(io.BytesIO(path.read_bytes()))
    titles = [page.shapes.title.text_frame.text for page in deck.slides]
    assert titles[:3] == ["North wins", "Cheap wins", "Nobody knows"]
    assert all("Map" in [s.name for s in page.shapes] for page in list(deck.slides)[:3])
