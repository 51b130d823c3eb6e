from dataclasses import replace

import pytest

from siteselect.errors import ProjectError
from siteselect.files import backup
from siteselect.project.templates import (
    save_template,
    study_of_template,
    templates,
    templates_folder,
)
from tests.project.test_file import made_study


def test_a_template_is_kept_and_begun_from(tmp_path):
    folder = tmp_path / "templates"
    assert templates(folder) == {}
    path = save_template(made_study(), " Наш шаблон ", folder)
    assert templates(folder) == {"Наш шаблон": path}
    assert study_of_template(path) == made_study()
    save_template(replace(made_study(), title="Later"), "Наш шаблон", folder)
    assert study_of_template(path).title == "Later"
    assert backup(path, 1).exists()
    assert list(templates(folder)) == ["Наш шаблон"]


@pytest.mark.parametrize("name", ["", "  ", "../x", "a/b", "a:b", ".hidden", "x" * 200, "a\nb"])
def test_a_name_that_is_none_is_refused(tmp_path, name):
    with pytest.raises(ProjectError, match="cannot be called"):
        save_template(made_study(), name, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(ProjectError, match="cannot be made"):
        save_template(made_study(), "Mine", tmp_path / "file" / "templates")


def test_the_folder_is_the_person_s_own():
    assert templates_folder().name == "templates"
