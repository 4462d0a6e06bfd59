"""Makes by the country that buyers have in mind: "nothing French", "a German estate"."""

from functools import cache

from carslink.vehicles.folding import fold

MAKES = {
    "American": (
        "Buick, Cadillac, Chevrolet, Chrysler, Corvette, Dodge, Ford, GMC, Hummer, Jeep, Lincoln, "
        "Mercury, Oldsmobile, Plymouth, Pontiac, RAM, Shelby, Tesla, Buell, Harley-Davidson, "
        "Indian, Polaris, Zero"
    ),
    "British": (
        "AC, Ariel, Aston Martin, Austin, Austin-Healey, Bentley, Bristol, Caterham, Daimler, "
        "Ginetta, Hillman, INEOS, Jaguar, Jensen, Lagonda, Land Rover, LDV, LEVC, Lotus, McLaren, "
        "MG, MINI, Morgan, Morris, Noble, Reliant, Rolls-Royce, Rover, TVR, Triumph, Vauxhall, "
        "Westfield, AJS, BSA, Norton"
    ),
    "Chinese": (
        "BYD, Changan, Chery, Geely, Great Wall, GWM, Jaecoo, Leapmotor, Maxus, NIO, Omoda, "
        "Skywell, XPENG, Zeekr, CFMOTO, Keeway, Lexmoto, QJMOTOR, Super Soco, VOGE, Zontes"
    ),
    "Czech": "Skoda, Jawa",
    "French": "Aixam, Alpine, Bugatti, Citroen, DS, Matra, Peugeot, Renault, Simca",
    "German": (
        "Alpina, Audi, BMW, Maybach, Mercedes-Benz, Opel, Porsche, Smart, Volkswagen, MAN, MZ"
    ),
    "Italian": (
        "Abarth, Alfa Romeo, De Tomaso, Ferrari, Fiat, Iveco, Lamborghini, Lancia, Maserati, "
        "Pagani, Aprilia, Benelli, Bimota, Ducati, Gilera, Italjet, Laverda, Moto Guzzi, "
        "Moto Morini, MV Agusta, Piaggio, Vespa"
    ),
    "Japanese": (
        "Daihatsu, Datsun, Honda, Infiniti, Isuzu, Lexus, Mazda, Mitsubishi, Nissan, Subaru, "
        "Suzuki, Toyota, Kawasaki, Yamaha"
    ),
    "Korean": "Daewoo, Genesis, Hyundai, Kia, KGM, SsangYong, Hyosung",
    "Spanish": "CUPRA, SEAT, Derbi, GASGAS, Rieju",
    "Swedish": "Koenigsegg, Polestar, Saab, Volvo, Husqvarna",
}
SAID = {
    "American": "american, made in america, american made",
    "British": "british, made in britain, british made, british built",
    "Chinese": "chinese, made in china, chinese made",
    "Czech": "czech",
    "French": "french, made in france, french made",
    "German": "german, made in germany, german made, german built",
    "Italian": "italian, made in italy, italian made",
    "Japanese": "japanese, jap, made in japan, japanese made",
    "Korean": "korean, south korean, made in korea",
    "Spanish": "spanish, made in spain",
    "Swedish": "swedish, scandinavian, made in sweden",
}


@cache
def by_key() -> dict[str, str]:
    """Return the country that each phrase names."""
    return {key: country for country, text in SAID.items() for key in map(fold, text.split(", "))}
