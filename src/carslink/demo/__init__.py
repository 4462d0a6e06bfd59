"""Plausible UK stock, made from nothing but a seed, and pushed through the public endpoint.

`market` says what each dealer has for sale on a day; `push` sends it. Nothing here is taken from
a real dealer or a real advertisement, and nothing imports Django.
"""
