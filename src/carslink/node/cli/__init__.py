"""The `carslink` command: what people, tests and containers call."""

import click

from carslink.node.cli import demo, operate, partner, run


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="carslink")
def main() -> None:
    """Carslink, a UK vehicle search engine fed by dealers' stock."""


for command in (
    run.serve,
    run.web,
    run.worker,
    run.indexer,
    run.manage,
    partner.partner,
    demo.demo,
    operate.feed,
    operate.expire,
    operate.reindex,
    operate.doctor,
):
    main.add_command(command)
