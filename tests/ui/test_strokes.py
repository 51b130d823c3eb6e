from siteselect.ui.strokes import by_strokes, strokes_wanted


def test_strokes_are_wanted_within_the_block_alone():
    assert not strokes_wanted()
    with by_strokes():
        assert strokes_wanted()
    assert not strokes_wanted()
