from siteselect.ui.present.frame import Frame, Key, KeyKind, Words, head_of
from siteselect.ui.present.layout import lay_out
from siteselect.ui.theme import DARK


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
