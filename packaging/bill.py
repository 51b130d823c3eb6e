"""The bill of materials of the program, as CycloneDX 1.6: parts, fonts, data, native libraries.

Usage: python packaging/bill.py > sbom.cdx.json        (the same parts give the same bytes)
"""

import hashlib
import json
import sys
import tomllib
import uuid
from importlib import metadata
from pathlib import Path
from typing import Any

from licences import licence_of, packs
from runtime import PROJECT, distributions, plain

ROOT = PROJECT.parent


def bill() -> dict[str, Any]:
    """Return the bill as plain JSON values."""
    project = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]
    parts = distributions()
    components = [_part(each) for each in parts]
    components += [library for each in parts for library in _libraries(each)]
    components += _fonts() + _data()
    whole = json.dumps(components, sort_keys=True).encode()
    name = f"pkg:pypi/{project['name']}@{project['version']}"
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.UUID(hashlib.sha256(whole).hexdigest()[:32], version=4)}",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": name,
                "name": project["name"],
                "version": project["version"],
                "purl": name,
                "licenses": [{"license": {"id": project["license"]}}],
            }
        },
        "components": components,
        "dependencies": [{"ref": name, "dependsOn": [each["bom-ref"] for each in components]}],
    }


def _part(each: metadata.Distribution) -> dict[str, Any]:
    name = plain(each.metadata["Name"])
    purl = f"pkg:pypi/{name}@{each.version}"
    return {
        "type": "library",
        "bom-ref": purl,
        "name": name,
        "version": each.version,
        "purl": purl,
        "licenses": [{"expression": licence_of(each)}],
    }


def _libraries(each: metadata.Distribution) -> list[dict[str, Any]]:
    """Return the native libraries that a wheel brings in its .libs folder."""
    found = []
    for file in sorted(each.files or [], key=str):
        if ".libs/" not in str(file).replace("\\", "/"):
            continue
        digest = hashlib.sha256(Path(str(each.locate_file(file))).read_bytes()).hexdigest()
        found.append(
            {
                "type": "library",
                "bom-ref": f"{plain(each.metadata['Name'])}/{file.name}",
                "name": file.name,
                "hashes": [{"alg": "SHA-256", "content": digest}],
            }
        )
    return found


def _fonts() -> list[dict[str, Any]]:
    return [
        {
            "type": "file",
            "bom-ref": f"font/{path.name}",
            "name": path.name,
            "hashes": [
                {"alg": "SHA-256", "content": hashlib.sha256(path.read_bytes()).hexdigest()}
            ],
            "licenses": [{"license": {"id": "OFL-1.1"}}],
        }
        for path in sorted((ROOT / "resources/fonts").iterdir())
        if path.suffix in {".otf", ".ttf"}
    ]


def _data() -> list[dict[str, Any]]:
    return [
        {
            "type": "data",
            "bom-ref": f"data/{place}",
            "name": title,
            "copyright": words,
            "licenses": [{"license": {"name": licence}}],
        }
        for place, (title, licence, words) in enumerate(packs())
    ]


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    json.dump(bill(), sys.stdout, indent=1, ensure_ascii=False)
    sys.stdout.write("\n")
