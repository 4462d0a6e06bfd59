"""The table that a dealer may start from: its columns, an example, and notes in plain words."""

import re
from dataclasses import dataclass
from typing import BinaryIO

from carslink.upload import writing

ALWAYS = "Always"
CARS_AND_VANS = "For cars and vans"
IF_KNOWN = "If you have it"
PHOTOGRAPHS = 8
ADDRESS = "www.example.com/stock/"


@dataclass(frozen=True)
class Column:
    """A column of the template: the field it fills, and what a dealer is told of it."""

    name: str
    field: str
    needed: str
    note: str
    example: str = ""


def _photographs() -> tuple[Column, ...]:
    names = ("front", "rear", "side", "interior")
    return tuple(
        Column(
            f"Image {number}",
            "images",
            ALWAYS if number <= 4 else IF_KNOWN,
            "The web address (https) of a photograph; the best one first. A vehicle goes live with"
            " four or more. Without addresses it becomes a draft, and you drop the photographs on"
            " it. Add Image 9, Image 10 and so on for more.",
            f"https://{ADDRESS}{names[number - 1]}.jpg" if number <= 4 else "",
        )
        for number in range(1, PHOTOGRAPHS + 1)
    )


COLUMNS: tuple[Column, ...] = (
    Column(
        "Registration", "registration", ALWAYS,
        "The number plate, with or without its space.", "AB21 XYZ",
    ),
    Column("Make", "make", ALWAYS, "As on the badge: Ford, BMW, Yamaha.", "BMW"),
    Column("Model", "model", ALWAYS, "Without engine and trim: Fiesta, 3 Series.", "3 Series"),
    Column("Variant", "variant", IF_KNOWN, "Engine and trim.", "320d M Sport"),
    Column("Year", "year", ALWAYS, "Four digits: the year it was first registered.", "2021"),
    Column(
        "Price", "price", ALWAYS,
        "What you ask, in pounds. A row that says POA cannot go live.", "28995",
    ),
    Column("Mileage", "mileage", ALWAYS, "In miles. Write km behind kilometres.", "24500"),
    Column(
        "Body type", "body_type", CARS_AND_VANS,
        "Hatchback, Saloon, Estate, SUV, Coupe, Convertible, MPV, Pickup, Panel Van and so on.",
        "Saloon",
    ),
    Column("Fuel", "fuel", IF_KNOWN, "Petrol, Diesel, Hybrid, Plug-in Hybrid, Electric.", "Diesel"),
    Column(
        "Transmission", "transmission", IF_KNOWN,
        "Manual, Automatic, Semi-Automatic or CVT.", "Automatic",
    ),
    Column("Colour", "colour", IF_KNOWN, "The maker's name or a plain one.", "Black Sapphire"),
    Column("Engine size (cc)", "engine_size", IF_KNOWN, "In cc: 1995. 2.0 litres will do.", "1995"),
    Column("Condition", "condition", IF_KNOWN, "Used, New or Nearly New.", "Used"),
    Column(
        "Vehicle type", "vehicle_type", IF_KNOWN,
        "Car, Van or Motorcycle. Left empty, it is a car.", "Car",
    ),
    Column("VIN", "vin", IF_KNOWN, "17 letters and digits. Buyers do not see it."),
    Column(
        "Stock number", "source_id", IF_KNOWN,
        "Your own number. It stays with the vehicle when the plate changes. Buyers do not see it.",
        "ST1001",
    ),
    Column(
        "Description", "description", IF_KNOWN,
        "In your own words. Left empty, one is written from the facts.",
        "One owner from new with full BMW service history.",
    ),
    Column(
        "Link to vehicle", "listing_url", IF_KNOWN,
        "The vehicle's page on your own website, beginning with https.",
        f"https://{ADDRESS}ST1001",
    ),
    Column("Bike type", "bike_type", IF_KNOWN, "Motorcycles: Naked, Sports, Adventure, Scooter…"),
    Column("Licence category", "licence_category", IF_KNOWN, "Motorcycles: A, A1, A2 or AM."),
    Column("Van type", "van_type", IF_KNOWN, "Vans: Panel Van, Crew Van, Luton, Tipper…"),
    Column("Roof height", "roof_height", IF_KNOWN, "Vans: Low, Medium or High, or millimetres."),
    Column(
        "Load length", "load_length", IF_KNOWN,
        "Vans: Short, Medium, Long or Extra Long, or millimetres.",
    ),
    Column("Payload (kg)", "payload_kg", IF_KNOWN, "Vans: in kilograms."),
    Column("Load volume (m3)", "load_volume_m3", IF_KNOWN, "Vans: in cubic metres."),
    *_photographs(),
)  # fmt: skip

HEADER = tuple(column.name for column in COLUMNS)
EXAMPLE = tuple(column.example for column in COLUMNS)

_NOTES = (
    ("Column", "Needed", "What to write"),
    *((column.name, column.needed, column.note) for column in COLUMNS),
    ("", "", ""),
    ("The example", "", "Put your own vehicles below it. It is left out of what you upload."),
    ("Columns", "", "Leave out columns that you do not need, add your own, or change their order."),
)


_PLATE = "AB21 XYZ"
_PLATES = frozenset({_PLATE, _PLATE.replace(" ", ""), _PLATE.lower()})
_DRESS = re.compile(r"\.00$|[^a-z0-9]")


def _bare(cell: str) -> str:
    """Return a cell as it is below the format that a spreadsheet gives it: £28,995.00 is 28995."""
    return _DRESS.sub("", cell.casefold())


_TELLING = frozenset(
    _bare(column.example)
    for column in COLUMNS
    if column.field in ("variant", "price", "mileage", "colour", "source_id", "description")
)
_ENOUGH = 2


def is_example(cells: tuple[str, ...]) -> bool:
    """Whether a row is the template's own example: nobody's vehicle.

    Its columns may be fewer, or in another order, beside others. The plate may be somebody's: it
    needs an address of the example beside it, or two more of what is told there. With another
    plate it is a vehicle that somebody has typed over the example.
    """
    if _PLATES.isdisjoint(cells):  # as in nearly all rows
        return False
    return (
        any(ADDRESS in cell for cell in cells) or len(_TELLING & set(map(_bare, cells))) >= _ENOUGH
    )


def write_csv(into: BinaryIO) -> None:
    """Write the template as CSV, which has no place for notes."""
    writing.write_csv(into, (HEADER, EXAMPLE))


def write_xlsx(into: BinaryIO) -> None:
    """Write the template as a workbook, its notes on a sheet of their own."""
    with writing.workbook(into) as book:
        widths = [max(12, min(40, len(name) + 2)) for name in HEADER]
        writing.write_sheet(book, "Stock", (HEADER, EXAMPLE), widths)
        writing.write_sheet(book, "Notes", _NOTES, (20, 18, 90))
