"""Malformed files out of sound ones, by a seed: cut, flipped, doubled, zeroed, stuffed, crossed.

Nothing of them is stored: a seed makes the same file again. `python -m benchmarks malformed` runs
five hundred, `python -m benchmarks mutants` as many thousands as are asked for.
"""

import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tests.intake.making import all_forms
from tests.intake.trying import Readers

WAYS = ("cut", "flip", "few", "double", "zero", "stuff", "cross", "numbers", "shuffle", "head")


def mutant(data: bytes, other: bytes, seed: int) -> bytes:
    """Return the malformed file of one seed."""
    chance = random.Random(seed)
    way = WAYS[seed % len(WAYS)]
    held = bytearray(data)
    size = max(1, len(held))
    if way == "cut":
        return bytes(held[: chance.randrange(size)])
    if way in ("flip", "few"):
        for _ in range(1 if way == "few" else max(1, size // 100)):
            held[chance.randrange(size)] ^= 1 << chance.randrange(8)
    elif way == "double":
        start = chance.randrange(size)
        part = held[start : start + chance.randrange(1, 2000)]
        held[start:start] = part * chance.randrange(1, 20)
    elif way == "zero":
        start = chance.randrange(size)
        length = min(chance.randrange(1, 500), size - start)
        held[start : start + length] = bytes(length)
    elif way == "stuff":
        start = chance.randrange(size)
        held[start:start] = chance.randbytes(chance.randrange(1, 300))
    elif way == "cross":
        held = held[: chance.randrange(size)] + bytearray(other[chance.randrange(len(other)) :])
    elif way == "numbers":
        start = chance.randrange(max(1, size - 8))
        held[start : start + 4] = chance.choice((b"\xff\xff\xff\x7f", b"\xff\xff\xff\xff", b"9999"))
    elif way == "shuffle":
        parts = [held[at : at + 64] for at in range(0, size, 64)]
        chance.shuffle(parts)
        held = bytearray(b"".join(parts))
    else:
        place = min(size - 1, chance.randrange(64))
        held[place] = chance.randrange(256)
    return bytes(held)


def malformed(folder: Path, count: int, first: int = 0) -> Iterator[tuple[str, Path]]:
    """Write `count` malformed files one after the other, evenly over the forms."""
    sound = {kind: path.read_bytes() for kind, path in all_forms(folder / "sound").items()}
    kinds = sorted(sound)
    for number in range(first, first + count):
        kind = kinds[number % len(kinds)]
        other = sound[kinds[(number * 7 + 3) % len(kinds)]]
        path = folder / f"plots.{kind}"
        path.write_bytes(mutant(sound[kind], other, number // len(kinds)))
        yield kind, path


def run(folder: Path, count: int, first: int = 0) -> tuple[Counter[str], list[tuple[str, str]]]:
    """Return how many files of each kind were refused and read, and what killed or held a reader.

    A file that ends in anything but a whole sentence or a value is among the last too.
    """
    told: Counter[str] = Counter()
    bad: list[tuple[str, str]] = []
    with Readers() as readers:
        for number, (kind, path) in enumerate(malformed(folder, count, first), first):
            before = len(readers.lost)
            try:
                said = readers.attempt(path)
            except Exception as error:
                bad.append((f"{kind} {number}", f"{type(error).__name__}: {error}"))
                continue
            told[f"{kind} {'refused' if said else 'read'}"] += 1
            if said and not said.endswith("."):
                bad.append((f"{kind} {number}", f"no sentence: {said}"))
            bad += [(f"{kind} {number}", how) for _, how in readers.lost[before:]]
    return told, bad
