import pytest

from siteselect.errors import ExportError
from siteselect.export import languages
from siteselect.export.languages import checked, written


def test_english_is_always_there_and_others_only_with_their_words(tmp_path, monkeypatch):
    monkeypatch.setattr(languages, "resource", tmp_path.joinpath)
    assert written() == {"en": "English"}
    words = tmp_path / "translations" / "ru" / "LC_MESSAGES" / "siteselect.mo"
    words.parent.mkdir(parents=True)
    words.touch()
    assert written() == {"en": "English", "ru": "Русский"}
    assert checked("ru_KZ") == "ru"
    with pytest.raises(ExportError, match="There are: en, ru"):
        checked("kk")


def test_english_is_written_in_every_form_of_its_code():
    assert checked("en") == checked("en-GB") == "en"
