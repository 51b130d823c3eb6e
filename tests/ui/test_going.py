from siteselect.ui.going import AROUND, Going
from siteselect.ui.map.projection import scene_point


class Search:
    def __init__(self):
        self.offers = {}

    def offer(self, kind, finds):
        self.offers[kind] = finds

    def read(self, reader):
        self.reader = reader


class Map:
    def __init__(self):
        self.zoomed, self.fitted = None, None

    def zoom_to(self, names):
        self.zoomed = names

    def fit(self, box, margin):
        self.fitted = box


def test_a_site_that_was_searched_for_is_selected_and_shown(session):
    search, plane = Search(), Map()
    going = Going(session, plane, search)
    going.offer_sites(session.evaluation)
    found = search.offers["site"]()
    found[0].go()
    leader = session.evaluation.leader
    assert session.selection == {leader}
    assert plane.zoomed == {leader}


def test_a_place_is_shown_with_its_surroundings_on_every_side(session):
    plane = Map()
    Going(session, plane, Search()).to_point(76.9, 43.25)
    x, y = scene_point(76.9, 43.25)
    assert plane.fitted == (x - AROUND, y - AROUND, x + AROUND, y + AROUND)


def test_a_point_that_was_typed_is_shown(session):
    plane, search = Map(), Search()
    Going(session, plane, search)
    search.reader("43.25, 76.9").go()
    x, y = scene_point(76.9, 43.25)
    assert plane.fitted == (x - AROUND, y - AROUND, x + AROUND, y + AROUND)
    assert search.reader("Almaty") is None
