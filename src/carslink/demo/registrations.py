"""Registration marks and VINs: valid, true to area and age, and never the same twice.

A serial number, unique in the market, becomes a mark by a permutation, so that no two vehicles
need to be compared. Marks follow DVLA's INF104: area letters, age identifiers from September 2001,
year letters before. The local codes of the older marks are those of DVLA's local offices.
"""

from datetime import date
from functools import lru_cache
from itertools import product

CURRENT_MARKS_FROM = date(2001, 9, 1)


def _words(text: str) -> list[str]:
    return text.split()


_SERIAL_LETTERS = "ABCDEFGHJKLMNOPRSTUVWXYZ"
_AREA_LETTERS = "ABCDEFGHJKLMNOPRSTUVWXY"
_NOT_ISSUED = frozenset(
    _words("""
    ASS BUM CNT COK FCK FUC FUK GAY GOD JEW KKK NAZ PAK POO RAP SEX SHT SLG TWT WNK
""")
)
_PREFIX_NUMBERS = range(21, 1000)  # 1 to 20 were kept back for sale
_NI_NUMBERS = range(1000, 10000)
_YEAR_LETTERS = (  # the first month of each; before, the letter before
    ((1983, 8), "A"),
    ((1984, 8), "B"),
    ((1985, 8), "C"),
    ((1986, 8), "D"),
    ((1987, 8), "E"),
    ((1988, 8), "F"),
    ((1989, 8), "G"),
    ((1990, 8), "H"),
    ((1991, 8), "J"),
    ((1992, 8), "K"),
    ((1993, 8), "L"),
    ((1994, 8), "M"),
    ((1995, 8), "N"),
    ((1996, 8), "P"),
    ((1997, 8), "R"),
    ((1998, 8), "S"),
    ((1999, 3), "T"),
    ((1999, 9), "V"),
    ((2000, 3), "W"),
    ((2000, 9), "X"),
    ((2001, 3), "Y"),
)
LOCAL_CODES = {
    "A": "AH AV BJ CL DX EB EG EW EX FL GV NG PV PW RT VF",
    "B": "DA DH DU EA FD FK HA HP JW KV OA OB OC OE OF OG OH OJ OK OL OM ON OP OV",
    "C": "BO CC CY DW EP HB JC KG NY TG TH TX UH WN WO",
    "D": "AW CA DM ED EH FA FM LG MB NT RE RF TU UJ UX VT",
    "E": "AR EV HJ HK JN NO OO PU TW VW VX WC",
    "F": "AL AU BE CH CT FE FU FW JU JV NN NR NU RA RB RC RR TL TO TV VL VO",
    "G": "AP CD DY FG FN HC JG JK KE KJ KK KL KM KN KO KP KR KT NJ PN PX UF WV YJ",
    "H": "AA BK BP CG CR DL EL FX HO JT LJ OR OT OU OW PO PR RU RV TP TR",
    "K": "BD BH BM GS KX MJ NH NK NM PP RO RP TM UR VS VV",
    "L": "GC GF GH GJ GK GN GO GP GT GU GW GX GY HM HV JD JJ LA LB LC LD LE LF",
    "M": "BA BN BU CB CN DB DK EM EN FV JA KA KB KC KD KF LV NA NB NC ND NE NF RJ VM VR VU",
    "N": "BB BR CU DC EF FT GR HN JR NL PT PY TN TY UP VK VN XG",
    "O": "BW FC JO MD UD WL",
    "P": "AO BV CK CW EC EO FR HG HH RM RN",
    "R": "AN BL CF DP GM JB JH JM MO PA PB PC PD PE PF PG PH PJ PK PL PM RD RX TF",
    "S": "CS DS ES FS GA GB GD GE GG HS KS LS MS NS RG RS SA SB SC SE SF SG SJ SM SN SO SP SR SS",
    "V": "AB AD CJ DD DF DG FH FO NP UY VJ WP",
    "W": "AE AF CV DV EU FB FJ GL HT HU HW HY OD RL TA TC TT UO WS YA YB YC YD",
    "Y": "AG AK AT AX CP CX DN DT ET HD HE HL JX KH KU KW KY NW RH UA UB UG UM WA WB WE WF WG WJ",
}
# Northern Ireland: codes that contain an I or a Z, each behind a serial letter.
_NI_CODES = _words("""
    AZ BZ CZ DZ EZ FZ GZ HZ IA IB IG IJ IL IW JI JZ KZ LZ MZ NZ OI OZ PZ RZ SZ TZ UI UZ VZ WZ
""")
AREAS = (*LOCAL_CODES, "I")

_STRIDE = 7_368_787  # prime and larger than any factor of the capacities: visits every place once
_VIN_STRIDE = 61_803_397  # shares no factor with the hundred million serials
VIN_SERIALS = 10**8


def capacity(area: str) -> int:
    """Return how many vehicles of one age the area's marks can tell apart."""
    return min(_current_capacity(area), _prefix_capacity(area)) if area != "I" else _ni_capacity()


def mark_for(area: str, serial: int, registered: date, offset: int = 0) -> str:
    """Return the mark, spaced as on a plate, of a vehicle first registered on a day.

    `serial` is below `capacity(area)`; with the same offset two serials never share a mark. A
    Northern Irish mark (area `I`) says nothing of the vehicle's age.
    """
    if area == "I":
        return _ni_mark(serial, offset)
    if registered < CURRENT_MARKS_FROM:
        return _prefix_mark(area, serial, registered, offset)
    place = (serial * _STRIDE + offset) % _current_capacity(area)
    serials = _serial_letters()
    seconds = _second_letters(area)
    second, rest = divmod(place, len(serials))
    return f"{area}{seconds[second]}{age_identifier(registered)} {serials[rest]}"


def age_identifier(registered: date) -> str:
    """Return the two figures of a current mark: 21 from March 2021, 71 from September 2021."""
    year, month = registered.year % 100, registered.month
    if month < 3:
        return f"{year + 49:02d}"
    return f"{year:02d}" if month < 9 else f"{year + 50:02d}"


def year_letter(registered: date) -> str:
    """Return the first letter of a mark from August 1983 to August 2001."""
    month = (registered.year, registered.month)
    return [letter for first, letter in _YEAR_LETTERS if first <= month][-1]


def vin_for(maker: str, serial: int, year: int, salt: int) -> str:
    """Return a VIN: the maker's three characters, then a type, model year, plant and serial.

    `serial` is below `VIN_SERIALS`; two serials never share a VIN. European VINs have no check
    digit. `salt` only varies the characters that carry nothing.
    """
    series, number = divmod((serial * _VIN_STRIDE + salt) % VIN_SERIALS, 10**6)
    first = _VIN_LETTERS[salt % len(_VIN_LETTERS)]
    second = _VIN_LETTERS[(salt // 31 + year) % len(_VIN_LETTERS)]
    plant = _VIN_LETTERS[number % len(_VIN_LETTERS)]
    return f"{maker}{first}{second}{series:02d}{serial % 10}0{_model_year(year)}{plant}{number:06d}"


_VIN_LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ"
_MODEL_YEARS = "ABCDEFGHJKLMNPRSTVWXY123456789"  # ISO 3779, thirty years from 1980


def _model_year(year: int) -> str:
    return _MODEL_YEARS[(year - 1980) % len(_MODEL_YEARS)]


@lru_cache(maxsize=1)
def _serial_letters() -> tuple[str, ...]:
    triples = ("".join(letters) for letters in product(_SERIAL_LETTERS, repeat=3))
    return tuple(letters for letters in triples if letters not in _NOT_ISSUED)


@lru_cache(maxsize=32)
def _second_letters(area: str) -> str:
    # MN is the Isle of Man's.
    return _AREA_LETTERS.replace("N", "") if area == "M" else _AREA_LETTERS


@lru_cache(maxsize=32)
def _local_codes(area: str) -> list[str]:
    return LOCAL_CODES[area].split()


@lru_cache(maxsize=32)
def _current_capacity(area: str) -> int:
    return len(_second_letters(area)) * len(_serial_letters())


def _prefix_capacity(area: str) -> int:
    return len(_local_codes(area)) * len(_AREA_LETTERS) * len(_PREFIX_NUMBERS)


def _ni_capacity() -> int:
    return len(_NI_CODES) * len(_AREA_LETTERS) * len(_NI_NUMBERS)


def _prefix_mark(area: str, serial: int, registered: date, offset: int) -> str:
    codes = _local_codes(area)
    place = (serial * _STRIDE + offset) % _prefix_capacity(area)
    place, number = divmod(place, len(_PREFIX_NUMBERS))
    code, letter = divmod(place, len(_AREA_LETTERS))
    letters = f"{_AREA_LETTERS[letter]}{codes[code]}"
    return f"{year_letter(registered)}{_PREFIX_NUMBERS[number]} {letters}"


def _ni_mark(serial: int, offset: int) -> str:
    place = (serial * _STRIDE + offset) % _ni_capacity()
    place, number = divmod(place, len(_NI_NUMBERS))
    code, letter = divmod(place, len(_AREA_LETTERS))
    return f"{_AREA_LETTERS[letter]}{_NI_CODES[code]} {_NI_NUMBERS[number]}"
