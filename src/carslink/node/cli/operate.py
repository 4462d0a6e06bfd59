"""Commands for whoever runs Carslink."""

import json
import sys

import click

from carslink.node.cli.database import opened, set_up


@click.group()
def feed() -> None:
    """Held removals, and feeds that went wrong."""


@feed.command()
@click.argument("sync_id")
def release(sync_id: str) -> None:
    """Say yes to the removals of this feed that the brake holds."""
    with opened():
        from carslink.stock import undo

        try:
            went = undo.release(sync_id)
        except undo.NoSuchFeed as error:
            raise click.ClickException(str(error)) from error
    print(f"{went} listings taken down.")


@feed.command()
@click.argument("sync_id")
def restore(sync_id: str) -> None:
    """Bring back what this feed took down."""
    with opened():
        from carslink.stock import undo

        try:
            back, passed_over = undo.restore(sync_id)
        except undo.NoSuchFeed as error:
            raise click.ClickException(str(error)) from error
    print(f"{back} listings are live again; {passed_over} passed over.")


@click.command()
def expire() -> None:
    """Take down stale stock now, as the schedule does every minute."""
    with opened():
        from carslink.stock.expire import expire as run

        print(f"{run()} listings expired.")


@click.command()
def reindex() -> None:
    """Build the search index of this machine anew, beside the old one."""
    with opened():
        from carslink.search import indexer

        indexer.request_rebuild()
    print("The indexer builds a new index and swaps it in when it is whole.")


@click.command()
@click.argument("text")
@click.option("--json", "as_json", is_flag=True, help="Print the answer as the API gives it.")
def understand(text: str, as_json: bool) -> None:
    """Say what search understands of TEXT, given this machine's index."""
    set_up()  # the index tells all: there is nothing to ask the database
    from carslink.api.refusals import Refused
    from carslink.search.understand import understand as read

    try:
        told = read(text).told()
    except Refused as refused:
        raise click.ClickException(str(refused)) from refused
    if as_json:
        print(json.dumps(told, indent=2, ensure_ascii=False))
        return
    for chip in told["chips"]:
        left_out = "not " if chip["negated"] else ""
        as_word = " (a word to be found)" if chip["kind"] == "keyword" else ""
        print(f"{chip['text']!r:30} {left_out}{chip['label']}{as_word}")


@click.command()
def doctor() -> None:
    """Look for what is wrong, and say what helps."""
    with opened():
        from django.core.management import call_command
        from django.db import connection

        with connection.cursor() as cursor:
            cursor.execute("SELECT version(), count(*) FROM stock_listing WHERE state = 'live'")
            version, live = cursor.fetchone()
            cursor.execute(
                "SELECT f.name, f.place, c.n - f.n, now() - f.reported_at"
                " FROM stock_follower f, stock_clock c ORDER BY 1, 2"
            )
            followers = cursor.fetchall()
        print(f"Database   {version.split(' on ')[0]}, {live:,} live listings")
        for name, place, behind, silent in followers:
            print(f"Follower   {name} at {place}: {behind} behind, heard of {silent} ago")
        try:
            call_command("check", deploy=False)
            call_command("migrate", check_unapplied=True, verbosity=0)
        except SystemExit:
            print("Tables     not up to date: run `carslink manage migrate`")
            sys.exit(1)
        print("Tables     up to date")
