from siteselect.ui.present.lettering import broken, cut, fitting, type_face, wide

TEXT = "Six sites beat five and a half cents, all of them in northern Kazakhstan"


def test_lines_hold_every_word_until_there_are_too_many(qapp):
    font = type_face(20)
    lines = broken(TEXT, font, 300, 9)
    assert " ".join(lines) == TEXT
    assert all(wide(line, font) <= 301 for line in lines)
    assert broken(TEXT, font, 300, 2)[-1].endswith("…")


def test_the_largest_face_that_fits_is_taken(qapp):
    large, lines = fitting("Short", (32, 20), 300, 1)
    assert (large.pixelSize(), lines) == (32, ["Short"])
    small, _ = fitting(TEXT, (32, 12), 460, 1)
    assert small.pixelSize() == 12
    assert cut("Ust-Kamenogorsk", type_face(14), 40).endswith("…")
