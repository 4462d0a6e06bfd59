"""The fixed words of buyers and what they mean: everything that does not come from the stock.

Phrases are divided by a comma and a space. Spaces, hyphens and capitals do not matter when they
are looked for, and a plural is found by its singular. A longer phrase wins over a shorter one.
What is no value of a filter is in `fillers.py`; trims and nicknames of makes are in `trims.py`.
"""

LISTS: dict[str, dict[str, str]] = {
    "vehicle_type": {
        "car": "car, motor car, motorcar, motors",
        "van": "van, vann, commercial vehicle, light commercial, lcv, works van, work van",
        "motorcycle": (
            "motorcycle, motorbike, motor bike, motor cycle, bike, two wheeler, "
            "pushbike with an engine"
        ),
    },
    "fuel": {
        "Petrol": (
            "petrol, ptl, unleaded, gasoline, petrol engine, pet engine, "
            "petrol powered, petrol only"
        ),
        "Diesel": (
            "diesel, dsl, derv, turbo diesel, turbodiesel, diesel engine, diesel powered, "
            "oil burner"
        ),
        "Electric": (
            "electric, ev, bev, evs, fully electric, pure electric, all electric, "
            "full electric, battery electric, electric powered, zero emission, zero emissions, "
            "battery powered, electric vehicle, leccy"
        ),
        "Hybrid": (
            "hybrid, hev, mhev, fhev, mild hybrid, full hybrid, self charging, "
            "self charging hybrid, petrol hybrid, diesel hybrid, electric hybrid, "
            "hybrid electric, petrol electric, petrol electric hybrid, diesel electric, "
            "non plug in hybrid"
        ),
        "Plug-in Hybrid": (
            "plug in hybrid, hybrid plug in, plug in, plugin, phev, plug in hybrid electric, "
            "plug in electric hybrid, petrol plug in hybrid, diesel plug in hybrid, petrol phev, "
            "diesel phev, chargeable hybrid, rechargeable hybrid, range extender"
        ),
        "LPG": (
            "lpg, autogas, bi fuel, dual fuel, gas converted, lpg converted, liquid petroleum gas"
        ),
        "Hydrogen": "hydrogen, fuel cell, hydrogen fuel cell, fcev",
    },
    "transmission": {
        "Manual": (
            "manual, manuel, manual gearbox, manual transmission, stick shift, stickshift, "
            "gear stick, gearstick, manual box, man gearbox, manual gears"
        ),
        "Automatic": (
            "automatic, auto, autom, autobox, auto box, automatic gearbox, automatic transmission, "
            "auto gearbox, auto transmission, dsg, s tronic, tiptronic, pdk, steptronic, dct, "
            "dual clutch, powershift, self shifting, automatic gears, no clutch pedal"
        ),
        "Semi-Automatic": (
            "semi automatic, semi auto, semiauto, semi automatic gearbox, clutchless, "
            "automated manual, easytronic, clutchless manual"
        ),
        "CVT": (
            "cvt, ecvt, xtronic, multitronic, lineartronic, continuously variable, "
            "continuously variable transmission"
        ),
    },
    "colour": {
        "Black": "black, blk, blck, jet black, midnight black, noir, nero",
        "White": "white, wht, off white, snow white",
        "Grey": (
            "grey, gray, gry, gunmetal, gun metal, charcoal, anthracite, graphite, slate grey, "
            "nardo, silver grey, silvery grey"
        ),
        "Silver": "silver, slvr, chrome",
        "Blue": "blue, blu, navy, navy blue, azure, cobalt, indigo, turquoise blue",
        "Red": "red, crimson, scarlet, cherry red, rosso",
        "Green": (
            "green, british racing green, brg, racing green, olive, khaki, emerald, lime, "
            "lime green, olive green, verde"
        ),
        "Yellow": "yellow, mustard, mustard yellow",
        "Orange": "orange, tangerine, amber",
        "Brown": "brown, chocolate brown, mocha, chestnut, tan",
        "Beige": "beige, cream, ivory, champagne, sand coloured, magnolia",
        "Gold": "gold, golden, rose gold",
        "Purple": "purple, violet, lilac, mauve, aubergine, plum coloured, lavender",
        "Pink": "pink, hot pink, magenta, fuchsia",
        "Bronze": "bronze, copper",
        "Maroon": "maroon, burgundy, claret, wine red, oxblood",
        "Turquoise": "turquoise, teal, aqua, aquamarine, cyan",
        "Multicolour": (
            "multicolour, multicoloured, multi coloured, multi colour, two tone, two toned, "
            "multicolored, rainbow coloured"
        ),
    },
    "body_type": {
        "Hatchback": (
            "hatchback, hatch, hb, hot hatch, hot hatchback, sportback, liftback, five door hatch, "
            "three door hatch, 3 door hatchback, 5 door hatchback"
        ),
        "Saloon": "saloon, sedan, limousine, limo, four door saloon, 4 door saloon",
        "Estate": (
            "4x4 estate, estate, touring, tourer, wagon, avant, estate car, station wagon, "
            "sportwagon, shooting brake, sport brake, sportbrake, sports tourer, load lugger"
        ),
        "SUV": (
            "suv, 4x4, 4 by 4, four by four, crossover, off roader, sports utility vehicle, "
            "sport utility vehicle, jeep style, chelsea tractor, soft roader"
        ),
        "Coupe": "coupe, two door coupe, 2 door coupe, fixed head",
        "Convertible": (
            "convertible, cabriolet, cabrio, cab, soft top, drop top, rag top, open top, "
            "roadster, spider, spyder, drophead, targa, topless, folding roof, roof down, "
            "drop head"
        ),
        "MPV": "mpv, people carrier, people mover, minivan, multi purpose vehicle",
        "Pickup": (
            "4x4 pickup, 4x4 pick up, 4x4 pickup truck, 4x4 double cab, pickup, pick up, "
            "pickup truck, pick up truck, ute, double cab, double cab pickup, "
            "double cab pick up, crew cab pickup, crew cab pick up, king cab, single cab, "
            "extended cab, flatbed truck, double cab truck, dual cab"
        ),
        "Panel Van": "panel van, panelvan",
        "Crew Van": (
            "crew van, crew cab, crewcab, crewvan, double cab van, double cab in van, dciv, "
            "crew cab van, dual cab van, combi van, kombi van, kombi, double cab panel van, "
            "6 seat van, 6 seater van, 5 seat van, 5 seater van"
        ),
        "Luton": "luton, luton van, luton box, luton box van, luton body",
        "Dropside": "dropside, drop side, dropside truck, dropside van",
        "Tipper": "tipper, tipper truck, tipper van, tipping truck",
        "Minibus": "minibus, mini bus",
        "Chassis Cab": "chassis cab, chassis, cab chassis, bare chassis",
        "Camper": (
            "camper, camper van, campervan, motorhome, motor home, day van, motor caravan, "
            "camper conversion"
        ),
    },
    "condition": {
        "New": (
            "new, brand new, brand spanking new, factory new, unregistered, zero miles, "
            "new and unused"
        ),
        "Nearly New": (
            "nearly new, nearly new car, ex demo, ex demonstrator, demonstrator, demo, demo car, "
            "ex demo car, ex demonstration, pre reg, pre registered, preregistered, "
            "delivery mileage, delivery miles, as new, like new, almost new, ex management"
        ),
        "Used": (
            "used, second hand, secondhand, 2nd hand, pre owned, preowned, approved used, "
            "pre loved, preloved, certified used"
        ),
    },
    "bike_type": {
        "Naked": "naked, naked bike, streetfighter, street fighter, hypernaked, super naked",
        "Sports": (
            "sports bike, sport bike, sportsbike, superbike, super bike, supersport, "
            "super sport, supersports, race replica, sports motorbike, sports motorcycle, "
            "racing bike"
        ),
        "Adventure": (
            "adventure, adventure bike, adventure motorbike, adventure motorcycle, adv, "
            "adventure tourer, adventure touring, adv bike, adventure sport, adventure sports"
        ),
        "Tourer": (
            "sport tourer, touring bike, touring motorcycle, touring motorbike, grand tourer, "
            "tourer bike"
        ),
        "Cruiser": "cruiser, cruiser bike, cruiser motorcycle, power cruiser, bagger",
        "Scooter": "scooter, maxi scooter, motor scooter, twist and go",
        "Enduro": "enduro, enduro bike",
        "Trail": (
            "trail bike, dual sport, green lane bike, green laner, dirt bike, "
            "off road bike, offroad bike, trailie, scrambler bike"
        ),
        "Supermoto": "supermoto, super moto, supermotard, motard",
        "Classic": (
            "classic bike, classic motorcycle, classic motorbike, modern classic, retro bike, "
            "vintage bike, vintage motorcycle, retro motorbike, cafe racer"
        ),
        "Moped": "moped, 50cc moped",
        "Custom": "custom bike, chopper, bobber, custom motorcycle, custom motorbike",
    },
    "licence_category": {
        "A": (
            "full a licence, a licence, category a, cat a licence, unrestricted licence, "
            "full bike licence"
        ),
        "A1": (
            "a1 licence, a1 license, a1 legal, a1 compliant, category a1, cat a1, licence a1, "
            "a1 friendly, a1 category, a1 bike, a1 motorcycle, a1 motorbike"
        ),
        "A2": (
            "a2 licence, a2 license, a2 legal, a2 compliant, category a2, cat a2, licence a2, "
            "a2 friendly, a2 category, a2 restricted, a2 bike, a2 motorcycle, a2 motorbike, "
            "restricted licence, restricted license"
        ),
        "AM": (
            "am licence, am license, category am, cat am, am category, moped licence, moped license"
        ),
    },
    "van_type": {
        "Box Van": "box van",
        "Refrigerated Van": (
            "refrigerated van, refrigerated, fridge van, freezer van, chiller van, "
            "temperature controlled, insulated van, reefer"
        ),
        "Car Derived Van": "car derived van, car derived, cdv, car van",
        "Curtainsider": "curtainsider, curtain sider, curtain side, curtainside",
        "Flatbed": "flatbed, flat bed",
        "Low Loader": "low loader, lowloader, low floor luton",
        "Vehicle Transporter": (
            "recovery truck, recovery vehicle, recovery lorry, car transporter, beavertail, "
            "beaver tail, vehicle transporter"
        ),
        "Welfare Van": "welfare van, welfare unit, mess van",
        "Horsebox": "horsebox, horse box, horse lorry",
    },
    "roof_height": {
        "Low": "low roof, low top, h1, standard roof, standard height roof, low height",
        "Medium": "medium roof, mid roof, h2, semi high roof, medium height roof",
        "High": (
            "high roof, hi roof, high top, hi top, h3, high roofed, tall roof, extra high roof, "
            "super high roof"
        ),
    },
    "load_length": {
        "Short": "swb, short wheelbase, short wheel base, l1, short length",
        "Medium": "mwb, medium wheelbase, medium wheel base, l2, medium length",
        "Long": "lwb, long wheelbase, long wheel base, l3, long length, long load",
        "Extra Long": (
            "xlwb, elwb, extra long wheelbase, extra long wheel base, l4, extra long, jumbo van, "
            "xl wheelbase, extra lwb"
        ),
    },
    "region": {
        "North East": (
            "northumberland, county durham, co durham, tyne and wear, teesside, wearside, "
            "north east, northeast, north eastern, north east england, tyneside, "
            "north east of england"
        ),
        "North West": (
            "cheshire, cumbria, lancashire, lancs, merseyside, greater manchester, "
            "lake district, north west, northwest, north west england, north western, "
            "north west of england"
        ),
        "Yorkshire and The Humber": (
            "east riding, yorkshire and the humber, yorkshire, yorks, humberside, "
            "yorkshire and humber, yorkshire humber, north yorkshire, south yorkshire, "
            "west yorkshire, east yorkshire"
        ),
        "East Midlands": (
            "derbyshire, leicestershire, leics, lincolnshire, lincs, northamptonshire, "
            "northants, nottinghamshire, notts, rutland, east midlands, east mids"
        ),
        "West Midlands": (
            "herefordshire, shropshire, staffordshire, staffs, warwickshire, worcestershire, "
            "worcs, black country, west midlands, west mids"
        ),
        "East of England": (
            "bedfordshire, cambridgeshire, cambs, essex, hertfordshire, herts, norfolk, suffolk, "
            "east of england, east anglia, eastern england, east england"
        ),
        "London": "greater london, london area, london region",
        "South East": (
            "berkshire, buckinghamshire, bucks, hampshire, hants, kent, oxfordshire, oxon, "
            "surrey, sussex, east sussex, west sussex, isle of wight, south east, southeast, "
            "south east england, home counties, south east of england, south eastern"
        ),
        "South West": (
            "cornwall, devon, dorset, gloucestershire, glos, somerset, wiltshire, wilts, "
            "south west, southwest, south west england, west country, south west of england, "
            "south western"
        ),
        "Scotland": (
            "fife, ayrshire, lanarkshire, aberdeenshire, scottish highlands, scottish borders, "
            "perthshire, scotland, scottish"
        ),
        "Wales": (
            "gwynedd, powys, gwent, glamorgan, pembrokeshire, carmarthenshire, ceredigion, "
            "anglesey, north wales, south wales, mid wales, west wales, wales, welsh"
        ),
        "Northern Ireland": (
            "county antrim, county down, county armagh, county tyrone, northern ireland, ulster, "
            "n ireland"
        ),
        "Channel Islands": "channel islands, jersey, guernsey",
        "Isle of Man": "isle of man",
    },
}

SEVERAL: dict[tuple[str, tuple[str, ...]], str] = {
    ("region", ("East Midlands", "West Midlands")): ("midlands, the midlands"),
    ("region", ("North East", "North West", "Yorkshire and The Humber")): (
        "the north, north of england, northern england, up north"
    ),
    ("region", ("London", "South East", "South West")): (
        "the south, south of england, southern england, down south"
    ),
}
"""Phrases that mean several values of a filter."""

FOR_BIKES = {
    "Naked": "naked, roadster, standard, street",
    "Sports": "sports, sport, sporty, track, racer, race",
    "Adventure": "adventure",
    "Tourer": "tourer, touring, sports tourer, sports touring",
    "Classic": "classic, retro, vintage",
    "Custom": "custom",
    "Trail": "trail, off road, offroad, green lane",
    "Enduro": "enduro",
}
"""Kinds of motorcycle by words that mean something else where no motorcycle is spoken of."""

BIKE_WORDS = frozenset(
    """
    125cc bike bikes cc enduro learner moped mopeds motorbike motorbikes motorcycle motorcycles
    naked scooter scooters superbike superbikes supermoto
    """.split()
)
"""Words that speak of motorcycles, whatever else a sentence says."""

LICENCES_FOR_BIKES = {"A1": "a1", "A2": "a2"}
"""Classes of licence by what is an Audi where no motorcycle is spoken of."""

SORTS = {
    "price": (
        "cheap, cheapest, cheaper, cheapo, lowest price, lowest priced, low price, low cost, "
        "cheapest first, least expensive, inexpensive, price low to high, lowest price first, "
        "bargain, cheap as chips, dirt cheap"
    ),
    "-price": (
        "most expensive, dearest, priciest, highest price, highest priced, most expensive first, "
        "price high to low, top price, costliest, most costly"
    ),
    "-year": (
        "newest, latest, most recent, newest first, youngest, most modern, most up to date, "
        "newest registered"
    ),
    "year": "oldest, oldest first, earliest",
    "mileage": (
        "low mileage, low miles, lowest mileage, lowest miles, low milage, lowest milage, "
        "low miler, fewest miles, least miles, lowest mileage first, few miles, not many miles, "
        "least mileage, not too many miles, very low mileage, very low miles, "
        "really low mileage, really low miles, super low mileage, ultra low mileage, "
        "barely driven, hardly driven, hardly used, barely used, low kms"
    ),
    "distance": "nearest, closest, nearest first, closest first, nearest to me, closest to me",
    "newest": (
        "just added, recently added, newly added, just listed, newly listed, recently listed, "
        "latest arrivals, just arrived, new arrivals, just in, new in, latest listings, "
        "new listings"
    ),
}
