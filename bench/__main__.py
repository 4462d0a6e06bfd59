"""`make bench`: every measurement, one after another."""

from bench import accept, columns, fresh, images, places, search, understand, uploads, welcome

for measurement in (accept, columns, fresh, images, places, search, understand, uploads, welcome):
    measurement.main()
