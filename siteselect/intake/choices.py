"""What a person may decide about a file that is read; whatever is left open is found out."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from siteselect.economics.price_unit import Per
from siteselect.model.sites import Vat


@dataclass(frozen=True, slots=True)
class Choices:
    """One decision a field; empty or None means: find it out."""

    encoding: str = ""
    separator: str = ""
    decimal: str = ""
    """The decimal sign, a point or a comma."""
    header: bool | None = None
    """Whether the first row holds the names of the columns."""
    sheet: str = ""
    layer: str = ""
    columns: tuple[tuple[str, str], ...] = ()
    """What a column holds (name, lon, price ...), and its heading, or its number from 1."""
    crs: str = ""
    swap: bool = False
    """Whether longitude stands under latitude, and the other way round."""
    per: Per | None = None
    """For how much power prices are told."""
    currency: str = ""
    """Of prices, where no column tells it."""
    vat: Vat | None = None

    def with_column(self, field: str, heading: str) -> "Choices":
        """Return these with one field taken from a column; no heading means from none."""
        return replace(self, columns=tuple({**dict(self.columns), field: heading}.items()))

    def plain(self) -> dict[str, object]:
        """Return what JSON can hold, to be remembered; the rest is left out."""
        told: dict[str, object] = {
            name: value
            for name in ("encoding", "separator", "decimal", "header", "crs", "currency")
            if (value := getattr(self, name)) not in ("", None)
        }
        if self.swap:
            told["swap"] = True
        if self.per is not None:
            told["per"] = self.per.value
        if self.vat is not None:
            told["vat"] = self.vat.value
        if self.columns:
            told["columns"] = dict(self.columns)
        return told

    @classmethod
    def of(cls, told: Mapping[str, object]) -> "Choices":
        """Return the choices that were remembered; what makes no sense is passed over."""
        words = {name: held for name, held in told.items() if isinstance(held, str)}
        header = told.get("header")
        made = cls(
            words.get("encoding", ""),
            words.get("separator", ""),
            words.get("decimal", ""),
            header if isinstance(header, bool) else None,
            crs=words.get("crs", ""),
            swap=told.get("swap") is True,
            currency=words.get("currency", ""),
        )
        if told.get("per") in {each.value for each in Per}:
            made = replace(made, per=Per(str(told["per"])))
        if told.get("vat") in {each.value for each in Vat}:
            made = replace(made, vat=Vat(told["vat"]))
        columns = told.get("columns")
        if isinstance(columns, dict):
            pairs = [(str(field), str(heading)) for field, heading in columns.items()]
            made = replace(made, columns=tuple(pairs))
        return made
