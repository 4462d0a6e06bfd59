"""`make bench`: every measurement, one after another."""

from bench import accept, fresh, welcome

for measurement in (accept, fresh, welcome):
    measurement.main()
