"""The first job of an upload: what the file is, and what its columns seem to be."""

import tempfile
from pathlib import Path
from typing import Any

from django.conf import settings

from carslink.mapping.columns import Column, propose
from carslink.stock.batch import Mode
from carslink.stock.models import Feed
from carslink.upload import choices, files, flow, google, kept_rows, remembered, tables
from carslink.upload.flow import Turn
from carslink.upload.models import Remembered, Upload
from carslink.upload.tables import Row, Table
from carslink.upload.unreadable import UnreadableTable

SAMPLES, LONG, LONGEST_SAMPLE = 4, 40, 100
MOST_ASKED = 300
"""Columns that a dealer is asked about; those beyond are left out, and it is said."""


def read(turn: Turn) -> None:
    """Read the file once from end to end, and propose what its columns are.

    Where the dealer has settled that for such a header before, its rows are checked at once.
    """
    upload = turn.upload
    try:
        if not files.is_kept(upload):
            _fetch(turn)
        with files.local(upload) as path:
            table = tables.open_table(path, sheet=upload.sheet or None)
            told = _look(turn, table)
    except UnreadableTable as error:
        turn.put(state=Upload.State.FAILED, trouble=str(error))
        return
    turn.put(table=told, sheet=table.sheet or "")
    if table.is_mended:
        turn.put(mode=Feed.Mode.PARTIAL)
    known = remembered.recall(upload)
    if known is None or not flow.settle(
        upload, known.chosen, known.defaults, _mode(table, known), is_remembered=True
    ):
        turn.put(state=Upload.State.COLUMNS)


def _mode(table: Table, known: Remembered) -> Mode:
    """Return how a known table is published: mended rows are never all of a dealer's stock."""
    return "partial" if table.is_mended else flow.mode_of(known.mode)


def _fetch(turn: Turn) -> None:
    access = google.Access(
        user_agent=f"Carslink-Uploads (+{settings.PUBLIC_URL})",
        allowed=settings.FETCH_ALLOWED,
        ca_file=settings.FETCH_CA_FILE,
    )
    with tempfile.TemporaryDirectory(prefix="carslink-sheet-") as folder:
        fetched = Path(folder) / "sheet.csv"
        google.fetch_sheet(turn.upload.link, fetched, access)
        with fetched.open("rb") as content:
            files.keep(turn.upload, content)
    turn.put(size=turn.upload.size)


def _look(turn: Turn, table: Table) -> dict[str, Any]:
    rows = tables.sample(table)
    proposed = propose(table.header, [row.cells for row in rows], ask_model=True)
    count = wider = 0
    with kept_rows.keeping(turn.upload, table.sheet) as keep:
        for count, row in enumerate(table.rows(), 1):
            keep(row)
            wider += table.headed is not None and any(row.cells[table.headed :])
            turn.say(count)
    if not count:
        raise UnreadableTable(
            "There is a header in this file, but no vehicle below it. Add your vehicles, a row"
            " each, and upload it again."
        )
    return {
        "rows": count,
        "width": table.width,
        "wider": wider if 2 * wider > count else 0,
        "header": list(table.header),
        "header_row": table.header_row,
        "sheet": table.sheet,
        "sheets": list(table.sheets),
        "is_mended": table.is_mended,
        "columns": [_column(each, rows) for each in proposed[:MOST_ASKED]],
    }


def _column(column: Column, rows: list[Row]) -> dict[str, Any]:
    index = column.index
    values = [row.cells[index] for row in rows if index < len(row.cells) and row.cells[index]]
    distinct = list(dict.fromkeys(values))[:SAMPLES]
    if distinct and len(distinct[0]) > LONG:
        distinct = distinct[:2]
    return {
        "header": column.header,
        "choice": choices.of_column(column),
        "confidence": column.confidence,
        "reason": column.reason,
        "small": column.small,
        "samples": [_short(value) for value in distinct],
        "filled": len(values) * 100 // len(rows),
    }


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= LONGEST_SAMPLE else f"{text[: LONGEST_SAMPLE - 1]}…"
