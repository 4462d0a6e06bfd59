"""Commands about postcodes and places; they need no database."""

import json
import sys
from dataclasses import asdict
from pathlib import Path

import click


@click.command()
@click.argument("text", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def postcode(text: tuple[str, ...], as_json: bool) -> None:
    """Say where a postcode is, or its first half alone: latitude, longitude, town, region."""
    from carslink import places

    asked = " ".join(text)
    if place := places.lookup(asked):
        if as_json:
            print(json.dumps(asdict(place), ensure_ascii=False))
        else:
            print(f"{place.postcode}  {place.lat} {place.lon}  {place.town}, {place.region}")
        return
    if as_json:
        print(json.dumps({"error": _unknown(asked)}, ensure_ascii=False))
    else:
        print(_unknown(asked), file=sys.stderr)
    sys.exit(1)


def _unknown(asked: str) -> str:
    """Return what to tell of a text that is no postcode, or of one that no source has."""
    from carslink import places
    from carslink.places.spelling import compact, split

    parts = split(compact(asked))
    if not parts:
        return f"{asked!r} is no UK postcode. Write one like M1 1AE, or its first half alone, M1."
    outward, inward = parts
    around = places.lookup(outward) if inward else None
    if around:
        return (
            f"No postcode {outward} {inward} is known. Look for a slip;"
            f" {outward} is in {around.town}, {around.region}."
        )
    return f"No postcode area or district {outward} with a place on the map is known."


@click.group()
def postcodes() -> None:
    """The table of postcodes that places are looked up in."""


@postcodes.command()
def prepare() -> None:
    """Build the table if there is none yet, or it is of another version."""
    from carslink import places
    from carslink.places.gazetteer import SourceChangedError

    try:
        places.prepare()
    except (SourceChangedError, OSError) as error:
        raise click.ClickException(f"The table of postcodes cannot be built: {error}") from error


@postcodes.command(name="import")
@click.argument("file", type=click.Path(path_type=Path))
def import_(file: Path) -> None:
    """Read a full ONS Postcode Directory or Code-Point (CSV, zip or folder) into the table."""
    from carslink.places.importing import ImportRefusedError, import_file

    try:
        count, passed_over = import_file(file)
    except (ImportRefusedError, OSError) as error:
        raise click.ClickException(str(error)) from error
    print(
        f"{count:,} postcodes are in the table; {passed_over:,} rows without a point passed over."
    )
