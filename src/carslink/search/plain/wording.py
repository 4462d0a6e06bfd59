"""The fixed words of buyers and what they mean: everything that does not come from the stock.

Phrases are divided by a comma and a space. Spaces, hyphens and capitals do not matter when they
are looked for, and a plural is found by its singular. A longer phrase wins over a shorter one.
"""

LISTS: dict[str, dict[str, str]] = {
    "vehicle_type": {
        "car": "car, motor car, motorcar, motors",
        "van": "van, commercial vehicle, light commercial, lcv, works van, work van",
        "motorcycle": "motorcycle, motorbike, motor bike, motor cycle, bike, two wheeler, "
        "pushbike with an engine",
    },
    "fuel": {
        "Petrol": "petrol, unleaded, gasoline, petrol engine, petrol powered, petrol only",
        "Diesel": "diesel, derv, turbo diesel, turbodiesel, diesel engine, diesel powered, oil burner",
        "Electric": "electric, ev, bev, evs, fully electric, pure electric, all electric, full electric, "
        "battery electric, electric powered, zero emission, zero emissions, battery powered, "
        "electric vehicle, leccy",
        "Hybrid": "hybrid, hev, mhev, fhev, mild hybrid, full hybrid, self charging, "
        "self charging hybrid, petrol hybrid, diesel hybrid, electric hybrid, hybrid electric, "
        "petrol electric, petrol electric hybrid, diesel electric, non plug in hybrid",
        "Plug-in Hybrid": "plug in hybrid, plug in, plugin, phev, plug in hybrid electric, "
        "plug in electric hybrid, petrol plug in hybrid, diesel plug in hybrid, petrol phev, "
        "diesel phev, chargeable hybrid, rechargeable hybrid, range extender",
        "LPG": "lpg, autogas, bi fuel, dual fuel, gas converted, lpg converted, liquid petroleum gas",
        "Hydrogen": "hydrogen, fuel cell, hydrogen fuel cell, fcev",
    },
    "transmission": {
        "Manual": "manual, manual gearbox, manual transmission, stick shift, stickshift, "
        "gear stick, gearstick, manual box, man gearbox, manual gears",
        "Automatic": "automatic, auto, autobox, auto box, automatic gearbox, automatic transmission, "
        "auto gearbox, auto transmission, dsg, s tronic, tiptronic, pdk, steptronic, dct, "
        "dual clutch, powershift, self shifting, automatic gears, no clutch pedal",
        "Semi-Automatic": "semi automatic, semi auto, semiauto, semi automatic gearbox, clutchless, "
        "automated manual, easytronic, clutchless manual",
        "CVT": "cvt, ecvt, xtronic, multitronic, lineartronic, continuously variable, "
        "continuously variable transmission",
    },
    "colour": {
        "Black": "black, blk, jet black, midnight black, noir, nero",
        "White": "white, off white, snow white",
        "Grey": "grey, gray, gunmetal, gun metal, charcoal, anthracite, graphite, slate grey, nardo, "
        "silver grey, silvery grey",
        "Silver": "silver, chrome",
        "Blue": "blue, navy, navy blue, azure, cobalt, indigo, turquoise blue",
        "Red": "red, crimson, scarlet, cherry red, rosso",
        "Green": "green, british racing green, brg, racing green, olive, khaki, emerald, lime, lime green, "
        "olive green, verde",
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
        "Multicolour": "multicolour, multicoloured, multi coloured, multi colour, two tone, two toned, "
        "multicolored, rainbow coloured",
    },
    "body_type": {
        "Hatchback": "hatchback, hatch, hot hatch, hot hatchback, sportback, liftback, five door hatch, "
        "three door hatch, 3 door hatchback, 5 door hatchback",
        "Saloon": "saloon, sedan, limousine, limo, four door saloon, 4 door saloon",
        "Estate": "4x4 estate, estate, touring, tourer, wagon, avant, estate car, station wagon, sportwagon, shooting brake, "
        "sport brake, sportbrake, sports tourer, load lugger",
        "SUV": "suv, 4x4, 4 by 4, four by four, crossover, off roader, sports utility vehicle, "
        "sport utility vehicle, jeep style, chelsea tractor, soft roader",
        "Coupe": "coupe, two door coupe, 2 door coupe, fixed head",
        "Convertible": "convertible, cabriolet, cabrio, cab, soft top, drop top, rag top, open top, "
        "roadster, spider, spyder, drophead, targa, topless, folding roof, roof down, drop head",
        "MPV": "mpv, people carrier, people mover, minivan, multi purpose vehicle",
        "Pickup": "4x4 pickup, 4x4 pick up, 4x4 pickup truck, 4x4 double cab, pickup, pick up, pickup truck, pick up truck, ute, double cab, double cab pickup, "
        "double cab pick up, crew cab pickup, crew cab pick up, king cab, single cab, extended cab, "
        "flatbed truck, double cab truck, dual cab",
        "Panel Van": "panel van, panelvan",
        "Crew Van": "crew van, crew cab, crewcab, crewvan, double cab van, double cab in van, dciv, "
        "crew cab van, combi van, kombi van, kombi, double cab panel van, 6 seat van, 6 seater van, "
        "5 seat van, 5 seater van",
        "Luton": "luton, luton van, luton box, luton box van, luton body",
        "Dropside": "dropside, drop side, dropside truck, dropside van",
        "Tipper": "tipper, tipper truck, tipper van, tipping truck",
        "Minibus": "minibus, mini bus",
        "Chassis Cab": "chassis cab, chassis, cab chassis, bare chassis",
        "Camper": "camper, camper van, campervan, motorhome, motor home, day van, motor caravan, "
        "camper conversion",
    },
    "condition": {
        "New": "new, brand new, brand spanking new, factory new, unregistered, zero miles, new and unused",
        "Nearly New": "nearly new, nearly new car, ex demo, ex demonstrator, demonstrator, demo, demo car, "
        "ex demo car, ex demonstration, pre reg, pre registered, preregistered, delivery mileage, "
        "delivery miles, as new, like new, almost new, ex management",
        "Used": "used, second hand, secondhand, 2nd hand, pre owned, preowned, approved used, "
        "pre loved, preloved, certified used",
    },
    "bike_type": {
        "Naked": "naked, naked bike, streetfighter, street fighter, hypernaked, super naked",
        "Sports": "sports bike, sport bike, sportsbike, superbike, super bike, supersport, super sport, "
        "supersports, race replica, sports motorbike, sports motorcycle, racing bike",
        "Adventure": "adventure, adventure bike, adventure motorbike, adventure motorcycle, adv, "
        "adventure tourer, adventure touring, adv bike, adventure sport, adventure sports",
        "Tourer": "sport tourer, touring bike, touring motorcycle, touring motorbike, grand tourer, tourer bike",
        "Cruiser": "cruiser, cruiser bike, cruiser motorcycle, power cruiser, bagger",
        "Scooter": "scooter, maxi scooter, motor scooter, twist and go",
        "Enduro": "enduro, enduro bike",
        "Trail": "trail, trail bike, dual sport, green lane bike, green laner, dirt bike, off road bike, "
        "offroad bike, trailie, scrambler bike",
        "Supermoto": "supermoto, super moto, supermotard, motard",
        "Classic": "classic bike, classic motorcycle, classic motorbike, modern classic, retro bike, "
        "vintage bike, vintage motorcycle, retro motorbike, cafe racer",
        "Moped": "moped, 50cc moped",
        "Custom": "custom bike, chopper, bobber, custom motorcycle, custom motorbike",
    },
    "licence_category": {
        "A": "full a licence, a licence, category a, cat a licence, unrestricted licence, full bike licence",
        "A1": "a1 licence, a1 license, a1 legal, a1 compliant, category a1, cat a1, licence a1, "
        "a1 friendly, a1 category, a1 bike, a1 motorcycle, a1 motorbike",
        "A2": "a2 licence, a2 license, a2 legal, a2 compliant, category a2, cat a2, licence a2, "
        "a2 friendly, a2 category, a2 restricted, a2 bike, a2 motorcycle, a2 motorbike, "
        "restricted licence, restricted license",
        "AM": "am licence, am license, category am, cat am, am category, moped licence, moped license",
    },
    "van_type": {
        "Box Van": "box van",
        "Refrigerated Van": "refrigerated van, refrigerated, fridge van, freezer van, chiller van, "
        "temperature controlled, insulated van, reefer",
        "Car Derived Van": "car derived van, car derived, cdv, car van",
        "Curtainsider": "curtainsider, curtain sider, curtain side, curtainside",
        "Flatbed": "flatbed, flat bed",
        "Low Loader": "low loader, lowloader, low floor luton",
        "Vehicle Transporter": "recovery truck, recovery vehicle, recovery lorry, car transporter, beavertail, "
        "beaver tail, vehicle transporter",
        "Welfare Van": "welfare van, welfare unit, mess van",
        "Horsebox": "horsebox, horse box, horse lorry",
    },
    "roof_height": {
        "Low": "low roof, low top, h1, standard roof, standard height roof, low height",
        "Medium": "medium roof, mid roof, h2, semi high roof, medium height roof",
        "High": "high roof, hi roof, high top, hi top, h3, high roofed, tall roof, extra high roof, super high roof",
    },
    "load_length": {
        "Short": "swb, short wheelbase, short wheel base, l1, short length",
        "Medium": "mwb, medium wheelbase, medium wheel base, l2, medium length",
        "Long": "lwb, long wheelbase, long wheel base, l3, long length, long load",
        "Extra Long": "xlwb, elwb, extra long wheelbase, extra long wheel base, l4, extra long, "
        "jumbo van, xl wheelbase, extra lwb",
    },
    "region": {
        "North East": "northumberland, county durham, co durham, tyne and wear, teesside, wearside, "
        "north east, northeast, north eastern, north east england, tyneside, "
        "north east of england",
        "North West": "cheshire, cumbria, lancashire, lancs, merseyside, greater manchester, "
        "lake district, north west, northwest, north west england, north western, "
        "north west of england",
        "Yorkshire and The Humber": "east riding, yorkshire and the humber, yorkshire, yorks, humberside, "
        "yorkshire and humber, yorkshire humber, north yorkshire, south yorkshire, west yorkshire, "
        "east yorkshire",
        "East Midlands": "derbyshire, leicestershire, leics, lincolnshire, lincs, northamptonshire, "
        "northants, nottinghamshire, notts, rutland, east midlands, east mids",
        "West Midlands": "herefordshire, shropshire, staffordshire, staffs, warwickshire, "
        "worcestershire, worcs, black country, west midlands, west mids",
        "East of England": "bedfordshire, cambridgeshire, cambs, essex, hertfordshire, herts, norfolk, "
        "suffolk, east of england, east anglia, eastern england, east england",
        "London": "greater london, london area, london region",
        "South East": "berkshire, buckinghamshire, bucks, hampshire, hants, kent, oxfordshire, oxon, "
        "surrey, sussex, east sussex, west sussex, isle of wight, south east, southeast, south east england, home counties, "
        "south east of england, south eastern",
        "South West": "cornwall, devon, dorset, gloucestershire, glos, somerset, wiltshire, wilts, "
        "south west, southwest, south west england, west country, "
        "south west of england, south western",
        "Scotland": "fife, ayrshire, lanarkshire, aberdeenshire, scottish highlands, scottish borders, "
        "perthshire, scotland, scottish",
        "Wales": "gwynedd, powys, gwent, glamorgan, pembrokeshire, carmarthenshire, ceredigion, "
        "anglesey, north wales, south wales, mid wales, west wales, wales, welsh",
        "Northern Ireland": "county antrim, county down, county armagh, county tyrone, northern ireland, ulster, n ireland",
        "Channel Islands": "channel islands, jersey, guernsey",
        "Isle of Man": "isle of man",
    },
}  # fmt: skip

SEVERAL: dict[tuple[str, tuple[str, ...]], str] = {
    ("region", ("East Midlands", "West Midlands")): "midlands, the midlands",
    ("region", ("North East", "North West", "Yorkshire and The Humber")): "the north, north of england, "
    "northern england, up north",
    ("region", ("London", "South East", "South West")): "the south, south of england, southern england, "
    "down south",
}  # fmt: skip

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

SORTS = {
    "price": "cheap, cheapest, cheaper, cheapo, lowest price, lowest priced, low price, low cost, "
    "cheapest first, least expensive, inexpensive, price low to high, lowest price first, bargain, "
    "cheap as chips, dirt cheap",
    "-price": "most expensive, dearest, priciest, highest price, highest priced, most expensive first, "
    "price high to low, top price, costliest, most costly",
    "-year": "newest, latest, most recent, newest first, youngest, most modern, most up to date, newest registered",
    "year": "oldest, oldest first, earliest",
    "mileage": "low mileage, low miles, lowest mileage, lowest miles, low milage, lowest milage, "
    "low miler, fewest miles, least miles, lowest mileage first, few miles, not many miles, "
    "least mileage, not too many miles, very low mileage, very low miles, "
    "really low mileage, really low miles, super low mileage, ultra low mileage, barely driven, hardly driven, "
    "hardly used, barely used, low kms",
    "distance": "nearest, closest, nearest first, closest first, nearest to me, closest to me",
    "newest": "just added, recently added, newly added, just listed, newly listed, recently listed, "
    "latest arrivals, just arrived, new arrivals, just in, new in, latest listings, new listings",
}  # fmt: skip

NEGATIONS = (
    "not, no, except, except for, excluding, exclude, excludes, without, anything but, anything but a, "
    "everything but, everything except, anything except, but not, dont want, do not want, other than, "
    "apart from, non, nor, neither, never, avoid, avoiding, isnt, is not, arent, cant be, not a, not an, "
    "not any, any but, all but, bar, aside from, definitely not, wont have, rather not, not in, must not be, "
    "anything other than, anything apart from, shouldnt be, steer clear of, hate, hates, "
    "not interested in, no thanks to, leave out, instead of, rather than, skip the, minus, aint, ex"
)
EVERYTHING = (
    "any make, any model, any colour, any fuel, any gearbox, any transmission, any body, any type, "
    "any make or model, any brand, any condition, any age, any mileage, any year, any, anything, "
    "everything, all makes, all colours, anything at all, whatever, any kind, any sort, any color"
)
CONTRADICTIONS = "but, except"
"""After "any colour" and the like, these say what is not wanted."""

CONNECTORS = {
    ",": ",", "/": ",", "&": "and", "and": "and", "or": "or", "nor": "or", "plus": "and",
    ";": ",", "|": ",", "and/or": "or", "either": "or",
}  # fmt: skip
ARTICLES = frozenset(
    [
        "a",
        "an",
        "the",
        "any",
        "in",
        "some",
        "either",
        "really",
        "very",
        "is",
        "it",
        "its",
        "be",
        "are",
        "of",
        "colour",
        "coloured",
        "color",
        "paint",
        "painted",
        "engine",
        "engined",
        "model",
        "models",
        "type",
        "version",
        "variant",
        "make",
        "made",
        "one",
        "ones",
    ]
)
"""What may stand between the parts of a list without ending it."""

FILLERS = (
    "a, an, the, i, im, id like, id, me, my, we, our, us, you, your, it, its, is, are, was, be, been, being, am, do, does, "
    "did, have, has, had, having, got, get, getting, to, of, for, with, and, or, in, on, at, by, from, as, so, "
    "that, this, these, those, which, who, what, where, when, there, here, than, then, "
    "want, wanted, wants, wanting, need, needed, needs, looking, look, search, searching, find, finding, seeking, seek, "
    "show, see, buy, buying, purchase, after, please, pls, plz, thanks, thank you, cheers, hi, hello, hey, would, could, "
    "can, should, will, might, may, must, like, love, prefer, preferably, ideally, ideal, maybe, perhaps, possibly, "
    "some, something, someone, anyone, anything, any, one, ones, other, another, all, every, both, either, "
    "good, nice, great, decent, lovely, tidy, clean, smart looking, beautiful, fantastic, excellent, perfect, amazing, "
    "cool, best, top, good condition, excellent condition, great condition, in good condition, "
    "mint condition, immaculate condition, good nick, great nick, "
    "for sale, sale, available, in stock, stock, near me, nearby, around me, local, locally, "
    "uk, in the uk, england, britain, united kingdom, great britain, "
    "vehicle, vehicles, motor, deal, deals, offer, offers, listing, listings, advert, adverts, "
    "just, only, also, too, very, really, quite, pretty, rather, fairly, about, preferred, must have, has to be, have to be, "
    "price, priced, pricing, cost, costs, costing, budget, money, pounds, quid, "
    "colour, color, coloured, colours, paint, painted, paintwork, metallic, pearlescent, pearl, in colour, "
    "body, bodied, style, styled, type, types, kind, sort, make, makes, model, models, brand, brands, version, "
    "engine, engined, fuel, fuelled, gearbox, gear box, transmission, gears, condition, mileage, miles, "
    "year, years, old, age, aged, registered, reg, registration, plate, plated, "
    "if possible, or so, or thereabouts, roughly, max, maximum, min, minimum, up, go, going, gone, "
    "dealer, dealers, dealership, garage, within, near, over, under, between, "
    "dont mind, not fussed, not bothered, happy with, open to, nothing, light, dark, bright, pale, "
    "matt, matte, gloss, deep, but, though, however, still, because, not, no, out, off, else, etc, "
    "how, many, much, more, less, most, least, few, lot, lots, bit, little, way, thing, things, "
    "wheelbase, licence, license, legal, compliant, roof, new shape, if, them, they, theyre, he, she, him, her, "
    "his, hers, their, who is, whos, today, now, asap, soon, yes, yeah, ok, okay, right, well, "
    "make it, making, give, giving, take, taking, come, comes, coming, know, think, thinking, "
    "wife, husband, partner, son, daughter, mum, dad, mother, father, nan, gran, grandad, brother, sister, "
    "mate, friend, girlfriend, boyfriend, girl, boy, man, woman, lady, someone who, people, person, self, "
    "suitable, suited, able, capable, used by, use, using"
)  # fmt: skip

FEATURES = (
    "electric windows, electric seats, electric mirrors, electric tailgate, electric boot, "
    "electric sunroof, electric roof, electric handbrake, electric start, electric hood, electric doors, "
    "electric folding mirrors, electric memory seats, electric tow bar, "
    "new mot, new tyres, new clutch, new brakes, new engine, new battery, new exhaust, new timing belt, "
    "new timing chain, new gearbox, new cambelt, new service, new discs, new shocks, new alloys, new turbo, new wheels, "
    "new model, new style, new registration, "
    "manual handbrake, service manual, owners manual, auto lights, auto wipers, auto parking, "
    "automatic lights, automatic wipers, automatic tailgate, automatic headlights, automatic parking, "
    "android auto, auto dimming, auto hold, auto park, red leather, black leather, cream leather, "
    "white leather, brown leather, tan leather, grey leather, beige leather, black roof, white roof, "
    "black alloys, silver alloys, black wheels, red seats, cream interior, black interior, red interior, "
    "tan interior, brown interior, beige interior, white interior, grey interior, red calipers, "
    "black badges, gold wheels, black windows, tinted windows, used approved warranty, "
    "heated seats, leather seats, bucket seats, heated seat, heated front seats, massage seats, "
    "rear seats, back seats, child seat, child seats, baby seat, car seat, car seats, booster seat, "
    "roof rack, roof rails, roof box, roof bars, panoramic roof, glass roof, roof tent, roof light, "
    "sun roof, moon roof, parking sensors, cruise control, adaptive cruise control, tow bar, sat nav, "
    "full dealer history, "
    "start stop, stop start, "
    "head up display, keyless entry, reversing camera, reverse camera, rear camera, apple carplay, "
    "car play, isofix, tail lift, ply lined, air con, air conditioning, long mot, full mot, "
    "lane assist, blind spot, third row, climate control, petrol station, smart phone, "
    "smart key, bike rack, bike carrier, bike rack fitted"
)  # fmt: skip
"""Things that a vehicle has: keywords, though a word in them would mean something alone."""

TRIMS = (
    "gti, gtd, gte, gt line, gtline, r line, fr, fr line, fr sport, s line, black edition, se, se l, se dynamic, "
    "sel, m sport, msport, amg line, amg, st line, st, st 2, st 3, st line x, rs, titanium, titanium x, "
    "zetec, zetec s, tekna, tekna plus, n connecta, acenta, acenta premium, visia, n design, d4, d5, d3, "
    "t5, t6, t8, b4, b5, ecoboost, ecoblue, tdci, tdi, tsi, tfsi, fsi, gdi, crdi, dci, hdi, bluehdi, "
    "puretech, multijet, jtd, cdti, jtdm, skyactiv, vtec, i vtec, vvt i, multiair, twinair, ddis, dig t, "
    "etsi, mjet, cdi, bluetec, bluemotion, blue motion, bluemotion tech, twinpower, e tense, etense, "
    "sri, sri nav, sri vx line, elite, elite nav, vxr, gsi, vx line, limited edition, "
    "quattro, xdrive, sdrive, 4motion, 4matic, all4, awd, type r, type s, "
    "john cooper works, jcw, cooper, sport tech, sport nav, se nav, se l nav, gt sport, gs line, vti, "
    "gt tdi, match edition, xcellence, monte carlo, vrs, scout, sportline, laurin klement, "
    "dynamique, dynamique nav, dynamique s nav, expression, iconic, iconique, techno, rs line, "
    "r dynamic, hse, hse luxury, autobiography, vogue, vogue se, metropolis, landmark, r sport, portfolio, "
    "prestige, allure, gt premium, active premium, feel, flair, shine, shine plus, vtr, vts, "
    "icon, excel, gr sport, design, dynamic, premium se, ultimate, exclusive, sensation, n line, "
    "first edition, launch edition, n performance, competition, performance, long range, "
    "standard range, standard range plus, plaid, double motor, dual motor, inscription, momentum, "
    "r design, cross country, polestar engineered, ultra, trendline, highline, comfortline, startline, "
    "trend, limited, leader, wildtrak, ms rt, msrt, raptor, lariat, invincible, invincible x, "
    "icon x, tributo, turismo, competizione, lounge, pop, easy, cross, lusso, veloce, sprint, "
    "quadrifoglio, ti, super sport, lux, gt, gts, turbo s, carrera, carrera s, carrera 4s, targa 4s, "
    "turbo, sw, vivid, ambition, style, sport, elegance, s, l, tech, tech line, tech edition, "
    "sport line, luxury line, luxury, modern, efficient dynamics, efficientdynamics, "
    "avantgarde, amg line premium, amg line premium plus, premium plus, night edition, exclusive line, "
    "ztec, lx, glx, xr3i, xrs, rs4, ghia, ghia x, edge, energi, active x, vignale, black pack, "
    "tecno, intens, initiale, play, play s, r, rt, abs, tft, pro, rally, rally pro, carbon, "
    "rr, sp, sd, special edition, trophy"
)  # fmt: skip
"""Names of trims and engines that are the same wherever they occur."""

TRIMS_AFTER_A_NAME = frozenset(
    [
        "s",
        "l",
        "r",
        "rt",
        "se",
        "st",
        "rs",
        "gt",
        "ti",
        "style",
        "sport",
        "elegance",
        "design",
        "dynamic",
        "active",
        "premium",
        "icon",
        "excel",
        "feel",
        "flair",
        "shine",
        "play",
        "pop",
        "easy",
        "cross",
        "lounge",
        "ultimate",
        "exclusive",
        "sensation",
        "trend",
        "limited",
        "leader",
        "lux",
        "luxury",
        "tech",
        "modern",
        "turbo",
        "carbon",
        "competition",
        "performance",
        "carrera",
        "launch",
        "edition",
        "elite",
        "expression",
        "iconic",
        "techno",
        "prestige",
        "portfolio",
        "landmark",
        "vogue",
        "momentum",
        "inscription",
        "ultra",
        "sprint",
        "edge",
        "energi",
        "titanium",
        "abs",
        "pro",
        "rally",
        "pure",
        "match",
        "life",
        "vivid",
        "ambition",
        "scout",
        "trophy",
        "sp",
        "rr",
        "sw",
        "d3",
        "d4",
        "d5",
        "t5",
        "t6",
        "t8",
        "b4",
        "b5",
        "fr",
        "super",
        "raptor",
        "turismo",
        "allure",
        "rsline",
        "quattro",
        "awd",
        "longrange",
        "standardrange",
        "doublemotor",
        "dualmotor",
        "cooper",
        "sd",
        "limitededition",
        "specialedition",
        "blackpack",
        "carrera",
    ]
)
"""Trims that are words of their own: read as a trim only behind a make, a model or a trim."""

NICKNAMES = {
    "Volkswagen": "vw, v w, vdub, v dub, veedub, volkswagens, vws, volks",
    "Mercedes-Benz": "mercedes, merc, mercs, benz, mercedez, mercedes benz, merc benz, mb",
    "BMW": "beemer, beamer, bimmer, beema, bmws, bm",
    "Chevrolet": "chevy, chevvy, chev",
    "Land Rover": "landy, landie, landrover, land rovers",
    "Jaguar": "jag, jags",
    "Lamborghini": "lambo",
    "Aston Martin": "aston, astons",
    "Alfa Romeo": "alfa, alfas",
    "Harley-Davidson": "harley, harleys, hog",
    "Subaru": "scooby, scoobie, subie",
    "Peugeot": "pug, pugs",
    "Vauxhall": "vauxy, vaux",
    "Mitsubishi": "mitsi, mitzi",
    "Rolls-Royce": "roller, rolls",
    "Royal Enfield": "enfield",
    "Moto Guzzi": "guzzi",
    "Porsche": "porker, porka",
    "Kawasaki": "kwak, kawa, kwacker",
    "Suzuki": "suzi, zook",
    "Toyota": "toyo",
    "Renault": "renner",
    "Lexus": "lexuses",
    "MINI": "minis",
    "Maserati": "maser",
    "SsangYong": "ssang yong",
}
MODEL_NICKNAMES = {
    ("Land Rover", "Range Rover"): "rangie, rangey, range",
    ("Land Rover", "Discovery"): "disco",
    ("Volkswagen", "Beetle"): "vw bug",
    ("Volkswagen", "Transporter"): "t4, t5, t6, t6.1, t5.1, vw transporter van",
    ("Vauxhall", "Zafira"): "zaf",
    ("Toyota", "Land Cruiser"): "landcruiser",
    ("Nissan", "Qashqai"): "cashcow, cash cow, quashqai, kashkai, qashquai, quashquai",
    ("Ford", "Mondeo"): "mondy",
    ("Mazda", "MX-5"): "miata",
    ("Vauxhall", "Insignia"): "insig",
}

NEVER_ALONE = frozenset(
    ["note", "edge", "journey", "wish", "wind", "idea", "super", "dawn", "one", "seven", "eight", "up", "go", "i", "m", "g", "is", "life", "city", "daily", "partner", "expert", "custom", "standard", "sport", "mega", "replica", "president", "pickup", "saloon", "coupe", "cabriolet", "convertible", "roadster", "limousine", "hatch", "estate", "series", "stage", "spring", "adventure", "fun", "may", "air", "one", "combo", "master", "traveller", "picnic", "stream", "legend", "spirit", "crown", "touring", "tourer", "soul", "ghost", "robin", "beta", "bug", "rush", "box", "campervan", "orion", "nova", "zip", "surf", "cube", "bravo", "sprint", "ace", "seven", "flying", "open", "classic", "rapid", "relay", "signum", "eos", "largo", "mini", "amg", "abarth", "alpine", "one", "minor", "persona", "sovereign", "lightweight", "wagon", "caravan", "rebel", "van", "caravan", "light", "sedan", "crossroad", "phantom", "shadow", "pop", "compass", "commander", "patriot", "navigator", "mark", "ruby", "savvy", "porter", "clubman", "hatchback", "continental", "active", "dispatch", "fusion", "zero", "arc", "victory", "man", "ram", "bond", "noble", "radical", "pilgrim", "tiger", "standard", "swift", "james", "silence", "herald", "indian", "smart", "seat", "daytona", "gt", "gto", "gts", "cc", "ss", "sei", "se", "ex", "fx", "tc", "td", "tf", "hs", "gs", "ls", "rc", "c1", "turismo", "element", "legacy", "mono", "aero", "elan", "tx", "ev", "sc", "sl", "cl", "ce", "tt", "rs", "plus", "pure", "kona", "zoe"]
) - frozenset(["tiger", "swift", "robin", "smart", "seat", "kona", "zoe", "tt", "compass", "rebel", "dispatch", "patrol", "mini", "indian", "legacy"])  # fmt: skip
"""Names of makes and models that sentences use as plain words: read as a name only beside their
make, or one of their models."""

NOT_WITHOUT_STOCK = NEVER_ALONE | frozenset(
    [
        "bristol",
        "bedford",
        "lincoln",
        "norton",
        "bailey",
        "sunlight",
        "rapido",
        "swift",
        "adria",
        "ora",
        "arc",
        "mash",
        "mutt",
        "kove",
        "segway",
        "silence",
        "talaria",
        "wottan",
        "matchless",
        "greeves",
        "puch",
        "neco",
        "standard",
        "singer",
        "talbot",
        "riley",
        "morris",
        "hillman",
        "humber",
        "jensen",
        "marcos",
        "commer",
        "willys",
        "simca",
        "mercury",
        "plymouth",
        "panther",
        "carado",
        "laika",
        "pilote",
        "denza",
        "genesis",
    ]
)
"""Makes that are towns or words: known only where the stock has some."""

TRIMS_BEFORE_NAMES = frozenset({"quattro"})
"""Trims that are the name of a rare model too: an "Audi quattro" is an Audi that drives all four."""

TRIMS_THAT_DESCRIBE = frozenset(
    "s l r sport style design dynamic active premium luxury modern performance competition limited "
    "limitededition specialedition launch edition super elite ultimate prestige exclusive sensation "
    "turbo pop easy cross play pro pure match life vivid sprint edge tech leader trend momentum carbon "
    "rally trophy scout ambition landmark portfolio blackpack expression rt rr abs sp cooper carrera".split()
)
"""Of those, the ones that say how a vehicle is: "premium Audi" asks for no trim of that name."""
