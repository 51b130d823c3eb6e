"""The figures of one group that are assumed, one row each."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from siteselect.language import say
from siteselect.model.figures import FIGURES
from siteselect.ui.money_day import MoneyDay
from siteselect.ui.money_edits import MoneyEdits
from siteselect.ui.panels.figure_row import FigureRow
from siteselect.ui.theme import Theme


class AssumedFigures(QWidget):
    """All figures of a group; every change is asked of the session."""

    def __init__(self, group: str, edits: MoneyEdits, theme: Theme) -> None:
        super().__init__()
        self.rows: dict[str, FigureRow] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(22, 0, 4, 8)
        self._column.setSpacing(4)
        for key, info in FIGURES.items():
            if info.group != group:
                continue
            row = FigureRow(
                say(info.title),
                info.unit,
                theme,
                least=info.least,
                most=info.most,
                about=say(info.about) if info.about else "",
            )
            row.edited.connect(lambda value, at, key=key: edits.figure(key, value, at))
            row.put_back.connect(lambda key=key: edits.put_back(key))
            self.rows[key] = row
            self._column.addWidget(row)

    def show_day(self, day: MoneyDay) -> None:
        """Show what was reckoned with; no signal follows."""
        for each in day.finance.assumptions():
            if each.key in self.rows:
                figure = each.figure
                self.rows[each.key].show_figure(figure.value, figure.source, chosen=each.chosen)

    def dress(self, theme: Theme) -> None:
        """Take on other colours."""
        for row in self.rows.values():
            row.dress(theme)
