import sys
from types import ModuleType

import pytest

from siteselect.registry import collect


def package_of(tmp_path, monkeypatch, name: str, **modules: str) -> ModuleType:
    folder = tmp_path / name
    folder.mkdir()
    (folder / "__init__.py").write_text("")
    for module, text in modules.items():
        (folder / f"{module}.py").write_text(text)
    monkeypatch.syspath_prepend(str(tmp_path))
    for each in [name, *(f"{name}.{module}" for module in modules)]:
        monkeypatch.delitem(sys.modules, each, raising=False)
    return __import__(name)


def test_each_module_gives_its_one_object_by_name(tmp_path, monkeypatch):
    package = package_of(
        tmp_path, monkeypatch, "leaf_a", beta="X = 2.5", alpha="X = 1.5", _private="X = 9.5"
    )
    assert collect(package, float) == {"alpha": 1.5, "beta": 2.5}
    assert list(collect(package, float)) == ["alpha", "beta"]


@pytest.mark.parametrize(("text", "count"), [("", 0), ("X = 1.5\nY = 2.5", 2)])
def test_none_or_two_are_a_fault_named_by_module(tmp_path, monkeypatch, text, count):
    package = package_of(tmp_path, monkeypatch, f"leaf_b{count}", one=text)
    with pytest.raises(TypeError, match=f"leaf_b{count}.one must hold one float, it holds {count}"):
        collect(package, float)


def test_the_module_that_defines_the_kind_is_passed_over(tmp_path, monkeypatch):
    package = package_of(
        tmp_path,
        monkeypatch,
        "leaf_c",
        kind="class Kind: pass\n",
        one="from leaf_c.kind import Kind\nONE = Kind()\n",
    )
    kind = __import__("leaf_c.kind", fromlist=["Kind"]).Kind
    assert list(collect(package, kind)) == ["one"]


def test_modules_that_are_named_are_passed_over(tmp_path, monkeypatch):
    package = package_of(tmp_path, monkeypatch, "leaf_d", one="X = 1.5", words="X = 'none'")
    assert collect(package, float, ("words",)) == {"one": 1.5}
