"""Where a page of results stands among the others."""

from dataclasses import dataclass, replace

from carslink.search.query import DEEPEST, Query


@dataclass(frozen=True)
class Pages:
    """The pages around this one; None where there is none."""

    number: int
    last: int
    previous: Query | None
    following: Query | None


def of(query: Query, total: int) -> Pages:
    """Return the paging of a question with so many results."""
    last = max(1, -(-min(total, DEEPEST) // query.page_size))
    return Pages(
        number=query.page,
        last=last,
        previous=replace(query, page=min(query.page - 1, last)) if query.page > 1 else None,
        following=replace(query, page=query.page + 1) if query.page < last else None,
    )
