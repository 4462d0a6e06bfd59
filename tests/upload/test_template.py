"""The template: complete, read by our own reader, and mapped right in every column."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

import pytest

from carslink.mapping.columns import propose
from carslink.stock import fields
from carslink.upload import template
from carslink.upload.tables import Row
from tests.upload.files import read, saved

WRITE = [template.write_csv, template.write_xlsx]


@pytest.mark.parametrize("write", WRITE)
def test_the_template_is_read_and_mapped_right_in_every_column(
    tmp_path: Path, write: Callable[[BinaryIO], None]
) -> None:
    into = io.BytesIO()
    write(into)
    table, rows = read(saved(tmp_path, into.getvalue()))
    assert (table.header_row, table.header) == (1, template.HEADER)
    assert rows == [Row(2, template.EXAMPLE)]
    assert template.is_example(rows[0].cells)
    assert [column.field for column in propose(table.header, [row.cells for row in rows])] == [
        column.field for column in template.COLUMNS
    ]


def test_the_template_is_mapped_right_without_its_example() -> None:
    assert [column.field for column in propose(template.HEADER, [])] == [
        column.field for column in template.COLUMNS
    ]


def test_the_template_has_all_fields_and_says_which_are_needed() -> None:
    assert {column.field for column in template.COLUMNS} == set(fields.FIELD_NAMES)
    needed = {column.field for column in template.COLUMNS if column.needed == template.ALWAYS}
    assert needed == {
        field.name for field in fields.FIELDS if set(field.required_for) == set(fields._ALL)
    }


def test_the_notes_explain_every_column(tmp_path: Path) -> None:
    into = io.BytesIO()
    template.write_xlsx(into)
    table, rows = read(saved(tmp_path, into.getvalue()), sheet="Notes")
    assert table.sheets == ("Stock", "Notes")
    explained = {row.cells[0]: row.cells[2] for row in rows}
    assert all(explained[column.name] == column.note for column in template.COLUMNS)


NEEDED = ("Registration", "Make", "Model", "Year", "Price", "Mileage", "Body type")


def _example(*names: str) -> tuple[str, ...]:
    """Return the example with these columns alone."""
    return tuple(template.EXAMPLE[template.HEADER.index(name)] for name in names)


@pytest.mark.parametrize(
    "cells",
    [
        ("", "1", *template.EXAMPLE),
        tuple(reversed(template.EXAMPLE)),
        (*template.EXAMPLE, "mine"),
        _example(*NEEDED),
        _example("Registration", "Make", "Image 1", "Image 2", "Image 3", "Image 4"),
        ("AB21 XYZ", "BMW", "3 Series", "2021", "£28,995.00", "24,500", "Saloon"),
        tuple(cell.replace("AB21 XYZ", "ab21 xyz") for cell in _example(*NEEDED)),
    ],
)
def test_the_example_is_known_wherever_its_columns_stand(cells: tuple[str, ...]) -> None:
    assert template.is_example(cells)


@pytest.mark.parametrize(
    "cells",
    [
        ("AB12 CDE", *template.EXAMPLE[1:]),
        ("AB21 XYZ", "BMW", "3 Series", "2021", "26500", "31200", "Saloon"),
        ("AB21 XYZ", "BMW", "3 Series", "320d M Sport", "2021", "26500", "31200", "Diesel"),
    ],
)
def test_another_row_is_not_the_example(cells: tuple[str, ...]) -> None:
    assert not template.is_example(cells)
