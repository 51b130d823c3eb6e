import json
import uuid

from tests.packaging.loading import load

bill = load("bill")
KINDS = {"library", "file", "data"}


def test_the_bill_is_the_same_twice():
    once, twice = (json.dumps(bill.bill()) for _ in range(2))
    assert once == twice


def test_the_bill_has_the_form_of_cyclonedx():
    made = bill.bill()
    assert (made["bomFormat"], made["specVersion"], made["version"]) == ("CycloneDX", "1.6", 1)
    assert uuid.UUID(made["serialNumber"].removeprefix("urn:uuid:")).version == 4
    refs = [each["bom-ref"] for each in made["components"]]
    assert len(refs) == len(set(refs))
    assert all(each["type"] in KINDS and each["name"] for each in made["components"])
    assert made["dependencies"][0]["dependsOn"] == refs


def test_parts_libraries_fonts_and_data_are_in_it():
    refs = {each["bom-ref"] for each in bill.bill()["components"]}
    assert any(ref.startswith("pkg:pypi/numpy@") for ref in refs)
    assert any("libgdal" in ref for ref in refs)
    assert any(ref.startswith("font/") for ref in refs)
    assert any(ref.startswith("data/") for ref in refs)
    assert not any("pytest" in ref or "ruff" in ref for ref in refs)
