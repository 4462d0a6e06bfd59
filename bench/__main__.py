"""`make bench`: every measurement, one after another."""

from bench import accept, fresh, places

for measurement in (accept, fresh, places):
    measurement.main()
