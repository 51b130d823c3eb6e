import pytest

from siteselect.economics.price_unit import Per, PricesTold, PriceUnit
from siteselect.ui.finding.found import Suggested
from siteselect.ui.finding.shortlist_view import ShortlistView
from siteselect.ui.theme import DARK, LIGHT
from tests.ui.finding.made import suggested


@pytest.fixture
def view(qtbot):
    made = ShortlistView(LIGHT)
    qtbot.addWidget(made)
    made.name_countries({"AA": "Alphaland", "BB": "Betaland"})
    made.resize(352, 500)
    made.show()
    return made


def test_it_waits_with_a_word(view):
    assert view.empty.isVisible()
    assert not view.table.isVisible()


def test_places_are_listed_with_what_is_known_of_them(view):
    view.show_suggested(suggested())
    rows = view.table.texts()
    first = suggested().places[0]
    assert rows[0][0] == "1"
    assert rows[0][1].startswith(first.near)
    assert rows[0][2] == f"{100 * first.score:.1f}"
    assert rows[0][4] == "unknown"
    assert rows[1][3] == "500"
    assert rows[1][4] == "2.8–3.3"


def test_prices_are_told_in_the_unit_asked_for(view):
    view.show_suggested(suggested())
    view.tell_prices(PricesTold(PriceUnit("USD", Per.MWH)))
    assert view.table.texts()[1][4] == "28–33"


def test_no_place_at_all_is_told(view):
    view.show_suggested(Suggested(suggested().surface, (), ()))
    assert "No open land" in view.empty.text()
    assert view.empty.isVisible()


def test_a_pick_is_told(qtbot, view):
    view.show_suggested(suggested())
    with qtbot.waitSignal(view.picked) as heard:
        view.table.cellClicked.emit(1, 0)
    assert heard.args == [1]
    view.mark(2)
    assert {each.row() for each in view.table.selectedIndexes()} == {2}
    view.mark(-1)
    assert not view.table.selectedIndexes()
    view.apply_theme(DARK)
