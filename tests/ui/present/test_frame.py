import pytest

from siteselect.model.tint import Ramp
from siteselect.ui.present.frame import Frame, Key, KeyKind, Words, _stops, head_of
from siteselect.ui.present.layout import lay_out
from siteselect.ui.theme import DARK
from siteselect.ui.widgets.ramp import tint_colours


def test_a_long_headline_takes_two_lines_and_no_more(qapp):
    short, long = Words(headline="One"), Words(headline="Long words " * 20)
    assert head_of(long, 1138) > head_of(short, 1138)
    assert head_of(long, 1138) < 130


def test_parts_are_laid_where_words_stand(qapp):
    frame = Frame(DARK)
    words = Words("Head", "sub", "Card", "Sources", 1, 3, (Key(KeyKind.UNLAWFUL, "unlawful"),))
    layout = lay_out(1280, 720, 90.0, chart=True)
    frame.write(words, layout)
    assert frame.boundingRect().width() == layout.width
    visible = [part for part in frame.childItems() if part.isVisible()]
    assert len(visible) == 3  # head, card, foot; nothing is told
    frame.write(Words("Head", told="Quiet"), lay_out(1280, 720, 90.0, chart=False))
    assert len([part for part in frame.childItems() if part.isVisible()]) == 3


def test_a_key_of_classes_has_one_colour_from_bound_to_bound(qapp):
    colours = tint_colours(Ramp.WARM, DARK)
    stops = _stops(colours, 2)
    assert [colour for _, colour in stops] == [colours[0], colours[0], colours[-1], colours[-1]]
    shares = [share for share, _ in stops]
    assert shares == sorted(set(shares))
    assert (shares[0], shares[-1]) == (pytest.approx(0.0, abs=0.01), pytest.approx(1.0, abs=0.01))
    assert abs(shares[1] - 0.5) < 0.01
    assert len(_stops(colours, 0)) == len(colours)
