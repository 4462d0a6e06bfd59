"""Totals, facets, orders and distances against a brute-force count in PostgreSQL.

A temporary table holds for each listing the values under which search counts it; every question is
asked of the engine and, as plain SQL that knows nothing of indexes or facets, of the table.
"""

import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from django.db import connection

from carslink.search import combinations, engine, hits, schema, snapshot, terms
from carslink.search.documents import facet_value
from carslink.search.facets import FACETS
from carslink.search.filters import BOUND, LIST_FILTER, LIST_FILTERS, NUMBER_FILTERS, ListFilter
from carslink.search.found import Found
from carslink.search.near import Near
from carslink.search.query import Query
from tests.search import made_stock

Follow = Callable[[], None]

QUESTIONS = 150
PLACES = {
    "Leeds": (53.79648, -1.54785, "Yorkshire and The Humber"),
    "York": (53.95763, -1.08271, "Yorkshire and The Humber"),
    "Manchester": (53.48095, -2.23743, "North West"),
    "Cardiff": (51.48, -3.18, "Wales"),
    "London": (51.50853, -0.12574, "London"),
    "Inverness": (57.47908, -4.22398, "Scotland"),
}
MILES_SQL = """
2 * 3958.7613 * asin(least(1, sqrt(
    power(sin(radians(latitude - %s) / 2), 2)
    + cos(radians(%s)) * cos(radians(latitude)) * power(sin(radians(longitude - %s) / 2), 2))))
"""
ORDERS = {
    "price": "price, id",
    "-price": "price DESC, id DESC",
    "mileage": "mileage, id",
    "year": "year, id",
    "-year": "year DESC, id DESC",
    "newest": "created_at DESC, id DESC",
}

Clauses = tuple[str, list[Any]]


@pytest.fixture
def stock(follow: Follow) -> None:
    """700 listings of everything at random, of dealers here and there, indexed and in a table."""
    dice = random.Random(4)
    dealers = [
        made_stock.dealer(
            f"{name} {number}",
            town=name,
            region="Scotland"
            if name == "Inverness"
            else "Wales"
            if name == "Cardiff"
            else "London",
            latitude=lat + dice.uniform(-0.3, 0.3),
            longitude=lon + dice.uniform(-0.3, 0.3),
        )
        for name, (lat, lon, region) in PLACES.items()
        for number in range(4)
    ]
    dealers.append(made_stock.dealer("Nowhere", region="", latitude=None, longitude=None))
    made = made_stock.add(
        *[made_stock.random_listing(dice.choice(dealers), n, dice) for n in range(700)]
    )
    follow()
    names = [each.name for each in LIST_FILTERS] + [each.name for each in NUMBER_FILTERS]
    kinds = ["text"] * len(LIST_FILTERS) + ["bigint"] * len(NUMBER_FILTERS)
    columns = ", ".join(f"{name} {kind}" for name, kind in zip(names, kinds, strict=True))
    rows = [
        (
            *(facet_value(each, name.name) for name in LIST_FILTERS),
            *(_units(each, number) for number in NUMBER_FILTERS),
            each.pk, each.created_at, each.dealer.latitude, each.dealer.longitude,
        )
        for each in made
    ]  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute(
            f"CREATE TEMPORARY TABLE golden ({columns}, id bigint, created_at timestamptz,"
            " latitude float, longitude float) ON COMMIT DROP"
        )
        marks = ", ".join(["%s"] * len(rows[0]))
        cursor.executemany(f"INSERT INTO golden VALUES ({marks})", rows)


def _units(listing: Any, number: Any) -> int | None:
    value = getattr(listing, number.name)
    return None if value is None else round(value * number.scale)


def rows(sql: str, given: list[Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, given)
        return list(cursor.fetchall())


def where(query: Query) -> Clauses:
    """Return a question as SQL."""
    clauses, given = ["true"], []
    for name, values in query.filters:
        clauses.append(f"lower({name}) = ANY(%s)")
        given.append([value.lower() for value in values])
    for name, values in query.exclude:
        clauses.append(f"({name} IS NULL OR lower({name}) <> ALL(%s))")
        given.append([value.lower() for value in values])
    for name, units in query.numbers:
        clauses.append(f"{BOUND[name].name} {'>=' if name.endswith('_min') else '<='} %s")
        given.append(units)
    if query.near:
        clauses.append(f"{MILES_SQL} <= %s")
        given += [query.near.lat, query.near.lat, query.near.lon, query.near.miles]
    return " AND ".join(clauses), given


def questions() -> Iterator[Query]:
    """Yield random questions of up to four things."""
    dice = random.Random(44)
    for _ in range(QUESTIONS):
        query = Query(sort=dice.choice(list(ORDERS)), page_size=100)
        if dice.random() < 0.5:
            lat, lon, _ = dice.choice(list(PLACES.values()))
            query = replace(query, near=Near("there", lat, lon, dice.choice((5, 20, 60, 400))))
        chosen: dict[str, dict[str, tuple[str, ...]]] = {"filters": {}, "exclude": {}}
        for each in dice.sample(LIST_FILTERS, dice.randint(0, 2)):
            values = each.values or made_stock.CHOICES.get(each.name, ("leeds-1", "cardiff-2"))
            kept = [value for value in values if value]
            kind = dice.choice(("filters", "filters", "exclude"))
            chosen[kind][each.name] = tuple(dice.sample(kept, min(2, len(kept))))
        numbers = []
        for number in dice.sample(NUMBER_FILTERS, dice.randint(0, 1)):
            limit = dice.choice([n for n in made_stock.CHOICES[number.name] if n is not None])
            numbers.append((dice.choice(number.parameters), round(limit * number.scale)))
        lists = {kind: tuple(values.items()) for kind, values in chosen.items()}
        yield replace(query, numbers=tuple(numbers), **lists)


def expected_counts(query: Query, facet: Any) -> dict[Any, int]:
    clause, given = where(query.without(facet.name))
    if isinstance(facet, ListFilter):
        sql = f"SELECT {facet.name}, count(*) FROM golden WHERE {clause} GROUP BY 1"
        return {value: n for value, n in rows(sql, given) if value is not None}
    edges = [edge * facet.scale for edge in facet.edges]
    sql = (
        f"SELECT width_bucket({facet.name}, %s::bigint[]), count(*) FROM golden"
        f" WHERE {clause} AND {facet.name} IS NOT NULL GROUP BY 1"
    )
    return {facet.edges[at - 1]: n for at, n in rows(sql, [edges, *given])}


def told(facet: Any, counts: list[dict[str, Any]]) -> dict[Any, int]:
    key = "value" if isinstance(facet, ListFilter) else "from"
    return {each[key]: each["count"] for each in counts if each["count"]}


def cards(query: Query) -> list[dict[str, Any]]:
    """Return what a question finds, page by page until one is empty."""
    found: list[dict[str, Any]] = []
    for page in range(1, 200):
        results = engine.best(replace(query, page=page))
        if not results:
            break
        found += results
    return found


def test_totals_orders_and_facets_are_those_of_a_plain_count(stock: None) -> None:
    found = 0
    for query in questions():
        clause, given = where(query)
        right = rows(f"SELECT id FROM golden WHERE {clause} ORDER BY {ORDERS[query.sort]}", given)
        answer = engine.search(query)
        assert answer.total == engine.count(query) == len(right), query
        assert [card["id"] for card in cards(query)] == [id_ for (id_,) in right], query
        found += len(right)
        for facet in FACETS:
            assert told(facet, answer.facets[facet.name]) == expected_counts(query, facet), query
    assert found > QUESTIONS  # the questions are not all about nothing


def test_distances_and_their_order_are_those_of_a_plain_count(stock: None) -> None:
    for query in questions():
        if query.near is None:
            continue
        asked = replace(query, sort="distance", page_size=7)
        clause, given = where(asked)
        point = [query.near.lat, query.near.lat, query.near.lon]
        sql = f"SELECT id, {MILES_SQL} AS miles FROM golden WHERE {clause} ORDER BY miles"
        right = dict(rows(sql, point + given))
        found = cards(asked)
        assert len(found) == len(right)
        assert {card["id"] for card in found} == set(right), query
        for card in found:
            assert card["distance_miles"] == pytest.approx(right[card["id"]], abs=0.0501)
        # The same order of distances; vehicles of one forecourt are as far as one another.
        assert [round(right[card["id"]], 6) for card in found] == [
            round(miles, 6) for miles in right.values()
        ]


def test_where_there_are_words_the_index_finds_and_counts_the_same_by_filters(
    stock: None,
) -> None:
    here = snapshot.latest()
    for query in questions():
        found = Found(query, here)
        assert hits._of_rows(query, found) == hits._hits(query, here), query
        by_relevance = replace(query, sort="relevance", page_size=7, page=2)
        assert hits._of_rows(by_relevance, found) == hits._hits(by_relevance, here), query
        for group in schema.GROUPS:
            asked = terms.finding(query.without(*group.names), here)
            by_words = combinations.occurring(asked, [group], here)[group.field]
            by_rows = found.counts(group)
            assert counted(by_words) == counted(by_rows), (query, group)


def counted(counts: combinations.Counts) -> dict[int, int]:
    """Return how many there are of each code but that of nothing."""
    return {code: n for code, n in enumerate(counts.tolist()) if code and n}


def test_every_list_filter_is_asked_about() -> None:
    asked = {name for query in questions() for name, _ in (*query.filters, *query.exclude)}
    assert asked == set(LIST_FILTER)
