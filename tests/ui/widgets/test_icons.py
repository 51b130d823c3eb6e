import pytest
from PySide6.QtGui import QColor, QIcon

from siteselect.resources import resource
from siteselect.ui.widgets.icons import icon, program_icon


@pytest.mark.parametrize("name", ["undo", "redo", "search", "sun", "moon", "site", "enlarge"])
def test_an_icon_is_drawn_in_the_colour_asked_for(qapp, name):
    image = icon(name, "#FF0000").pixmap(16, 16).toImage()
    inked = [
        QColor.fromRgba(image.pixel(x, y))
        for x in range(image.width())
        for y in range(image.height())
    ]
    strong = [colour for colour in inked if colour.alpha() > 200]
    assert strong
    assert all(colour.red() > 200 and colour.green() < 30 for colour in strong)


def test_a_disabled_icon_has_a_colour_of_its_own(qapp):
    made = icon("undo", "#FF0000", "#0000FF")
    one = made.pixmap(16, 16).toImage()
    other = made.pixmap(16, 16, QIcon.Mode.Disabled).toImage()
    assert one != other


def test_the_program_has_an_icon(qapp):
    assert not program_icon().isNull()


def test_what_the_style_sheet_draws_is_there():
    text = resource("style", "window.qss").read_text(encoding="utf-8")
    for part in text.split('url("$icons/')[1:]:
        name = part.split('"')[0]
        for tone in ("light", "dark"):
            assert resource("icons", name.replace("$tone", tone)).is_file()
