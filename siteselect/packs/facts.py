"""All fact rows of a pack, indexed so that a day is read within microseconds."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from siteselect.packs.manifest import Manifest
from siteselect.packs.rows import FeeStep, Indicator, Rate, Route, Rule, Tariff

R = TypeVar("R", Tariff, Rule, FeeStep, Rate)
T = TypeVar("T")
K = TypeVar("K")


class Facts:
    """The rows of one pack, read once and never changed."""

    def __init__(
        self,
        manifest: Manifest,
        tariffs: Iterable[Tariff] = (),
        rules: Iterable[Rule] = (),
        fees: Iterable[FeeStep] = (),
        rates: Iterable[Rate] = (),
        indicators: Iterable[Indicator] = (),
    ) -> None:
        self.manifest = manifest
        self.tariffs = tuple(tariffs)
        self.rules = tuple(rules)
        self.fees = tuple(fees)
        self.rates = tuple(rates)
        self.indicators = tuple(indicators)
        self._lineages = {code: manifest.lineage(code) for code in manifest.jurisdictions}
        self._tariffs = _by(self.tariffs, lambda row: (row.jurisdiction, row.route))
        self._rules = _by(self.rules, lambda row: row.jurisdiction)
        self._fees = _by(self.fees, lambda row: row.jurisdiction)
        self._rates = _by(self.rates, lambda row: row.currency)
        self._indicators = _by(
            self.indicators, lambda row: (row.indicator, row.jurisdiction, row.detail)
        )

    def with_rows(
        self,
        tariffs: Iterable[Tariff] = (),
        rules: Iterable[Rule] = (),
        fees: Iterable[FeeStep] = (),
        rates: Iterable[Rate] = (),
    ) -> "Facts":
        """Return these facts with rows added; one that bears the id of another takes its place."""
        return Facts(
            self.manifest,
            _laid(self.tariffs, tariffs),
            _laid(self.rules, rules),
            _laid(self.fees, fees),
            _laid(self.rates, rates),
            self.indicators,
        )

    @property
    def rows(self) -> tuple[Tariff | Rule | FeeStep | Rate | Indicator, ...]:
        """The rows of all tables."""
        return (*self.tariffs, *self.rules, *self.fees, *self.rates, *self.indicators)

    def lineage(self, jurisdiction: str) -> tuple[str, ...]:
        """Return the jurisdiction, its parent, and so on up: ("CN-XJ", "CN")."""
        return self._lineages.get(jurisdiction, (jurisdiction,))

    def tariffs_of(self, jurisdiction: str, route: Route | None = None) -> tuple[Tariff, ...]:
        """Return the tariffs of a jurisdiction itself, of one route or of all."""
        if route is not None:
            return self._tariffs.get((jurisdiction, route), ())
        return tuple(row for each in Route for row in self._tariffs.get((jurisdiction, each), ()))

    def rules_of(self, jurisdiction: str) -> tuple[Rule, ...]:
        """Return the rules of a jurisdiction itself, not of its parents."""
        return self._rules.get(jurisdiction, ())

    def fees_of(self, jurisdiction: str) -> tuple[FeeStep, ...]:
        """Return the steps of the mining fee of a jurisdiction itself."""
        return self._fees.get(jurisdiction, ())

    def rates_of(self, currency: str) -> tuple[Rate, ...]:
        """Return the rates of a currency."""
        return self._rates.get(currency, ())

    def indicators_of(
        self, indicator: str, jurisdiction: str, detail: str = ""
    ) -> tuple[Indicator, ...]:
        """Return the values of an indicator for a jurisdiction itself; the whole, or one part."""
        return self._indicators.get((indicator, jurisdiction, detail), ())


def _laid(rows: Iterable[R], over: Iterable[R]) -> list[R]:
    new: dict[str, R] = {row.id: row for row in over}
    kept: list[R] = [new.pop(row.id, row) for row in rows]
    kept.extend(new.values())
    return kept


def _by(rows: Iterable[T], key: Callable[[T], K]) -> Mapping[K, tuple[T, ...]]:
    found: defaultdict[K, list[T]] = defaultdict(list)
    for row in rows:
        found[key(row)].append(row)
    return {each: tuple(members) for each, members in found.items()}
