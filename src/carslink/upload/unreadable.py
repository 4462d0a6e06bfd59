"""What is said of a file that cannot be read as a table, and the limits of what is read."""

MOST_COLUMNS = 2_000
LONGEST_CELL = 131_072  # characters, as the csv module has it; a spreadsheet's limit is 32,767
MOST_UNPACKED = 2 * 1024**3  # bytes of a workbook's files, unpacked


class UnreadableTable(ValueError):
    """This file is not read; the message is a sentence for the dealer that says what to do."""


def check_width(number: int, cells: list[str]) -> None:
    """Refuse a row that no table of vehicles has. Raises UnreadableTable, naming the row."""
    if len(cells) > MOST_COLUMNS:
        raise UnreadableTable(
            f"Row {number:,} has {len(cells):,} columns; at most {MOST_COLUMNS:,} are read."
            " Delete the columns that are not needed, or look for a quote that is never closed."
        )


def too_long(number: int) -> UnreadableTable:
    """Return the refusal of a cell without end."""
    return UnreadableTable(
        f"Row {number:,} has a cell of more than {LONGEST_CELL:,} characters."
        " Shorten it, or look for a quote that is never closed."
    )
