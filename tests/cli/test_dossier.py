from tests.cli.running import failed, run


def test_a_page_on_one_site(capsys, tmp_path):
    path = tmp_path / "pavlodar.html"
    ended = run(capsys, "dossier", "Pavlodar", "--to", path, "--as-of", "2022-06-01")
    assert (ended.code, ended.out) == (0, f"{path}: the dossier on Pavlodar is written.\n")
    text = path.read_text()
    for words in ("<h1>Pavlodar</h1>", "2022-06-01", "To find out", "Distance to a substation",
                  "What it would cost and earn"):  # fmt: skip
        assert words in text


def test_without_a_file_it_bears_the_name_of_the_site(capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert run(capsys, "dossier", "Oskemen (Ust-Kamenogorsk)").code == 0
    assert [each.name for each in tmp_path.iterdir()] == ["Oskemen (Ust-Kamenogorsk).html"]


def test_faults_are_sentences(capsys, tmp_path):
    assert "Did you mean Pavlodar" in failed(
        capsys, "dossier", "avlod", "--to", tmp_path / "a.html"
    )
    assert "ends in .html" in failed(capsys, "dossier", "Pavlodar", "--to", tmp_path / "a.pdf")
    assert list(tmp_path.iterdir()) == []


def test_it_is_written_in_another_language(capsys, tmp_path):
    path = tmp_path / "pavlodar.html"
    ended = run(capsys, "dossier", "Pavlodar", "--to", path, "--language", "ru")
    assert ended.code == 0
    text = path.read_text(encoding="utf-8")
    assert '<html lang="ru">' in text
    assert "<h1>Павлодар</h1>" in text
    assert "To find out" not in text
