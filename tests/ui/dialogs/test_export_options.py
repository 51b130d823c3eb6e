from datetime import date

import pytest
from PySide6.QtCore import QDate

from siteselect.export.report import PARTS
from siteselect.ui.dialogs.export_options import ExportOptions
from siteselect.ui.print.wish import Wish

DAYS = (date(2019, 1, 1), date(2026, 11, 23))


@pytest.fixture
def options(qtbot):
    wish = Wish(scenario="Lowest cost", as_of=date(2021, 6, 2), paper="letter", house="Us")
    made = ExportOptions(wish, ("Balanced", "Lowest cost"), DAYS)
    qtbot.addWidget(made)
    return made


def test_what_was_wished_stands_there_and_comes_back(options):
    wish = options.wish()
    assert (wish.scenario, wish.as_of) == ("Lowest cost", date(2021, 6, 2))
    assert (wish.paper, wish.house, wish.parts) == ("letter", "Us", PARTS)


def test_days_are_those_of_the_pack(options):
    options.day.setDate(QDate(1999, 1, 1))
    assert options.wish().as_of == DAYS[0]


def test_a_choice_is_told(qtbot, options):
    with qtbot.waitSignal(options.chosen):
        options.bom.click()
    assert options.wish().bom
    with qtbot.waitSignal(options.chosen):
        options.set_accent("#aa0000")
    assert options.wish().accent == "#AA0000"
    options.set_logo("/some/where/logo.png")
    assert options.logo.text() == "logo.png"


def test_parts_can_be_left_out_but_never_all(options):
    assert options.parts.text() == "everything"
    for action in options.part_actions.values():
        action.trigger()
    assert options.wish().parts == PARTS[-1:]
    assert options.parts.text() == f"1 of {len(PARTS)} parts"


def test_each_form_shows_its_own_choices(options):
    options.show()
    for form, seen in (("csv_table", {"bom"}), ("pdf_report", {"paper", "parts"}), ("kml", set())):
        options.show_form(form)
        shown = {name for name in ("bom", "paper", "parts") if getattr(options, name).isVisible()}
        assert shown == seen
        assert options.scenario.isVisible()


def test_a_surface_is_written_as_it_is_seen_so_day_and_scenario_are_not_asked(options):
    options.show()
    options.show_form("csv_table")
    assert options.day.isVisible()
    options.show_form("surface_tif")
    assert not options.day.isVisible()
    assert not options.scenario.isVisible()
