"""`siteselect hashprice`: what a petahash earns a day, from the state of the network."""

import json
from typing import Annotated

import typer

from siteselect.errors import StudyError


def hashprice(
    difficulty: Annotated[float, typer.Option(help="Difficulty of the network: 148.26e12.")],
    subsidy: Annotated[float, typer.Option(help="New coins in a block, BTC: 3.125.")],
    fees: Annotated[
        str, typer.Option(help="Fees as a share of the subsidy: 0.0054, or 0.54%.")
    ] = "0",
    price: Annotated[float | None, typer.Option(help="USD for one BTC.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Print the hash price in BTC, and in USD where a price is given, per PH/s and day."""
    from siteselect.economics.hashprice import hashprice_btc

    share = share_of("--fees", fees)
    for name, value, least in (("difficulty", difficulty, 1.0), ("subsidy", subsidy, 0.0)):
        if not least <= value < float("inf"):
            raise StudyError(f"--{name} is {value:g}: give a finite number of {least:g} or more.")
    if price is not None and not 0 <= price < float("inf"):
        raise StudyError(f"--price is {price:g}: give a finite number of 0 or more.")
    btc = float(hashprice_btc(difficulty, subsidy, share))
    usd = None if price is None else btc * price
    if as_json:
        print(json.dumps({"btc_per_ph_day": btc, "usd_per_ph_day": usd}, indent=2))
        return
    print(f"{btc:.8f} BTC/PH/day")
    if usd is not None:
        print(f"{usd:.2f} USD/PH/day")


def share_of(name: str, text: str) -> float:
    """Return a share written as 0.0054 or as 0.54%; StudyError for all else."""
    try:
        number = float(text.rstrip("% ")) / (100.0 if text.rstrip().endswith("%") else 1.0)
    except ValueError:
        number = float("nan")
    if not 0 <= number < float("inf"):
        raise StudyError(f"{name} is {text!r}: give a share such as 0.0054 or 0.54%.")
    return number
