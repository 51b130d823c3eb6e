import logging

import pytest

from siteselect import journal
from siteselect.journal import close_journal, journal_texts, open_journal
from siteselect.redaction import TEXT

log = logging.getLogger("siteselect.test")


@pytest.fixture
def folder(tmp_path):
    yield tmp_path / "state" / "log"
    close_journal()


def test_a_line_tells_when_how_grave_where_and_what(folder):
    path = open_journal(folder)
    log.warning("took %.1f s", 1.5)
    lines = path.read_text().splitlines()
    assert "begins: Python" in lines[0]
    assert lines[1].endswith("WARNING siteselect.test: took 1.5 s")


def test_lines_are_cleaned_before_they_reach_the_disk(folder):
    path = open_journal(folder)
    with pytest.raises(KeyError) as caught:
        {}["Acme"]
    log.error("password=%s", "swordfish", exc_info=caught.value)
    text = path.read_text()
    assert "swordfish" not in text
    assert "Acme" not in text
    assert f"KeyError: {TEXT}" in text
    assert "test_journal.py" in text


def test_the_file_turns_over_and_no_more_than_three_are_kept(folder, monkeypatch):
    monkeypatch.setattr(journal, "LARGEST", 2000)
    open_journal(folder)
    for number in range(200):
        log.info("line %d of many", number)
    close_journal()
    files = sorted(each.name for each in folder.iterdir() if each.name != journal.CRASH)
    assert files == ["siteselect.log", "siteselect.log.1", "siteselect.log.2"]
    assert all((folder / name).stat().st_size <= 2000 for name in files)
    assert "line 199 of many" in (folder / "siteselect.log").read_text()


def test_without_a_folder_to_write_to_the_program_goes_on(tmp_path):
    (tmp_path / "log").write_text("a file where a folder should be")
    assert open_journal(tmp_path / "log") is None
    log.error("goes nowhere, and harms nothing")


def test_a_closed_journal_is_written_no_more(folder):
    path = open_journal(folder)
    close_journal()
    log.warning("after the end")
    assert "after the end" not in path.read_text()


def test_what_was_written_is_read_back_the_newest_first_and_cleaned_again(folder):
    folder.mkdir(parents=True)
    (folder / "siteselect.log").write_text("token=abcdef\n")
    (folder / "siteselect.log.1").write_text("older\n")
    (folder / "crash.txt").write_text("  \n")
    found = journal_texts(folder)
    assert list(found) == ["siteselect.log", "siteselect.log.1"]
    assert "abcdef" not in found["siteselect.log"]
