import io
from pathlib import Path

import pytest

from siteselect.errors import IntakeError
from siteselect.intake.limits import LIMITS, Limits
from siteselect.intake.markup import check_markup

PATH = Path("a.kml")


def check(data, limits=LIMITS):
    return check_markup(PATH, io.BytesIO(data), limits)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "windows-1251", "koi8-r"])
def test_sound_markup_in_any_encoding_gives_its_root(encoding):
    text = f'<?xml version="1.0" encoding="{encoding}"?><k:kml xmlns:k="x"><a>Ақсу</a></k:kml>'
    assert check(text.replace("қ", "к").encode(encoding)) == "kml"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"<!DOCTYPE a><a/>", "declares a document type"),
        ('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'.encode("utf-16"), "declares a document type"),
        (b"<a><b></a>", "damaged XML: mismatched tag at line 1"),
        (b"", "no element found"),
        (b"<a>" * 3 + b"</a>" * 3, "nested more than 2 deep"),
    ],
)
def test_what_means_ill_or_is_damaged_is_refused(data, words):
    with pytest.raises(IntakeError, match=words):
        check(data, Limits(xml_depth=2))
