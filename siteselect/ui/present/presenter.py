"""Presenting: windows on the right screens, wishes carried out, and everything put back after."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QImage, QScreen

from siteselect.language import say, say_name
from siteselect.model.evaluation import Evaluation
from siteselect.model.region_day import RegionDay
from siteselect.model.scene import Scene
from siteselect.ui.map.map_data import MapData
from siteselect.ui.present.audience import Audience
from siteselect.ui.present.keys import Wish
from siteselect.ui.present.photographer import SIZE, Photographer
from siteselect.ui.present.presentation import Presentation
from siteselect.ui.present.speaker import HINT, SpeakerView
from siteselect.ui.present.stage import Slide
from siteselect.ui.session import Session
from siteselect.ui.theme import DARK, LIGHT, Theme

PATIENCE_MS = 1500
"""A scene whose ranking does not come by then is shown without it."""
MIRROR_MS = 400
"""The speaker's picture of the stage follows at most so often."""


class Presenter(QObject):
    """One presentation from its start to its end.

    `ended` is emitted when it is over, with what is to be said in the window (perhaps nothing).
    """

    ended = Signal(str)
    flying = Signal(bool)
    """When a flight begins, and when it has ended: what can wait should."""

    def __init__(
        self, session: Session, theme: Theme, photographer: Photographer, *, motion: bool
    ) -> None:
        super().__init__()
        self._session, self._photographer = session, photographer
        self.motion = motion
        self.theme = theme
        self.audience = Audience(theme)
        self.speaker: SpeakerView | None = None
        self.presentation: Presentation | None = None
        self._wanted: Slide | None = None
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self._arrive)
        self._mirror = QTimer(self, singleShot=True, interval=MIRROR_MS)
        self._mirror.timeout.connect(self._reflect)
        self.flying.connect(photographer.hold)
        self.audience.wished.connect(self.wish)
        self.audience.left.connect(self.leave)
        self.audience.stage.weighed.connect(self._weigh)
        self.audience.stage.landed.connect(self._mirror.start)
        self.audience.stage.landed.connect(lambda: self.flying.emit(False))

    def start(
        self,
        scenes: tuple[Scene, ...],
        place: int,
        data: MapData | None,
        known: tuple[object, ...],
        screens: tuple[QScreen, QScreen | None] | None = None,
    ) -> None:
        """Open the windows and show a scene; `known` are the day and conclusions told before."""
        self.presentation = Presentation(self._session, scenes, place)
        self.presentation.turned.connect(self._turn)
        stage = self.audience.stage
        if data is not None:
            stage.show_data(data)
        for each in known:
            self._hear(each)
        stage.show_selection(self._session.selection)
        if self._session.evaluation is not None:
            stage.display(self._session.evaluation)
        for signal, slot in (
            (self._session.changed, self._display),
            (self._session.concluded, self._hear),
            (self._session.selected, stage.show_selection),
            (self._photographer.taken, self._show_next),
        ):
            signal.connect(slot)
        first, second = screens or screens_for(QGuiApplication.primaryScreen())
        self._open_windows(first, second)
        self.presentation.go(place)
        for scene in scenes:  # reckoned beforehand, so that no flight waits for it
            self._photographer.picture(scene)
        if second is None:
            self.audience.tell(say(HINT))

    def leave(self) -> None:
        """Close the windows and leave the study as it was."""
        presentation, self.presentation = self.presentation, None
        if presentation is None:
            return
        stage = self.audience.stage
        for signal, slot in (
            (self._session.changed, self._display),
            (self._session.concluded, self._hear),
            (self._session.selected, stage.show_selection),
            (self._photographer.taken, self._show_next),
        ):
            signal.disconnect(slot)
        stage.map.settle()
        self.flying.emit(False)
        told = presentation.leave()
        self.ended.emit(told)  # the window stands again before these are closed
        for window in (self.speaker, self.audience):
            if window is not None:
                window.close()
                window.deleteLater()
        self.speaker = None
        self._mirror.stop()
        self._patience.stop()

    def tell(self, line: str) -> None:
        """Say something without a dialog: to the speaker alone where they have a screen."""
        if self.speaker is not None:
            self.speaker.tell(line)
        else:
            self.audience.tell(line)

    def wish(self, wish: Wish, number: int = -1) -> None:
        """Carry out what a key or a click asks for."""
        presentation = self.presentation
        if presentation is None:
            return
        stage = self.audience.stage
        if stage.blank and wish not in {Wish.BLACK, Wish.LEAVE}:
            stage.black_out(False)
        last = presentation.slide.count - 1
        steps: dict[Wish, Callable[[], object]] = {
            Wish.NEXT: lambda: self._go(presentation.place + 1),
            Wish.BACK: lambda: self._go(presentation.place - 1),
            Wish.FIRST: lambda: self._go(0),
            Wish.LAST: lambda: self._go(last),
            Wish.GO: lambda: self._go(number),
            Wish.WEIGHTS: lambda: stage.open_weights(not stage.weights_open),
            Wish.RESET: presentation.reset,
            Wish.PEN: lambda: self.audience.take_tool(Wish.PEN),
            Wish.LASER: lambda: self.audience.take_tool(Wish.LASER),
            Wish.ERASE: stage.ink.erase,
            Wish.BLACK: lambda: stage.black_out(not stage.blank),
            Wish.LOOK: self._switch_look,
            Wish.MOTION: self._switch_motion,
            Wish.KEYS: lambda: self.tell(say(HINT)),
            Wish.LEAVE: self._step_out,
        }
        steps[wish]()
        self._mirror.start()

    def _go(self, place: int) -> None:
        """Show a scene; where there is none, say so quietly."""
        if self.presentation is None or self.presentation.go(place):
            return
        count = self.presentation.slide.count
        if place == count:
            self.tell(say("This is the last scene."))
        elif place == -1:
            self.tell(say("This is the first scene."))
        else:
            self.tell(say("There is no scene {place}; there are {count}.", place=place + 1,
                          count=count))  # fmt: skip

    # values come down

    def _display(self, value: object) -> None:
        if isinstance(value, Evaluation):
            self.audience.stage.display(value)
            if self._wanted is not None and self._ranked(self._wanted):
                self._arrive()
            self._mirror.start()

    def _hear(self, value: object) -> None:
        if isinstance(value, RegionDay):
            self.audience.stage.display_regions(value)
        else:
            self.audience.stage.display_conclusion(value)
        self._mirror.start()

    def _turn(self, slide: Slide) -> None:
        """Wait for the ranking of the scene's day, then go there: a headline never stands alone."""
        self._wanted = slide
        self.audience.stage.tell("")
        self._show_words(slide)
        if self._ranked(slide):
            self._arrive()
        else:
            self._patience.start()

    def _ranked(self, slide: Slide) -> bool:
        """Return whether the ranking on show is that of a scene as it now stands."""
        evaluation, study = self.audience.stage.evaluation, self._session.study
        return evaluation is not None and (
            evaluation.matrix.as_of == slide.scene.as_of and evaluation.scenario == study.scenario
        )

    def _arrive(self) -> None:
        """Show the scene that was waited for."""
        slide, self._wanted = self._wanted, None
        self._patience.stop()
        if slide is None:
            return
        stage = self.audience.stage
        stage.ink.erase()
        stage.tried = False
        stage.show_slide(slide, smooth=self.motion)
        if stage.map.flying:
            self.flying.emit(True)

    def _show_words(self, slide: Slide) -> None:
        if self.speaker is not None and self.presentation is not None:
            self.speaker.tell("")
            following = self.presentation.following
            self.speaker.show_slide(slide, following)
            held = self._photographer.picture(following) if following is not None else None
            self.speaker.next.show_image(held, say_name(following.headline) if following else "")
        self._mirror.start()

    def _weigh(self, key: str, weight: float, gesture: int) -> None:
        del gesture
        if self.presentation is not None:
            self.presentation.weigh(key, weight)
            self.audience.stage.tried = True

    # windows

    def _open_windows(self, first: QScreen, second: QScreen | None) -> None:
        shown_on = second or first
        if second is not None:
            self.speaker = SpeakerView(self.theme, self.audience.press_key, self.leave)
            self.speaker.setGeometry(first.geometry())
            self.speaker.showFullScreen()
        self.audience.setScreen(shown_on)
        self.audience.setGeometry(shown_on.geometry())
        self.audience.showFullScreen()
        self.audience.raise_()
        self.audience.activateWindow()
        self.audience.stage.setFocus()

    def _step_out(self) -> None:
        """Close the weights if they are open, else leave."""
        if self.audience.stage.weights_open:
            self.audience.stage.open_weights(False)
            self.audience.stage.setFocus()
        else:
            self.leave()

    def _switch_look(self) -> None:
        self.theme = LIGHT if self.theme.dark else DARK
        self.audience.stage.apply_theme(self.theme)

    def _switch_motion(self) -> None:
        self.motion = not self.motion
        self.tell(say("Flights between views are on.") if self.motion
                  else say("Flights between views are off."))  # fmt: skip

    def _reflect(self) -> None:
        """Show the speaker what the audience sees; a flight is not disturbed."""
        if self.speaker is not None and not self.audience.stage.map.flying:
            self.speaker.now.show_image(self.audience.stage.picture(SIZE))

    def _show_next(self, scene: object, image: QImage) -> None:
        following = self.presentation.following if self.presentation is not None else None
        if self.speaker is not None and scene == following:
            self.speaker.next.show_image(image)


def screens_for(first: QScreen) -> tuple[QScreen, QScreen | None]:
    """Return the speaker's screen and the audience's; None where there is but one."""
    others = [each for each in QGuiApplication.screens() if each is not first]
    return first, others[0] if others else None
