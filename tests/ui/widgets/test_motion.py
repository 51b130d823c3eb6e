from siteselect.ui.widgets.motion import let_move, moves


def test_motion_is_stilled_and_let_go_again():
    assert moves()
    let_move(wanted=False)
    try:
        assert not moves()
    finally:
        let_move(wanted=True)
    assert moves()
