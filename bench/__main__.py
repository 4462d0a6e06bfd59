"""`make bench`: every measurement, one after another."""

from bench import accept, columns, fresh, images, places, search, understand, welcome

for measurement in (accept, columns, fresh, images, places, search, understand, welcome):
    measurement.main()
