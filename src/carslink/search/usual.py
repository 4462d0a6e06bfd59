"""The usual words of adverts, as bits of each vehicle beside the index.

"Heated seats" and "full service history" are said by so many that the index takes long to walk
through all of them, and they are what buyers ask for besides filters. A vehicle's row has a bit for
each word here that its text has, and one for each that its title has. What says nothing else is
answered from these, and finds what the index finds.
"""

import re
from collections.abc import Iterable
from functools import lru_cache, reduce
from operator import or_

from carslink.search import schema

# Another list is another index: count `schema.MEANING` up.
_WORDS = """
heated seats cooled ventilated electric memory massage leather suede folding seater 7 seven
five 5 5dr 3 3dr three door full service history fsh main dealer stamps book fully one 1 owner
two 2 former previous keeper hpi clear sat nav satnav navigation navi air con aircon conditioning
climate control
cruise adaptive tow bar towbar hitch towing pack sunroof sun roof panoramic pano glass parking
sensors pdc assist reversing rear front view camera 360 surround carplay car play apple android auto
bluetooth dab radio usb touch screen touchscreen wireless charging phone alloy wheels
diamond cut inch 18 19 20 21 tyres spare isofix keyless entry start stop key windows mirrors
steering windscreen led xenon matrix headlights lights fog privacy tinted
head up display digital virtual cockpit blind spot lane departure traffic sign recognition hill hold
automatic hatch hatchback estate tourer touring wagon avant cabriolet cabrio convertible soft
top 4x4 4wd awd all wheel drive four 4 ev hybrid phev plug in motorbike motorcycle bike people
carrier mpv grey gray
sport premium black immaculate condition excellent low mileage new warranty mot finance deposit
available clutch cambelt timing belt chain changed replaced ulez compliant euro 6 tax free zero road
insurance group import px part exchange swap delivery nationwide
summer winter season cable charger home tailgate boot power box guard dog ramp wheelchair wav
accessible
ply lined lining rack racking side twin sliding loading bulkhead tail lift tipper crew cab row third
entertainment dvd alarm tracker immobiliser protection
abs traction grips quickshifter exhaust akrapovic yoshimura panniers luggage crash private
"""

STEMS = tuple(dict.fromkeys(stem for word in _WORDS.split() for stem in schema.stems(word)))

WIDTH = -(-len(STEMS) // 8)
"""Bytes for all of them; each byte is a column, for one word is looked at in all vehicles."""

FIELDS = (schema.WORDS, schema.TITLE)
"""The fields of text whose usual words are kept."""

_BIT = {stem: 1 << at for at, stem in enumerate(STEMS)}


def column(field: str) -> str:
    """Return the name of what holds the usual words of a field of text, a byte after another."""
    return f"usual_{field}"


def are_usual(stems: Iterable[str]) -> bool:
    """Return whether all of the stems have a bit."""
    return all(stem in _BIT for stem in stems)


def bits(stems: Iterable[str]) -> bytes:
    """Return the bits of some usual stems."""
    return _joined(_BIT[stem] for stem in stems)


def of_text(text: str) -> bytes:
    """Return the bits of a text's usual words."""
    return _joined(map(_bit, set(_WORD.findall(text))))


def _joined(each: Iterable[int]) -> bytes:
    return reduce(or_, each, 0).to_bytes(WIDTH, "little")


_WORD = re.compile(schema.WORD.replace(r"[\p{L}\p{N}]", r"[^\W_]"))


@lru_cache(200_000)
def _bit(word: str) -> int:
    """Return the bit of a word as adverts have it; 0 where it is not a usual one."""
    return reduce(or_, (_BIT.get(stem, 0) for stem in schema.stems(word)), 0)
