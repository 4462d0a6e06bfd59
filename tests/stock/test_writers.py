"""Nothing but `stock/write.py`, and migrations, writes listings: each change must be numbered."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import carslink

SOURCE = Path(carslink.__file__).parent
ALLOWED = {Path("stock/write.py")}
SQL_WRITES = re.compile(
    r"\b(?:INSERT\s+INTO|UPDATE|DELETE\s+FROM|COPY|TRUNCATE(?:\s+TABLE)?|MERGE\s+INTO)"
    r"\s+(?:ONLY\s+)?\"?stock_listing\b",
    re.IGNORECASE,
)
ORM_WRITES = {
    "acreate", "adelete", "asave", "aupdate", "bulk_create", "bulk_update", "create", "delete",
    "get_or_create", "save", "update", "update_or_create", "abulk_create", "abulk_update",
    "aget_or_create", "aupdate_or_create",
}  # fmt: skip
LISTING = re.compile(r"\b(?:Listing|listings?)\b")


def writes(source: str) -> Iterator[int]:
    """Yield the lines of a module on which listings are written, by SQL or by Django."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            if SQL_WRITES.search(node.value):
                yield node.lineno
        elif isinstance(node, ast.JoinedStr):
            text = "".join(
                str(part.value) for part in node.values if isinstance(part, ast.Constant)
            )
            if SQL_WRITES.search(text):
                yield node.lineno
        elif (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr in ORM_WRITES
            and LISTING.search(_before_the_call(node.func.value))
        ):
            yield node.lineno


def _before_the_call(receiver: ast.expr) -> str:
    """Return what a method is called on, without the arguments on the way to it."""
    match receiver:
        case ast.Call(func=inner):
            return _before_the_call(inner)
        case ast.Attribute(value=inner, attr=name):
            return f"{_before_the_call(inner)}.{name}"
        case ast.Name(id=name):
            return name
        case _:
            return ""


def modules() -> list[Path]:
    """Return every module of Carslink but migrations, and the demo, which has no database."""
    found = (path.relative_to(SOURCE) for path in SOURCE.rglob("*.py"))
    return sorted(path for path in found if {"migrations", "demo"}.isdisjoint(path.parts))


def test_only_the_one_module_writes_listings() -> None:
    found = {
        path: lines
        for path in modules()
        if (lines := list(writes((SOURCE / path).read_text(encoding="utf-8"))))
    }
    assert found.keys() == ALLOWED


@pytest.mark.parametrize(
    "source",
    [
        "Listing.objects.filter(pk=1).update(price=2)",
        "Listing.objects.create(price=2)",
        "Listing.objects.filter(dealer=d).exclude(pk=2).delete()",
        "models.Listing.objects.bulk_create(rows)",
        "dealer.listings.all().update(state='removed')",
        "listing.save()",
        "self.listing.delete()",
        "cursor.execute('UPDATE stock_listing SET price = 2')",
        "SQL = '''\ninsert into\n  stock_listing (id) VALUES (1)'''",
        "SQL = f'DELETE FROM stock_listing WHERE {where}'",
        "SQL = f'COPY stock_listing ({columns}) FROM STDIN'",
    ],
)
def test_a_writer_is_recognised(source: str) -> None:
    assert list(writes(source))


@pytest.mark.parametrize(
    "source",
    [
        "Listing.objects.filter(pk=1).values_list('price')",
        "Feed.objects.filter(listing=1).update(mode='partial')",
        "feeds.update(listing)",
        "SQL = 'SELECT * FROM stock_listing FOR UPDATE'",
        "SQL = 'UPDATE stock_listings_of_others SET a = 1'",
    ],
)
def test_a_reader_is_not_taken_for_a_writer(source: str) -> None:
    assert not list(writes(source))
