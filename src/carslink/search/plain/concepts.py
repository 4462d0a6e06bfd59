"""What people mean without saying: each concept with what it gently prefers, and how it is said.

A preference orders what is found and leaves nothing out. Its facts are those that listings have.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from carslink.search.query import Preference

ELECTRIFIED = ("Electric", "Plug-in Hybrid", "Hybrid")
LASTING_MAKES = ("Toyota", "Lexus", "Honda", "Mazda", "Suzuki", "Kia", "Hyundai")
FINE_MAKES = ("Audi", "BMW", "Mercedes-Benz", "Jaguar", "Lexus", "Land Rover", "Volvo", "Porsche",
              "Bentley")  # fmt: skip

Wish = tuple[str, tuple[str, ...] | tuple[float | None, float | None], float]
"""A filter with the values liked, or with bounds; and how much of a difference it makes."""


@dataclass(frozen=True)
class Concept:
    """A thing that people want a vehicle for, or want it to be.

    `said` are ways to say it, divided by a comma and a space; `why` says to people what is
    preferred for it.
    """

    name: str
    label: str
    why: str
    wishes: Callable[[date], tuple[Wish, ...]]
    said: str

    def preferences(self, today: date) -> tuple[Preference, ...]:
        """Return what the concept prefers on a day."""
        return tuple(
            _preference(name, told, weight, f"{self.label}: {self.why}")
            for name, told, weight in self.wishes(today)
        )


def _preference(
    name: str,
    told: tuple[str, ...] | tuple[float | None, float | None],
    weight: float,
    why: str,
) -> Preference:
    values = tuple(each for each in told if isinstance(each, str))
    if values:
        return Preference(name, values, weight=weight, why=why)
    least, most = (each if not isinstance(each, str) else None for each in told)
    return Preference(name, (), least, most, weight, why)


def _always(*wishes: Wish) -> Callable[[date], tuple[Wish, ...]]:
    return lambda _: wishes


CONCEPTS: tuple[Concept, ...] = (
    Concept(
        "first_car", "First car", "a small engine, a hatchback, a modest price",
        _always(("engine_size", (None, 1300), 0.3), ("body_type", ("Hatchback",), 0.2),
                ("price", (None, 7000), 0.2)),
        "first car, new driver, young driver, learner driver, just passed my test, passed test, "
        "newly qualified driver, for my daughter to learn in, my son is learning to drive, "
        "for a teenager, for a 17 year old, starter car, first time driver, university student, "
        "student car, inexperienced driver, provisional licence, my daughter just passed",
    ),
    Concept(
        "family", "Family car", "room for children: an estate, an SUV or an MPV, not too old",
        lambda today: (("body_type", ("Estate", "SUV", "MPV"), 0.3),
                       ("year", (today.year - 8, None), 0.1), ("words", ("isofix",), 0.1)),
        "family car, family, for the family, kids, children, for the kids, school run, "
        "growing family, baby on the way, room for a pushchair, pram in the boot, three kids, "
        "two children, family of four, family of five, toddlers, grandchildren, child friendly, "
        "car seats for the kids, new baby, newborn, twins",
    ),
    Concept(
        "seven_seats", "Seven seats", "listings that speak of seven seats, MPVs and SUVs",
        _always(("words", ("7 seat", "seven seat", "7 seater", "seven seater"), 0.4),
                ("body_type", ("MPV", "SUV"), 0.2)),
        "7 seater, seven seater, 7 seats, seven seats, 7 seat, seven seat, room for seven, "
        "seats seven people, seats for seven, third row of seats, 7 people, big family of six",
    ),
    Concept(
        "three_doors", "Three doors", "listings that speak of three doors",
        _always(("words", ("3 door", "3dr", "three door"), 0.4)),
        "3 door, three door, 3dr, 3 doors, three doors",
    ),
    Concept(
        "five_doors", "Five doors", "listings that speak of five doors",
        _always(("words", ("5 door", "5dr", "five door"), 0.4)),
        "5 door, five door, 5dr, 5 doors, five doors",
    ),
    Concept(
        "one_owner", "One owner", "listings that speak of one owner",
        _always(("words", ("one owner", "1 owner", "one previous owner", "one keeper"), 0.4)),
        "one owner, 1 owner, single owner, one previous owner, 1 previous owner, one lady owner, "
        "one owner from new, 1 owner from new, one former keeper, one careful owner, low owners, "
        "low owner, few owners, not many owners",
    ),
    Concept(
        "history", "Service history", "listings that speak of a full history",
        _always(("words", ("full service history", "fsh", "full history"), 0.4)),
        "full service history, fsh, service history, full history, fully serviced, "
        "documented history, fdsh, full main dealer service history, fmdsh",
    ),
    Concept(
        "towing", "Towing", "a strong diesel with room: SUVs, estates and pickups, tow bar",
        _always(("fuel", ("Diesel",), 0.2), ("body_type", ("SUV", "Estate", "Pickup"), 0.3),
                ("engine_size", (1900, None), 0.2),
                ("words", ("towbar", "tow bar", "towing"), 0.2)),
        "towing a caravan, tow a trailer, towing, pull a caravan, pull a horsebox, tow car, "
        "pulling a trailer, tow a horse box, towing a boat, for the caravan, caravan, trailer, "
        "drag a trailer, haul a boat, tow vehicle, can tow, tows, pulling power, horse trailer, "
        "to tow",
    ),
    Concept(
        "cheap_to_run", "Cheap to run", "electric and hybrid, or a small engine",
        _always(("fuel", ELECTRIFIED, 0.2), ("engine_size", (None, 1400), 0.2)),
        "cheap to run, economical, economic, good on fuel, miles per gallon, low fuel bills, "
        "good mpg, high mpg, low running costs, "
        "fuel efficient, fuel economy, cheap running costs, cheap on fuel, not thirsty, "
        "low fuel consumption, saves money on petrol, good fuel consumption, frugal, "
        "low cost motoring, inexpensive to run, great mpg, doesnt drink fuel, wont break the bank, "
        "sips fuel, light on fuel, great fuel economy, easy on the wallet",
    ),
    Concept(
        "low_tax", "Low tax and insurance", "a small engine, or electric and hybrid",
        _always(("engine_size", (None, 1200), 0.25), ("fuel", ELECTRIFIED, 0.2)),
        "cheap tax, low tax, low road tax, free road tax, cheap road tax, zero road tax, "
        "no road tax, "
        "cheap insurance, cheap car insurance, cheapest insurance, cheapest to insure, "
        "cheapest tax, cheapest to tax, low insurance, cheap to insure, low insurance group, "
        "group 1 insurance, cheap to tax, cheap tax and insurance, inexpensive to insure, "
        "zero tax, free tax, insurance friendly, low cost insurance, affordable insurance",
    ),
    Concept(
        "clean_air", "Clean-air zones", "electric, hybrid, or newer than 2016, when Euro 6 came",
        _always(("fuel", ELECTRIFIED, 0.2), ("year", (2016, None), 0.3),
                ("words", ("ulez", "euro 6"), 0.2)),
        "ulez, ulez compliant, ulez friendly, ulez free, clean air zone, low emission zone, caz, "
        "caz compliant, congestion charge exempt, euro 6, euro6, lez compliant, ulez exempt, "
        "no ulez charge, emission zone charges, allowed in london, drive in central london, "
        "clean air charge, emissions compliant, ulez ok, ulez approved",
    ),
    Concept(
        "motorway", "Motorway", "an easy stride: saloons and estates, diesel or hybrid, from 1.6",
        _always(("fuel", ("Diesel", "Hybrid", "Plug-in Hybrid"), 0.15),
                ("body_type", ("Saloon", "Estate"), 0.15), ("engine_size", (1550, None), 0.15),
                ("words", ("cruise control",), 0.1)),
        "for the motorway, motorway, motorway miles, motorway driving, long commute, "
        "long distances, "
        "long journeys, long distance driving, motorway cruiser, commuting on the m6, "
        "high mileage driver, driving up and down the country, cruising, sales rep, "
        "long trips, comfortable on long drives, daily commute, commute, commuting, for commuting, "
        "commuter",
    ),
    Concept(
        "town", "Around town", "small: a hatchback with a small engine",
        _always(("body_type", ("Hatchback",), 0.2), ("engine_size", (None, 1300), 0.2)),
        "city car, town car, town driving, easy to park, small car, little car, compact car, "
        "runaround, run around, nippy, small, compact, city driving, around town, tiny car, "
        "small runaround, for the city, tight parking spaces, second car, "
        "popping to the shops, supermini, shopping trolley, short trips, narrow streets",
    ),
    Concept(
        "dogs", "Dogs", "a tall tail and a low floor: estates and SUVs",
        _always(("body_type", ("Estate", "SUV"), 0.3)),
        "dog, dogs, for the dog, room for the dogs, dog friendly, labrador, two big dogs, "
        "spaniel in the boot, dog in the back, dog walking, dog owner, german shepherd, "
        "dog crate, greyhounds, puppy, pets, hounds, dog car",
    ),
    Concept(
        "room", "Room", "a large boot: estates, MPVs and SUVs",
        _always(("body_type", ("Estate", "MPV", "SUV"), 0.3)),
        "big boot, large boot, huge boot, lots of space, roomy, spacious, plenty of room, "
        "practical, room for bikes, golf clubs, carry lots, boot space, moving house, "
        "lots of luggage, big car, large car, load space, carry furniture, trips to the tip, "
        "bags of space, musical instruments, fit a wardrobe",
    ),
    Concept(
        "luxury", "Luxury", "makers of fine cars, leather",
        _always(("make", FINE_MAKES, 0.2), ("words", ("leather",), 0.1)),
        "luxury, luxurious, executive, plush, posh, prestige, classy, premium, high end, "
        "comfortable and refined, upmarket, top of the range, chauffeur, business class, "
        "elegant, opulent, comfy, comfortable, refined",
    ),
    Concept(
        "sporty", "Sporty", "coupes and convertibles, strong engines",
        _always(("body_type", ("Coupe", "Convertible"), 0.25), ("engine_size", (1900, None), 0.1),
                ("words", ("sport",), 0.1)),
        "sporty, fast, sports car, sportscar, fun to drive, weekend toy, quick, performance car, "
        "powerful, high performance, track day, fun car, rapid, exciting, speedy, supercar, "
        "lots of power, midlife crisis, boy racer, thrilling, weekend car, head turner, fast car",
    ),
    Concept(
        "open_air", "Summer", "an open roof",
        _always(("body_type", ("Convertible",), 0.3)),
        "summer car, sunny days, wind in my hair, for the summer, sunshine, summer fun, "
        "sunny weekends, hot days with the roof down",
    ),
    Concept(
        "rough_ground", "Rough ground and snow", "SUVs and pickups, four-wheel drive",
        _always(("body_type", ("SUV", "Pickup"), 0.25),
                ("words", ("4x4", "4wd", "awd", "four wheel drive"), 0.25)),
        "off road, offroad, off roading, snow, winter driving, farm, farmer, mud, muddy fields, "
        "4wd, four wheel drive, all wheel drive, 4 wheel drive, green laning, country lanes, "
        "steep hills, icy roads, rural roads, rough ground, bad weather, ski trips, fields, "
        "smallholding, flooded roads, mountain roads, high ground clearance",
    ),
    Concept(
        "reliable", "Reliable", "few miles, not too old, a service history, makes that last",
        lambda today: (("mileage", (None, 60_000), 0.2), ("year", (today.year - 7, None), 0.1),
                       ("make", LASTING_MAKES, 0.15), ("words", ("service history",), 0.15)),
        "reliable, dependable, wont break down, trouble free, bulletproof, sturdy, trustworthy, "
        "never lets me down, reliability, well looked after, well maintained, cared for, "
        "no problems, no issues, solid, hassle free, long lasting, last for years",
    ),
    Concept(
        "green", "Low emissions", "electric, then hybrids",
        _always(("fuel", ("Electric",), 0.2), ("fuel", ELECTRIFIED, 0.2)),
        "environmentally friendly, eco friendly, eco, low emissions, low emission, low co2, "
        "good for the environment, good for the planet, save the planet, climate friendly, "
        "sustainable, zero carbon, clean energy, low carbon, less polluting",
    ),
    Concept(
        "easy_access", "Easy to get into", "a high seat, automatic",
        _always(("body_type", ("MPV", "SUV"), 0.2), ("transmission", ("Automatic", "CVT"), 0.2),
                ("words", ("wheelchair", "wav"), 0.15)),
        "easy to get in and out, elderly, for my nan, for my elderly mother, disabled, wheelchair, "
        "wheelchair accessible, bad back, high seating position, high driving position, mobility, "
        "wav, pensioner, bad knees, easy access, arthritis, older driver, retired couple, "
        "high up seats, good visibility, bad hip, grandmother, blue badge, blue badge holder",
    ),
    Concept(
        "taxi", "Taxi", "saloons, estates and MPVs, hybrid, electric or diesel",
        _always(("body_type", ("Saloon", "Estate", "MPV"), 0.2),
                ("fuel", ("Hybrid", "Electric", "Plug-in Hybrid", "Diesel"), 0.15)),
        "taxi, uber, private hire, minicab, pco, pco ready, cabbie, taxi work, for ubering, "
        "airport transfers, taxi driver",
    ),
    Concept(
        "old_timer", "Classic", "thirty years old or more",
        lambda today: (("year", (None, today.year - 30), 0.4),),
        "classic car, classic, vintage, old school, retro, veteran car, historic vehicle, "
        "tax exempt, "
        "car show, vintage car, youngtimer, wedding car, nostalgic, project car, "
        "restoration project",
    ),
    Concept(
        "modern", "Modern", "three years old at most",
        lambda today: (("year", (today.year - 3, None), 0.2),),
        "modern, up to date, high tech, hi tech, gadgets, latest technology, newish, recent, "
        "fairly new, nearly brand new, lots of tech, newer, quite new, late model",
    ),
    Concept(
        "small_van", "Small van", "short vans",
        _always(("load_length", ("Short",), 0.2),
                ("van_type", ("Small Van", "Car Derived Van"), 0.2),
                ("roof_height", ("Low",), 0.1)),
        "small van, little van, compact van, city van, car sized van, fits in a garage",
    ),
    Concept(
        "large_van", "Large van", "long, high vans",
        _always(("load_length", ("Long", "Extra Long"), 0.2), ("roof_height", ("High",), 0.15),
                ("van_type", ("Large Van",), 0.1), ("load_volume_m3", (10, None), 0.1)),
        "large van, big van, huge van, stand up in the back, full size van, removals, house moves, "
        "removal van, man with a van, lots of load space, moving van",
    ),
    Concept(
        "trade", "Trade", "panel vans, tippers and dropsides",
        _always(("body_type", ("Panel Van", "Tipper", "Dropside", "Crew Van"), 0.15),
                ("words", ("ply lined", "racking", "roof rack", "tow bar"), 0.15)),
        "builder, for a builder, plumber, electrician, carpenter, landscaper, gardener, tradesman, "
        "plasterer, trade, for work tools, painter and decorator, scaffolding, roofing, "
        "bricklayer, "
        "construction, for my tools, site work, carrying ladders, joiner, window cleaner",
    ),
    Concept(
        "delivery", "Deliveries", "panel vans that park easily",
        _always(("body_type", ("Panel Van",), 0.2), ("load_length", ("Short", "Medium"), 0.1)),
        "courier, courier work, multi drop, deliveries, delivery work, parcels, amazon flex, "
        "delivery driver, parcel delivery, catering, food delivery, florist, dropping parcels",
    ),
    Concept(
        "camping", "Camping", "campers, and cars to sleep in",
        _always(("body_type", ("Camper",), 0.3), ("body_type", ("MPV", "Estate"), 0.1)),
        "camping, camping trips, sleep in the back, festivals, weekends away, van life, vanlife, "
        "road trip, to convert into a camper, sleeping in it, surf trips, touring scotland, "
        "bed in the back, holidays, glamping",
    ),
    Concept(
        "learner_bike", "Learner legal", "what a CBT allows: up to 125 cc",
        _always(("licence_category", ("A1", "AM"), 0.4), ("engine_size", (None, 125), 0.2)),
        "learner legal, learner, cbt, on a cbt, just done my cbt, l plates, learner friendly, "
        "for learners, on l plates, cbt legal, 16 year old, 17 year old learner, learner bike, "
        "provisional motorcycle licence",
    ),
    Concept(
        "first_bike", "First motorcycle", "easy ones: up to 700 cc, naked, A2",
        _always(("engine_size", (None, 700), 0.2), ("bike_type", ("Naked",), 0.15),
                ("licence_category", ("A2",), 0.15)),
        "first bike, first big bike, beginner bike, first motorbike, new rider, beginner rider, "
        "just passed my bike test, beginner friendly, first motorcycle, starter bike, "
        "returning to biking, easy to ride",
    ),
    Concept(
        "long_rides", "Long rides", "tourers and adventure bikes",
        _always(("bike_type", ("Tourer", "Adventure"), 0.3), ("engine_size", (600, None), 0.1),
                ("words", ("panniers",), 0.1)),
        "touring europe, two up, pillion, two up touring, long rides, with a passenger, "
        "riding round the world, comfortable for two, for me and the wife on the bike, panniers",
    ),
)  # fmt: skip

FEATURES = (
    "sunroof, panoramic roof, leather seats, heated seats, electric windows, satellite navigation, "
    "sat nav, parking sensors, reversing camera, bluetooth, apple carplay, android auto, "
    "alloy wheels, "
    "two owners, new mot, long mot, warranty, finance available, "
    "part exchange, tow bar fitted, cruise control, climate control, air conditioning, spare key, "
    "private plate, hpi clear, isofix, dab radio, harman kardon speakers, led headlights, xenon, "
    "roof rails, tinted windows, privacy glass, keyless entry, head up display, ply lined, "
    "racking, "
    "tail lift, twin sliding doors, side loading door, bulkhead, air suspension, exhaust, "
    "quickshifter, "
    "heated grips, top box, abs, traction control, spare wheel, metallic paint, two keys, "
    "lady owner, garage kept, timing belt done, cambelt changed, new tyres, "
    "brake discs, "
    "bose sound system, memory seats, ambient lighting, wireless charging, lane assist, "
    "blind spot monitor, 360 camera, digital dash, virtual cockpit, sports exhaust, bucket seats, "
    "left hand drive, right hand drive, six speed, paddle shift, horsepower, brembo brakes, "
    "stage 2 remap, coilovers, import, cat s, cat n, damaged, spares or repair, export, "
    "vat qualifying, "
    "no vat, deposit, delivery available, viewing, test drive, dealer, trade in, swap, "
    "wooden floor, refrigerated, shelving, roof bars, mirrors, steering wheel, dashboard, spoiler, "
    "rear wheel drive, front wheel drive, single rear wheel, twin, v twin, parallel twin, two, "
    "tax, class, euro, euro 5, non runner, quiet"
)
"""Things that vehicles have: what is nearer to one of these than to a concept is a keyword."""
