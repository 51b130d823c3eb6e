from pathlib import Path

import pytest

from siteselect import redaction
from siteselect.errors import ProjectError
from siteselect.redaction import NAME, NUMBER, PATH, SECRET, TEXT, clean, clean_trail, hide


@pytest.fixture(autouse=True)
def _nothing_hidden():
    yield
    hide(tuple)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"opened {Path.home()}/mines/Acme.siteselect", f"opened ~/{PATH}"),
        (f"{Path.home()}/.local/state/siteselect/log", "~/.local/state/siteselect/log"),
        ("read /mnt/clients/Acme/sites.csv now", f"read {PATH} now"),
        ("read C:\\Clients\\Acme\\sites.csv now", f"read {PATH} now"),
        ("loaded /usr/lib/libQt6Gui.so.6", "loaded /usr/lib/libQt6Gui.so.6"),
        ("password=swordfish", f"password={SECRET}"),
        ('{"api_key": "abc-123"}', f'{{"api_key": "{SECRET}"}}'),
        ("Authorization: Basic", f"Authorization: {SECRET}"),
        ("postgis://anna:pw@host/db", f"postgis://{SECRET}@host/db"),
        ("write to anna@example.com", f"write to {SECRET}"),
        ("sk1a2b3c4d5e6f7g8h9i0j1k", SECRET),
        ("at 51.72345, -75.3221", f"at {NUMBER}, {NUMBER}"),
        ("at 51,7234 in Russian", f"at {NUMBER} in Russian"),
        ("57,123 MB free, pack central-asia@2026.1", "57,123 MB free, pack central-asia@2026.1"),
        ("numpy 2.4.6, Qt 6.11.3, 12.5 ms", "numpy 2.4.6, Qt 6.11.3, 12.5 ms"),
    ],
)
def test_what_is_private_is_taken_out_and_the_rest_stays(text, told):
    assert clean(text) == told


def test_names_that_the_program_knows_are_hidden_as_whole_words():
    hide(lambda: ["Aksu", "Aksu North", "Bu", "Рудный", "阿克苏电站"])
    told = clean("Aksu North and Aksu, not Aksuat; Рудный; 阿克苏电站; Bu")
    assert told == f"{NAME} and {NAME}, not Aksuat; {NAME}; {NAME}; Bu"


def test_the_person_and_the_computer_have_no_name(monkeypatch):
    monkeypatch.setattr(redaction.getpass, "getuser", lambda: "aigerim")
    monkeypatch.setattr(redaction.platform, "node", lambda: "laptop-of-aigerim")
    assert clean("aigerim on laptop-of-aigerim") == f"{NAME} on {NAME}"


def test_a_fault_is_told_by_kind_and_place_without_the_words_of_a_person():
    with pytest.raises(KeyError) as caught:
        {}["Acme power station"]
    told = clean_trail(caught.value)
    assert told.splitlines()[-1] == f"KeyError: {TEXT}"
    assert "test_redaction.py" in told
    assert "Acme" not in told


def test_a_sentence_for_a_person_is_not_repeated_and_its_cause_is_told():
    try:
        try:
            int("x")
        except ValueError as cause:
            raise ProjectError("Acme cannot be read") from cause
    except ProjectError as fault:
        told = clean_trail(fault)
    assert told.splitlines()[-1] == f"ProjectError: {TEXT}"
    assert f"ValueError: invalid literal for int() with base 10: {TEXT}" in told
