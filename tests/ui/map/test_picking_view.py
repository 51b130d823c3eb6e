from PySide6.QtCore import QPoint, QPointF, Qt

from siteselect.ui.map.projection import scene_point


def pixel(view, name):
    row = view.pins.sites.index(name)
    x, y = view.pins.at[row]
    return QPoint(round(x), round(y))


def test_a_click_selects_and_control_adds(map_view, free_names, qtbot):
    first, second = free_names[:2]
    port = map_view.viewport()
    with qtbot.waitSignal(map_view.selected, timeout=1000) as caught:
        qtbot.mouseClick(port, Qt.MouseButton.LeftButton, pos=pixel(map_view, first))
    assert caught.args == [frozenset({first})]
    with qtbot.waitSignal(map_view.selected, timeout=1000) as caught:
        qtbot.mouseClick(
            port,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.ControlModifier,
            pixel(map_view, second),
        )
    assert caught.args == [frozenset({first, second})]
    with qtbot.waitSignal(map_view.selected, timeout=1000) as caught:
        qtbot.mouseClick(port, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    assert caught.args == [frozenset()]


def test_hidden_sites_are_not_hit(map_view, free_names, qtbot):
    map_view.set_overlay("sites", False)
    with qtbot.assertNotEmitted(map_view.selected):
        qtbot.mouseClick(
            map_view.viewport(), Qt.MouseButton.LeftButton, pos=pixel(map_view, free_names[0])
        )


def test_position_tells_coordinates_and_scale(map_view, qtbot):
    at = QPointF(200, 200)
    with qtbot.waitSignal(map_view.position, timeout=1000) as caught:
        map_view.hover(at)
    text = caught.args[0]
    assert "° N" in text
    assert "° E" in text
    assert "1 : " in text


def test_hovering_a_site_rings_it_and_tells(map_view, free_names, qtbot):
    map_view.hover(QPointF(pixel(map_view, free_names[0])))
    assert map_view.pins.hovered == map_view.pins.sites.index(free_names[0])
    assert free_names[0] in map_view.glass.card.story.title
    map_view.leave()
    assert map_view.pins.hovered == -1
    assert map_view.glass.card.story is None


def test_zoom_to_shows_the_sites(map_view, free_names):
    names = frozenset(free_names[:3])
    map_view.zoom_to(names)
    extent = map_view.extent()
    for name in names:
        site = map_view.pins.sites.items[map_view.pins.sites.index(name)]
        left, top, right, foot = extent.window
        x, y = scene_point(site.lon, site.lat)
        assert left < x < right
        assert top < y < foot
    where = map_view.centre
    map_view.zoom_to(frozenset({"nobody"}))
    assert map_view.centre == where


def test_attribution_follows_the_overlays(map_view):
    assert set(map_view.attribution()) == {"Made by hand", "Stations: list A"}
    map_view.set_overlay("stations", False)
    assert map_view.attribution() == ("Made by hand",)
