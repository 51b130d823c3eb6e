import pytest
from PySide6.QtCore import Qt

from siteselect.mcda.weights import rank_order_centroid, rank_sum
from siteselect.ui.dialogs.weigh_order import OrderPage
from tests.making import make_evaluation


@pytest.fixture
def page(qtbot):
    made = OrderPage(make_evaluation())
    qtbot.addWidget(made)
    made.told = []
    made.changed.connect(lambda: made.told.append(1))
    made.show()
    return made


def texts(page):
    return [page.list.item(row).text() for row in range(page.list.count())]


def test_it_starts_in_the_order_of_the_weights(page):
    assert page.levels() == [[f"measure_{place}"] for place in (5, 4, 3, 2, 1, 0)]
    assert page.shares() == rank_order_centroid(page.levels())
    page.even.click()
    assert page.shares() == rank_sum(page.levels())
    assert page.told == [1]


def test_criteria_are_moved_by_buttons_and_keys(qtbot, page):
    page.list.setCurrentRow(2)
    page.up.click()
    assert texts(page)[:3] == ["1.  Measure 5", "2.  Measure 3", "3.  Measure 4"]
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert texts(page)[2] == "3.  Measure 3"
    assert len(page.told) == 2
    page.list.setCurrentRow(0)
    page.up.click()  # nothing stands above
    assert len(page.told) == 2


def test_equals_stand_in_one_level(page):
    page.list.setCurrentRow(1)
    page.tie.click()
    assert page.levels()[0] == ["measure_5", "measure_4"]
    assert texts(page)[:3] == ["1.  Measure 5", "1.  Measure 4", "3.  Measure 3"]
    shares = page.shares()
    assert shares["measure_5"] == shares["measure_4"]
    page.up.click()  # the first can be equal to none
    assert page.levels()[0] == ["measure_4"]
    page.list.setCurrentRow(0)
    assert not page.tie.isEnabled()
