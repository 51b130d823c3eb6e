"""The window's program: fonts, look, settings, study, window. The only place that starts Qt."""

import os
import signal
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from siteselect.project.file import sample_study
from siteselect.ui import dress
from siteselect.ui.main_window import MainWindow
from siteselect.ui.messages import install_hook
from siteselect.ui.settings import Settings
from siteselect.ui.widgets.icons import program_icon


def run(file: Path | None = None) -> int:
    """Open the window, on `file` or else on the shipped sample, and stay until it is closed."""
    if not has_screen(os.environ, sys.platform):
        sys.stderr.write(
            "There is no screen to open a window on: set DISPLAY, or use the commands that need "
            "none (`siteselect --help`).\n"
        )
        return 1
    app = make_app(sys.argv[:1])
    window = make_window(Settings())
    window.show()
    before = install_hook(window.messages)
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    if file is None or not window.documents.load(file):
        window.begin()
    code = app.exec()
    sys.excepthook = before
    return code


def make_app(arguments: list[str]) -> QApplication:
    """Return the one application object, with our font."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(arguments)
    app.setApplicationName("siteselect")
    app.setApplicationDisplayName("siteselect")
    app.setDesktopFileName("siteselect")
    app.setWindowIcon(program_icon())
    dress.load_fonts()
    return app


def make_window(settings: Settings) -> MainWindow:
    """Return the window on the shipped sample; nothing is read of the pack yet."""
    dress.put_on(dress.chosen_theme(settings.theme))
    return MainWindow(sample_study(), settings)


def has_screen(environment: dict[str, str] | os._Environ[str], platform: str) -> bool:
    """Return whether Qt can open a window here."""
    if not platform.startswith("linux") or environment.get("QT_QPA_PLATFORM"):
        return True
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))
