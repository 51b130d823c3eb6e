"""Whether pictures may move by themselves: a glide of the map, a flight, a fade."""


class _Chosen:
    """What the person chose for the whole program."""

    moves = True


def moves() -> bool:
    """Return whether something may glide to its place; without it, it stands there at once."""
    return _Chosen.moves


def let_move(wanted: bool) -> None:
    """Let pictures move from now on, or let them stand still."""
    _Chosen.moves = wanted
