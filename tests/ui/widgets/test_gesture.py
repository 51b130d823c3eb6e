from siteselect.ui.widgets.gesture import next_gesture


def test_no_number_comes_twice():
    numbers = [next_gesture() for _ in range(100)]
    assert len(set(numbers)) == 100
    assert min(numbers) >= 0  # -1 stands for a single step
