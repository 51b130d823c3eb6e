import pytest

from siteselect.economics.price_unit import CENTS
from siteselect.errors import StudyError
from siteselect.model.tint import AS_SHIPPED, Ramp, Steps, Tint
from siteselect.ui.dialogs.tint import TintDialog
from siteselect.ui.theme import DARK, LIGHT

PRICES = (20.0, 30.0, 35.0, 40.0, 80.0)
ENDS = (20.0, 80.0)


@pytest.fixture
def dialog(qtbot):
    def make(tint=AS_SHIPPED, theme=LIGHT):
        made = TintDialog(tint, PRICES, ENDS, CENTS, theme)
        qtbot.addWidget(made)
        made.show()
        return made

    return make


def pick(box, value):
    box.setCurrentIndex(box.findData(value))


@pytest.mark.parametrize(
    "tint",
    [
        AS_SHIPPED,
        Tint(5, Steps.QUANTILES, ramp=Ramp.CIVIDIS),
        Tint(3, Steps.TYPED, (23.456, 61.0), Ramp.VIRIDIS),
    ],
)
@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_what_is_shown_and_not_touched_stays_to_the_last_digit(dialog, tint, theme):
    assert dialog(tint, theme).chosen == tint


def test_without_classes_nothing_else_can_be_asked_for(dialog):
    shown = dialog()
    assert not shown.steps.isEnabled()
    assert not shown.bounds.isEnabled()
    pick(shown.classes, 4)
    assert shown.steps.isEnabled()
    assert shown.chosen == Tint(4)


def test_bounds_are_told_in_the_unit_that_is_read(dialog):
    shown = dialog()
    pick(shown.classes, 3)
    assert shown.bounds.text().replace(" ", "") == "4.00;6.00"
    pick(shown.steps, Steps.QUANTILES)
    # thirds of 20, 30, 35, 40, 80: at 1.33 and 2.67 of four steps
    assert shown.bounds.text().replace(" ", "") == "3.17;3.83"


def test_bounds_are_typed_with_point_or_comma(dialog):
    shown = dialog()
    pick(shown.classes, 3)
    pick(shown.steps, Steps.TYPED)
    shown.bounds.setText("4,5; 6.25")
    chosen = shown.chosen
    assert (chosen.classes, chosen.steps) == (3, Steps.TYPED)
    assert chosen.bounds == pytest.approx((45.0, 62.5))


@pytest.mark.parametrize("typed", ["4.5", "6; 5", "4; x", "", "4; 5; 6", "4; nan"])
def test_bounds_that_make_no_classes_are_refused_in_words(dialog, typed):
    shown = dialog()
    pick(shown.classes, 3)
    pick(shown.steps, Steps.TYPED)
    shown.bounds.setText(typed)
    assert not shown.take.isEnabled()
    assert shown.fault.text()
    with pytest.raises(StudyError):
        _ = shown.chosen
    shown.bounds.setText("4; 5")
    assert shown.take.isEnabled()
    assert shown.fault.text() == ""


def test_as_before_puts_the_shades_back(dialog):
    shown = dialog(Tint(6, Steps.QUANTILES, ramp=Ramp.VIRIDIS))
    shown.back.click()
    assert shown.chosen == AS_SHIPPED


def test_the_sample_follows_the_choice(dialog):
    shown = dialog()
    before = shown.sample.grab().toImage()
    pick(shown.classes, 7)
    classed = shown.sample.grab().toImage()
    assert classed != before
    pick(shown.ramp, Ramp.CIVIDIS)
    assert shown.sample.grab().toImage() != classed
