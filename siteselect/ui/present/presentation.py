"""A presentation: which scene is on, what was tried over it, and how the study is left.

The study shown is never the study edited: scenes and weights tried before an audience are put in
sight without a step of history. On leaving the study is as it was, and what was tried waits as a
step that can be redone.
"""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from siteselect.errors import StudyError
from siteselect.language import say
from siteselect.model.scenario import Scenario
from siteselect.model.scene import Scene
from siteselect.ui.present.stage import Slide
from siteselect.ui.session import Session


class Presentation(QObject):
    """Goes through the scenes. `turned` is emitted with the `Slide` that is on now."""

    turned = Signal(object)

    def __init__(self, session: Session, scenes: tuple[Scene, ...], place: int = 0) -> None:
        super().__init__()
        if not scenes:
            raise StudyError(say("There is no scene to present: take one first."))
        self._session = session
        self._before, self._selection = session.study, session.selection
        self._scenes = scenes
        self.place = min(max(place, 0), len(scenes) - 1)
        self._tried: dict[str, Scenario] = {}
        self._moved = False

    @property
    def slide(self) -> Slide:
        """The scene that is on."""
        return Slide(self._scenes[self.place], self.place, len(self._scenes))

    @property
    def following(self) -> Scene | None:
        """The next scene; None at the end."""
        return self._scenes[self.place + 1] if self.place + 1 < len(self._scenes) else None

    @property
    def tried(self) -> bool:
        """Whether the weights on show are not those of the scene as saved."""
        return self._moved

    def go(self, place: int) -> bool:
        """Show one scene as saved; False when there is none at this place."""
        if not 0 <= place < len(self._scenes):
            return False
        self.place = place
        self._moved = False
        scene = self._scenes[place]
        self._session.show(self._before.at_scene(scene))
        known = {site.name for site in self._before.candidates}
        self._session.select(frozenset(scene.sites) & known)
        self.turned.emit(self.slide)
        return True

    def reset(self) -> None:
        """Show the scene as saved, and forget what was tried over it."""
        self._tried.pop(self.slide.scene.scenario, None)
        self.go(self.place)

    def weigh(self, key: str, weight: float) -> None:
        """Try another weight before the audience; the study keeps its own."""
        study = self._session.study.with_weight(key, weight)
        self._moved = True
        self._tried[study.active] = study.scenario
        self._session.show(study)

    def leave(self) -> str:
        """Leave the study as it was; return what is to be said of what was tried."""
        self._session.show(self._before)
        self._session.select(self._selection)
        scenarios = tuple(self._tried.get(each.name, each) for each in self._before.scenarios)
        edited = replace(self._before, scenarios=scenarios)
        if edited == self._before:
            return ""
        self._session.edit(edited, say("weights tried in the presentation"))
        self._session.history.undo()
        return say(
            "The study is as it was before the presentation. The weights tried in {names} wait "
            "under Redo.",
            names=", ".join(self._tried),
        )
