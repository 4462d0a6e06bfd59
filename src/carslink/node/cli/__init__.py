"""The `carslink` command: what people, tests and containers call."""

import sys

import click

from carslink.node.cli import columns, demo, operate, partner, places, run


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="carslink")
def carslink() -> None:
    """Carslink, a UK vehicle search engine fed by dealers' stock."""


for command in (
    run.serve,
    run.web,
    run.worker,
    run.indexer,
    run.pictures,
    run.manage,
    partner.partner,
    demo.demo,
    operate.feed,
    operate.expire,
    operate.reindex,
    operate.understand,
    operate.doctor,
    columns.columns,
    places.postcode,
    places.postcodes,
):
    carslink.add_command(command)


def main() -> None:
    """Run the command; a wrong setting is told in one line, not in a stack trace."""
    try:
        carslink()
    except Exception as error:
        if type(error).__name__ != "ImproperlyConfigured":  # Django's, which `serve` never imports
            raise
        print(f"Error: {error}", file=sys.stderr)
        sys.exit(2)
