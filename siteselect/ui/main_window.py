"""The window: makes the places, and wires values down and wishes up. It computes nothing."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QPoint, QRect
from PySide6.QtGui import (
    QAction,
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QKeySequence,
    QShortcut,
)
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from siteselect.language import say, say_name
from siteselect.ui import dress
from siteselect.ui.foyer import Foyer
from siteselect.ui.map.map_cache import MapCache
from siteselect.ui.settings import Settings
from siteselect.ui.tasks import Tasks
from siteselect.ui.widgets.focus_ring import FocusRing
from siteselect.ui.widgets.icons import program_icon

if TYPE_CHECKING:  # what fills the frame is imported by `furnish`, when the frame stands
    from siteselect.model.evaluation import Evaluation
    from siteselect.model.study import Study
    from siteselect.ui.ground import OpenGround
    from siteselect.ui.map.outline import Outline
    from siteselect.ui.panels.defaults import Defaults
    from siteselect.ui.panels.top_bar import TopBar
    from siteselect.ui.watch import Watch
    from siteselect.ui.widgets.display import Display

LAYOUT = 1
"""Raised when stored places no longer fit."""


class MainWindow(QMainWindow):
    """One window on one study. Without a study only its frame stands, until `furnish`."""

    top: "TopBar"

    def __init__(
        self,
        study: "Study | None",
        settings: Settings,
        open_pack: "OpenGround | None" = None,
        defaults: "Defaults | None" = None,
        outline: "Outline | None" = None,
    ) -> None:
        super().__init__()
        self.setWindowIcon(program_icon())
        self.setAcceptDrops(True)
        room = self.screen().availableSize()
        self.setMinimumSize(min(1000, room.width()), min(640, room.height()))
        self.resize(min(1440, room.width()), min(900, room.height()))
        self.settings = settings
        self._day: object = None
        self._outline = outline
        self._map_cache = MapCache()
        self.theme = dress.chosen_theme(settings.theme)
        self.tasks = Tasks(self)
        self.brush = Tasks(self, workers=1)
        self.furnished = False
        self.ring = FocusRing(lambda: self.theme, self)
        self.watch: Watch | None = None
        geometry: QByteArray | None = settings.place(f"window{LAYOUT}")
        if geometry is not None:
            self.restoreGeometry(geometry)
        if study is None:
            self.setWindowTitle("siteselect")
            self.setCentralWidget(Foyer(self.theme, outline, settings.map_room))
        else:
            self.furnish(study, open_pack, defaults)

    def furnish(
        self,
        study: "Study",
        open_pack: "OpenGround | None" = None,
        defaults: "Defaults | None" = None,
    ) -> None:
        """Fill the frame with its places, on a study."""
        from siteselect.ui.actions import name_step
        from siteselect.ui.comfort import Comfort
        from siteselect.ui.documents import Documents
        from siteselect.ui.first_aid import FirstAid
        from siteselect.ui.ground import open_ground
        from siteselect.ui.hand_over import HandOver
        from siteselect.ui.messages import MessageBar, Messages
        from siteselect.ui.panels.defaults import Defaults
        from siteselect.ui.project_desk import ProjectDesk
        from siteselect.ui.session import Session
        from siteselect.ui.welcome.door import WelcomeDoor
        from siteselect.ui.whats_this import WhatsThis

        settings = self.settings
        self.bar = MessageBar(self)
        self.messages = Messages(self.bar, self)
        opening = open_pack or open_ground
        self.session = Session(study, self.tasks, self._told_fault, opening, self)
        self.documents = Documents(self.session, settings, self.messages, self, self._show_title)
        self.hand_over = HandOver(
            self.session, self.tasks, settings, self.messages, self, lambda: self._day
        )
        take_in = self.hand_over.take_in
        self.desk = ProjectDesk(
            self.session, self.documents, self.tasks, settings, self.messages, take_in, self
        )
        self.hand_over.take_layer = self.desk.layers.take_in
        self.hand_over.take_backdrop = self.desk.backdrops.open_file
        self.hand_over.beneath = lambda: self.desk.backdrops.backdrop
        self.comfort = Comfort(settings, self.messages, self)
        self.first_aid = FirstAid(self.tasks, settings, self.messages, self)
        self.welcome = WelcomeDoor(self, self)
        self.whats_this = WhatsThis(self.messages, self)
        self.defaults = defaults or Defaults()
        history = self.session.history
        history.undoTextChanged.connect(lambda text: name_step(self.actions_by_key["undo"], text))
        history.redoTextChanged.connect(lambda text: name_step(self.actions_by_key["redo"], text))
        self.actions_by_key: dict[str, QAction] = {}
        self.build()
        self.furnished = True

    def build(self) -> None:
        """Make all that is in sight, on the study at hand."""
        from siteselect.ui.bookmark_desk import BookmarkDesk
        from siteselect.ui.conclusions import Conclusions
        from siteselect.ui.empty_places import EmptyPlaces
        from siteselect.ui.going import Going
        from siteselect.ui.help_pages import HelpPages
        from siteselect.ui.judging import Judging
        from siteselect.ui.law_desk import LawDesk
        from siteselect.ui.notation_desk import NotationDesk
        from siteselect.ui.price_desk import PriceDesk

        self.judging = Judging(self.session, self.messages.fault, self)
        self.law = LawDesk(self.session, self)
        self.prices = PriceDesk(self.session, self.settings)
        self.conclusions = Conclusions(self.session, self.tasks, self.messages.fault)
        self.help = HelpPages(self.session, self.actions_by_key, self.settings, self)
        self._make_places(self.defaults)
        self.notations = NotationDesk(self.settings, self.map, self.status.position)
        self.bookmarks = BookmarkDesk(self.session, self.map, self.messages, self)
        self._make_menus()
        self.going = Going(self.session, self.map, self.top.search)
        self.bookmarks.offer(self.top.search)
        self._lay_out()
        self._wire()
        self.empty_places = EmptyPlaces(self, self.map)
        self._restore()
        self.map.setFocus()
        self.welcome.renewed()

    def begin(self) -> None:
        """Start reading the pack; the window stands already."""
        self.session.begin()

    def set_theme(self, name: str) -> None:
        """Put on a look, and remember it."""
        self.settings.theme = name
        self.theme = dress.chosen_theme(name)
        dress.put_on(self.theme)
        for display in self.displays:
            display.apply_theme(self.theme)
        panels = (self.criteria, self.timeline, self.top, self.workplaces)
        for panel in (*panels, self.scenes, self.finding):
            panel.apply_theme(self.theme)
        self.comfort.mark(self.actions_by_key)

    # making

    def _make_places(self, defaults: "Defaults") -> None:
        from siteselect.ui.finding.door import FIND, FindDoor
        from siteselect.ui.map.map_view import MapView
        from siteselect.ui.panels.chart_row import ChartRow
        from siteselect.ui.panels.criteria import CriteriaPanel
        from siteselect.ui.panels.status_line import StatusLine
        from siteselect.ui.panels.timeline import Timeline
        from siteselect.ui.places import Places
        from siteselect.ui.present.door import SceneDoor
        from siteselect.ui.ranking_table import RankingTable
        from siteselect.ui.ring_desk import RingDesk
        from siteselect.ui.site_card import SiteCard
        from siteselect.ui.site_menu import SiteMenu
        from siteselect.ui.widgets.waiting import Waiting
        from siteselect.ui.workplaces import SCENES, Workplaces

        theme = self.theme
        self.map = MapView(theme, outline=self._outline, tasks=self.brush)
        self._waiting = Waiting(say("Reading the region…"), self.map)
        self.ranking = RankingTable(theme)
        self.card = SiteCard(theme)
        self.charts = ChartRow(theme)
        self.criteria = CriteriaPanel(self.session, theme, defaults)
        self.timeline = Timeline(self.session, theme)
        self.status = StatusLine(self.session)
        self.displays: tuple[MapView | Display | ChartRow, ...] = (
            self.map,
            self.ranking,
            self.card,
            self.charts,
        )
        self.places = Places(
            self.criteria, self.map, self.timeline, self.ranking, self.card, self.charts
        )
        self.rings = RingDesk(self.map)
        self.site_menu = SiteMenu(self.session, self.map.zoom_to, self.rings)
        self.workplaces = Workplaces(
            self.places, self.session, self.tasks, self.settings, self.messages, theme
        )
        self.scenes = SceneDoor(self, self, self.settings, lambda: self._day)
        self.workplaces.offer(SCENES, self.scenes.place)
        self.finding = FindDoor(self.session, self.tasks, self.brush, theme, self.messages.fault)
        self.workplaces.offer(FIND, self.finding.place)
        self.workplaces.turned.connect(self.finding.turned)
        self.hand_over.surface = self.finding.surface

    def _make_menus(self) -> None:
        from siteselect.ui.actions import make_actions, make_menu, shortcuts_of
        from siteselect.ui.commands import follow_history, menus_after, window_wishes
        from siteselect.ui.menus import export_menu
        from siteselect.ui.panels.top_bar import TopBar
        from siteselect.ui.whats_this import explain_commands

        self.actions_by_key.update(make_actions(self, window_wishes(self, self)))
        shortcuts_of(self.actions_by_key, self.settings).apply()
        explain_commands(self.actions_by_key)
        follow_history(self)
        menu = make_menu(self.actions_by_key, menus_after(self, self), self)
        export = export_menu(self.hand_over.export, self, self.hand_over.forms)
        self.top = TopBar(self.session, self.theme, self.actions_by_key, menu, export)

    def _lay_out(self) -> None:
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top)
        column.addWidget(self.documents.states)
        column.addWidget(self.workplaces, 1)
        column.addWidget(self.desk.packs.page, 1)
        column.addWidget(self.status)
        self.setCentralWidget(middle)

    def _wire(self) -> None:
        from siteselect.ui.map_desk import MapDesk
        from siteselect.ui.palette import palette

        session = self.session
        for display in self.displays:
            session.changed.connect(display.display)
            session.selected.connect(display.show_selection)
            display.selected.connect(session.select)
        for show in (self.criteria.display, self.timeline.display, self.status.display):
            session.changed.connect(show)
        for shown in (self.ranking, self.card, self.charts):
            session.concluded.connect(shown.display_conclusion)
        session.changed.connect(self._display)
        session.history.indexChanged.connect(self.ranking.mark)
        panels = (self.criteria, self.timeline, self.status)
        for hear in (*(panel.conclude for panel in panels), self.conclude):
            session.concluded.connect(hear)
        self.criteria.wished.connect(self.judging.wish)
        self.top.chips.compared.connect(self.judging.compare)
        self.site_menu.attach(self.ranking.view)
        self.site_menu.attach(self.map, self.map.site_under)
        tasks = self.tasks
        self.map_desk = MapDesk(session, self.map, lambda: "matrix" in tasks.running, self.rings)
        self.map.position.connect(self.status.show_position)
        self.tasks.progressed.connect(self.status.show_progress)
        self.status.stop_wanted.connect(self.tasks.stop)
        self.workplaces.turned.connect(self._turned)
        for place in (self.timeline, self.workplaces):
            place.conflicts_wanted.connect(self.law.show_conflicts)
        QShortcut(QKeySequence("F10"), self, self.top.menu_button.showMenu)
        known = self.actions_by_key.values()
        self.top.search.offer("command", partial(palette, known, self.comfort, self))

    # values come down

    def conclude(self, value: object) -> None:
        """Give the map a pack or a day."""
        from siteselect.economics.price_unit import PricesTold
        from siteselect.model.region_day import RegionDay
        from siteselect.ui.ground import Ground
        from siteselect.ui.map.kept_data import map_of

        if isinstance(value, Ground):
            self.desk.ground_came()
            self.tasks.start(
                "map",
                lambda _: map_of(value.pack, self._map_cache),
                self._show_map,
                self.messages.fault,
            )
            self.going.offer_places(value)
            return
        if isinstance(value, RegionDay):
            self._day = value
            self.map.display_regions(value)
        if isinstance(value, PricesTold):
            self.map.tell_prices(value)

    def _show_map(self, data: object) -> None:
        from siteselect.ui.map.map_data import MapData

        if isinstance(data, MapData):
            self.map.show_data(data)
            self._waiting.ended()
            self.desk.map_shown()
            self.scenes.show_data(data)
            self.finding.show_data(data)

    def _display(self, evaluation: "Evaluation") -> None:
        self.messages.mended()
        self.top.chips.show_study(self.session.study)
        self._show_title()
        self.going.offer_sites(evaluation)

    def _show_title(self) -> None:
        documents = self.documents
        self.setWindowTitle(f"{say_name(documents.title)}[*] — siteselect")
        self.setWindowModified(documents.modified)
        self.top.show_title(documents.title, documents.state)

    # wishes go up

    def _turned(self, name: str) -> None:
        from siteselect.ui.workplaces import WORKPLACES

        self.top.workplaces.show_place(name)
        for each in WORKPLACES:
            self.actions_by_key[each].setChecked(each == name)

    def reset_layout(self) -> None:
        """Let the places lie as in a new window."""
        self.settings.forget_places()
        self._restore_places()

    def _restore_places(self) -> None:
        self.places.restore(self.settings)
        self.ranking.columns.restore(self.settings.columns)
        for name in self.places.parts:
            self.actions_by_key[f"show_{name}"].setChecked(self.places.shows(name))

    def _told_fault(self, fault: Exception) -> None:
        self.desk.packs.failed(fault)

    def _restore(self) -> None:
        self._restore_places()
        self.desk.look_after(self.map, self.workplaces, (self.scenes, self.finding))
        self.actions_by_key["reopen_last"].setChecked(self.settings.reopens)
        self.workplaces.go(self.settings.workplace)
        self.comfort.mark(self.actions_by_key)
        self._show_title()

    def keep_places(self) -> None:
        """Remember how the places lie."""
        self.places.keep(self.settings)
        self.settings.columns = self.ranking.columns.state()
        corner = self.map.mapTo(self, QPoint(0, 0))
        self.settings.map_room = QRect(corner, self.map.size())

    # what the system asks

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go on to another control, in a ring that shows which."""
        self.ring.walked()
        return super().focusNextPrevChild(forward)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files; what cannot be read is refused with a reason when dropped."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open a dropped project, take in a dropped table."""
        if self.furnished:
            self.welcome.leave()
            self.hand_over.dropped(event.mimeData().urls(), self.documents.open)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask about unsaved changes, keep the places, end the tasks."""
        if self.furnished and not self.documents.may_leave():
            event.ignore()
            return
        self.settings.keep_place(f"window{LAYOUT}", self.saveGeometry())
        if self.furnished:
            self.desk.close()
            self.keep_places()
        self.tasks.close()
        self.brush.close()
        event.accept()
