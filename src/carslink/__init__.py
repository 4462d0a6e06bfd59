"""Carslink: a UK vehicle search engine fed by dealers' stock."""
