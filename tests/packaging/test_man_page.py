from tests.packaging.loading import load

man_page = load("man_page")


def test_every_command_stands_in_the_page():
    text = man_page.page()
    assert text.startswith(".TH SITESELECT 1")
    for name in ("rank", "pack check", "selftest"):
        assert f".SS \\fB{name}\\fR" in text
    assert "\\fB\\-\\-as\\-of\\fR" in text


def test_troff_sees_no_commands_in_texts():
    assert man_page._troff(".csv as --to\\n") == "\\&.csv as \\-\\-to\\en"
