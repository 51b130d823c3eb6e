import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from siteselect.export.html_page import make
from tests.export.making import EVIL, made_report

VOID = {"meta", "br", "link", "img", "input", "hr"}


class Reader(HTMLParser):
    def __init__(self):
        super().__init__()
        self.tags, self.links, self.text, self.open = [], [], [], []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)
        self.links += [
            value
            for name, value in attrs
            if name in {"src", "href", "action", "data", "xlink:href"}
        ]

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text.append(data)


@pytest.fixture(scope="module")
def page():
    return make(made_report()).decode()


@pytest.fixture(scope="module")
def read(page):
    reader = Reader()
    reader.feed(page)
    assert reader.open == []
    return reader


def test_nothing_runs_and_nothing_is_fetched(page, read):
    tags = {tag for tag, _ in read.tags}
    assert not tags & {"script", "link", "img", "iframe", "object", "embed", "form", "base", "use"}
    assert read.links == []
    assert not [name for _, attrs in read.tags for name in attrs if name.startswith("on")]
    assert not [attrs for _, attrs in read.tags if "style" in attrs]
    assert "@import" not in page
    assert not re.search(r"url\((?!#)", page)
    assert "javascript:" not in page


def test_the_policy_allows_our_own_style_by_its_hash_and_nothing_else(page, read):
    (policy,) = [
        attrs["content"] for tag, attrs in read.tags
        if tag == "meta" and attrs.get("http-equiv") == "Content-Security-Policy"
    ]  # fmt: skip
    style = re.search(r"<style>(.*?)</style>", page, re.DOTALL)[1]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert policy.startswith("default-src 'none'; ")
    assert f"style-src 'sha256-{digest}'" in policy
    assert "unsafe" not in policy


def test_a_site_named_like_a_script_is_only_a_name(page, read):
    assert "<script" not in page
    assert any(EVIL in text for text in read.text)
    assert page.count("alert(") > 3


def test_everything_a_reader_needs_is_told(read):
    text = " ".join(" ".join(read.text).split())
    for wanted in (
        "Alpha ranks first with 85.6 points",
        "Why the first three",
        "Who failed, and why",
        "banned",
        "a licence is wanted",
        "Where not enough is known",
        "No row holds on this day.",
        "35 USD/MWh counts 100, 75 USD/MWh counts 0",
        "Mining lawful: at least 2 status",
        "Price known for 4 of 5 places on this day.",
        "Invented for the tests",
        "CC0-1.0",
        "toy@1",
        "Borders as Alphaland draws them.",
        "Regions of the year 2020.",
        "power_price 30, far 10, nobody 5",
        "2 PASS, 1 CONDITIONAL, 1 UNKNOWN, 1 FAIL",
        "Check price, law and capacity on the spot",
        "energy: 30.0 USD/MWh",
        "0.5 AAD/kWh, VAT excluded, 60 MW",
        "35.0 to 45.0 USD/MWh",
        "Weighted sum",
    ):
        assert wanted in text, wanted


def test_bars_are_cut_into_contributions(page):
    bar = page[page.index('<svg class="bar"') :]
    bar = bar[: bar.index("</svg>")]
    widths = [float(text) for text in re.findall(r'class="g\d[^"]*"[^>]*width="([\d.]+)"', bar)]
    assert widths == pytest.approx([260 * 0.65625, 260 * 0.2], abs=0.06)


def test_same_input_same_bytes():
    assert make(made_report()) == make(made_report())


def test_a_report_without_any_ranked_site_is_still_a_page():
    report = made_report()
    failed = tuple(row for row in report.rows if row.rank is None)
    text = make(replace(report, rows=failed, why=(), regions=())).decode()
    assert "No site has a rank" in text
    empty = make(replace(report, rows=(), why=(), regions=(), sources=())).decode()
    assert "No site has a rank" in empty
