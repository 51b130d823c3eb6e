import pytest

from siteselect.errors import StudyError
from siteselect.mcda.pairwise import pairwise
from siteselect.ui.dialogs.weigh_pairs import PairsPage
from siteselect.ui.pair_levels import ALL
from tests.making import make_evaluation


@pytest.fixture
def page(qtbot):
    made = PairsPage(make_evaluation())
    qtbot.addWidget(made)
    made.resize(640, 500)
    made.show()
    return made


def test_one_slider_a_pair_and_nothing_judged_at_first(page):
    assert len(page.sliders) == 6
    assert not any(slider.judged for slider in page.sliders.values())
    with pytest.raises(StudyError, match="No pair is judged yet"):
        page.shares()


def test_judgements_give_shares_a_matrix_and_a_ratio(qtbot, page):
    keys = page.compared.keys
    said = {(keys[0], other): 2.0 for other in keys[1:]}
    for (one, other), times in said.items():
        with qtbot.waitSignal(page.changed):
            page.judge(one, other, times)
    found = pairwise(keys, said)
    assert page.ratio.text().startswith("Consistency ratio 0.00")
    assert page.take.isHidden()
    assert page.matrix.item(0, 1).text() == "2"
    assert page.matrix.item(1, 0).text() == "1/2"
    assert page.matrix.item(1, 2).text() == "·"
    evaluation = make_evaluation()
    own = dict(zip([each.key for each in evaluation.criteria], evaluation.shares, strict=True))
    local = own["measure_0"] / (own["measure_0"] + own["measure_4"])
    assert page.shares()["measure_0"] == pytest.approx(found.shares[0] * local)


def test_the_most_inconsistent_pair_is_named_and_its_value_taken(page):
    one, two, three, four = page.compared.keys
    for first, second, said in (
        (one, two, 3),
        (two, three, 3),
        (one, three, 1 / 9),
        (one, four, 2),
    ):
        page.judge(first, second, said)
    assert not page.take.isHidden()
    assert "Least fitting" in page.misfit.text()
    before = float(page.ratio.text().split()[2])
    page.take.click()
    assert float(page.ratio.text().split()[2]) < before


def test_gaps_that_fall_apart_are_told(page):
    one, two, *_ = page.compared.keys
    page.judge(one, two, 3.0)
    assert "judge a pair across them" in page.misfit.text()
    with pytest.raises(StudyError):
        page.shares()
    page.judge(one, two, None)
    assert page.misfit.text() == ""


def test_another_level_is_judged_by_itself(page):
    place = page.level.findData("Within Power")
    page.level.setCurrentIndex(place)
    page.level.activated.emit(place)
    assert [*page.sliders] == [("measure_0", "measure_4")]
    page.sliders["measure_0", "measure_4"].setValue(-2)
    assert page.shares()["measure_0"] / page.shares()["measure_4"] == pytest.approx(3.0)
    everything = page.level.findData(ALL)
    page.level.setCurrentIndex(everything)
    page.level.activated.emit(everything)
    assert len(page.sliders) == 15
    assert not page.matrix.isHidden()
