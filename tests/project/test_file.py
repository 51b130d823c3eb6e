import errno
import json
import math
import os
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from siteselect import files
from siteselect.errors import ProjectError, StudyError
from siteselect.model.bookmark import Bookmark
from siteselect.model.criterion import Criterion
from siteselect.model.gate import Gate
from siteselect.model.scenario import Scenario, UnknownPolicy
from siteselect.model.scene import Bounds
from siteselect.model.sites import Offer, Site, Vat
from siteselect.model.study import Context, Study
from siteselect.model.value_function import Linear, Piecewise, Relative
from siteselect.project.file import (
    open_project,
    project_text,
    read_project,
    save_project,
    study_of_text,
)
from siteselect.project.migrate import VERSION

GOLDEN = Path(__file__).parent / "golden" / "version_1.siteselect"


def made_study(title: str = "Golden") -> Study:
    offer = Offer(
        price=18.5,
        currency="KZT",
        vat=Vat.EXCLUDED,
        power_mw=40,
        letter_date=date(2021, 5, 20),
        contract_months=24,
        voltage_kv=110,
        ready_date=date(2021, 9, 1),
        contact="Әлия, +7 701",
    )
    return Study(
        title=title,
        pack="central-asia@2026.1",
        context=Context(date(2021, 6, 2), 50),
        candidates=(
            Site("Екібастұз 7", "KZ", 75.32287, 51.72371, note="a plot", source="own", offer=offer),
            Site("Texas", "US-TX", -101.5, 33.25, off_map=True, values=(("noise", 42.0),)),
            Site("Osh", "KG", 72.8, 40.5, pinned=True),
        ),
        scenarios=(
            Scenario(
                "Balanced",
                (
                    Criterion("power_price", Linear(75, 35), 26, "Power"),
                    Criterion("july_temperature", Piecewise(((10, 0.5), (18, 1), (30.5, 0))), 4),
                    Criterion("elevation", Relative(higher_is_better=False), 0, enabled=False),
                ),
                (
                    Gate("legal_status", at_least=2, band=1),
                    Gate("elevation", at_most=2000, enabled=False),
                ),
            ),
            Scenario(
                "Cheap",
                (Criterion("power_price", Linear(75, 35), 1, title="Strom"),),
                (),
                "topsis",
                UnknownPolicy.NEUTRAL,
            ),
        ),
        active="Cheap",
    )


def plain(study: Study) -> dict:
    return json.loads(project_text(study))


def write(path: Path, document: object) -> Path:
    path.write_text(document if isinstance(document, str) else json.dumps(document))
    return path


def test_what_is_saved_is_what_is_opened(tmp_path):
    path = tmp_path / "a.siteselect"
    save_project(made_study(), path)
    assert open_project(path) == made_study()


def test_the_golden_file_of_version_1_reads_as_ever_and_is_written_in_today_s_form():
    assert open_project(GOLDEN) == made_study()
    renumbered = GOLDEN.read_text().replace('"siteselect": 1', f'"siteselect": {VERSION}', 1)
    assert renumbered == project_text(made_study())


def test_the_text_is_indented_in_fixed_order_and_bears_words_not_classes():
    text = project_text(made_study())
    assert text.startswith('{\n  "siteselect": 2,\n  "study": {\n    "title": "Golden",\n')
    assert list(plain(made_study())["study"]) == [
        "title", "pack", "as_of", "load_mw", "candidates", "scenarios", "active",
    ]  # fmt: skip
    assert '"kind": "piecewise"' in text
    assert "Piecewise" not in text
    assert "Екібастұз" in text


def test_a_site_says_only_what_differs_from_a_plain_one():
    osh = plain(made_study())["study"]["candidates"][2]
    assert osh == {"name": "Osh", "country": "KG", "lon": 72.8, "lat": 40.5, "pinned": True}


def spoil(**changes):
    document = plain(made_study())
    for path, value in changes.items():
        *way, last = path.split("__")
        place = document
        for step in way:
            place = place[int(step) if step.isdigit() else step]
        last = int(last) if last.isdigit() else last
        if value is KeyError:
            del place[last]
        else:
            place[last] = value
    return document


@pytest.mark.parametrize(
    ("document", "words"),
    [
        (spoil(study__candidates__0__lon="75"), "study.candidates[0].lon: a number is wanted"),
        (
            spoil(study__candidates__1__lat=True),
            "study.candidates[1].lat: a number is wanted, here stands true",
        ),
        (spoil(study__candidates__0__colour="red"), "study.candidates[0]: unknown key colour"),
        (spoil(study__candidates__0__name=KeyError), "study.candidates[0].name: it is missing"),
        (
            spoil(study__candidates__0__offer__vat="some"),
            "offer.vat: one of excluded, included, not stated",
        ),
        (
            spoil(study__candidates__0__offer__letter_date="20.5.2021"),
            "offer.letter_date: a day such as",
        ),
        (spoil(study__candidates__0__offer__contract_months=1.5), "a whole number is wanted"),
        (spoil(study__candidates="none"), "study.candidates: a list in brackets is wanted"),
        (spoil(study__candidates__0=[]), "study.candidates[0]: an object in braces is wanted"),
        (spoil(study__scenarios__0__criteria__0__value__kind="magic"), "value: unknown kind magic"),
        (spoil(study__scenarios__0__criteria__0__value__kind=KeyError), "value: kind is missing"),
        (spoil(study__scenarios__0__criteria__0__value__best=75), "two different finite anchors"),
        (
            spoil(study__scenarios__0__criteria__1__value__points__0=[1]),
            "points[0]: 2 entries are wanted",
        ),
        (spoil(study__scenarios__0__criteria__0__weight=-3), "The weight of power_price is -3"),
        (spoil(study__scenarios__0__criteria__0__enabled=1), "enabled: true or false is wanted"),
        (
            spoil(study__scenarios__1__name="Balanced", study__active="Balanced"),
            "bear the name Balanced",
        ),
        (spoil(study__active="Nobody"), "no scenario called Nobody"),
        (spoil(study__as_of="yesterday"), "study.as_of: a day such as 2021-06-02 is wanted"),
        (spoil(study__load_mw=0), "The wanted load is 0 MW"),
        (spoil(study__load_mw=10**400), "a finite number is wanted"),
        (spoil(study__as_of=KeyError), "study.as_of: it is missing"),
        (spoil(study__pack=None), "study.pack: a text is wanted, here stands null"),
        (spoil(study__scenery=[]), "study: unknown key scenery"),
        (spoil(cache=1), "unknown key cache"),
        (spoil(study=[]), "holds no study"),
        (spoil(siteselect="1"), "is no project of siteselect"),
        ([], "is no project of siteselect"),
        ("", "is damaged: Expecting value at line 1, column 1"),
        ('{"siteselect": 1, "study": {"title": "a"', "is damaged"),
        ('{"siteselect": 1, "siteselect": 1, "study": {}}', "the key siteselect stands twice"),
        ('{"siteselect": 1, "study": {"load_mw": NaN}}', "NaN is no number"),
        ("[" * 100_000, "nested too deeply"),
        ('{"siteselect": ' + "9" * 5000 + "}", "is damaged"),
    ],
)
def test_a_damaged_project_is_told_in_one_sentence_with_the_place(tmp_path, document, words):
    path = write(tmp_path / "bad.siteselect", document)
    with pytest.raises(ProjectError) as told:
        open_project(path)
    text = str(told.value)
    assert words in text
    assert str(path) in text
    assert text.endswith(".")
    assert "\n" not in text


def test_all_faults_of_a_file_are_told_together(tmp_path):
    document = spoil(study__candidates__0__lon="a", study__candidates__1__lat=None, study__pack=7)
    with pytest.raises(ProjectError, match=r"has 3 faults: .*lon: .*lat: ") as told:
        open_project(write(tmp_path / "bad.siteselect", document))
    assert "study.pack" in str(told.value)


def test_bytes_that_are_no_text_and_files_that_are_not_there(tmp_path):
    path = tmp_path / "bad.siteselect"
    path.write_bytes(b'{"siteselect": 1, "title": "\xff\xfe"}')
    with pytest.raises(ProjectError, match="is not UTF-8 text"):
        open_project(path)
    with pytest.raises(ProjectError, match=r"none\.siteselect cannot be read: No such file"):
        open_project(tmp_path / "none.siteselect")
    with pytest.raises(ProjectError, match="cannot be read"):
        open_project(tmp_path)


def test_a_newer_file_opens_read_only_or_not_at_all(tmp_path):
    document = spoil(siteselect=9, study__colour_scheme="new")
    path = write(tmp_path / "new.siteselect", document)
    with pytest.raises(ProjectError, match="newer siteselect"):
        open_project(path)
    opened = read_project(path)
    assert opened.read_only
    assert "newer" in opened.remark
    assert opened.study == made_study()
    with pytest.raises(ProjectError, match="overwrite with less"):
        save_project(made_study(), path)
    assert json.loads(path.read_text()) == document
    write(path, spoil(siteselect=9, study__candidates="moved"))
    with pytest.raises(ProjectError, match="Install that version to open it"):
        read_project(path)


def test_a_file_changed_by_others_is_not_overwritten(tmp_path):
    path = tmp_path / "a.siteselect"
    known = save_project(made_study(), path)
    assert read_project(path).digest == known
    known = save_project(made_study("Mine"), path, known=known)
    save_project(made_study("Theirs"), path)
    with pytest.raises(ProjectError, match="changed by somebody else"):
        save_project(made_study("Mine again"), path, known=known)
    assert open_project(path).title == "Theirs"


def test_three_backups_lie_beside_the_project(tmp_path):
    path = tmp_path / "a.siteselect"
    for title in ("1", "2", "3", "4", "5"):
        save_project(made_study(title), path)
    titles = [open_project(files.backup(path, number)).title for number in (1, 2, 3)]
    assert titles == ["4", "3", "2"]
    assert len(list(tmp_path.iterdir())) == 4


@pytest.mark.parametrize("step", ["write", "replace"])
def test_a_full_disk_is_a_sentence_and_the_old_project_stays(tmp_path, monkeypatch, step):
    path = tmp_path / "a.siteselect"
    save_project(made_study("Old"), path)

    def full(*_):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    if step == "write":
        monkeypatch.setattr(files, "_write", full)
    else:
        monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(
        ProjectError, match=r"cannot be saved: No space left on device\. .*untouched"
    ):
        save_project(made_study("New"), path)
    assert open_project(path).title == "Old"
    assert not list(tmp_path.glob("*.saving"))


def test_a_save_that_is_killed_leaves_the_old_or_the_new_project(tmp_path):
    """Kill a process at every step of a save: what is read afterwards is whole."""
    path = tmp_path / "a.siteselect"
    save_project(made_study("Old"), path)
    program = """
import os, sys
from pathlib import Path
from dataclasses import replace
from siteselect import files
from siteselect.project.file import open_project, save_project
step, path = sys.argv[1:]
def die(*_, **__): os._exit(9)
if step == "half":
    files._write = lambda fresh, data: (fresh.write_bytes(data[:100]), die())
elif step == "fsync": files.os.fsync = die
elif step == "compare": files._compare = die
elif step == "copy": files.shutil.copy2 = die
elif step == "replace": Path.replace = die
elif step == "folder": files._sync_folder = die
save_project(replace(open_project(path), title="New"), path)
"""
    for step in ("half", "fsync", "compare", "copy", "replace", "folder"):
        ended = subprocess.run(
            [sys.executable, "-c", program, step, str(path)], check=False, cwd=Path.cwd()
        )
        assert ended.returncode == 9
        assert open_project(path).title == ("New" if step == "folder" else "Old")


def test_a_number_that_is_not_finite_is_refused_before_anything_is_written(tmp_path):
    path = tmp_path / "a.siteselect"
    study = replace(
        made_study(), candidates=(Site("A", "KZ", 70.0, 50.0, values=(("depth", math.nan),)),)
    )
    with pytest.raises(ProjectError, match="not finite"):
        save_project(study, path)
    assert not path.exists()


def test_a_recovery_text_gives_the_study_back():
    assert study_of_text(project_text(made_study())) == made_study()
    with pytest.raises(ProjectError, match="newer"):
        study_of_text('{"siteselect": 99, "study": {}}')


def test_bookmarks_are_read_back_and_a_faulty_one_is_told(tmp_path):
    near = Bookmark("Near", Bounds(68.0, 46.0, 72.0, 49.5))
    study = made_study().with_bookmark(near)
    path = tmp_path / "marked.siteselect"
    save_project(study, path)
    assert open_project(path) == study
    assert json.loads(path.read_text())["study"]["bookmarks"] == [
        {"name": "Near", "bounds": {"west": 68, "south": 46, "east": 72, "north": 49.5}}
    ]
    path.write_text(path.read_text().replace('"west": 68', '"west": 98'))
    with pytest.raises(ProjectError, match="west must lie west of east"):
        open_project(path)


def test_two_bookmarks_of_one_name_are_refused():
    near = Bookmark("Near", Bounds(68.0, 46.0, 72.0, 49.5))
    with pytest.raises(StudyError, match="bookmarks bear the name Near"):
        replace(made_study(), bookmarks=(near, near))
