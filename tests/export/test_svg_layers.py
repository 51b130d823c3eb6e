import re
import xml.etree.ElementTree as ET
from dataclasses import replace

import shapely

from siteselect.export._drawn_layers import drawn_layers
from siteselect.export._svg_frame import Frame
from siteselect.export._svg_layers import draw_layers, swatch
from siteselect.export._svg_map import draw
from siteselect.export.html_page import make
from siteselect.model.user_layer import Role
from tests.export.layers import layer_of, report_with_layers
from tests.export.making import made_report

WIDE = Frame(-60.0, -40.0, 60.0, 40.0)
"""Some 12 km to a pixel: only what is great is seen."""


def svg(report, frame=None):
    frame = frame or Frame(*report.pack.manifest.bounds)
    text = "".join(draw_layers(drawn_layers(report), frame))
    ET.fromstring(f"<svg>{text}</svg>")  # noqa: S314 - our own text
    return text


def test_the_map_of_a_report_shows_the_users_layers_and_names_who_made_them(tmp_path):
    picture = draw(report_with_layers(tmp_path))
    for role in ("avoided", "roads", "railways", "power-lines", "substations"):
        assert f"own-{role}" in picture
    shown = re.findall(r'<text class="small"[^>]*>([^<]*)</text>', picture)
    credit = next(text for text in shown if "OpenStreetMap" in text)
    # the user's own come first, so that a long line never cuts them
    assert credit.startswith("own.kml · © OpenStreetMap contributors (ODbL 1.0)")
    assert "OpenStreetMap" not in draw(made_report())


def test_lines_are_as_wide_and_dashed_as_on_the_screen(tmp_path):
    text = svg(report_with_layers(tmp_path))
    assert 'class="own-line own-railways" stroke-width="1.50" stroke-dasharray="5 2"' in text
    assert 'own-power-lines" stroke-width="1.65"' in text  # 500 kV
    assert 'own-power-lines" stroke-width="1.10"' in text  # 110 kV


def test_names_are_escaped_and_say_the_voltage(tmp_path):
    text = svg(report_with_layers(tmp_path))
    assert "High &amp; far, 500 kV" in text


def test_a_colour_that_was_chosen_is_drawn_in_place_of_the_roles(tmp_path):
    report = report_with_layers(
        tmp_path, lambda layers: tuple(replace(each, colour="#123456") for each in layers)
    )
    text = svg(report)
    assert "own-roads" not in text
    assert 'stroke="#123456"' in text
    assert 'fill="#123456"' in text


def test_short_ways_are_joined_so_that_they_are_seen_and_small_ones_left_to_near_views(tmp_path):
    """A motorway of a thousand ways of a hundredth degree each, tertiary ones beside it."""
    steps = [(0.01 * at, 0.01 * (at + 1)) for at in range(1000)]
    ways = [shapely.LineString([(x, 1.0), (end, 1.0)]) for x, end in steps]
    small = [shapely.LineString([(x, 2.0), (end, 2.0)]) for x, end in steps]
    layer = layer_of(tmp_path, "roads", Role.ROADS, ways + small,
                     kind=["motorway"] * 1000 + ["tertiary"] * 1000)  # fmt: skip
    report = replace(made_report(), layers=(layer,))
    text = svg(report, WIDE)
    assert len(re.findall(r"M[0-9.]", text)) == 1  # one line, and nothing of the small ones
    near = svg(report, Frame(0.0, 0.9, 0.5, 2.1))
    assert near.count("<path") == 2


def test_the_legend_shows_a_sign_for_each_layer(tmp_path):
    report = report_with_layers(tmp_path)
    for each in drawn_layers(report):
        ET.fromstring(f"<svg>{swatch(each)}</svg>")  # noqa: S314 - our own text
    page = make(report).decode()
    assert "Your layers" in page
    assert page.count('class="key own"') == 5
    assert "Your layers" not in make(made_report()).decode()


def test_layers_far_from_the_picture_are_not_drawn(tmp_path):
    assert svg(report_with_layers(tmp_path), Frame(100.0, 40.0, 110.0, 50.0)) == ""


def test_a_border_file_is_drawn_in_place_of_the_borders_of_the_pack(tmp_path):
    own = layer_of(tmp_path, "borders", Role.BORDERS, [shapely.box(0.2, -0.5, 0.9, 0.4)],
                   ("theirs.geojson", "", ""))  # fmt: skip
    report = made_report()
    packs, theirs = draw(report), draw(replace(report, layers=(own,)))
    assert 'class="border"' in packs
    assert 'class="border"' not in theirs
    assert 'class="own-line own-borders"' in theirs
    assert 'class="own-area' not in theirs
    assert "Borders: theirs.geojson" in theirs
    hidden = draw(replace(report, layers=(replace(own, visible=False),)))
    assert 'class="border"' in hidden
