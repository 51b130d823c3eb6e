"""The self-test's main job, and each measure, method and exporter by itself."""

from collections.abc import Iterator
from functools import partial

from siteselect.cli.selftest_bench import Bench, Check, demand


def main_job() -> Iterator[Check]:
    """Open the sample, build, evaluate, rank; save it and open it again; look its pack through."""
    yield Check("Sample opened, measured and ranked", _ranked)
    yield Check("Project saved and opened again", _saved)
    yield Check("Packs that travel with the program", _packs)


def measures() -> Iterator[Check]:
    """Return one check for each measure."""
    from siteselect.criteria import MEASURES

    for key in MEASURES:
        yield Check(f"Measure {key}", partial(_measured, key))


def methods() -> Iterator[Check]:
    """Return one check for each method."""
    from siteselect.mcda.methods import METHODS

    for key in METHODS:
        yield Check(f"Method {key}", partial(_scored, key))


def exporters() -> Iterator[Check]:
    """Return one check for each exporter."""
    from siteselect.export import EXPORTERS

    for key in EXPORTERS:
        yield Check(f"Exporter {key}", partial(_written, key))


def _ranked(bench: Bench) -> str:
    evaluation = bench.evaluation
    sites, ranked = len(evaluation.matrix.sites.items), int((evaluation.ranks > 0).sum())
    demand(ranked > 0, f"none of {sites} sites has a rank")
    first = int(evaluation.order[0])
    demand(evaluation.ranks[first] == 1, "the first of the list is not ranked 1")
    demand(bool((evaluation.scores[evaluation.ranks > 0] >= 0).all()), "a ranked site has no score")
    return f"{sites} sites, {ranked} ranked, {len(evaluation.criteria)} criteria"


def _saved(bench: Bench) -> str:
    from siteselect.project.file import open_project, save_project

    path = bench.folder / "saved.siteselect"
    save_project(bench.study, path)
    demand(open_project(path) == bench.study, "what was opened differs from what was saved")
    return f"{path.stat().st_size} bytes, the same study"


def _packs(_: Bench) -> str:
    from siteselect.packs.check import check_pack
    from siteselect.packs.manifest import NAME
    from siteselect.resources import resource

    found = sorted(each.parent for each in resource("packs").glob(f"*/{NAME}"))
    demand(bool(found), f"no pack lies in {resource('packs')}")
    faults = [fault for path in found for fault in check_pack(path)]
    demand(not faults, "; ".join(str(fault) for fault in faults[:3]))
    return f"{', '.join(path.name for path in found)}: no faults"


def _measured(key: str, bench: Bench) -> str:
    from siteselect.criteria import MEASURES
    from siteselect.progress import silent

    measure = MEASURES[key]
    column = measure.measure(bench.sites, bench.pack, bench.study.context, silent)
    sites = len(bench.sites.items)
    demand(len(column.value) == sites, f"{len(column.value)} values for {sites} sites")
    reasons = [
        place.source
        for value, place in zip(column.value, column.provenance, strict=True)
        if value != value  # noqa: PLR0124 - NaN
    ]
    demand(all(reasons), "an unknown value has no reason")
    return f"known for {column.known} of {sites} sites"


def _scored(key: str, _: Bench) -> str:
    """See that a site better in everything is placed above one worse in everything."""
    import numpy as np

    from siteselect.mcda.methods import METHODS

    method = METHODS[key]
    values = np.array([[0.2, 0.1, 0.3], [0.9, 0.8, 1.0], [0.5, 0.6, 0.4]])
    merits = method.merits(values, np.array([0.5, 0.3, 0.2]), method.settings({}))
    demand(bool(((merits >= 0) & (merits <= 1)).all()), f"merits {merits} leave [0, 1]")
    demand(np.argsort(-merits).tolist() == [1, 2, 0], f"merits {merits} break dominance")
    return f"merits {', '.join(f'{merit:.3f}' for merit in merits)}"


def _written(key: str, bench: Bench) -> str:
    from siteselect.cli.selftest_readback import read_back
    from siteselect.export import EXPORTERS

    exporter = EXPORTERS[key]
    path = bench.folder / f"{key}{exporter.suffix}"
    exporter.write(bench.report, path)
    names = [row.name for row in bench.report.rows]
    found = read_back(path, names)
    return f"{path.stat().st_size} bytes, {found} of {len(names)} sites read back"
