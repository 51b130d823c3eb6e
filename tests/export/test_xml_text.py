from siteselect.export._xml_text import xml_text


def test_tags_are_escaped_and_signs_that_xml_lacks_left_out():
    assert xml_text("a <b> & 'c'") == "a &lt;b&gt; &amp; &#x27;c&#x27;"
    assert xml_text("a\x00\x1bb\tc\n") == "ab\tc\n"


def test_what_a_globe_would_fill_in_is_parted():
    assert xml_text("$[description]") == "$ [description]"
