"""`make bench`: every measurement, one after another."""

from bench import accept, fresh, images, places, search, understand, welcome

for measurement in (accept, fresh, images, places, search, understand, welcome):
    measurement.main()
