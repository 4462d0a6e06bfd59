"""What the engine finds and counts, against plain Python over the same listings."""

import random
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlencode

import pytest
from django.http import QueryDict
from pytest_django import DjangoAssertNumQueries

from carslink.search import engine
from carslink.search.documents import facet_value
from carslink.search.facets import FACETS
from carslink.search.filters import LIST_FILTERS, NUMBER_FILTERS, SORTS, ListFilter, NumberFilter
from carslink.search.query import Query, parse
from carslink.stock.models import Listing
from tests.search import made_stock

Follow = Callable[[], None]


def asking(text: str) -> engine.Answer:
    return engine.search(parse(QueryDict(text)))


def found(text: str) -> list[int]:
    """Return the ids that a question finds, in order, page by page."""
    ids: list[int] = []
    for page in range(1, 100):
        answer = asking(f"{text}&page={page}&page_size=100")
        ids += [card["id"] for card in answer.results]
        if len(ids) >= answer.total:
            break
    assert len(ids) == answer.total
    return ids


@pytest.fixture
def stock(follow: Follow) -> list[Listing]:
    """400 listings of everything at random, of two dealers, indexed."""
    dice = random.Random(2026)
    dealers = [
        made_stock.dealer("Smith Motors"),
        made_stock.dealer("Jones Vans", **made_stock.CARDIFF),
    ]
    listings = [made_stock.random_listing(dice.choice(dealers), n, dice) for n in range(400)]
    made = made_stock.add(*listings)
    follow()
    return made


# --- The same in plain Python ---------------------------------------------------------------


def matches(listing: Listing, query: Query) -> bool:
    return (
        all(_listed(listing, name, values) for name, values in query.filters)
        and not any(_listed(listing, name, values) for name, values in query.exclude)
        and all(_within(listing, name, units) for name, units in query.numbers)
    )


def _listed(listing: Listing, name: str, values: tuple[str, ...]) -> bool:
    value = facet_value(listing, name)
    return value is not None and value.lower() in {each.lower() for each in values}


def _within(listing: Listing, parameter: str, units: int) -> bool:
    name, _, bound = parameter.rpartition("_")
    number = next(each for each in NUMBER_FILTERS if each.name == name)
    value = getattr(listing, name)
    if value is None:
        return False
    scaled = round(value * number.scale)
    return scaled >= units if bound == "min" else scaled <= units


def counts(listings: list[Listing], facet: ListFilter | NumberFilter) -> Counter[Any]:
    if isinstance(facet, ListFilter):
        values = (facet_value(each, facet.name) for each in listings)
    else:
        amounts = (getattr(each, facet.name) for each in listings)
        values = (
            None if amount is None else max(edge for edge in facet.edges if edge <= amount)
            for amount in amounts
        )
    return Counter(value for value in values if value is not None)


def told(facet: ListFilter | NumberFilter, buckets: list[dict[str, Any]]) -> dict[Any, int]:
    key = "value" if isinstance(facet, ListFilter) else "from"
    return {bucket[key]: bucket["count"] for bucket in buckets if bucket["count"]}


def questions(dice: random.Random) -> Iterator[str]:
    """Yield random questions of one to three filters."""
    for _ in range(40):
        asked = QueryDict(mutable=True)
        for each in dice.sample(LIST_FILTERS, dice.randint(0, 2)):
            prefix = dice.choice(["", "", "exclude."])
            values = each.values or made_stock.CHOICES.get(each.name, ("smith-motors",))
            known = [value for value in values if value]
            asked.setlist(prefix + each.name, dice.sample(known, min(len(known), 2)))
        for number in dice.sample(NUMBER_FILTERS, dice.randint(0, 1)):
            limit = dice.choice([n for n in made_stock.CHOICES[number.name] if n is not None])
            asked[dice.choice(number.parameters)] = str(limit)
        yield asked.urlencode()


def test_random_questions_find_and_count_what_plain_python_does(stock: list[Listing]) -> None:
    for text in questions(random.Random(7)):
        query = parse(QueryDict(text))
        answer = engine.search(query)
        right = [each for each in stock if matches(each, query)]
        assert sorted(found(text)) == sorted(each.pk for each in right), text
        for facet in FACETS:
            others = [each for each in stock if matches(each, query.without(facet.name))]
            assert told(facet, answer.facets[facet.name]) == counts(others, facet), (text, facet)


@pytest.mark.parametrize("each", LIST_FILTERS, ids=lambda each: each.name)
def test_every_value_of_a_filter_finds_its_own_and_excludes_them(
    stock: list[Listing], each: ListFilter
) -> None:
    values = {value for listing in stock if (value := facet_value(listing, each.name))}
    assert values
    for value in values:
        asked = QueryDict(mutable=True)
        asked[each.name] = value
        own = {listing.pk for listing in stock if facet_value(listing, each.name) == value}
        assert set(found(asked.urlencode())) == own
        others = {listing.pk for listing in stock} - own
        assert set(found("exclude." + asked.urlencode())) == others


def test_what_is_outside_a_vocabulary_is_other(stock: list[Listing]) -> None:
    fuels = {bucket["value"]: bucket["count"] for bucket in asking("").facets["fuel"]}
    burning_wood = [each.pk for each in stock if each.fuel == "Wood gas"]
    assert fuels["Other"] == len(burning_wood)
    assert sorted(found("fuel=Other")) == burning_wood


def test_paints_and_measures_are_found_in_their_bucket(stock: list[Listing]) -> None:
    black = [each.pk for each in stock if each.colour == "Black Sapphire"]
    assert sorted(found("colour=Black")) == black
    longest = [each.pk for each in stock if each.load_length == "4100mm"]
    assert sorted(found("load_length=Extra%20Long")) == longest


@pytest.mark.parametrize(
    ("name", "value", "other"),
    [
        ("make", "Škoda", "šKODA"),
        ("model", "3 Series", "3 sERIES"),
        ("dealer", "smith-motors", "Smith-MOTORS"),
        ("variant", "320d M Sport", "m sport 320D"),
    ],
)
def test_case_does_not_matter_where_the_vocabulary_is_open(
    stock: list[Listing], name: str, value: str, other: str
) -> None:
    assert found(urlencode({name: value}))
    assert found(urlencode({name: value})) == found(urlencode({name: other}))


def test_a_make_that_nobody_has_finds_nothing(stock: list[Listing]) -> None:
    assert asking("make=Trabant").total == 0
    assert asking("make=%00").total == 0


@pytest.mark.parametrize("sort", sorted(SORTS.keys() - {"relevance", "distance"}))
def test_sorts_are_in_order_with_ties_by_id(stock: list[Listing], sort: str) -> None:
    def key(listing: Listing) -> tuple[Any, int]:
        name = {"newest": "created_at"}.get(sort, sort.lstrip("-"))
        return getattr(listing, name), listing.pk

    falling = sort.startswith("-") or sort == "newest"
    assert found(f"sort={sort}") == [each.pk for each in sorted(stock, key=key, reverse=falling)]


def test_pages_do_not_overlap_and_end(stock: list[Listing]) -> None:
    pages = [asking(f"page={page}&page_size=90") for page in range(1, 7)]
    assert [len(page.results) for page in pages] == [90, 90, 90, 90, 40, 0]
    assert {page.total for page in pages} == {400}
    assert len({card["id"] for page in pages for card in page.results}) == 400


def test_words_are_stemmed_and_must_all_be_found(stock: list[Listing]) -> None:
    serviced = [each.pk for each in stock if "serviced" in (each.description or "")]
    assert sorted(found("q=owners+servicing")) == serviced
    assert found("q=owners+towbar") == []
    assert sorted(found("q=CITROEN")) == [each.pk for each in stock if each.make == "Citroën"]
    assert sorted(found("q=cardiff")) == [
        each.pk for each in stock if each.dealer.town == "Cardiff"
    ]
    assert sorted(found("q=2.0")) == [each.pk for each in stock if each.variant == "2.0TDI SE L"]
    assert sorted(found("q=%21%3F")) == [each.pk for each in stock]


@pytest.mark.parametrize("text", ["\x00", "a\ud800b", "x" * 10_000, "\U0001f697", "make:BMW OR *"])
def test_no_words_break_a_search(stock: list[Listing], text: str) -> None:
    assert engine.search(Query(text=text)).total >= 0
    assert engine.search(Query(variant=text)).total >= 0
    assert engine.search(Query(filters=(("make", (text,)),))).total == 0


def test_a_search_asks_nothing_of_the_database(
    stock: list[Listing], django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(0):
        asking("q=owner&fuel=Petrol&price_max=20000&sort=price")


def test_cards_hold_no_secrets(stock: list[Listing]) -> None:
    for card in asking("page_size=100").results:
        assert "SECRET" not in str(card)
        assert "WBA8E9G50GNT12345" not in str(card)


def test_what_is_taken_down_is_found_no_more(stock: list[Listing], follow: Follow) -> None:
    gone = stock[0]
    assert gone.pk in found("")
    made_stock.take_down(gone)
    follow()
    assert gone.pk not in found("")
    assert asking("").total == len(stock) - 1
