"""`make bench`: every measurement, one after another."""

from bench import accept, fresh

for measurement in (accept, fresh):
    measurement.main()
