import pytest

from siteselect.ui.view_memory import SAMPLE, ViewMemory


class FakeMap:
    def __init__(self):
        self.home()

    def home(self):
        self.at_home, self.centre, self.metres_per_pixel = True, (0.0, 0.0), 9.0

    def look_at(self, x, y, metres_per_pixel):
        self.at_home, self.centre, self.metres_per_pixel = False, (x, y), metres_per_pixel


@pytest.fixture
def view():
    return FakeMap()


@pytest.fixture
def turned():
    return ["compare"]


@pytest.fixture
def memory(settings, view, turned):
    return ViewMemory(settings, view, lambda: turned[-1], turned.append)


def test_each_project_comes_back_as_it_was_left(memory, view, turned, settings):
    memory.shown()
    assert view.at_home
    view.look_at(1.0, 2.0, 3.0)
    turned.append("money")
    memory.leave()
    memory.come("/b", same_ground=True)
    assert view.at_home  # never seen before: from its home view
    memory.leave()
    memory.come(SAMPLE, same_ground=True)
    assert (view.centre, view.metres_per_pixel) == ((1.0, 2.0), 3.0)
    assert turned[-1] == "money"


def test_a_view_waits_for_its_pack(memory, view, settings):
    settings.keep_view("/b", {"map": [1, 2, 3]})
    memory.come("/b", same_ground=False)
    assert view.at_home
    memory.leave()  # nothing was shown yet, so nothing is kept over it
    memory.shown()
    assert view.centre == (1, 2)


@pytest.mark.parametrize("spot", [[1, 2], "abc", [1, 2, None], [1, True, 3], [1, 2, 1e300], None])
def test_a_damaged_memory_is_the_home_view(memory, view, settings, spot):
    settings.keep_view("/b", {"map": spot, "place": 7})
    memory.come("/b", same_ground=True)
    assert view.at_home
