import pytest

from siteselect.economics.price_unit import Per
from siteselect.intake.choices import Choices
from siteselect.intake.source import pasted
from siteselect.intake.trial import tried
from siteselect.ui.dialogs.import_choices import ImportChoices
from tests.intake.test_offers import REGION


@pytest.fixture
def shown(qtbot):
    made = ImportChoices()
    qtbot.addWidget(made)
    made.show_trial(trial("name;lon;lat;price USD/MWh\nA;75,3;51,7;45\n"))
    return made


def trial(text, choices=None):
    return tried(pasted(text), choices or Choices(), REGION, ())


def test_it_shows_what_was_found_out(shown):
    assert shown.encoding.currentData() == "utf-8"
    assert shown.separator.currentText() == "Semicolon"
    assert shown.decimal.currentData() == ","
    assert shown.header.currentText() == "Headings"
    assert shown.per.currentText() == "a MWh"
    assert shown.currency.text() == "USD"
    assert shown.sheet.isHidden()


@pytest.mark.parametrize(
    ("act", "choices"),
    [
        (lambda w: pick(w.encoding, "koi8-r"), Choices(encoding="koi8-r")),
        (lambda w: pick(w.separator, "|"), Choices(separator="|")),
        (lambda w: pick(w.header, "no"), Choices(header=False)),
        (lambda w: pick(w.per, "kWh"), Choices(per=Per.KWH)),
        (lambda w: write(w.currency, "kzt"), Choices(currency="KZT")),
        (lambda w: write(w.crs, "EPSG:32643 "), Choices(crs="EPSG:32643")),
        (lambda w: w.swap.click(), Choices(swap=True)),
    ],
)
def test_a_hand_changes_one_choice(shown, qtbot, act, choices):
    with qtbot.waitSignal(shown.changed) as told:
        act(shown)
    assert told.args == [choices]


def test_the_same_choice_again_is_no_change(shown, qtbot):
    with qtbot.assertNotEmitted(shown.changed):
        write(shown.currency, "")
        shown._say(encoding="")


def test_a_source_that_needs_no_cutting_hides_what_does_not_matter(shown, tmp_path):
    from siteselect.intake.sniff import Form
    from siteselect.intake.source import Source

    rows = ((1, ("name", "lon", "lat")), (2, ("A", "75", "51")))
    book = Source("a.xlsx", tmp_path / "a.xlsx", Form.XLSX, rows=rows, sheets=("One", "Two"))
    shown.show_trial(tried(book, Choices(), REGION, ()))
    assert shown.encoding.isHidden()
    assert not shown.sheet.isHidden()
    assert [shown.sheet.itemText(at) for at in range(2)] == ["One", "Two"]
    layer = Source("a.kml", tmp_path / "a.kml", Form.KML, rows=rows)
    shown.show_trial(tried(layer, Choices(), REGION, ()))
    assert shown.crs.isHidden()
    assert shown.swap.isHidden()


def test_an_encoding_that_does_not_fit_stays_in_sight(shown):
    shown.show_trial(trial("имя,lon,lat\n", Choices(encoding="big5", separator=";")))
    assert shown.encoding.currentData() in ("big5", "utf-8")


def pick(box, key):
    box.setCurrentIndex(box.findData(key))
    box.activated.emit(box.currentIndex())


def write(line, text):
    line.setText(text)
    line.editingFinished.emit()
