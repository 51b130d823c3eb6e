"""Numbers for gestures: all edits of one press, key run or wheel run are one step of undo."""

import itertools

_numbers = itertools.count(1)


def next_gesture() -> int:
    """Return a number that no gesture has borne before in this run of the program."""
    return next(_numbers)
