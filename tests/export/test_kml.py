import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from html.parser import HTMLParser

import pyogrio

from siteselect.export.kml import make
from tests.export.making import EVIL, made_report

NS = "{http://www.opengis.net/kml/2.2}"


def tree(report):
    return ET.fromstring(make(report))  # noqa: S314 - our own text


class Tags(HTMLParser):
    def __init__(self):
        super().__init__()
        self.seen = set()

    def handle_starttag(self, tag, attrs):
        self.seen.add(tag)


def test_a_foreign_reader_finds_points_and_numbers(tmp_path):
    path = tmp_path / "list.kml"
    path.write_bytes(make(made_report()))
    layers = [str(name) for name, _ in pyogrio.list_layers(path)]
    assert layers == ["In the ranking (3)", "Not enough known (1)", "Fail a gate (1)"]
    frame = pyogrio.read_dataframe(path, layer=layers[0])
    column = "Name" if "Name" in frame else "name"
    assert frame[column].tolist() == ["1. Alpha", "2. Beta", f"3. {EVIL}"]
    assert frame.geometry.iloc[0].coords[0][:2] == (0.5, 0.0)


def test_balloons_hold_values_sources_and_reasons_and_no_tag_of_a_persons_text():
    root = tree(made_report())
    balloons = [each.text for each in root.iter(f"{NS}description")]
    assert len(balloons) == 6
    for text in balloons:
        tags = Tags()
        tags.feed(text)
        assert tags.seen <= {"p", "h3", "table", "tr", "td", "th", "small"}
    alpha = balloons[1]
    for words in (
        "Rank 1, 85.6 of 100 points. Pass.",
        "40.0 USD/MWh",
        "row T1 · 2021",
        "Alphaland",
    ):
        assert words in alpha
    assert "banned &lt;script&gt;" in balloons[-1]
    assert "No row holds on this day." in balloons[3]


def test_numbers_stand_apart_for_programs():
    data = tree(made_report()).find(f".//{NS}Placemark/{NS}ExtendedData")
    told = {each.get("name"): each[0].text for each in data}
    assert told["power_price"] == "40.0"
    assert told["rank"] == "1"
    assert "nobody" not in told  # unknown is left out, never 0


def test_every_style_that_is_used_is_there():
    root = tree(made_report())
    there = {f"#{each.get('id')}" for each in root.iter(f"{NS}Style")}
    used = {each.text for each in root.iter(f"{NS}styleUrl")}
    assert used <= there
    assert {"#score5", "#unknown", "#fail"} <= used
    assert all(re.fullmatch("ff[0-9a-fA-F]{6}", each.text) for each in root.iter(f"{NS}color"))


def test_signs_that_xml_or_a_globe_would_read_are_made_harmless():
    report = made_report()
    rows = (replace(report.rows[0], name="a\0b$[secret]\x1f"),)
    root = tree(replace(report, rows=rows))
    assert root.find(f".//{NS}Placemark/{NS}name").text == "1. ab$ [secret]"


def test_same_report_same_bytes_and_no_site_is_no_folder():
    assert make(made_report()) == make(made_report())
    assert tree(replace(made_report(), rows=())).find(f".//{NS}Folder") is None
