import sys
from pathlib import Path

import siteselect.resources as module
from siteselect.resources import resource


def test_a_checkout_keeps_its_resources_beside_the_package(monkeypatch, tmp_path):
    package = tmp_path / "siteselect"
    package.mkdir()
    monkeypatch.setattr(module, "__file__", str(package / "resources.py"))
    assert resource("packs", "toy") == tmp_path / "resources" / "packs" / "toy"


def test_a_wheel_carries_them_within_the_package(monkeypatch, tmp_path):
    carried = tmp_path / "siteselect" / "_resources"
    carried.mkdir(parents=True)
    monkeypatch.setattr(module, "__file__", str(carried.parent / "resources.py"))
    assert resource("fonts") == carried / "fonts"


def test_a_frozen_bundle_unpacks_them(monkeypatch, tmp_path):
    carried = tmp_path / "bundle" / "siteselect" / "_resources"
    carried.mkdir(parents=True)
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path / "bundle"), raising=False)
    monkeypatch.setattr(module, "__file__", str(tmp_path / "siteselect" / "resources.py"))
    assert resource() == carried


def test_this_checkout_has_its_packs():
    assert isinstance(resource("packs"), Path)
