"""What the pictures of a report are called, and how each is to be read."""

from siteselect.export.report import Picture
from siteselect.language import later, say

WORDS: dict[str, tuple[str, str]] = {
    "map": (
        later("Where are the sites?"),
        later(
            "Pins bear the rank and the colour of the score. Regions are tinted by the power "
            "price of the day and hatched where it is unknown or where mining is unlawful."
        ),
    ),
    "contributions": (
        later("What earns each score?"),
        later(
            "Each bar is cut into what the groups of criteria contribute. The thin line is the "
            "interval in which the score must lie; an open end is a value that nobody knows."
        ),
    ),
    "acceptability": (
        later("How firm is the ranking?"),
        later(
            "In which part of many evenly drawn sets of weights each site takes the first "
            "places: the longer the dark part, the less rests on the weights chosen."
        ),
    ),
    "tornado": (
        later("What moves the winner?"),
        later(
            "How far the leader's score moves when one weight or one value moves alone; the "
            "longest bar is the question to settle first."
        ),
    ),
    "price_stack": (
        later("What does power cost?"),
        later("The parts of the all-in power price of each site on the day."),
    ),
    "slope": (
        later("Who is first under which view?"),
        later("The places of the sites in each scenario of the study, side by side."),
    ),
    "consensus": (
        later("Do the methods agree?"),
        later("The places of the sites by each method, on the same facts and weights."),
    ),
    "trade_off": (
        later("What is traded off?"),
        later("Two facts of every site; the dashed line joins the sites that none beats in both."),
    ),
    "value_paths": (
        later("Where do the first sites differ?"),
        later("The values of the first sites, criterion by criterion."),
    ),
    "score_spread": (
        later("How are the scores spread?"),
        later("Every site by its score."),
    ),
    "ranking": (later("The ranking"), later("Every site with its place, score and verdict.")),
    "card": (later("The leader in short"), later("What is known of the first site.")),
}
"""By key: title and caption."""
IN_REPORT = ("map", "contributions", "acceptability", "tornado", "price_stack", "consensus")
"""The pictures that a report to be read shows."""


def worded(key: str, svg: str = "") -> Picture:
    """Return a picture with its words in the language spoken; KeyError for an unknown one."""
    title, caption = WORDS[key]
    return Picture(key, say(title), say(caption), svg)
