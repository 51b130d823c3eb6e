"""Keys of a presentation: what each asks for, and numbers that are typed before Enter."""

from enum import Enum

from PySide6.QtCore import Qt

Key = Qt.Key
DIGITS = (Key.Key_0, Key.Key_1, Key.Key_2, Key.Key_3, Key.Key_4, Key.Key_5, Key.Key_6, Key.Key_7,
          Key.Key_8, Key.Key_9)  # fmt: skip


class Wish(Enum):
    """What a speaker may ask for."""

    NEXT = "next"
    BACK = "back"
    FIRST = "first"
    LAST = "last"
    GO = "go"
    WEIGHTS = "weights"
    RESET = "reset"
    PEN = "pen"
    LASER = "laser"
    ERASE = "erase"
    BLACK = "black"
    LOOK = "look"
    MOTION = "motion"
    KEYS = "keys"
    LEAVE = "leave"


WISHES: dict[Qt.Key, Wish] = {
    Key.Key_Right: Wish.NEXT,
    Key.Key_Down: Wish.NEXT,
    Key.Key_PageDown: Wish.NEXT,
    Key.Key_Space: Wish.NEXT,
    Key.Key_N: Wish.NEXT,
    Key.Key_Left: Wish.BACK,
    Key.Key_Up: Wish.BACK,
    Key.Key_PageUp: Wish.BACK,
    Key.Key_Backspace: Wish.BACK,
    Key.Key_Home: Wish.FIRST,
    Key.Key_End: Wish.LAST,
    Key.Key_W: Wish.WEIGHTS,
    Key.Key_R: Wish.RESET,
    Key.Key_P: Wish.PEN,
    Key.Key_L: Wish.LASER,
    Key.Key_E: Wish.ERASE,
    Key.Key_B: Wish.BLACK,
    Key.Key_Period: Wish.BLACK,
    Key.Key_D: Wish.LOOK,
    Key.Key_M: Wish.MOTION,
    Key.Key_F1: Wish.KEYS,
    Key.Key_Question: Wish.KEYS,
    Key.Key_Escape: Wish.LEAVE,
}
OF_A_SLIDER = frozenset({Key.Key_Left, Key.Key_Right, Key.Key_Up, Key.Key_Down, Key.Key_Home,
                         Key.Key_End, Key.Key_PageUp, Key.Key_PageDown})  # fmt: skip
"""Keys that move a weight while the hand is on its slider."""


class Typing:
    """Turns keys into wishes; digits wait for Enter, anything else forgets them."""

    def __init__(self) -> None:
        self.number = ""

    def wish(self, key: Qt.Key) -> Wish | None:
        """Return what a key asks for; None while a number is typed, and for keys without sense."""
        if key in DIGITS:
            self.number = (self.number + str(DIGITS.index(key)))[-4:]
            return None
        if key in {Key.Key_Return, Key.Key_Enter}:
            return Wish.GO if self.number else Wish.NEXT
        self.number = ""
        return WISHES.get(key)

    def take_place(self) -> int:
        """Return the place that was typed, 0 the first, and forget it."""
        place = int(self.number or "1") - 1
        self.number = ""
        return place
