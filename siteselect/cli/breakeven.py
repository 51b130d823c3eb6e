"""`siteselect breakeven`: the power price at which mining earns nothing."""

import json
from typing import Annotated

import typer

from siteselect.cli.hashprice import share_of
from siteselect.errors import StudyError


def breakeven(
    hashprice: Annotated[float, typer.Option(help="USD per PH/s and day: 39.53.")],
    efficiency: Annotated[
        str, typer.Option(metavar="J[,J...]", help="J/TH of the machines; one number or several.")
    ],
    pue: Annotated[float, typer.Option(help="Power of the site over that of the machines.")] = 1.0,
    pool_fee: Annotated[str, typer.Option(help="Share of revenue: 0.02 or 2%.")] = "0",
    opex: Annotated[float, typer.Option(help="Running costs beside power, USD/MWh.")] = 0.0,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Print the break-even power price in USD/MWh."""
    from siteselect.economics.hashprice import break_even

    fee = share_of("--pool-fee", pool_fee)
    machines = _numbers(efficiency)
    if not (0 <= hashprice < float("inf") and 1 <= pue < float("inf") and abs(opex) < float("inf")):
        raise StudyError(
            "--hashprice wants 0 or more, --pue 1 or more, and --opex a finite number."
        )
    found = [float(each) for each in break_even(hashprice, machines, pue, fee, opex)]
    if as_json:
        rows = [
            {"j_per_th": each, "usd_per_mwh": price}
            for each, price in zip(machines, found, strict=True)
        ]
        print(json.dumps(rows, indent=2))
        return
    for each, price in zip(machines, found, strict=True):
        print(f"{each:g} J/TH: {price:.1f} USD/MWh ({price / 10:.2f} US cents per kWh)")


def _numbers(text: str) -> list[float]:
    try:
        found = [float(word) for word in text.split(",")]
    except ValueError:
        found = []
    if not found or not all(0 < each < float("inf") for each in found):
        raise StudyError(f"--efficiency is {text!r}: give J/TH above 0, such as 17,22,32.")
    return found
