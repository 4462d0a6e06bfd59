"""Dealers: who sells, as their feeds describe them."""
