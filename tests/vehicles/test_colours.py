import pytest

from carslink.vehicles.colours import COLOURS, basic_colour

PAINTS = {
    "Black": "Black Sapphire, Jet Black, Carbon Flash, BLK, Nero, Obsidian, Panther Black, Onyx",
    "White": "Alpine White III, Frozen White, Pearl White Multi-Coat, Off White, Bianco, Polar",
    "Grey": "Gunmetal, Magnetic Grey, Magnetic, Nardo Grey, Mineral Grey Metallic, gray, "
    "Silver Grey, Anthracite, Volcano Gray, Satin Steel, Slate",
    "Silver": "Reflex Silver, Moondust, Silver with black roof, Argento, Tungsten Silver",
    "Blue": "Midnight Blue, Navy, Dark Blue, Azzurro, Cobalt, Blue Dusk, Blue/White",
    "Red": "Candy Red, Race Red, Soul Red Crystal, Rosso, Ruby, Red/Black, Red (Black Roof)",
    "Green": "British Racing Green, Verde, Emerald, Mamba",
    "Yellow": "Giallo, Python Yellow, Turmeric",
    "Orange": "Sedona Orange, Tangerine",
    "Brown": "Golden Brown, Mocha, Chocolate",
    "Beige": "Cream, Buff, Champagne, Ivory, Gondwana Stone",
    "Gold": "golden, Rose Gold, Inca Gold",
    "Purple": "Violet, Thundernight, Aubergine",
    "Pink": "Rosé, Fuchsia",
    "Bronze": "Chestnut Bronze, Copper",
    "Maroon": "Burgundy, Claret",
    "Turquoise": "Teal, Aqua, Makena Turquoise",
    "Multicolour": "Multi-Coloured, multicolor, Two Tone, Two-Tone Metallic, various",
}


@pytest.mark.parametrize(
    ("colour", "paint"),
    [(colour, name) for colour in PAINTS for name in PAINTS[colour].split(", ")],
)
def test_a_paint_comes_under_its_basic_colour(colour: str, paint: str) -> None:
    assert basic_colour(paint) == colour
    assert basic_colour(paint.upper()) == colour


def test_every_basic_colour_has_its_paints() -> None:
    assert tuple(PAINTS) == COLOURS


@pytest.mark.parametrize(
    "name",
    ["", "Metallic", "Midnight Pearl", "Not stated", "Special Order", "Redline", "Multi-coat"],
)
def test_a_name_that_gives_nothing_away_is_none(name: str) -> None:
    assert basic_colour(name) is None
