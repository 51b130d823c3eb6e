"""On each slider of a weight the band within which the leader stays."""

from collections.abc import Mapping
from typing import Protocol

from siteselect.mcda.sensitivity import WeightStability
from siteselect.model.evaluation import Evaluation
from siteselect.ui.firm_words import band_words
from siteselect.ui.widgets.tips import tip
from siteselect.ui.widgets.weight_slider import WeightSlider


class HasSlider(Protocol):
    """A row with the slider of one weight."""

    slider: WeightSlider


class Bands:
    """Shows stability on the sliders of a panel, and as stale while it is not known anew."""

    def __init__(self, rows: Mapping[str, HasSlider]) -> None:
        self._rows = rows
        self._stability: WeightStability | None = None

    def follow(self, evaluation: Evaluation, rows: Mapping[str, HasSlider]) -> None:
        """Let bands that belong to an earlier evaluation fade; the one in the hand holds still."""
        self._rows = rows
        if self._stability is not None and self._stability.evaluation is not evaluation:
            self._stability = None
            for row in rows.values():
                if not row.slider.isSliderDown():
                    row.slider.fade_band()

    def show(self, stability: WeightStability, evaluation: Evaluation | None) -> None:
        """Show the bands of this evaluation; those of another are dropped."""
        if stability.evaluation is not evaluation:
            return
        self._stability = stability
        for interval in stability.intervals:
            row = self._rows.get(interval.key)
            if row is not None:
                row.slider.show_band(interval.weight_low, interval.weight_high)
                row.slider.setToolTip(tip(band_words(interval)))
