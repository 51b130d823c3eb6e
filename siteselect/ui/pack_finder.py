"""A study whose region is not here: says so, looks for it, and puts it under the study."""

import os
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from siteselect.errors import PackError, SiteSelectError
from siteselect.language import say
from siteselect.ui.messages import Messages
from siteselect.ui.panels.missing_pack import MissingPack
from siteselect.ui.session import Session
from siteselect.ui.settings import Settings
from siteselect.ui.widgets.state_bar import StateBar

STATE = "pack"


class PackFinder:
    """Shows a page in place of the work while the pack is missing, a line while it is damaged."""

    def __init__(
        self,
        session: Session,
        settings: Settings,
        messages: Messages,
        states: StateBar,
        window: QWidget,
    ) -> None:
        self._session = session
        self._settings = settings
        self._messages = messages
        self._states = states
        self._window = window
        self._work: QWidget | None = None
        self.page = MissingPack(self.look, self.use, window)
        lay_folders(settings)

    def renew(self) -> None:
        """Make the page anew, in the language spoken now."""
        self.page.hide()
        self.page.deleteLater()
        self.page = MissingPack(self.look, self.use, self._window)

    def stand_for(self, work: QWidget) -> None:
        """Name the widget that the page stands for."""
        self._work = work

    def failed(self, fault: Exception) -> None:
        """Tell a fault of the session; one of the pack with the ways out of it."""
        from siteselect.packs.catalogue import find_pack, installed_packs

        if not isinstance(fault, PackError):
            self._messages.fault(fault)
            return
        study = self._session.study
        try:
            find_pack(study.pack)
        except PackError:
            there = {each.manifest.reference: each.manifest.title for each in installed_packs()}
            self.page.tell(study, there, str(fault))
            self._swap(missing=True)
            return
        self._states.tell(STATE, str(fault), [(say("Look for another copy…"), self.look)])

    def found(self) -> None:
        """Show the work again: the pack is open."""
        self._states.clear(STATE)
        self._swap(missing=False)

    def look(self) -> None:
        """Ask for a pack and put it under the study, or say why it is not the one."""
        text, _ = QFileDialog.getOpenFileName(
            self._window,
            say("Look for {pack}", pack=self._session.study.pack),
            str(self._settings.folder),
            f"{say('Packs')} (pack.toml *.zip)",
        )
        if text:
            self.take(Path(text))

    def take(self, chosen: Path) -> None:
        """Take a pack that a person has found: a zip, or the pack.toml of a folder."""
        from siteselect.packs.manifest import NAME, read_manifest
        from siteselect.packs.store import open_store

        pack = chosen if chosen.suffix == ".zip" else chosen.parent
        wanted = self._session.study.pack
        try:
            manifest = read_manifest(open_store(pack).read(NAME), str(pack))
        except SiteSelectError as fault:
            self._messages.fault(fault)
            return
        self._settings.add_pack_folder(pack.absolute().parent)
        lay_folders(self._settings)
        if wanted in {manifest.reference, manifest.name}:
            self._session.retry()
            return
        self.failed(PackError(say("There is no pack called {wanted}.", wanted=wanted)))
        self._messages.fault(
            PackError(
                say(
                    "That is the pack {found}; the project was made with {wanted}. Use it instead, "
                    "or look on.",
                    found=manifest.reference,
                    wanted=wanted,
                )
            )
        )

    def use(self, reference: str) -> None:
        """Put another pack under the study; undo brings the old one back."""
        study = replace(self._session.study, pack=reference)
        self._session.edit(study, say("Use the region {pack}", pack=reference))
        self._session.retry()

    def _swap(self, *, missing: bool) -> None:
        self.page.setVisible(missing)
        if self._work is not None:
            self._work.setVisible(not missing)


def lay_folders(settings: Settings) -> None:
    """Let packs be looked for in the folders that this person has shown."""
    from siteselect.packs.catalogue import VARIABLE

    named = [each for each in os.environ.get(VARIABLE, "").split(os.pathsep) if each]
    more = [str(each) for each in settings.pack_folders if str(each) not in named]
    if more:
        os.environ[VARIABLE] = os.pathsep.join([*named, *more])
