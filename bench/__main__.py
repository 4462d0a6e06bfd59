"""`make bench`: every measurement, one after another."""

from bench import accept, fresh, places, welcome

for measurement in (accept, fresh, places, welcome):
    measurement.main()
