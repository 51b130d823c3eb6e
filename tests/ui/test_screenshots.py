import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QColor, QFont, QImage
from PySide6.QtWidgets import QApplication

from siteselect.language import language
from siteselect.ui import dress
from siteselect.ui.screenshots import VIEWS, main
from siteselect.ui.theme import LIGHT, THEMES


@pytest.mark.slow
def test_the_real_window_is_written_in_each_language_look_and_view(qapp, tmp_path, capsys):
    font = QFont(QApplication.font())
    options = ["--languages", "en", "ru", "--looks", "light", "contrast", "--sheet"]
    options += ["--views", "compare", "money", "present", "export", "welcome"]
    try:
        assert main([str(tmp_path), *options]) == 0
    finally:
        QApplication.setFont(font)
        dress.put_on(LIGHT)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert language() == "en"
    written = capsys.readouterr().out.split()
    assert len(written) == 2 * 2 * 5 + 2
    pictures = {}
    for code in ("en", "ru"):
        for look in ("light", "contrast"):
            folder = tmp_path / code / look
            for view in ("compare", "money", "present", "welcome"):
                image = pictures[code, look, view] = QImage(str(folder / f"{view}-1280x800.png"))
                assert (image.width(), image.height()) == (1280, 800), view
            corner = QColor(pictures[code, look, "compare"].pixel(4, 796)).name().upper()
            assert corner == THEMES[look].window
            assert not QImage(str(folder / "export-1280x800.png")).isNull()
    for view in ("compare", "money", "present", "welcome"):
        assert pictures["en", "light", view] != pictures["ru", "light", view]
        assert pictures["ru", "contrast", view] != pictures["ru", "light", view]
    assert pictures["en", "light", "welcome"] != pictures["en", "light", "compare"]


def test_a_view_that_there_is_not_is_refused(capsys):
    with pytest.raises(SystemExit):
        main(["--views", "moon"])
    assert VIEWS[-1] in capsys.readouterr().err
