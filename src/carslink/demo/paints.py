"""Colours: how common each is, and what makers call their paints."""

from functools import lru_cache
from itertools import accumulate

_COMMON = {  # per cent of vehicles, roughly as SMMT reports new registrations
    "car": "Grey 26, Black 21, Blue 17, White 16, Red 9, Silver 7, Green 1.6, Orange 0.9, "
    "Yellow 0.5, Brown 0.5, Bronze 0.4, Beige 0.3, Purple 0.3, Gold 0.2",
    "van": "White 54, Grey 15, Silver 12, Black 8, Blue 7, Red 3, Orange 0.5, Green 0.5",
    "motorcycle": "Black 29, Red 16, Blue 14, Grey 12, White 11, Green 8, Orange 4, Silver 4, "
    "Yellow 2",
}
_PAINTS = {
    "Audi": "Daytona Grey, Nano Grey, Mythos Black, Brilliant Black, Glacier White, Ibis White, "
    "Navarra Blue, Turbo Blue, Tango Red, Floret Silver, District Green, Python Yellow",
    "BMW": "Mineral Grey, Brooklyn Grey, Black Sapphire, Jet Black, Alpine White, Mineral White, "
    "Estoril Blue, Portimao Blue, Phytonic Blue, Melbourne Red, Glacier Silver, "
    "San Remo Green, Sunset Orange",
    "Citroen": "Platinum Grey, Perla Nera Black, Polar White, Spring Blue, Elixir Red, "
    "Cumulus Grey, Steel Grey",
    "Dacia": "Shale Grey, Nacre Black, Glacier White, Iron Blue, Fusion Red, Highland Grey, "
    "Cedar Green, Dusty Khaki Green, Arizona Orange",
    "Fiat": "Pompei Grey, Vesuvio Black, Bossa Nova White, Gelato White, Italia Blue, "
    "Pasodoble Red",
    "Ford": "Magnetic Grey, Agate Black, Panther Black, Shadow Black, Frozen White, Deep Impact "
    "Blue, Desert Island Blue, Blazer Blue, Race Red, Fantastic Red, Moondust Silver, "
    "Solar Silver, Mean Green, Fury Orange",
    "Honda": "Polished Metal Grey, Crystal Black, Platinum White, Brilliant Sporty Blue, "
    "Milano Red, Rallye Red, Lunar Silver, Shining Grey",
    "Hyundai": "Magnetic Grey, Phantom Black, Polar White, Stargazing Blue, Engine Red, "
    "Platinum Silver, Shimmering Silver, Cyber Grey, Amazon Grey",
    "Jaguar": "Eiger Grey, Santorini Black, Fuji White, Yulong White, Bluefire Blue, Firenze Red, "
    "Indus Silver, Carpathian Grey",
    "Kia": "Penta Grey, Lunar Grey, Ebony Black, Fusion White, Deluxe White, "
    "Blue Flame Blue, Infra Red, Sirius Silver, Sparkling Silver",
    "Land Rover": "Corris Grey, Carpathian Grey, Eiger Grey, Santorini Black, Narvik Black, "
    "Fuji White, Yulong White, Byron Blue, Loire Blue, Firenze Red, Indus Silver, "
    "Pangea Green, Namib Orange",
    "Mazda": "Machine Grey, Polymetal Grey, Jet Black, Arctic White, Snowflake White, "
    "Deep Crystal Blue, Eternal Blue, Soul Red, Sonic Silver",
    "Mercedes-Benz": "Mountain Grey, Selenite Grey, Cosmos Black, Obsidian Black, Night Black, "
    "Polar White, Brilliant Blue, Cavansite Blue, Denim Blue, Jupiter Red, "
    "Iridium Silver, Polar Silver, Sun Yellow",
    "MG": "Monument Silver, Ebony Black, Arctic White, Battersea Blue, Diamond Red, "
    "Camden Grey, Medal Silver, Fizzy Orange",
    "MINI": "Moonwalk Grey, Thunder Grey, Midnight Black, Pepper White, Starlight Blue, "
    "Island Blue, Chili Red, Melting Silver, British Racing Green, Volcanic Orange",
    "Nissan": "Gun Metallic Grey, Ceramic Grey, Pearl Black, Storm White, Arctic White, "
    "Magnetic Blue, Ink Blue, Flame Red, Fuji Sunset Red, Blade Silver",
    "Peugeot": "Platinum Grey, Artense Grey, Nera Black, Pearl White, Bianca White, "
    "Vertigo Blue, Magnetic Blue, Ultimate Red, Elixir Red, Faro Yellow",
    "Porsche": "Agate Grey, Volcano Grey, Jet Black, Carrara White, Gentian Blue, Sapphire Blue, "
    "Guards Red, Carmine Red, GT Silver, Rhodium Silver, Racing Yellow, Lava Orange",
    "Renault": "Titanium Grey, Highland Grey, Diamond Black, Glacier White, Arctic White, "
    "Iron Blue, Celadon Blue, Flame Red, Mercury Silver, Valencia Orange",
    "SEAT": "Magnetic Grey, Monsoon Grey, Midnight Black, Nevada White, Candy White, "
    "Mediterraneo Blue, Mystery Blue, Desire Red, Emocion Red, Urban Silver",
    "Skoda": "Graphite Grey, Quartz Grey, Steel Grey, Magic Black, Moon White, Candy White, "
    "Race Blue, Energy Blue, Titan Blue, Velvet Red, Corrida Red, Brilliant Silver, "
    "Phoenix Orange",
    "Suzuki": "Mineral Grey, Super Black, Arctic White, Speedy Blue, Sphere Blue, Burning Red, "
    "Premium Silver",
    "Tesla": "Midnight Silver, Quicksilver Silver, Solid Black, Pearl White, Deep Blue, "
    "Ultra Red, Stealth Grey",
    "Toyota": "Decuma Grey, Ash Grey, Eclipse Black, Attitude Black, Pure White, Pearl White, "
    "Denim Blue, Nebula Blue, Scarlet Red, Tokyo Red, Tyrol Silver, Precious Silver",
    "Triumph": "Ice Silver, Matt Graphite Grey, Sapphire Black, Jet Black, Crystal White, "
    "Caspian Blue, Diablo Red, Korosi Red, Competition Green",
    "Vauxhall": "Quantum Grey, Moonstone Grey, Carbon Flash Black, Mineral Black, Summit White, "
    "Jade White, Nautic Blue, Persian Blue, Lava Red, Chilli Red, Sovereign Silver, "
    "Mandarina Orange",
    "Volkswagen": "Indium Grey, Urano Grey, Dolphin Grey, Deep Black, Pure White, Oryx White, "
    "Atlantic Blue, Lapiz Blue, Tornado Red, Kings Red, Reflex Silver, Pyrite Silver, "
    "Turmeric Yellow",
    "Volvo": "Thunder Grey, Osmium Grey, Onyx Black, Ice White, Crystal White, Denim Blue, "
    "Bursting Blue, Fusion Red, Bright Silver, Sage Green",
    "Kawasaki": "Metallic Spark Black, Ebony Black, Lime Green, Candy Red, Graphite Grey",
    "Yamaha": "Tech Black, Midnight Black, Icon Blue, Racing Blue, Storm Grey, Redline Red",
}


@lru_cache(maxsize=8)
def common_colours(vehicle_type: str) -> tuple[tuple[str, ...], tuple[float, ...]]:
    """Return the basic colours of a vehicle type and the running total of how common they are."""
    pairs = [entry.rsplit(" ", 1) for entry in _COMMON[vehicle_type].split(", ")]
    return (
        tuple(colour for colour, _ in pairs),
        tuple(accumulate(float(share) for _, share in pairs)),
    )


@lru_cache(maxsize=2048)
def paints(make: str, colour: str) -> tuple[str, ...]:
    """Return what a make calls its paints of a basic colour; the colour alone where unknown."""
    named = (name for name in _PAINTS.get(make, "").split(", ") if name.endswith(f" {colour}"))
    return tuple(named) or (colour,)
