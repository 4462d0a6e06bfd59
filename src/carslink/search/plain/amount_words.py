"""The words of amounts: comparisons, units, and what a number may count instead.

Phrases are divided by a comma and a space.
"""

MAX, MIN, AFTER, BEFORE, ABOUT, BETWEEN, SINCE, OLDER = (
    "max", "min", "after", "before", "about", "between", "since", "older",
)  # fmt: skip

BEFORE_IT = {
    "max": (
        "under, below, less than, less then, up to, upto, max, maximum, maximum of, max of, "
        "no more than, no more then, not more than, at most, cheaper than, lower than, "
        "fewer than, within, beneath, sub, no higher than, not exceeding, budget, budget of, "
        "budget is, budget up to, my budget is, spend, to spend, spend up to, capped at, limit, "
        "limit of, limit is, for, for under, for less than, for up to, under about, just under, "
        "well under, not much more than, anything under, anything below, anything up to, "
        "nothing more than, lower then, smaller than, no greater than, as much as, a maximum of, "
        "a budget of, no bigger than, not bigger than, budget under, budget max, budget around, "
        "less, until, till, untill, up until, up till, last, the last, past, the past"
    ),
    "min": (
        "over, above, more than, more then, at least, min, minimum, minimum of, min of, "
        "no less than, no less then, not less than, upwards of, greater than, higher than, "
        "bigger than, larger than, exceeding, starting at, starting from, north of, "
        "a minimum of, at the very least, anything over, anything above, anything from, "
        "just over, no smaller than, not smaller than, more"
    ),
    "after": (
        "after, newer than, newer then, later than, younger than, post, newer, more recent than"
    ),
    "before": "before, older than, older then, earlier than, pre, prior to",
    "about": (
        "around, about, circa, approx, approximately, roughly, somewhere around, "
        "in the region of, ca, round about, around about, close to, nearly, near enough, near, "
        "bout, abt"
    ),
    "since": "from, since, starting, as of, from about",
    "between": (
        "between, anywhere between, anything between, from between, priced between, "
        "somewhere between"
    ),
}
"""How a number is compared, by what stands before it."""

BEHIND_IT = {
    "max": (
        "or less, or under, or below, or lower, or cheaper, or fewer, max, maximum, tops, "
        "at most, limit, and under, and below, or less please, to spend, budget, or smaller, "
        "top whack, and less, and lower, at the most, absolute max, ceiling"
    ),
    "min": (
        "or more, or over, or above, or higher, or better, upwards, and up, and above, and over, "
        "minimum, min, at least, plus, or up, or bigger, and more, or upwards, and upwards, "
        "or larger, and beyond, and bigger, and higher"
    ),
    "since": (
        "or newer, or later, or younger, onwards, onward, and newer, and later, or onwards, "
        "and onwards, or after, or more recent, and after, forwards, and younger, on, up, "
        "to present, to the present, to now, to date, to today, till now, until now, to current"
    ),
    "older": "or older, or earlier, or before, and older, and earlier, backwards, and before",
    "about": "ish, or thereabouts, or so, or near enough, give or take",
}
"""How a number is compared, by what stands behind it."""

UNITS = {
    "money": "pounds, pound, quid, gbp, sterling, squid, pounds sterling, £",
    "miles": (
        "miles, mile, mi, mls, on the clock, mileage, miles on the clock, miles on it, "
        "miles done, on clock, thousand miles, milage, on the odometer, of mileage, miles covered"
    ),
    "km": "km, kms, kilometres, kilometre, kilometers, kilometer, km on the clock",
    "cc": "cc, ccs, cm3, cubic centimetres, cc engine",
    "litres": (
        "l, litre, litres, liter, liters, ltr, ltrs, lt, litre engine, l engine, liter engine"
    ),
    "years": ("years, year, yrs, yr, years old, year old, yrs old, yr old, years of age, yo"),
    "months": "months, month, months old, month old",
    "plate": (
        "plate, plates, reg, regs, registration, registered, plated, registrations, plate car, "
        "reg car"
    ),
    "kg": "kg, kgs, kilos, kilograms, kg payload, kilo",
    "m3": "m3, cubic metres, cubic metre, cubic meters, cbm, cubic m, cu m, cube metres",
    "tonnes": "tonne, tonnes, ton, tons, t",
}
BEHIND_ON = frozenset("and below for in max near under up with within".split())
"""What may follow "2017 on" where that means 2017 or later."""

HINTS = {
    "price": (
        "price, priced, cost, costs, costing, budget, price range, priced at, for sale, "
        "asking price"
    ),
    "mileage": "mileage, milage, miles, mileage of, clocked",
    "year": "year, registered, reg, built, made, year of, manufactured, registered in",
    "engine": "engine, engine size, capacity, engine capacity, cc",
    "payload": "payload, payload of, carry, carrying, carries, can carry, payload capacity",
    "volume": "load volume, volume, cubic capacity, load space, loadspace",
    "age": "age, aged",
}
"""What a number counts, by what stands before it."""

FEATURES = frozenset(
    """
    adults airbags axle bedroom berth bhp child children class cylinder cylinders days dog dogs
    door doors dr drs feet foot former ft gear gears gen generation grandkids hp inch inches key
    keys kid kids kw kwh man meters metre metres mpg mph nm owner owners passenger passengers pcm
    people percent person piece pot prams previous ps seat seater seaters seats seconds secs
    series service services speed speeds stamp stamps stone stroke turbo valve valves volt wd
    wheel wheels
    """.split()
)
"""What a number counts where it is neither money nor age nor size."""

LINKS = frozenset(
    """
    : = a any at be in is limit of range the
    """.split()
)
"""What may stand between such a word and its number."""

FINANCE = frozenset(
    """
    apr deposit month monthly mth pcm pm week
    """.split()
)
NOT_AGES = frozenset(
    """
    breakdown experience finance free guarantee manufacturer manufacturers mot ncb ncd no service
    servicing tax warranty
    """.split()
)
"""What years may be of, beside a vehicle."""

UPKEEP = frozenset({"road", "tax", "insurance", "ved", "taxed", "rfl", "insure"})
A_YEAR = frozenset({"a", "per", "/", "year", "yr", "annual", "yearly", "pa", "cheap", "to", "car"})
"""What may stand between money and the tax that it is."""

RANGE = frozenset({"-", "to", "till", "until", "through", "thru", "~"})
NEGATIONS = frozenset({"not", "no", "nothing", "never", "none", "isnt", "cant", "dont"})
MAGNITUDES = {
    "k": 1_000,
    "grand": 1_000,
    "thousand": 1_000,
    "thou": 1_000,
    "g": 1_000,
    "hundred": 100,
    "m": 1_000_000,
    "million": 1_000_000,
    "mil": 1_000_000,
    "thousands": 1_000,
    "ks": 1_000,
}
NUMBERS = {
    "zero": 0,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "thirteen": 13,
    "fourteen": 14,
    "fifteen": 15,
    "sixteen": 16,
    "seventeen": 17,
    "eighteen": 18,
    "nineteen": 19,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
