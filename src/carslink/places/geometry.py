"""Distances on the ground."""

import math

MILES_OF_RADIUS = 3958.7613
"""The Earth's mean radius (IUGG), in statute miles."""


def distance_miles(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Return the great-circle distance between two points in degrees, in miles (haversine)."""
    a, b = math.radians(lat1), math.radians(lat2)
    across = math.sin(math.radians(lon2 - lon1) / 2) ** 2
    half = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * across
    return 2 * MILES_OF_RADIUS * math.asin(min(1.0, math.sqrt(half)))
