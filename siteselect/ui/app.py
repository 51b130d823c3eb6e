"""The window's program: fonts, look, settings, study, window. The only place that starts Qt."""

import logging
import os
import signal
import sys
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QApplication

from siteselect.journal import close_journal, open_journal
from siteselect.language import language, say
from siteselect.progress import Progress
from siteselect.ui import dress, tongue
from siteselect.ui.foyer import outline_for, reference_of
from siteselect.ui.main_window import MainWindow
from siteselect.ui.map.map_cache import MapCache
from siteselect.ui.restart import enlarge
from siteselect.ui.settings import Settings
from siteselect.ui.widgets.icons import program_icon

if TYPE_CHECKING:
    from siteselect.model.study import Study
    from siteselect.ui.map.map_data import MapData

logger = logging.getLogger(__name__)
PARTS = (
    "siteselect.project.file",
    "siteselect.ui.conclusions",
    "siteselect.ui.documents",
    "siteselect.ui.hand_over",
    "siteselect.ui.help_pages",
    "siteselect.ui.judging",
    "siteselect.ui.law_desk",
    "siteselect.ui.map.kept_data",
    "siteselect.ui.map.map_view",
    "siteselect.ui.panels.chart_row",
    "siteselect.ui.panels.criteria",
    "siteselect.ui.panels.status_line",
    "siteselect.ui.panels.timeline",
    "siteselect.ui.panels.top_bar",
    "siteselect.ui.places",
    "siteselect.ui.project_desk",
    "siteselect.ui.recovery",
    "siteselect.ui.ranking_table",
    "siteselect.ui.site_card",
    "siteselect.ui.site_menu",
    "siteselect.ui.workplaces",
)
"""What fills the window: imported in the background while its frame already stands."""


def run(file: Path | None = None) -> int:
    """Open the window, on `file` or else on the shipped sample, and stay until it is closed."""
    if not has_screen(os.environ, sys.platform):
        sys.stderr.write(
            "There is no screen to open a window on: set DISPLAY, or use the commands that need "
            "none (`siteselect --help`).\n"
        )
        return 1
    settings = Settings()
    enlarge(settings.text_size)
    app = make_app(sys.argv[:1])
    if file is not None and _taken_elsewhere(file):
        return 0
    tongue.put_on(tongue.chosen_language(settings.language))
    open_journal()
    logger.info("window: Qt %s, %s, words at %d %%", qVersion(), language(), settings.text_size)
    window = make_frame(settings, file)
    window.show()
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    furnish(window, file)
    code = app.exec()
    if window.watch is not None:
        window.watch.end()
    logger.info("ends with %d", code)
    close_journal()
    return code


def _taken_elsewhere(file: Path) -> bool:
    """Return whether a window that runs already opens `file`."""
    from siteselect.ui.single_instance import hand_over, name_of_person

    return file.is_file() and hand_over(file, name_of_person())


def make_frame(settings: Settings, file: Path | None = None) -> MainWindow:
    """Return the window's frame, with the map in outline when it was seen before."""
    dress.put_on(dress.chosen_theme(settings.theme))
    return MainWindow(None, settings, outline=outline_for(file, MapCache()))


def furnish(window: MainWindow, file: Path | None = None) -> None:
    """Fill a frame in the background: import the parts, then put them in, then read the pack."""
    work = partial(import_parts, reference_of(file))
    window.tasks.start("parts", work, partial(_fill, window, file), _fail)


@dataclass(frozen=True, slots=True, eq=False)
class Parts:
    """What the background brings for the window: a study, and the map if it is kept."""

    study: "Study"
    map_data: "MapData | None"


def import_parts(reference: str, progress: Progress) -> Parts:
    """Import all that fills the window, read the sample and the kept map; on any thread."""
    for place, name in enumerate(PARTS):
        progress(place / len(PARTS), say("Opening"))
        import_module(name)
    from siteselect.project.file import sample_study
    from siteselect.ui.map.kept_data import kept_map

    data = kept_map(reference, MapCache()) if reference else None
    return Parts(sample_study(), data)


def _fill(window: MainWindow, file: Path | None, parts: object) -> None:
    from siteselect.project.recovery import recovery_folder
    from siteselect.redaction import hide
    from siteselect.ui.first_aid import private_names
    from siteselect.ui.single_instance import name_of_person
    from siteselect.ui.watch import Watch

    if not isinstance(parts, Parts):
        raise TypeError(f"The window was to be filled with a {type(parts).__name__}")
    try:
        window.furnish(parts.study)
    except Exception as fault:  # an empty frame would tell nothing
        _fail(fault)
        return
    hide(lambda: private_names(window.session.study, window.settings))
    window.watch = Watch(window.messages, window)
    window.watch.begin()
    if parts.map_data is not None:
        window.map.show_data(parts.map_data)
    if not window.desk.start(file, recovery_folder(), name_of_person()):
        window.begin()
        window.welcome.greet_newcomer()


def _fail(fault: Exception) -> None:
    """Let a fault of the program end it, as one on the main thread would."""
    logger.critical("The window could not be filled", exc_info=fault)
    sys.excepthook(type(fault), fault, fault.__traceback__)
    QApplication.exit(1)


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
    """Return the whole window on the shipped sample; nothing is read of the pack yet."""
    from siteselect.project.file import sample_study

    dress.put_on(dress.chosen_theme(settings.theme))
    return MainWindow(sample_study(), settings)


def has_screen(environment: dict[str, str] | os._Environ[str], platform: str) -> bool:
    """Return whether Qt can open a window here."""
    if not platform.startswith("linux") or environment.get("QT_QPA_PLATFORM"):
        return True
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))
