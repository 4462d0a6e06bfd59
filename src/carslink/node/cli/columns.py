"""What a dealer's table would be read as; no database and no settings are needed."""

import json
import sys
from pathlib import Path

import click


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--sheet", help="The sheet of a workbook; without it the one that holds the stock.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def columns(file: Path, sheet: str | None, as_json: bool) -> None:
    """Propose a field of a listing for each column of the table in FILE."""
    from carslink.mapping.columns import propose
    from carslink.upload.tables import UnreadableTable, open_table, sample

    try:
        table = open_table(file, sheet=sheet)
        rows = [row.cells for row in sample(table)]
    except (UnreadableTable, OSError) as error:
        told = f"{file}: {error.strerror}" if isinstance(error, OSError) else error
        print(told, file=sys.stderr)
        sys.exit(2)
    proposed = propose(table.header, rows)
    if as_json:
        answer = {
            "columns": [
                {
                    "index": column.index,
                    "header": column.header,
                    "field": column.field,
                    "confidence": column.confidence,
                    "reason": column.reason,
                }
                for column in proposed
            ],
            "delimiter": table.delimiter,
            "encoding": table.encoding,
            "header_row": table.header_row,
        }
        print(json.dumps(answer, indent=2, ensure_ascii=False))
        return
    for column in proposed:
        name = column.header or f"column {column.index + 1}"
        print(f"{name:28.28} {column.field or '-':16} {column.confidence:4.2f}  {column.reason}")
