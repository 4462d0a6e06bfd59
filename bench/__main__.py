"""`make bench`: every measurement, one after another."""

from bench import accept, fresh, places, search, welcome

for measurement in (accept, fresh, places, search, welcome):
    measurement.main()
