import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QColor, QFont, QImage
from PySide6.QtWidgets import QApplication

from siteselect.language import language
from siteselect.ui import dress
from siteselect.ui.screenshots import VIEWS, main
from siteselect.ui.theme import LIGHT, THEMES


@pytest.fixture
def write(qapp, tmp_path, capsys):
    """Return what writes pictures with some options, and reads them by look and view."""
    font = QFont(QApplication.font())

    def written(code, *options, views, looks):
        wanted = ["--languages", code, "--looks", *looks, "--views", *views, *options]
        assert main([str(tmp_path), *wanted]) == 0
        assert language() == "en"
        paths = capsys.readouterr().out.split()
        assert len(paths) == len(looks) * (len(views) + len(options))
        folder = tmp_path / code
        return {
            (look, view): QImage(str(folder / look / f"{view}-1280x800.png"))
            for look in looks
            for view in views
        }

    yield written
    QApplication.setFont(font)
    dress.put_on(LIGHT)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.mark.slow
def test_the_real_window_is_written_in_each_language_and_look(write):
    looks = ("light", "contrast")
    found = {code: write(code, "--sheet", views=("compare",), looks=looks) for code in ("en", "ru")}
    for pictures in found.values():
        for look in looks:
            image = pictures[look, "compare"]
            assert (image.width(), image.height()) == (1280, 800)
            assert QColor(image.pixel(4, 796)).name().upper() == THEMES[look].window
    for look in looks:
        assert found["en"][look, "compare"] != found["ru"][look, "compare"]
    assert found["ru"]["light", "compare"] != found["ru"]["contrast", "compare"]


@pytest.mark.slow
def test_each_view_is_written(write):
    views = ("compare", "money", "present", "export", "welcome")
    pictures = write("en", views=views, looks=("light",))
    for view in views:
        image = pictures["light", view]
        assert not image.isNull(), view
        assert view == "export" or (image.width(), image.height()) == (1280, 800), view
    whole = [pictures["light", view] for view in views]
    assert all(one != other for at, one in enumerate(whole) for other in whole[:at])


def test_a_view_that_there_is_not_is_refused(capsys):
    with pytest.raises(SystemExit):
        main(["--views", "moon"])
    assert VIEWS[-1] in capsys.readouterr().err
