"""Repeatable chance: the same key gives the same draws on every machine and in every order.

Only `random()` of the standard generator is used, which Python promises never to change, and only
the four operations of arithmetic on what it gives: logarithms and powers differ in the last digit
from one C library to another.
"""

from bisect import bisect
from collections.abc import Callable, Sequence
from hashlib import blake2b
from random import Random
from typing import TypeVar

T = TypeVar("T")
Draw = Callable[[], float]  # the next number from 0 up to, not including, 1


def number_of(*key: object) -> int:
    """Return the 64-bit number that stands for a key."""
    text = "\x1f".join(map(str, key))
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "big")


def stream(*key: object) -> Draw:
    """Return the draws that belong to a key."""
    return Random(number_of(*key)).random


def pick(items: Sequence[T], draw: Draw) -> T:
    """Return one of the items, each as likely as the next."""
    return items[int(draw() * len(items))]


def pick_index(totals: Sequence[float], draw: Draw) -> int:
    """Return a place in a running total of weights, as likely as its weight."""
    return min(bisect(totals, draw() * totals[-1]), len(totals) - 1)


def between(points: Sequence[float], position: float) -> float:
    """Return the value at a position along evenly spaced points, 0 being the first, straight
    lines between them; beyond the ends, the end."""
    if position <= 0:
        return points[0]
    left = int(position)
    if left >= len(points) - 1:
        return points[-1]
    return points[left] + (points[left + 1] - points[left]) * (position - left)
