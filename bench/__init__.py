"""Measurements: each module prints one JSON object, compared within one run on one machine."""
