"""What the hover card tells of a cluster: how many sites, and which are the first of them."""

import math

import numpy as np

from siteselect.language import say, say_count
from siteselect.model.arrays import Ints
from siteselect.model.evaluation import Evaluation
from siteselect.ui.figures import points
from siteselect.ui.map.telling import Story

FIRST = 5
"""So many sites are told by name."""


def tell_cluster(evaluation: Evaluation, rows: Ints) -> Story:
    """Return the first sites of a cluster with rank and score, and how many there are."""
    ranks = evaluation.ranks[rows]
    order = rows[np.lexsort((rows, np.where(ranks > 0, ranks, np.iinfo(np.intp).max)))]
    lines = []
    for row in order[:FIRST].tolist():
        rank, score = int(evaluation.ranks[row]), float(evaluation.scores[row])
        name = evaluation.matrix.sites.items[row].name
        told = f"{name} · {points(score)}" if math.isfinite(score) else name
        lines.append((str(rank) if rank else "–", told))
    more = len(rows) - len(lines)
    notes = [say_count("and {count} more", "and {count} more", more)] if more > 0 else []
    title = say_count("{count} site", "{count} sites", len(rows))
    return Story(title, tuple(lines), (*notes, say("A click looks closer.")))


def plain(story: Story) -> str:
    """Return a story as one text to be read aloud."""
    lines = (f"{label}: {value}" for label, value in story.lines)
    return ". ".join((story.title, *lines, *story.notes))
