"""The five steps of the tour: which part of the window each points at, and what it says."""

from dataclasses import dataclass

from siteselect.language import later


@dataclass(frozen=True, slots=True)
class Step:
    """One stop: the key of the part, a title, two or three sentences."""

    part: str
    title: str
    words: str


STEPS: tuple[Step, ...] = (
    Step(
        "criteria",
        later("Say what matters"),
        later(
            "Pull a slider to let a criterion count for more or less: map, ranking and charts "
            "follow at once. The band on it shows how far you can go before another place leads."
        ),
    ),
    Step(
        "map",
        later("See where"),
        later(
            "Each pin bears its rank and the colour of its score. Click one to learn why it "
            "stands there. A file with places of your own can be dropped anywhere on the window."
        ),
    ),
    Step(
        "ranking",
        later("See why"),
        later(
            "Each bar is cut into what the place owes to every criterion. The sentence above "
            "says whether the first place is clear, and the card below where each figure is from."
        ),
    ),
    Step(
        "timeline",
        later("Choose the day"),
        later(
            "Laws, tariffs and exchange rates have dates. Drag along the line to see the ranking "
            "as it stands on another day."
        ),
    ),
    Step(
        "export",
        later("Hand it over"),
        later(
            "Export writes the list as a workbook with its formulas, a report to print, slides, "
            "a page or points for a map. Every number keeps its source."
        ),
    ),
)
