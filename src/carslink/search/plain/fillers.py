"""Words that join, negate or say nothing, and the things that vehicles have."""

NEGATIONS = (
    "not, no, except, except for, excluding, exclude, excludes, without, anything but, "
    "anything but a, everything but, everything except, anything except, but not, dont want, "
    "do not want, other than, apart from, non, nor, neither, never, avoid, avoiding, isnt, "
    "is not, arent, cant be, not a, not an, not any, any but, all but, bar, aside from, "
    "definitely not, wont have, rather not, not in, must not be, anything other than, "
    "anything apart from, shouldnt be, steer clear of, hate, hates, not interested in, "
    "no thanks to, leave out, instead of, rather than, skip the, minus, aint, ex, dont like, "
    "do not like, cant have, cannot have, cant stand, wont consider, wouldnt have, "
    "wouldnt want, would not want, dont fancy, not keen on, not looking for, not after, "
    "no more, doesnt want, anywhere but, anywhere except, anywhere other than, everywhere but, "
    "dont wanna, wont buy, wouldnt buy, wouldnt consider, havent, hasnt, nothing"
)
UNASKED = (
    "no need for, no need to be, dont need, dont really need, do not need, do not really need, "
    "doesnt need, doesnt have to, does not have to, does not need, need not, neednt, "
    "doesnt matter if, dont mind, do not mind, dont care, do not care, not fussed, not bothered, "
    "not necessarily, no need of, dont have to have, do not have to have, "
    "not worried about, no preference on, doesnt matter whether, "
    "dont require, do not require, "
    "my current car is, current car is, currently drive, currently driving, currently have, "
    "currently own, already have, already own, already got, upgrading from, upgrade from, "
    "to part exchange, to trade in"
)
UNASKED += "".join(
    f", {what} {whose}{old}"
    for what in (
        "part exchange", "part exchanging", "part ex", "px", "p/x", "trade in", "trading in",
        "traded in", "swap", "swapping", "sell", "selling", "sold", "you take", "replace",
        "replacing", "replacement for", "instead of", "upgrade from", "upgrading from",
        "moving on from", "to part exchange", "to trade in", "get rid of", "getting rid of",
        "got rid of",
    )
    for whose in ("my", "our", "his", "her", "their")
    for old in ("", " old", " current")
)  # fmt: skip
"""These ask for nothing, nor do they leave anything out: among them what a buyer drives now."""

IDEALLY = (
    "ideally, preferably, prefer, i prefer, id prefer, i would prefer, would prefer, we prefer, "
    "id rather have, would rather have, ideally a, ideally in, hopefully, hoping for, "
    "preference for, with a preference for, a preference for, leaning towards, id ideally like, "
    "would ideally like, would ideally be, ideally be, should ideally be, bonus if, "
    "bonus points for, bonus points if, extra points for"
)
"""These stand before what is only liked, as a rule."""

IF_POSSIBLE = (
    "if possible, if at all possible, if poss, where possible, preferred, is preferred, "
    "preferable, is preferable, would be preferred, would be preferable, would be nice, "
    "would be good, would be great, would be ideal, would be lovely, would be handy, "
    "would be useful, would be a bonus, would be a plus, would help, is a bonus, is a plus, "
    "a bonus, nice to have, optional, is optional, not essential, isnt essential, "
    "is not essential, not needed, not required, not a must, not necessary, not vital, "
    "not crucial, not important, not a dealbreaker, not a deal breaker, if i can, "
    "if you have one, if you can, if available, if they have one"
)
"""These stand behind it."""

EVERYTHING = (
    "any make, any model, any colour, any fuel, any gearbox, any transmission, any body, "
    "any type, any make or model, any brand, any condition, any age, any mileage, any year, any, "
    "anything, everything, all makes, all colours, anything at all, whatever, any kind, "
    "any sort, any color"
)
EVERYTHING += "".join(
    f", {what} {said}"
    for what in "colour color make model brand age year mileage miles fuel gearbox body".split()
    for said in (
        "not important", "is not important", "isnt important", "unimportant", "is unimportant",
        "doesnt matter", "does not matter", "irrelevant", "not bothered", "not fussed",
        "no object", "is no object",
    )
)  # fmt: skip
CONTRADICTIONS = "but, except"
"""After "any colour" and the like, these say what is not wanted."""

CONNECTORS = {
    ",": ",",
    "/": ",",
    "&": "and",
    "and": "and",
    "or": "or",
    "nor": "or",
    "plus": "and",
    ";": ",",
    "|": ",",
    "and/or": "or",
    "either": "or",
    "vs": "or",
    "versus": "or",
}
ARTICLES = frozenset(
    """
    a an any are be color colour coloured either engine engined in is it its made make model
    models of one ones paint painted really some the to type variant version very
    """.split()
)
"""What may stand between the parts of a list without ending it."""

BEHIND_A_NOT = frozenset(
    """
    anything based be buy buying consider driven from get getting got have having like located
    need powered something that thats theyre want which with
    """.split()
)
"""What may stand between a "not" and what it leaves out: "not based in Scotland"."""

FILLERS = (
    "anywhere, everywhere, nationwide, jan, january, feb, february, april, june, july, aug, "
    "august, sept, september, oct, october, nov, november, dec, december, "
    "vs, versus, early, late, mid, summat, sumthing, somethin, lookin, wiv, wanna, gonna, gimme, "
    "ono, ovno, onvo, obo, or nearest offer, or near offer, or best offer, plus vat, vat, ex vat, "
    "no vat, "
    "exc vat, excl vat, excluding vat, inc vat, incl vat, including vat, "
    "ive, weve, youve, theyve, ill, shes, hes, definitely, absolutely, strictly, "
    "doing, per, currently, desperately, urgently, similar, "
    "a, an, the, i, im, id like, id, me, my, we, our, us, you, your, it, its, is, are, was, be, "
    "been, being, am, do, does, did, have, has, had, having, got, get, getting, to, of, for, "
    "with, and, or, in, on, at, by, from, as, so, that, this, these, those, which, who, what, "
    "where, when, there, here, than, then, want, wanted, wants, wanting, need, needed, needs, "
    "looking, look, search, searching, find, finding, seeking, seek, show, see, buy, buying, "
    "purchase, after, please, pls, plz, thanks, thank you, cheers, hi, hello, hey, would, could, "
    "can, should, will, might, may, must, like, love, ideal, maybe, "
    "perhaps, possibly, some, something, someone, anyone, anything, any, one, ones, other, "
    "another, all, every, both, either, good, nice, great, decent, lovely, tidy, clean, "
    "smart looking, beautiful, fantastic, excellent, perfect, amazing, cool, best, top, "
    "good condition, excellent condition, great condition, in good condition, mint condition, "
    "immaculate condition, good nick, great nick, for sale, sale, available, in stock, stock, "
    "near me, nearby, around me, local, locally, uk, in the uk, england, britain, "
    "united kingdom, great britain, vehicle, vehicles, motor, deal, deals, offer, offers, "
    "listing, listings, advert, adverts, just, only, also, too, very, really, quite, pretty, "
    "rather, fairly, about, must have, has to be, have to be, price, priced, pricing, "
    "cost, costs, costing, budget, money, pounds, quid, colour, color, coloured, colours, paint, "
    "painted, paintwork, metallic, pearlescent, pearl, in colour, body, bodied, style, styled, "
    "type, types, kind, sort, make, makes, model, models, brand, brands, version, engine, "
    "engined, fuel, fuelled, gearbox, gear box, transmission, gears, condition, mileage, miles, "
    "year, years, old, age, aged, registered, reg, registration, plate, plated, "
    "or so, or thereabouts, roughly, max, maximum, min, minimum, up, go, going, gone, dealer, "
    "dealers, dealership, garage, within, near, over, under, between, "
    "cant, cannot, dont, doesnt, didnt, wont, wouldnt, couldnt, "
    "happy with, open to, nothing, light, dark, bright, pale, matt, matte, gloss, "
    "deep, but, though, however, still, because, not, no, out, off, else, etc, how, many, much, "
    "more, less, most, least, few, lot, lots, bit, little, way, thing, things, wheelbase, "
    "licence, license, legal, compliant, roof, new shape, if, them, they, theyre, he, she, him, "
    "her, his, hers, their, who is, whos, today, now, asap, soon, yes, yeah, ok, okay, right, "
    "well, make it, making, give, giving, take, taking, come, comes, coming, know, think, "
    "thinking, wife, husband, partner, son, daughter, mum, dad, mother, father, nan, gran, "
    "grandad, brother, sister, mate, friend, girlfriend, boyfriend, girl, boy, man, woman, lady, "
    "banger, matter, matters, pay, paying, spend, spending, someone who, people, "
    "considered, acceptable, welcome, would do, will do, fine, also fine, is fine, also ok, is ok, "
    "person, self, suitable, suited, able, capable, used by, use, using"
)

FEATURES = (
    "elec windows, elec mirrors, elec seats, elec roof, "
    "electric windows, electric seats, electric mirrors, electric tailgate, electric boot, "
    "electric sunroof, electric roof, electric handbrake, electric start, electric hood, "
    "electric doors, electric folding mirrors, electric memory seats, electric tow bar, new mot, "
    "new tyres, new clutch, new brakes, new engine, new battery, new exhaust, new timing belt, "
    "new timing chain, new gearbox, new cambelt, new service, new discs, new shocks, new alloys, "
    "new turbo, new wheels, new model, new style, new registration, manual handbrake, "
    "service manual, owners manual, auto lights, auto wipers, auto parking, automatic lights, "
    "automatic wipers, automatic tailgate, automatic headlights, automatic parking, "
    "android auto, auto dimming, auto hold, auto park, red leather, black leather, "
    "cream leather, white leather, brown leather, tan leather, grey leather, beige leather, "
    "black roof, white roof, black alloys, silver alloys, black wheels, red seats, "
    "cream interior, black interior, red interior, tan interior, brown interior, beige interior, "
    "white interior, grey interior, red calipers, black badges, gold wheels, black windows, "
    "tinted windows, used approved warranty, heated seats, leather seats, bucket seats, "
    "heated seat, heated front seats, massage seats, rear seats, back seats, child seat, "
    "child seats, baby seat, car seat, car seats, booster seat, roof rack, roof rails, roof box, "
    "roof bars, panoramic roof, glass roof, roof tent, roof light, sun roof, moon roof, "
    "parking sensors, cruise control, adaptive cruise control, tow bar, sat nav, "
    "full dealer history, start stop, stop start, head up display, keyless entry, "
    "reversing camera, reverse camera, rear camera, apple carplay, car play, isofix, tail lift, "
    "ply lined, air con, air conditioning, long mot, full mot, lane assist, blind spot, "
    "third row, climate control, petrol station, ice cream, smart phone, smart key, bike rack, "
    "bike carrier, bike rack fitted, non runner, non runners, non smoker, non smoking, "
    "spares or repair, spares or repairs, cat s, cat n, cat c, cat d, vat qualifying"
)
"""Things that a vehicle has: keywords, though a word in them would mean something alone."""
