"""Plain words against a fixed stock: what sentences of buyers are read as."""

import re
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carslink.search.filters import BOUND, LIST_FILTER, SORTS
from carslink.search.plain import chips, grammar, lexicon, names, wishes, wording
from carslink.search.plain.chips import Chip
from carslink.vehicles.makes import models_of, normalise_model
from tests.search import concept_cases, plain_cases
from tests.search.plain_stock import STOCK

TODAY = date(2026, 11, 25)


def read(text: str, today: date = TODAY) -> grammar.Reading:
    return grammar.read(text, STOCK, today)


def chips_of(text: str) -> tuple[Chip, ...]:
    reading = read(text)
    return chips.of(reading.text, reading.board, reading.keywords)


def concepts_in(text: str) -> list[str]:
    return [claim.value.name for claim in read(text).board.in_order() if claim.kind == "concept"]


def told(reading: grammar.Reading) -> plain_cases.Reading:
    meaning = reading.meaning
    filters: dict[str, object] = {name: set(values) for name, values in meaning.filters.items()}
    filters |= meaning.bounds
    if meaning.variant:
        filters["variant"] = set(meaning.variant)
    exclude = {name: set(values) for name, values in meaning.exclude.items()}
    near = (meaning.near.label, meaning.near.miles) if meaning.near else None
    return filters, exclude, near, meaning.sort


@pytest.mark.parametrize(
    ("text", "wanted"), plain_cases.cases(), ids=[text for text, _ in plain_cases.cases()]
)
def test_a_sentence_is_read_as_its_buyer_means_it(text: str, wanted: plain_cases.Reading) -> None:
    read_so = told(read(text))
    if "vehicle_type" not in wanted[0]:
        read_so[0].pop("vehicle_type", None)
    assert read_so == wanted


@pytest.mark.parametrize(
    ("text", "keywords"),
    [
        ("bmw with a sunroof and towbar", ["sunroof", "towbar"]),
        ("golf with heated seats", ["heated", "seats"]),
        ("van with no tail lift", []),
        ("no need for a sunroof", []),
        ("not a cat s, sunroof", ["sunroof"]),
        ("electric windows", ["electric", "windows"]),
        ("xyzzy flimmer", ["xyzzy", "flimmer"]),
        ("please find me a nice ford", []),
        ("i've definitely got £5000, golf or similar", []),
        ("bmw 3 series or 5 series", []),
        ("golf with mot till march 2026", ["mot"]),
        ("i do 12k miles a year, doing 30 miles each way", []),
        ("can tow 2 tonnes", []),
        ("stoke-on-trent", []),
        ("ashton under lyne", []),
        ("golf berwick-upon-tweed", []),
        ("south london", []),
        ("live near york", []),
        ("golf near the m25", []),
        ("just off the a1(m) near junction 21 of the m6", []),
        ("not stoke-on-trent", []),
        ("golf 5k ono", []),
        ("golf mk7", []),
        ("3.5t luton", []),
        ("no more than 2 previous owners, over 150 bhp", []),
        ("no cat s or cat n", []),
        ("newest cars first", []),
        ("v twin", ["twin"]),
        ("4 seats", ["4", "seats"]),
        ("van with side door", ["side", "door"]),
        ("rear wheel drive", ["rear", "wheel", "drive"]),
        ("MO64 ROB", ["mo64rob"]),
        ("ford AB21 XYZ", ["ab21xyz"]),
        ("ford ab21 kia", []),
        ("ab21 for sale", []),
        ("", []),
    ],
)
def test_what_nothing_claims_is_a_keyword(text: str, keywords: list[str]) -> None:
    assert [token.text for token in read(text).keywords] == keywords


@pytest.mark.parametrize("text", ["london and the south east", "in the south east or london"])
def test_london_listed_with_regions_is_the_region(text: str) -> None:
    meaning = read(text).meaning
    assert (set(meaning.filters["region"]), meaning.near) == ({"London", "South East"}, None)
    assert read("london").meaning.near.label == "London"


@pytest.mark.parametrize(
    ("text", "regions"),
    [
        ("leeds or scotland", {"Yorkshire and The Humber", "Scotland"}),
        ("scotland, leeds or york", {"Yorkshire and The Humber", "Scotland"}),
        ("leeds and wales", {"Yorkshire and The Humber", "Wales"}),
    ],
)
def test_a_town_listed_with_regions_is_the_region_it_lies_in(text: str, regions: set[str]) -> None:
    meaning = read(text).meaning
    assert (set(meaning.filters["region"]), meaning.near) == (regions, None)


def test_a_man_may_be_a_make_and_a_double_cab_a_pickup() -> None:
    for text in ("diesel man tge", "diesel man tgx", "2.0 man tge"):
        filters = read(text).meaning.filters
        assert filters["make"] == ["MAN"] and "transmission" not in filters
    assert read("transit or ranger double cab").meaning.filters["body_type"] == ["Pickup"]


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("car to take my dogs", "dogs"),
        ("suv to take our caravan", "towing"),
        ("big enough to take my wheelchair", "easy_access"),
        ("van to take my tools", "trade"),
        ("car to take my kids", "family"),
        ("estate to take my golf clubs", "room"),
        ("motorbike to take my cbt", "learner_bike"),
        ("already have a caravan, diesel 4x4", "towing"),
        ("have already got a trailer need a pickup", "towing"),
        ("already got a dog, need a boot", "dogs"),
        ("automatic pet friendly car", "dogs"),
        ("2.0 pet friendly", "dogs"),
        ("wheelchair conv", "easy_access"),
        ("estate to pull 1.5t", "towing"),
        ("1.8t boat", "towing"),
        ("pull 1.5t boat", "towing"),
        ("horsebox 1.5t", "towing"),
        ("tows 1.8t", "towing"),
        ("classic bedford", "old_timer"),
    ],
)
def test_what_a_vehicle_is_for_is_not_what_a_buyer_has(text: str, concept: str) -> None:
    assert concept in concepts_in(text)


@pytest.mark.parametrize(
    ("text", "keywords"),
    [
        ("should already have a tow bar and sunroof", ["tow", "bar", "sunroof"]),
        ("must already have mot", ["mot"]),
        ("renault captur traffic sign recognition", ["traffic", "sign", "recognition"]),
        ("elec tailgate", ["elec", "tailgate"]),
        ("£5000 max 2 owners", []),
        ("60k max 2 owners", []),
    ],
)
def test_a_doubtful_word_leaves_the_keywords_beside_it(text: str, keywords: list[str]) -> None:
    assert [token.text for token in read(text).keywords][-len(keywords) or None :] == keywords


@pytest.mark.parametrize(
    ("text", "filters"),
    [
        ("fordfocus", {"make": ["Ford"], "model": ["Focus"]}),
        ("audia3", {"make": ["Audi"], "model": ["A3"]}),
        ("whitevan", {"colour": ["White"], "vehicle_type": ["van"]}),
        ("redcar", {}),
    ],
)
def test_words_that_are_run_together_are_two(text: str, filters: dict[str, list[str]]) -> None:
    assert read(text).meaning.filters == filters
    assert not read(text).keywords


def test_a_model_that_is_a_motorcycle_makes_the_sentence_one_of_motorcycles() -> None:
    meaning = read("honda dylan 125").meaning
    assert meaning.filters == {"model": ["Dylan"], "make": ["Honda"]}
    assert meaning.bounds == {"engine_size_min": 121, "engine_size_max": 126}


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("10 mile commute", {}),
        ("serviced 2024", {}),
        ("golf under 8k under 10000001", {"price_max": 10000001}),
        ("fully serviced 2018 golf", {"year_min": 2018, "year_max": 2018}),
    ],
)
def test_a_number_beside_a_wish_is_of_the_vehicle_or_not(text: str, bounds: Any) -> None:
    assert read(text).meaning.bounds == bounds


def test_a_model_listed_by_its_last_word_is_read_with_the_one_before() -> None:
    assert read("tesla model 3 or y").meaning.filters["model"] == ["Model 3", "Model Y"]
    assert read("mazda 3 vs 6").meaning.filters["model"] == ["Mazda3", "Mazda6"]


@pytest.mark.parametrize(("make", "added"), [("Mercedes-Benz", "Class"), ("Jaguar", "Series")])
def test_a_name_with_what_the_intake_takes_away_is_the_same_model(make: str, added: str) -> None:
    sent = {f"{model} {added}": model for model in models_of(make) if model[0].isalpha()}
    stored = [each for each, model in sent.items()
              if normalise_model(make, each) == model and not model.endswith(added)]  # fmt: skip
    assert len(stored) > 10
    for each in stored:
        reading = read(f"{make} {each}")
        assert (reading.meaning.filters["model"], reading.keywords) == ([sent[each]], ()), each


def test_a_company_is_its_make() -> None:
    for text in ("ds automobiles ds 3", "kia motors sportage", "mg motor uk mg4"):
        assert not read(text).keywords
    assert read("ds automobiles ds 3").meaning.filters == {"make": ["DS"], "model": ["DS 3"]}


def test_a_rare_word_behind_a_make_may_be_its_model_and_an_everyday_one_is_none() -> None:
    assert read("seat lion").meaning.filters["model"] == ["Leon"]
    assert "model" not in read("seat line").meaning.filters
    assert "model" not in read("lion seat covers").meaning.filters


@pytest.mark.parametrize("text", ["golf mk7", "mk7 golf gti", "vw golf 2015 mk7"])
def test_the_mark_of_a_model_is_no_postcode(text: str) -> None:
    assert read(text).meaning.near is None


def test_a_known_model_that_the_stock_has_none_of_is_no_trim() -> None:
    class NoFords(type(STOCK)):  # type: ignore[misc]
        names = names.names_of({"Ford": {"Fiesta": 3}})

    meaning = grammar.read("ford s-max", NoFords(), TODAY).meaning
    assert (meaning.filters["model"], meaning.variant) == (["S-Max"], [])


def test_a_family_of_models_is_called_by_its_first_word_though_that_is_english() -> None:
    class Defenders(type(STOCK)):  # type: ignore[misc]
        names = names.names_of({"Land Rover": {"Defender 110": 9, "Defender 90": 9}})

    meaning = grammar.read("used defender", Defenders(), TODAY).meaning
    assert meaning.filters["model"] == ["Defender 110", "Defender 90"]


def test_ages_follow_the_calendar() -> None:
    assert read("at most 5 years old", date(2031, 1, 1)).meaning.bounds == {"year_min": 2026}
    assert read("81 plate", date(2026, 1, 1)).meaning.bounds == {}
    assert read("81 plate", date(2031, 10, 1)).meaning.bounds == {
        "year_min": 2031,
        "year_max": 2032,
    }


# --- Chips --------------------------------------------------------------------------------------


def set_by(several: list[Chip]) -> set[tuple[str, str]]:
    return {
        (f"{'-' if chip.negated else ''}{name}", str(value))
        for chip in several
        for name, values in chip.sets.items()
        if name != "keywords"
        for value in (values if isinstance(values, list) else [values])
    }


def stays(chip: Chip, text: str) -> bool:
    return bool(re.search(rf"(?<![\w£]){re.escape(chip.text)}(?!\w)", text))


@pytest.mark.parametrize("text", [text for text, _ in plain_cases.cases()])
def test_a_chip_taken_away_leaves_the_rest(text: str) -> None:
    shown = chips_of(text)
    for chip in shown:
        if chip.kind == "keyword":
            continue  # what is left of unread words may be read otherwise
        if chip.kind == "near" and any(other.kind == "elsewhere" for other in shown):
            continue  # the next place counts then
        rest = [other for other in shown if other is not chip and stays(other, chip.without)]
        gone = [other for other in shown if other is not chip and other not in rest]
        assert {other.kind for other in gone} <= {"model", "variant"}, (chip, gone)
        left = chips_of(chip.without)
        assert set_by(list(left)) == set_by(rest), (chip, left)


def test_a_chip_tells_its_words_and_what_they_set() -> None:
    assert chips_of("Red or blue VW Golf, not diesel, under £10k") == (
        Chip("colour", "Red", False, {"colour": ["Red"]}, "Red",
             "blue VW Golf, not diesel, under £10k"),
        Chip("colour", "Blue", False, {"colour": ["Blue"]}, "blue",
             "Red VW Golf, not diesel, under £10k"),
        Chip("make", "Volkswagen", False, {"make": ["Volkswagen"]}, "VW",
             "Red or blue, not diesel, under £10k"),
        Chip("model", "Golf", False, {"model": ["Golf"], "make": ["Volkswagen"]}, "Golf",
             "Red or blue VW, not diesel, under £10k"),
        Chip("fuel", "Diesel", True, {"fuel": ["Diesel"]}, "diesel",
             "Red or blue VW Golf, under £10k"),
        Chip("number", "Up to £10,000", False, {"price_max": 10000}, "under £10k",
             "Red or blue VW Golf, not diesel"),
    )  # fmt: skip


def test_what_is_only_liked_is_a_chip_that_goes_with_its_ideally() -> None:
    said = "golf, ideally red or blue, preferably under 5k, automatic if possible"
    assert [(chip.label, chip.sets, chip.without) for chip in chips_of(said)[1:]] == [
        ("Ideally Red", {}, "golf, ideally blue, preferably under 5k, automatic if possible"),
        ("Ideally Blue", {}, "golf, ideally red, preferably under 5k, automatic if possible"),
        ("Ideally up to £5,000", {}, "golf, ideally red or blue, automatic if possible"),
        ("Ideally Automatic", {}, "golf, ideally red or blue, preferably under 5k"),
    ]


def test_a_second_place_is_told_where_the_circle_leaves_it_out() -> None:
    labels = [(chip.label, chip.without) for chip in chips_of("golf near leeds or glasgow")]
    assert labels[1:] == [
        ("Within 30 miles of Leeds", "golf glasgow"),
        ("Glasgow: one place at a time", "golf near leeds"),
    ]
    assert [chip.kind for chip in chips_of("near leeds or bradford")] == ["near"]


@pytest.mark.parametrize(
    "text", ["near leeds or york within 20 miles", "leeds or york 20 miles", "leeds/york 20 miles"]
)
def test_the_first_place_of_a_list_counts_as_far_as_the_last_says(text: str) -> None:
    near = read(text).meaning.near
    assert (near.label, near.miles) == ("Leeds", 20)
    assert "York: one place at a time" in [chip.label for chip in chips_of(text)]


@pytest.mark.parametrize(
    ("text", "taken", "left"),
    [
        ("golf 8k 60k", "8k", "golf 60k miles"),
        ("golf 8k 60k", "60k", "golf 8k"),
        ("golf 60k £6000", "£6000", "golf 60k miles"),
        ("yamaha r7 a2", "yamaha", "a2 licence"),
        ("honda 125 under 2k", "honda", "125 bike under 2k"),
        ("honda 125 under 2k", "under 2k", "honda 125"),
        ("tourer motorbike", "motorbike", "tourer bike"),
        ("tourer motorbike", "tourer", "motorbike"),
        ("bike over 600", "bike", "over 600 bike"),
        ("white pickup 4x4", "pickup", "white 4wd"),
        ("golf vs focus", "focus", "golf"),
        ("12 months mot golf", "12 months mot", "golf"),
        ("12 months mot golf", "golf", "12 months mot"),
        ("mx5 mk3 under 5k", "mx5", "under 5k"),
        ("golf 5k or nearest offer", "5k", "golf or nearest offer"),
        ("bristol under 5k 25 miles", "bristol", "under 5k"),
    ],
)
def test_what_means_something_beside_others_alone_is_said_in_full_without_them(
    text: str, taken: str, left: str
) -> None:
    assert [chip.without for chip in chips_of(text) if chip.text == taken] == [left]


def test_few_miles_beside_a_place_are_told_with_it() -> None:
    labels = [chip.label for chip in chips_of("bristol under 5k 25 miles")]
    assert labels == ["Within 25 miles of Bristol", "Up to £5,000"]


def test_an_audi_a2_is_no_licence() -> None:
    assert read("audi a2").meaning.filters == {"make": ["Audi"], "model": ["A2"]}
    assert read("honda or audi a2").meaning.filters["model"] == ["A2"]


def test_a_model_that_begins_with_a_number_is_none_behind_another_make() -> None:
    assert read("mercedes gle coupe 350d").meaning.filters["model"] == ["GLE Coupe"]
    assert read("juke or 208").meaning.filters["model"] == ["Juke", "208"]
    assert read("audi a4 190 black").meaning.filters["model"] == ["A4"]


@pytest.mark.parametrize("text", ["partner l1", "master tipper"])
def test_a_van_called_by_a_plain_word_is_one_where_vans_are_spoken_of(text: str) -> None:
    assert len(read(text).meaning.filters["model"]) == 1


def test_a_series_behind_a_name_is_no_model_of_another_make() -> None:
    assert read("lotus elise s1").meaning.filters == {"make": ["Lotus"], "model": ["Elise"]}


# --- What is meant without being said -----------------------------------------------------------


def test_what_is_said_in_a_listed_way_is_preferred_and_never_filtered() -> None:
    reading = read("towing a caravan")
    assert (reading.meaning.filters, reading.meaning.bounds, reading.keywords) == ({}, {}, ())
    wished = {(wish.name, wish.values, wish.least) for wish in reading.preferences}
    assert ("body_type", ("SUV", "Estate", "Pickup"), None) in wished
    assert ("engine_size", (), 1900) in wished
    assert all(0 < wish.weight < 1 for wish in reading.preferences)
    assert {wish.why.partition(":")[0] for wish in reading.preferences} == {"Towing"}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("ideally red", [("colour", ("Red",), None, None)]),
        ("red or blue if possible", [("colour", ("Blue",), None, None),
                                     ("colour", ("Red",), None, None)]),
        ("preferably under 5k", [("price", (), None, 5000)]),
        ("ideally a red golf", [("colour", ("Red",), None, None),
                                ("model", ("Golf",), None, None)]),
        ("prefer petrol but diesel ok", [("fuel", ("Petrol",), None, None)]),
        ("ideally with a tow bar", [("words", ("tow bar",), None, None)]),
        ("golf, gti if possible", [("words", ("gti",), None, None)]),
        ("automatic, not necessarily", [("transmission", ("Automatic",), None, None)]),
        ("not necessarily automatic", []),
        ("preferably not a ford", []),
    ],
)  # fmt: skip
def test_what_is_only_liked_is_preferred(text: str, wanted: list[Any]) -> None:
    reading = read(text)
    wished = [(each.name, each.values, each.least, each.most) for each in reading.preferences]
    assert sorted(wished) == wanted
    assert not reading.keywords
    assert all(each.why.startswith("Ideally ") for each in reading.preferences)


def test_what_is_better_left_out_is_every_other_value_that_is_preferred() -> None:
    (wish,) = read("golf, preferably not black").preferences
    assert wish.name == "colour"
    assert "Black" not in wish.values
    assert {"White", "Red"} < set(wish.values)


def test_other_wordings_are_understood_by_their_meaning() -> None:
    """The measured share, with room for other versions of the vectors."""
    wanted = [(text, name) for text, name in concept_cases.cases() if name != "keyword"]
    right = sum(name in concepts_in(text) for text, name in wanted)
    assert right / len(wanted) > 0.85


def test_things_that_vehicles_have_stay_keywords() -> None:
    features = [text for text, name in concept_cases.cases() if name == "keyword"]
    assert sum(not concepts_in(text) for text in features) / len(features) > 0.85


def test_every_wish_is_one_that_listings_can_fulfil() -> None:
    for concept in wishes.CONCEPTS:
        for wish in concept.preferences(TODAY):
            if wish.name in LIST_FILTER:
                vocabulary = LIST_FILTER[wish.name].vocabulary
                assert wish.values, concept.name
                assert not vocabulary or set(wish.values) <= set(vocabulary), concept.name
            elif wish.name == "words":
                assert wish.values, concept.name
            else:
                assert f"{wish.name}_min" in BOUND, concept.name
                assert (wish.least is None) != (wish.most is None), concept.name


# --- The tables ---------------------------------------------------------------------------------


def test_fixed_phrases_mean_values_of_the_vocabulary() -> None:
    for phrase in lexicon.table().values():
        for name, value in (*phrase.pairs, *phrase.implied):
            assert value in LIST_FILTER[name].vocabulary
        if phrase.kind == "sort":
            assert phrase.value in SORTS


def test_no_phrase_is_listed_for_two_values_of_a_filter() -> None:
    for name, values in wording.LISTS.items():
        listed = [phrase for text in values.values() for phrase in text.split(", ")]
        assert len(set(listed)) == len(listed), name


# --- Anything at all ----------------------------------------------------------------------------

WORDS = sorted(
    {word for text, _ in plain_cases.cases() for word in re.findall(r"\S+", text)}
    | {"£", "-", "–", "'", "’", "<", "+", "999999999999", "0.0", "1,000,000", "ß", "İ", "🚗", "٣"}
)
anything = st.one_of(
    st.text(max_size=500),
    st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join),
    st.lists(st.one_of(st.sampled_from(WORDS), st.text(max_size=8)), max_size=60).map("".join),
)


@given(anything)
@settings(max_examples=300, deadline=None)
def test_anything_is_read(text: str) -> None:
    reading = read(text)
    meaning = reading.meaning
    for values in (meaning.filters, meaning.exclude):
        for name, chosen in values.items():
            assert chosen
            vocabulary = LIST_FILTER[name].vocabulary
            assert not vocabulary or set(chosen) <= set(vocabulary)
    for name, value in meaning.bounds.items():
        assert BOUND[name].least <= value <= BOUND[name].most
    for chip in chips.of(reading.text, reading.board):
        assert chip.text in text
        assert len(re.sub(" (miles|licence|bike)", "", chip.without)) < len(text)
    assert told(read(text)) == told(reading)


def test_the_longest_sentence_is_cut_short() -> None:
    assert read("red " * 400).text == ("red " * 400)[: grammar.LONGEST]


def test_the_stock_decides_what_is_a_name() -> None:
    reading: Any = grammar.read("zork flimmer", STOCK, TODAY)
    assert [token.text for token in reading.keywords] == ["zork", "flimmer"]
