"""How far the methods lie from pymcdm and scikit-criteria on random matrices with ties."""

import warnings
from collections.abc import Callable, Iterator

import numpy as np
from pymcdm import methods as pym
from skcriteria import mkdm
from skcriteria.agg import simple, topsis, vikor

from benchmarks.timing import table
from siteselect.mcda.methods import METHODS
from siteselect.mcda.score import score_matrix
from siteselect.model.arrays import Floats

CASES = 200
THRESHOLDS = {"indifference": 0.125, "preference": 0.5}
"""Of PROMETHEE: on the grid of the values, so that differences fall on them."""
SHAPES = {1: "usual", 2: "ushape", 3: "vshape", 4: "level", 5: "vshape_2"}

Oracle = Callable[[Floats, Floats], Floats]


def main() -> None:
    """Print method x oracle x cases x largest difference."""
    rows = [("method", "oracle", "cases", "largest difference")]
    rows += [
        (method, oracle, f"{cases}", f"{difference:.1e}")
        for method, oracle, cases, difference in differences(CASES)
    ]
    table("Scores against other libraries, random matrices with ties", rows)


def differences(cases: int) -> Iterator[tuple[str, str, int, float]]:
    """Yield method, oracle, number of cases and the largest difference of any score."""
    for method, settings, oracle, call in oracles():
        generator = np.random.default_rng(20210602)
        largest = 0.0
        for _ in range(cases):
            values, weights = random_case(generator)
            if method == "weighted_product":
                values = 0.125 + 0.875 * values  # the others refuse zeros
            mine = METHODS[method].score(values, weights, **settings)
            largest = max(largest, float(np.abs(mine - call(values, weights)).max()))
        yield f"{method} {settings.get('shape', '')}".strip(), oracle, cases, largest
    yield "score (min-max, TOPSIS)", "pymcdm", cases, _bare(cases)


def random_case(generator: np.random.Generator) -> tuple[Floats, Floats]:
    """Return values on a grid of sixteenths, every column from 0 to 1, and weights."""
    n, k = int(generator.integers(3, 30)), int(generator.integers(2, 13))
    values = generator.integers(0, 17, (n, k)) / 16
    values[0], values[1] = 0.0, 1.0
    values = generator.permuted(values, axis=0)
    values[-1] = values[0]  # two sites alike
    values[:2][:, values.min(axis=0) == values.max(axis=0)] = [[0.0], [1.0]]
    return values, generator.dirichlet(np.ones(k))


def oracles() -> Iterator[tuple[str, dict[str, float], str, Oracle]]:
    """Yield method, its settings, the name of the oracle, and a call to it."""
    yield "weighted_sum", {}, "pymcdm", _pymcdm(pym.WSM(_as_it_is))
    yield "weighted_sum", {}, "scikit-criteria", _skcriteria(simple.WeightedSumModel(), "score")
    yield "weighted_product", {}, "pymcdm", _pymcdm(pym.WPM(_as_it_is))
    product = _skcriteria(simple.WeightedProductModel(), "score")
    yield (
        "weighted_product",
        {},
        "scikit-criteria",
        lambda values, weights: np.exp(np.log(10) * product(values, weights)),
    )
    yield "topsis", {}, "pymcdm", _pymcdm(pym.TOPSIS(_as_it_is))
    yield "topsis", {}, "scikit-criteria", _skcriteria(topsis.TOPSIS(), "similarity")
    yield "vikor", {"majority": 0.3}, "pymcdm", _pymcdm(pym.VIKOR(v=0.3))
    yield "vikor", {"majority": 0.3}, "scikit-criteria", _skcriteria(vikor.VIKOR(v=0.3), "q_k")
    for shape, name in SHAPES.items():
        yield "promethee", {"shape": shape, **THRESHOLDS}, "pymcdm", _promethee(name)


def _promethee(name: str) -> Oracle:
    def call(values: Floats, weights: Floats) -> Floats:
        k = values.shape[1]
        thresholds = {"p": np.full(k, THRESHOLDS["preference"])}
        thresholds["q"] = np.full(k, THRESHOLDS["indifference"])
        return _pymcdm(pym.PROMETHEE_II(name, **thresholds))(values, weights)

    return call


def _pymcdm(method: object) -> Oracle:
    return lambda values, weights: method(  # type: ignore[operator] # it has no types
        values, weights, np.ones(values.shape[1]), validation=False
    )


def _skcriteria(method: object, key: str) -> Oracle:
    def call(values: Floats, weights: Floats) -> Floats:
        matrix = mkdm(values, [max] * values.shape[1], weights=weights)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            result = method.evaluate(matrix)  # type: ignore[attr-defined] # it has no types
        found: Floats = np.asarray(result.e_[key])
        return found

    return call


def _as_it_is(values: Floats, cost: bool = False) -> Floats:  # noqa: ARG001 - their signature
    return values


def _bare(cases: int) -> float:
    """Return the largest difference of the whole way: raw matrix, min and max, min-max values."""
    generator = np.random.default_rng(7)
    largest = 0.0
    for _ in range(cases):
        values, weights = random_case(generator)
        raw = 20 + 300 * values
        kinds = generator.choice([-1, 1], raw.shape[1])
        objectives = ["max" if kind > 0 else "min" for kind in kinds]
        names = [str(row) for row in range(len(raw))]
        mine = score_matrix(names, raw, weights, objectives, "topsis").scores
        theirs = pym.TOPSIS()(raw, weights, kinds, validation=False)
        largest = max(largest, float(np.abs(mine - theirs).max()))
    return largest


if __name__ == "__main__":
    main()
