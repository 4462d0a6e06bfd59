"""Make `places/data/regions.csv` from a full ONS Postcode Directory.

    python -m tools.regions ONSPD_NOV_2025.zip > regions.csv

Finds the fewest starts of postcodes (area, district, sector, sector with a letter, whole code) from
which the longest that fits says the region of every postcode in the directory.
"""

import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from carslink.places.importing import WIDTH, Rows, _read, _tables
from carslink.places.regions import SHORT
from carslink.places.units import UNSAID

HEADER = """\
# The region of a postcode: the longest start that fits it decides. See places/regions.py.
# Source of every line: ONS Postcode Directory, {edition}.
# Contains OS data (c) Crown copyright and database right, Royal Mail data (c) Royal Mail copyright
# and database right, National Statistics data (c) Crown copyright and database right.
# Open Government Licence 3.0.
"""


@dataclass
class Node:
    """All postcodes with one start: the longer starts among them, and the regions they are in."""

    parts: "dict[str, Node]" = field(default_factory=lambda: defaultdict(Node))
    regions: set[int] = field(default_factory=set)
    costs: dict[int | None, tuple[int, int | None]] = field(default_factory=dict)


def starts(postcode: str) -> tuple[str, ...]:
    """Return the starts of a code without spaces, the broadest first."""
    outward, inward = postcode[:-3], postcode[-3:]
    area = outward[: 2 if outward[1].isalpha() else 1]
    return area, outward, *(f"{outward} {inward[:n]}" for n in (1, 2, 3))


def by_area(rows: Rows) -> dict[str, list[tuple[str, int]]]:
    """Return the postcodes whose region is said, by area: one tree for all would fill gigabytes."""
    areas = defaultdict(list)
    codes = memoryview(rows.postcodes)
    for number, region in enumerate(rows.region):
        if region != UNSAID:
            code = bytes(codes[number * WIDTH : (number + 1) * WIDTH]).rstrip(b"\0").decode()
            areas[starts(code)[0]].append((code, region))
    return areas


def grown(postcodes: list[tuple[str, int]]) -> Node:
    """Return the tree of an area's postcodes."""
    root = Node()
    for postcode, region in postcodes:
        node = root
        node.regions.add(region)
        for start in starts(postcode)[1:]:
            node = node.parts[start]
            node.regions.add(region)
    return root


def cost(node: Node, inherited: int | None) -> tuple[int, int | None]:
    """Return how many lines a node needs below what it inherits, and the line of its own."""
    if node.regions == {inherited}:
        return 0, None
    if inherited not in node.costs:
        choices = [] if inherited is None else [(_below(node, inherited), None)]
        choices += [(1 + _below(node, own), own) for own in sorted(node.regions)]
        node.costs[inherited] = min(choices, key=lambda choice: choice[0])
    return node.costs[inherited]


def _below(node: Node, region: int) -> int:
    if not node.parts:
        return 0 if region in node.regions else 1_000_000  # a code must have its own region
    return sum(cost(part, region)[0] for part in node.parts.values())


def lines(node: Node, start: str, inherited: int | None) -> Iterator[tuple[str, int]]:
    """Yield the lines for a node and what is under it."""
    needed, own = cost(node, inherited)
    if own is not None:
        yield start, own
        inherited = own
    if needed:
        for part, below in node.parts.items():
            yield from lines(below, part, inherited)


def main(path: Path) -> None:
    """Print the table."""
    rows = Rows()
    for name, file in _tables(path):
        _read(name, file, rows, rows)
    print(HEADER.format(edition=path.stem), end="")
    found = [("GY", SHORT.index("CI")), ("JE", SHORT.index("CI"))]  # they have no points there
    for area, postcodes in by_area(rows).items():
        found += lines(grown(postcodes), area, None)
    for start, region in sorted(found):
        print(f"{start},{SHORT[region]}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
