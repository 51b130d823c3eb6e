"""What every way of setting weights is: a page with shares, or a sentence why there are none."""

from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from siteselect.language import say
from siteselect.model.evaluation import Evaluation
from siteselect.ui.preview import judged_criteria


class WeightPage(QWidget):
    """One way; `changed` is emitted when a hand has judged something otherwise."""

    key: ClassVar[str] = ""
    title: ClassVar[str] = ""
    about: ClassVar[str] = ""
    """What is asked for, and who says so."""

    changed = Signal()

    def __init__(self, evaluation: Evaluation) -> None:
        super().__init__()
        self.evaluation = evaluation
        self.titles = judged_criteria(evaluation)
        """The criteria that can be weighed, by key."""
        told = QLabel(say(self.about))
        told.setObjectName("pale")
        told.setWordWrap(True)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(8)
        self.body.addWidget(told)

    def shares(self) -> dict[str, float]:
        """Return the weights that were judged, by key; StudyError when none can be."""
        raise TypeError(f"{type(self).__name__} does not say what it was told")
