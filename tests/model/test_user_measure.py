import pytest

from siteselect.errors import StudyError
from siteselect.model.user_measure import UserMeasure, in_order


def test_a_value_is_typed_replaced_and_taken_away():
    noise = UserMeasure("noise", "Noise", "dB").with_value("Osh", 40).with_value("Altay", 30)
    assert noise.typed == (("Altay", 30.0), ("Osh", 40.0))
    assert noise.with_value("Osh", 41).typed == (("Altay", 30.0), ("Osh", 41.0))
    assert noise.with_value("Osh", None).typed == (("Altay", 30.0),)
    assert noise.with_site_renamed("Osh", "Ош").typed == (("Altay", 30.0), ("Ош", 40.0))


@pytest.mark.parametrize("key", ["", "Noise", "2km", "a b", "min", "or", "x" * 41, "dust%"])
def test_a_key_must_be_a_name_that_an_expression_can_hold(key):
    with pytest.raises(StudyError, match="cannot be called"):
        UserMeasure(key, "Title")


def test_other_faults_are_one_sentence():
    with pytest.raises(StudyError, match="noise has no title"):
        UserMeasure("noise", " ")
    with pytest.raises(StudyError, match="Noise is said twice"):
        UserMeasure("noise", "Noise", column="noise", expression="2 * km")
    with pytest.raises(StudyError, match="Noise has two values for Osh"):
        UserMeasure("noise", "Noise", typed=(("Osh", 1.0), ("Osh", 2.0)))
    with pytest.raises(StudyError, match="value of Noise for Osh is inf"):
        UserMeasure("noise", "Noise", typed=(("Osh", float("inf")),))
    with pytest.raises(StudyError, match="Noise cannot be computed from itself"):
        UserMeasure("noise", "Noise", expression="noise + 1")
    with pytest.raises(StudyError, match="something is missing or too much"):
        UserMeasure("noise", "Noise", expression="2 * km +")


def test_expressions_come_after_what_they_name():
    third = UserMeasure("third", "C", expression="second + first")
    second = UserMeasure("second", "B", expression="first * power_price")
    first = UserMeasure("first", "A", column="a")
    assert in_order((third, second, first)) == (first, second, third)
    assert second.needs == ("first", "power_price")
    assert first.needs == ()


def test_a_circle_is_refused():
    one = UserMeasure("one", "A", expression="two")
    two = UserMeasure("two", "B", expression="one")
    with pytest.raises(StudyError, match="expressions of A, B name each other in a circle"):
        in_order((one, two))
