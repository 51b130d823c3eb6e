import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from siteselect.export.firm_table import firm_table
from siteselect.export.html_page import make
from siteselect.export.picture_words import worded
from siteselect.export.report import Brand
from siteselect.model.tint import Steps, Tint
from tests.export.making import EVIL, made_evaluation, made_money, made_report

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


def test_nothing_of_others_runs_and_nothing_is_fetched(page, read):
    tags = [tag for tag, _ in read.tags]
    assert not {*tags} & {"link", "img", "iframe", "object", "embed", "form", "base", "use"}
    assert tags.count("script") == 1
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
    script = re.search(r"<script>(.*?)</script>", page, re.DOTALL)[1]
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert f"script-src 'sha256-{digest}'" in policy
    assert "unsafe" not in policy


def test_a_site_named_like_a_script_is_only_a_name(page, read):
    assert page.count("<script") == 1
    assert "<script>alert" not in page
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
        "2 pass, 1 conditional, 1 not known, 1 fail",
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


def test_columns_can_be_sorted_by_what_stands_behind_the_words(page):
    table = page[page.index('<table class="ranking sortable">') :]
    table = table[: table.index("</table>")]
    assert table.count("<button") == 5
    rows = table[table.index('<tbody class="rows">') :].split("<tr")[1:]
    assert 'data-v="Alpha"' in rows[0]
    assert 'data-v="0.85625"' in rows[0]


def test_money_firmness_and_pictures_are_told_where_the_report_holds_them(page):
    report = replace(
        made_report(),
        money=made_money(),
        firm=firm_table(made_evaluation()),
        pictures=(worded("tornado", '<svg id="drawn"></svg>'), worded("consensus")),
    )
    text = make(report).decode()
    assert '<svg id="drawn"></svg>' in text
    assert "How firm is it?" in text
    assert "What it costs and earns" in text
    assert "What moves the winner?" in text
    assert "Do the methods agree?" not in text
    assert "How firm is it?" not in page


def test_a_house_has_its_logo_its_colour_and_its_language():
    report = replace(
        made_report(), brand=Brand("Our house", b"\xff\xd8\xff0", "#AA0000"), language="zh_CN"
    )
    text = make(report).decode()
    assert '<html lang="zh-CN">' in text
    assert 'alt="Our house" src="data:image/jpeg;base64,/9j/MA=="' in text
    assert "--accent: #AA0000" in text
    assert "Our house</p>" in make(replace(report, brand=Brand("Our house"))).decode()


def test_only_the_wanted_parts_are_told():
    text = make(replace(made_report(), parts=("sources",))).decode()
    assert "<h2>Sources</h2>" in text
    assert "<h2>The ranking</h2>" not in text
    assert "<h2>Stamp</h2>" in text


def test_the_page_tells_what_each_class_of_prices_holds():
    report = made_report()
    assert "&lt; 33" not in make(report).decode()
    text = make(replace(report, tint=Tint(2, Steps.TYPED, (33.3,)))).decode()
    assert "&lt; 33.3" in text
    assert "\u2265 33.3" in text
