"""One machine: settings, addresses, the database, supervision and the `carslink` command."""
