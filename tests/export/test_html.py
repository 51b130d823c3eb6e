import base64
import hashlib
import re
from html import unescape

from siteselect.export._html import render
from siteselect.export.checklist import checklist
from siteselect.resources import resource
from tests.export.making import EVIL, made_report


def page():
    report = made_report()
    row = next(row for row in report.rows if row.name == EVIL)
    values = {"report": report, "row": row, "gates": [], "groups": [], "money": [], "assumed": []}
    values |= {"where": "", "policy": ""}
    return render("dossier.html", {**values, "open": checklist(report, row)}).decode()


def test_every_text_is_escaped():
    assert "<script" not in page()
    assert "&lt;script&gt;alert(&#34;1&#34;)&lt;/script&gt;" in page()


def test_the_style_is_ours_and_bound_by_its_hash():
    style = resource("report", "page.css").read_bytes()
    digest = base64.b64encode(hashlib.sha256(style).digest()).decode()
    policy = re.search(
        'http-equiv="Content-Security-Policy" content="([^"]*)"', unescape(page())
    ).group(1)
    assert f"style-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'")
    assert style.decode() in page()
