"""Lengths that a reader takes in at a glance: 1, 2 or 5 times a power of ten."""

import math

ROUND = (1.0, 2.0, 5.0)


def round_below(most: float) -> float:
    """Return the greatest of 1, 2, 5, 10, 20, 50 ... (and 0.5, 0.2, 0.1 ...) not above `most`.

    Parameters
    ----------
    most : float
        A positive length, in any unit.

    Returns
    -------
    float
        The round length, in the same unit.

    Examples
    --------
    >>> round_below(730.0), round_below(0.3), round_below(1000.0)
    (500.0, 0.2, 1000.0)
    """
    if not (math.isfinite(most) and most > 0):
        message = f"only a positive, finite length can be rounded, not {most}"
        raise ValueError(message)
    power = math.floor(math.log10(most))
    lengths = (step * 10.0**ten for ten in (power - 1, power, power + 1) for step in ROUND)
    return max(length for length in lengths if length <= most)
