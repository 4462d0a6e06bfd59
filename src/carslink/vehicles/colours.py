"""Basic colours, and the one that a dealer's or a maker's name for a paint comes under."""

import re

from carslink.vehicles.folding import first_rule, fold, fold_words, remembered, spellings

COLOURS = (
    "Black",
    "White",
    "Grey",
    "Silver",
    "Blue",
    "Red",
    "Green",
    "Yellow",
    "Orange",
    "Brown",
    "Beige",
    "Gold",
    "Purple",
    "Pink",
    "Bronze",
    "Maroon",
    "Turquoise",
    "Multicolour",
)

# Words that name a colour, in English and in the languages that makers christen their paints in.
_COLOUR_WORDS = spellings(
    {
        "Black": "blk, blak, nero, nera, noir, schwarz, negro, preto",
        "White": "wht, whi, bianco, bianca, blanc, blanche, weiss, blanco",
        "Grey": "gray, gry, grigio, gris, grau, grise, greyish, darkgrey, lightgrey",
        "Silver": "slv, silv, silvery, argento, argent, silber, plata",
        "Blue": "blu, bleu, blau, azul, azzurro, azzuro, bluish, darkblue, lightblue, navy",
        "Red": "rosso, rossa, rouge, rot, rojo, darkred",
        "Green": "grn, verde, vert, grun, gruen, darkgreen",
        "Yellow": "giallo, gialla, jaune, gelb, amarillo",
        "Orange": "arancio, arancione, naranja",
        "Brown": "brn, marrone, marron, braun, brun",
        "Beige": "buff, cream",
        "Gold": "golden, oro",
        "Purple": "viola, violet, violett, lilac, mauve, aubergine",
        "Pink": "rosa",
        "Bronze": "bronzo",
        "Maroon": "burgundy, claret",
        "Turquoise": "teal, aqua, aquamarine, cyan",
        "Multicolour": "multicolor, multicoloured, multicolored, multi coloured, multi colored, "
        "multi colour, multi color, multi, various, mixed, rainbow, two tone, 2 tone, tricolour",
    }
)

# Paints and materials that give the colour away where no colour is named: one-word or longer,
# the longest first. "Midnight" or "crystal" could be anything, so they are not here.
_PAINTS_BY_COLOUR = {
    "Black": "ebony, jet, onyx, obsidian, raven, panther, carbon flash, carbonio, obsidienne",
    "White": "snow, snowflake, alabaster, polar, glacier, arctic, chalk, alpine, mother of pearl, "
    "oryx, ibis, suzuka, blizzard, sea salt, ghiaccio, frost, ice, milk, fuji, "
    "yulong, summit, magnolia",
    "Grey": "gunmetal, gun metal, gun metallic, magnetic, anthracite, graphite, charcoal, slate, "
    "nardo, granite, lead, smoke, cement, concrete, gravity, gravel, stone, penta metal, "
    "polished metal, modern steel, satin steel, dark knight, son of a gun, star dust, storm bay, "
    "steel, urban titanium, titanium, tungsten, platinum graphite, magnetite, shark, manhattan, "
    "daytona, carbon, thunder, lava stone, corris, eiger, carpathian, cosmic, rhino, "
    "dravit, brooklyn, polymetal, tarmac, asphalt, pewter, grafite, nimbus, artense, ash, "
    "wolf, sonic titanium, iron",
    "Silver": "chrome, chromium, aluminium, aluminum, mercury, quicksilver, iridium, flip chip, "
    "sterling, indus, hakuba, moondust, cirrus, moonlight, zermatt",
    "Blue": "azure, sapphire, cobalt, indigo, denim, ocean, sky, marine, atlantic, royal, "
    "ultramarine, lapis, lapiz, estoril, portimao, tanzanite, cavansite, aegean, baltic, "
    "pacific, waterworld, tansanit, byron, loire, portofino, cornflower",
    "Red": "crimson, scarlet, cherry, ruby, rubis, vermilion, cardinal, chilli, chili, "
    "strawberry, tomato, flame, garnet, misano, melbourne, soul, elixir, rosella, "
    "firenze, tornado, infra, poppy, ferrari",
    "Green": "emerald, olive, jade, lime, mint, moss, forest, sage, khaki, fern, malachite, pine, "
    "mamba, pistachio, avocado, bottle, pangea, amazonite",
    "Yellow": "lemon, mustard, canary, sunflower, saffron, banana, turmeric, kurkuma, bumblebee",
    "Orange": "tangerine, mandarin, amber, sunset, pumpkin, papaya, apricot, sedona, valencia",
    "Brown": "chocolate, mocha, mokka, coffee, chestnut, espresso, walnut, cocoa, mahogany, "
    "cinnamon, hazel, tan, toffee, sepia, cappuccino, conker",
    "Beige": "ivory, champagne, sand, taupe, oatmeal, almond, biscuit, latte, pannacotta, "
    "linen, oyster, desert, mojave, gondwana stone, kaikoura stone, zircon sand, vanilla, "
    "cashmere, sandstone, platinum quartz, savannah, parchment",
    "Gold": "inca, brass",
    "Purple": "amethyst, plum, orchid, lavender, thundernight, grape, nightshade, damson, "
    "heather, ultraviolet, twilight",
    "Pink": "rose, fuchsia, magenta, salmon, blush, flamingo",
    "Bronze": "copper, lantau",
    "Maroon": "wine, bordeaux, merlot, oxblood, bordo, rioja",
    "Turquoise": "topaz, caribbean, miami",
    "Multicolour": "two tone, two toned, dual tone, tri tone, multi coloured, multi colour",
}
_PAINTS = sorted(
    ((name, colour) for colour, names in _PAINTS_BY_COLOUR.items() for name in names.split(", ")),
    key=lambda paint: -len(paint[0]),
)
# What follows one of these is a second colour: roof, stripes, the other half of a motorcycle.
_SECOND_COLOUR = re.compile(r"[/&+,(;|]|\s-\s|\b(?:with|and|over|contrast)\b", re.IGNORECASE)


@remembered
def basic_colour(text: str) -> str | None:
    """Return the basic colour of a paint: ``Black Sapphire`` is ``Black``, ``Gunmetal`` ``Grey``.

    A colour that is named decides, the last one where there are several, as in English (``Silver
    Grey`` is a grey); else a maker's name or a material that is always of one colour. Of
    two-coloured vehicles the first colour counts (``Red/Black``). None where the name gives
    nothing away (``Midnight Pearl``).
    """
    known = _COLOUR_WORDS.get(fold(text))
    if known:
        return known
    colours = (_named_colour(fold_words(part)) for part in _SECOND_COLOUR.split(text))
    return next(filter(None, colours), None)


def _named_colour(words: list[str]) -> str | None:
    # "Multi-coat" is a finish.
    named = [_COLOUR_WORDS[word] for word in words if word in _COLOUR_WORDS and word != "multi"]
    if named:
        return named[-1]
    return first_rule(words, _PAINTS)
