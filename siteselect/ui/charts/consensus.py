"""Do the methods agree: the places of the sites by each method, and Kendall's W."""

from PySide6.QtWidgets import QWidget

from siteselect.language import later, say, say_name
from siteselect.mcda.consensus import Consensus
from siteselect.mcda.methods import METHODS
from siteselect.ui import figures
from siteselect.ui.charts.rank_chart import RankChart
from siteselect.ui.charts.rank_lines import Lines
from siteselect.ui.theme import Theme

TOP = 3
SHORT = {
    "weighted_sum": later("Sum"),
    "weighted_product": later("Product"),
    "owa": "OWA",
    "topsis": "TOPSIS",
    "vikor": "VIKOR",
    "promethee": "PROMETHEE",
}
"""Names that fit above a column; any other method bears its whole title."""
AGREE, LARGELY = 0.9, 0.7
"""From so great a W on the methods agree, or largely do."""


class ConsensusChart(RankChart):
    """A bump chart over all methods."""

    key = "consensus"
    question = later("Do the methods agree?")
    wants = (Consensus,)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, say("Not ranked by other methods yet"), parent)
        self._made: tuple[Consensus, Lines] | None = None

    def tell(self) -> None:
        """Show the places; as stale when they belong to an earlier evaluation."""
        held = self.concluded(Consensus, stale=True)
        if held is None:
            return
        if self._made is None or self._made[0] is not held:
            self._made = (held, lines_of(held))
        stale = self.concluded(Consensus) is None
        self.lines.show_lines(self._made[1], frozenset() if stale else self.picked(), stale=stale)
        words = say("Ranking by each method…") if stale else finding(held)
        self.write(words)


def lines_of(held: Consensus) -> Lines:
    """Return the rankings of a consensus as lines, the method at work first."""
    names = held.evaluation.matrix.sites.names
    own = held.evaluation.scenario.method
    order = sorted(range(len(held.methods)), key=lambda place: held.methods[place] != own)
    keys = [held.methods[place] for place in order]
    methods = [METHODS[key] for key in keys]
    return Lines(
        columns=tuple(say(SHORT.get(key, METHODS[key].title)) for key in keys),
        own=keys.index(own) if own in keys else -1,
        ranks=held.ranks[order],
        rows=held.rows,
        names=tuple(say_name(names[row]) for row in held.rows),
        about=lambda column: f"{methods[column].title}\n{methods[column].reference}",
    )


def finding(held: Consensus) -> str:
    """Return how far the methods agree, and in how many the leader leads."""
    if not len(held.rows):
        return say("No site passes the gates")
    w = held.agreement
    if w >= AGREE:
        said = say("They agree")
    else:
        said = say("They largely agree") if w >= LARGELY else say("They differ")
    leader = held.evaluation.matrix.sites.names[held.rows[0]]
    first = int((held.ranks[:, 0] == 1).sum())
    count = len(held.methods)
    words = say(
        "{said} (Kendall's W {w}); {leader} leads in {first} of {count}",
        said=said,
        w=figures.number(w, 2),
        leader=leader,
        first=first,
        count=count,
    )
    top = int(held.in_top(TOP)[0])
    return (
        words
        if first == count
        else say("{words}, in the first {places} of {count}", words=words, places=TOP, count=top)
    )
