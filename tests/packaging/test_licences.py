import pytest

from tests.packaging.loading import load

licences = load("licences")


@pytest.mark.parametrize(
    ("expression", "good"),
    [
        ("MIT", True),
        ("GPL-3.0-only", False),
        ("LGPL-3.0-only OR GPL-2.0-only", True),
        ("GPL-2.0-only OR GPL-3.0-only", False),
        ("BSD-3-Clause AND 0BSD AND MIT AND Zlib AND CC0-1.0", True),
        ("MIT AND GPL-3.0-only", False),
        ("(MIT OR GPL-2.0-only) AND BSD-3-Clause", True),
        ("(GPL-2.0-only OR AGPL-3.0-only) AND BSD-3-Clause", False),
        ("Apache-2.0 WITH LLVM-exception", True),
        ("", False),
        ("MIT)", False),
    ],
)
def test_an_expression_is_met_by_one_of_each_or(expression, good):
    assert licences.allowed(expression) is good


def test_every_part_of_the_program_bears_an_allowed_licence(capsys):
    assert licences.check() == 0
    assert "all under allowed licences" in capsys.readouterr().out


def test_a_part_that_is_not_allowed_is_named(monkeypatch, capsys):
    monkeypatch.setattr(licences, "licence_of", lambda _: "GPL-3.0-only")
    assert licences.check() == 1
    assert "GPL-3.0-only" in capsys.readouterr().out


def test_the_list_holds_parts_data_and_texts():
    text = licences.whole_list()
    assert "PySide6_Essentials" in text
    assert "Places: GeoNames, CC BY 4.0" in text
    assert "Permission is hereby granted" in text
