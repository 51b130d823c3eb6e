from siteselect.ui.widgets.tips import tip


def test_markup_in_a_name_is_shown_literally() -> None:
    assert tip("<b>x</b>\nsecond") == "<qt>&lt;b&gt;x&lt;/b&gt;<br>second</qt>"
    assert tip("") == ""
