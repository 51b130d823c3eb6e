from siteselect.ui.finding.legend import SurfaceLegend
from siteselect.ui.theme import DARK, LIGHT


def test_it_tells_what_each_look_means(qtbot):
    made = SurfaceLegend(LIGHT)
    qtbot.addWidget(made)
    made.resize(240, 60)
    made.show_span((0.25, 0.7))
    assert made.words[0] == "Open land, score 25 to 70"
    assert "Closed by a gate" in made.words
    light = made.grab().toImage()
    made.apply_theme(DARK)
    assert made.grab().toImage() != light
