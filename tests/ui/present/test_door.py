def test_nothing_is_made_before_it_is_wanted(make_window):
    window = make_window()
    assert not window.scenes.opened
    assert set(window.scenes.wishes()) == {"present", "present_here", "take_scene"}
    window.set_theme("dark")
    assert not window.scenes.opened
    desk = window.scenes.desk
    assert window.scenes.opened
    assert window.scenes.desk is desk
    window.actions_by_key["scenes"].trigger()
    assert window.workplaces.currentWidget() is desk.place
    window.set_theme("light")
    assert not desk.theme.dark
    assert window.hand_over.write_deck == window.scenes.write_deck
