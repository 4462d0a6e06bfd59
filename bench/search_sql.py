"""The same questions asked of PostgreSQL, as well as it can be asked: the measure for search.

One table with what search counts by, an index for every filter, full text by GIN, a gigabyte
of cache. A page takes one statement for its rows and total, one for the facets of all
filters that are not set (GROUPING SETS), and one for each that is.
"""

from collections.abc import Iterator
from typing import Any

import msgspec
import psycopg

from carslink.search import ranking
from carslink.search.documents import card, facet_value
from carslink.search.facets import FACETS
from carslink.search.filters import BOUND, LIST_FILTERS, NUMBER_FILTERS, ListFilter, NumberFilter
from carslink.search.query import Query

TABLE = "vehicle"
LISTS = [each.name for each in LIST_FILTERS]
NUMBERS = [each.name for each in NUMBER_FILTERS]
SORTS = {
    "relevance": "standing DESC, id DESC",
    "newest": "created_at DESC, id DESC",
    "price": "price, id",
    "-price": "price DESC, id DESC",
    "mileage": "mileage, id",
    "year": "year, id",
    "-year": "year DESC, id DESC",
}
_COLUMNS = (
    "id bigint, site int, standing bigint, created_at timestamptz, card bytea, said text, "
    "words tsvector GENERATED ALWAYS AS (to_tsvector('english', said)) STORED, "
    + ", ".join([f"{name} text" for name in LISTS] + [f"{name} bigint" for name in NUMBERS])
)
_COPIED = ["id", "site", "standing", "created_at", "card", "said", *LISTS, *NUMBERS]


def load(connection: psycopg.Connection[Any], listings: Iterator[Any]) -> None:
    """Make the table of the listings, with its indexes."""
    connection.execute(f"CREATE TABLE {TABLE} ({_COLUMNS})".encode())
    connection.execute("CREATE TABLE site (id int PRIMARY KEY, lat float, lon float)")
    sites: dict[int, Any] = {}
    copy = f"COPY {TABLE} ({', '.join(_COPIED)}) FROM STDIN"
    with connection.cursor() as cursor, cursor.copy(copy.encode()) as rows:
        for listing in listings:
            sites.setdefault(listing.dealer.pk, listing.dealer)
            rows.write_row(_row(listing))
    with connection.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO site VALUES (%s, %s, %s)",
            [(pk, dealer.latitude, dealer.longitude) for pk, dealer in sites.items()],
        )
    for column in (*LISTS, *NUMBERS, "site", "standing", "created_at", "make, model"):
        connection.execute(f"CREATE INDEX ON {TABLE} ({column})".encode())
    connection.execute(f"CREATE INDEX ON {TABLE} USING gin (words)".encode())
    connection.commit()
    connection.autocommit = True
    connection.execute(f"VACUUM (ANALYZE) {TABLE}".encode())


def _row(listing: Any) -> tuple[Any, ...]:
    values = [facet_value(listing, name) for name in LISTS]
    amounts = (getattr(listing, each.name) for each in NUMBER_FILTERS)
    units = [
        None if amount is None else round(amount * each.scale)
        for each, amount in zip(NUMBER_FILTERS, amounts, strict=True)
    ]
    told = msgspec.json.encode(card(listing))
    said = " ".join(filter(None, (told.decode(), listing.description)))
    standing, site = ranking.standing(listing), listing.dealer.pk
    return (listing.pk, site, standing, listing.created_at, told, said, *values, *units)


def ask(connection: psycopg.Connection[Any], query: Query) -> int:
    """Answer a question: its page, its total, and every facet. Returns the total."""
    where, given = _where(connection, query)
    start = (query.page - 1) * query.page_size
    connection.execute(
        f"SELECT card FROM {TABLE} WHERE {where} ORDER BY {SORTS[query.sort]}"
        f" LIMIT {query.page_size} OFFSET {start}".encode(),
        given,
    ).fetchall()
    free = [each for each in FACETS if not query.restricts(each.name)]
    sets = ", ".join(f"({_expression(each)})" for each in free)
    counted = connection.execute(
        f"SELECT {', '.join(_expression(each) for each in free)}, count(*) FROM {TABLE}"
        f" WHERE {where} GROUP BY GROUPING SETS ((), {sets})".encode(),
        given,
    ).fetchall()
    for each in FACETS:
        if query.restricts(each.name):
            where, given = _where(connection, query.without(each.name))
            counting = f"SELECT {_expression(each)}, count(*) FROM {TABLE}"
            connection.execute(f"{counting} WHERE {where} GROUP BY 1".encode(), given).fetchall()
    return int(max((row[-1] for row in counted), default=0))


def _expression(each: ListFilter | NumberFilter) -> str:
    if isinstance(each, ListFilter):
        return each.name
    edges = ", ".join(str(edge * each.scale) for edge in each.edges)
    return f"width_bucket({each.name}, ARRAY[{edges}]::bigint[])"


def _where(connection: psycopg.Connection[Any], query: Query) -> tuple[str, list[Any]]:
    clauses: list[str] = ["true"]
    given: list[Any] = []
    for name, values in query.filters:
        clauses.append(f"{name} = ANY(%s)")
        given.append(list(values))
    for name, values in query.exclude:
        clauses.append(f"({name} IS NULL OR {name} <> ALL(%s))")
        given.append(list(values))
    for name, units in query.numbers:
        clauses.append(f"{BOUND[name].name} {'>=' if name.endswith('_min') else '<='} %s")
        given.append(units)
    if query.near:
        clauses.append("site = ANY(%s)")
        given.append(_sites(connection, query))
    words = f"{query.text} {query.variant}".strip()
    if words:
        clauses.append("words @@ plainto_tsquery('english', %s)")
        given.append(words)
    return " AND ".join(clauses), given


def _sites(connection: psycopg.Connection[Any], query: Query) -> list[int]:
    near = query.near
    assert near is not None
    found = connection.execute(
        "SELECT id FROM site WHERE 2 * 3958.7613 * asin(least(1, sqrt("
        "power(sin(radians(lat - %s) / 2), 2) + cos(radians(%s)) * cos(radians(lat))"
        " * power(sin(radians(lon - %s) / 2), 2)))) <= %s",
        [near.lat, near.lat, near.lon, near.miles],
    )
    return [number for (number,) in found.fetchall()]
