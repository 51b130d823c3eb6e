from siteselect.model.gate import Verdict
from siteselect.model.tint import Ramp, Tint
from siteselect.ui.map.legend import (
    Content,
    Legend,
    blocks_of,
    brief_of,
    content_of,
    height_of,
    in_columns,
)
from siteselect.ui.map.legend_blocks import Block
from siteselect.ui.map.overlays import SHOWN_AT_FIRST
from siteselect.ui.map.regions import NO_TINTS
from siteselect.ui.theme import DARK, LIGHT
from tests.making import make_evaluation
from tests.ui.map.small_pack import make_data, make_tints


def content(tints=None, evaluation=None, shown=SHOWN_AT_FIRST):
    return content_of(make_data(), tints or make_tints(), evaluation, (0.2, 0.8), shown, 1.0)


def test_only_what_is_drawn_is_explained():
    full = content(evaluation=make_evaluation(9))
    assert full.scores == (0.2, 0.8)
    assert full.verdicts >= {Verdict.PASS, Verdict.CONDITIONAL, Verdict.FAIL}
    assert full.prices == (40.0, 60.0)
    assert full.doubtful
    assert full.unpriced
    assert full.law == {Verdict.CONDITIONAL, Verdict.FAIL}
    assert full.fuels == ("coal", "hydro", "solar", "other")
    assert full.suspect
    assert full.crossings == {True, False}
    assert len(blocks_of(full)) == 5


def test_what_is_hidden_is_not_explained():
    bare = content(shown=frozenset({"borders"}), evaluation=make_evaluation(9))
    assert bare == Content()
    assert blocks_of(bare) == []
    assert content_of(None, NO_TINTS, None, (0, 1), SHOWN_AT_FIRST, 1.0) == Content()


def test_a_brief_legend_keeps_ramps_hatches_and_fuels():
    full = content(evaluation=make_evaluation(9))
    short = brief_of(full)
    assert (short.scores, short.prices, short.law) == (full.scores, full.prices, full.law)
    assert short.unpriced
    assert short.fuels == full.fuels
    assert len(blocks_of(short)) == 4


def test_a_day_without_unknowns_has_no_such_hatch():
    known = content(tints=make_tints(KZ_B={"price": 50.0}))
    assert not known.unpriced


def test_columns_are_of_equal_height_as_far_as_order_allows():
    blocks = [Block(height, lambda *_: None) for height in (90, 70, 50, 120)]
    one, two = in_columns(blocks, 2)
    assert [block.height for block in one] == [90, 70]
    assert height_of(two) == 50 + 120 + 9
    assert in_columns(blocks, 1) == [blocks]
    assert in_columns([], 2) == []


def test_the_card_grows_and_is_painted_in_both_themes(board):
    legend = Legend(LIGHT, board)
    legend.show()
    small = legend.height()
    legend.show_content(content(evaluation=make_evaluation(9)), 1)
    assert legend.height() > small + 150
    day = legend.grab().toImage()
    legend.apply_theme(DARK)
    assert legend.grab().toImage() != day
    tall = legend.height()
    legend.show_content(content(evaluation=make_evaluation(9)), 2)
    assert legend.height() < tall


def test_classes_of_prices_are_explained_one_by_one():
    shaded, classed = content(), content(make_tints(Tint(4, ramp=Ramp.CIVIDIS)))
    assert (shaded.edges, classed.edges) == ((), (45.0, 50.0, 55.0))
    assert classed.ramp is Ramp.CIVIDIS
    hidden = content(make_tints(Tint(4)), shown=frozenset({"borders"}))
    assert hidden == Content()
    heights = [
        next(block.height for block in blocks_of(each) if block.prices)
        for each in (shaded, classed)
    ]
    assert heights[0] != heights[1]


def test_without_a_desk_nothing_offers_to_change_the_colours(qtbot):
    legend = Legend(LIGHT, None)
    qtbot.addWidget(legend)
    legend.show_content(content())
    assert legend.edit is None
    legend.offer_edit()
    legend.open(opened=True)
    assert not legend.edit.isHidden()
    legend.apply_theme(DARK)
    legend.show_content(Content())
    assert legend.edit.isHidden()
    legend.show_content(content())
    legend.open(opened=False)
    assert legend.edit.isHidden()
