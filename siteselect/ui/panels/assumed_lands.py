"""What is assumed of one land alone: taxes, duty, and which way its money goes."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QVBoxLayout, QWidget

from siteselect.language import say, say_name
from siteselect.model.figures import FIGURES, LAND_KEYS
from siteselect.ui.money_day import MoneyDay
from siteselect.ui.money_edits import MoneyEdits
from siteselect.ui.panels.figure_row import FigureRow
from siteselect.ui.theme import Theme


class AssumedLands(QWidget):
    """A land of the sites, and its figures; every change is asked of the session."""

    def __init__(self, edits: MoneyEdits, theme: Theme) -> None:
        super().__init__()
        self._edits = edits
        self._day: MoneyDay | None = None
        self.lands = QComboBox()
        self.lands.setAccessibleName(say("Land"))
        self.lands.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.lands.activated.connect(lambda _: self._show())
        about = QLabel(say("Of one land alone; it comes before what is assumed for all."))
        about.setObjectName("muted")
        about.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 0, 4, 8)
        column.setSpacing(4)
        column.addWidget(self.lands)
        column.addWidget(about)
        self.rows: dict[str, FigureRow] = {}
        for key in LAND_KEYS:
            info = FIGURES[key]
            row = FigureRow(
                say(info.title),
                info.unit,
                theme,
                least=info.least,
                most=info.most,
                about=say(info.about) if info.about else "",
            )
            row.edited.connect(lambda value, at, key=key: self._type(key, value, at))
            row.put_back.connect(lambda key=key: self._put_back(key))
            self.rows[key] = row
            column.addWidget(row)

    @property
    def land(self) -> str:
        """The code of the land on show."""
        code = self.lands.currentData()
        return code if isinstance(code, str) else ""

    def show_day(self, day: MoneyDay) -> None:
        """Show what was reckoned with; no signal follows."""
        self._day = day
        titles = day.pack.manifest.jurisdictions
        codes = list(dict.fromkeys(site.country for site in day.study.candidates))
        if codes != [self.lands.itemData(at) for at in range(self.lands.count())]:
            kept = self.land
            self.lands.clear()
            for code in codes:
                self.lands.addItem(say_name(titles[code].title) if code in titles else code, code)
            self.lands.setCurrentIndex(max(codes.index(kept) if kept in codes else 0, 0))
        self._show()

    def dress(self, theme: Theme) -> None:
        """Take on other colours."""
        for row in self.rows.values():
            row.dress(theme)

    def _show(self) -> None:
        day = self._day
        if day is None:
            return
        found = day.finance.reckoning
        countries = [site.country for site in found.sites.items]
        if self.land not in countries:
            return
        figures = found.terms.by_site[countries.index(self.land)]
        chosen = {key for land, key, _ in found.money.by_land if land == self.land}
        for key, row in self.rows.items():
            row.show_figure(figures[key].value, figures[key].source, chosen=key in chosen)

    def _type(self, key: str, value: float, gesture: int) -> None:
        if self.land:
            self._edits.land_figure(self.land, key, value, gesture)

    def _put_back(self, key: str) -> None:
        if self.land:
            self._edits.put_land_back(self.land, key)
