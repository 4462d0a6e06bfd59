"""`python -m carslink` is the `carslink` command."""

from carslink.node.cli import main

main()
