from PySide6.QtCore import Qt

from siteselect.ui.present.keys import Typing, Wish

Key = Qt.Key


def test_keys_mean_what_a_clicker_sends():
    typing = Typing()
    for key in (Key.Key_Right, Key.Key_PageDown, Key.Key_Space, Key.Key_Return):
        assert typing.wish(key) is Wish.NEXT
    for key in (Key.Key_Left, Key.Key_PageUp):
        assert typing.wish(key) is Wish.BACK
    assert typing.wish(Key.Key_B) is typing.wish(Key.Key_Period) is Wish.BLACK
    assert typing.wish(Key.Key_Escape) is Wish.LEAVE
    assert typing.wish(Key.Key_F12) is None


def test_a_number_waits_for_enter_and_is_forgotten_by_anything_else():
    typing = Typing()
    assert typing.wish(Key.Key_1) is None
    assert typing.wish(Key.Key_2) is None
    assert typing.wish(Key.Key_Enter) is Wish.GO
    assert typing.take_place() == 11
    assert typing.wish(Key.Key_3) is None
    assert typing.wish(Key.Key_W) is Wish.WEIGHTS
    assert typing.wish(Key.Key_Enter) is Wish.NEXT
