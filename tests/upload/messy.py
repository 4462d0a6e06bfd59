"""A list as a dealer keeps it: a title, semicolons, one column for the car, and what goes wrong."""

from tests.push.shop import images, registration
from tests.upload.files import delimited

HEADER = (
    "Stk #", "Reg No.", "Vehicle", "Yr", "Retail £", "Miles", "Fuel Type", "Gearbox", "Colour",
    "Body", "Pics", "Advert text", "Cost price", "Sold?",
)  # fmt: skip
VEHICLES = (
    ("Ford Fiesta 1.0 EcoBoost Zetec", "Hatchback", "Petrol"),
    ("BMW 3 Series 320d M Sport", "saloon", "DIESEL"),
    ("Volkswagen Golf 1.5 TSI Life", "Hatch", "petrol"),
    ("Audi A4 Avant 2.0 TDI S line", "estate", "Diesel"),
    ("Toyota Yaris 1.5 Hybrid Icon", "Hatchback", "Petrol/Electric Hybrid"),
)
PRICES = ("£{:,}", "{:,}.00 GBP", "{}")
MILES = ("{:,}", "{} miles", "{}")
JOINED = (" | ", "\n", ", ")

NO_PLATE, ON_APPLICATION, NO_PHOTOGRAPHS, NO_BODY = 3, 5, 7, 11
"""Vehicles with a fault; the first is of another vehicle's registration again at the end."""


def row(number: int, start: int) -> list[str]:
    """Return the row of a vehicle, as people type."""
    named, body, fuel = VEHICLES[number % len(VEHICLES)]
    mark = registration(start + number)
    return [
        f"ST{1000 + number}",
        "not yet" if number == NO_PLATE else f"{mark[:4]} {mark[4:]}",
        named,
        str(2014 + number % 9),
        "POA"
        if number == ON_APPLICATION
        else PRICES[number % 3].format(5_000 + 731 * (number % 40)),
        MILES[number % 3].format(9_000 + 1_713 * (number % 60)),
        fuel,
        ("AUTO", "man", "Automatic")[number % 3],
        ("BLACK", "white", "Deep Blue Metallic")[number % 3],
        "" if number == NO_BODY else body,
        "" if number == NO_PHOTOGRAPHS else JOINED[number % 3].join(images(start + number, 6)),
        f"One owner, full history; {number % 3 + 1} keys & new MOT",
        str(4_000 + 500 * number),
        "",
    ]


def table(start: int, vehicles: int = 20) -> bytes:
    """Return the file: in Windows' letters, with a title, a blank row and the first car twice."""
    rows = [row(number, start) for number in range(vehicles)]
    half = vehicles // 2
    blank = [""] * len(HEADER)
    title = ["Stock list – please do not print", *blank[1:]]
    told = [title, blank, HEADER, *rows[:half], blank, *rows[half:], rows[0]]
    return delimited(told, ";").encode("cp1252")
