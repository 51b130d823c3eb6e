import pytest

from siteselect.language import LANGUAGES, language
from siteselect.ui.settings import TEXT_SIZES
from siteselect.ui.theme import CONTRAST
from siteselect.ui.tongue import put_on


@pytest.fixture
def window(make_window):
    yield make_window()
    put_on("en")


def find(window, words):
    window.top.search.setText(words)
    window.top.search.textEdited.emit(words)  # keys can be pressed for Latin letters only
    return window.top.search.found


def test_languages_looks_and_sizes_are_found_by_name(window):
    assert find(window, "Language:") == [
        "Language: As the system", *(f"Language: {name}" for name in LANGUAGES.values())
    ]  # fmt: skip
    assert len(find(window, "Text size:")) == len(TEXT_SIZES)
    assert "Look: High contrast" in find(window, "look")


def test_what_is_found_is_put_on(qtbot, window, settings):
    find(window, "Look: High")
    window.top.search.returnPressed.emit()
    assert window.theme is CONTRAST
    assert settings.theme == "contrast"
    find(window, "Русский")
    window.top.search.returnPressed.emit()
    qtbot.waitUntil(lambda: language() == "ru")
    qtbot.waitUntil(lambda: bool(window.session.evaluation) and not window.tasks.running)
