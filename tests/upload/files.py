"""Files as dealers send them, made here: text in any dress, and workbooks of four formats."""

import csv
import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import xlsxwriter
import xlwt

from carslink.upload.tables import Row, Table, open_table

HEADER = ("Reg", "Make", "Model", "Year", "Price", "Mileage", "Description")
FIESTA = ("AB12 CDE", "Ford", "Fiesta", "2012", "£4,995", "61000", "One owner, two keys")
GOLF = ("CD63 EFG", "Volkswagen", "Golf", "2013", "£7,250", "48500", "Serviced; new tyres")
VAN = ("EF15 GHI", "Citroën", "Berlingo", "2015", "£6,400", "90210", "Ply lined – clean")
ROWS = (FIESTA, GOLF, VAN)

Cells = Sequence[object]


def delimited(rows: Sequence[Cells], delimiter: str = ",", **more: Any) -> str:
    """Write rows as a spreadsheet's export does."""
    into = io.StringIO()
    csv.writer(into, delimiter=delimiter, **more).writerows(rows)
    return into.getvalue()


def saved(folder: Path, content: str | bytes, name: str = "stock.csv") -> Path:
    """Save a file; text as UTF-8."""
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def read(path: Path, sheet: str | None = None) -> tuple[Table, list[Row]]:
    """Open a table and read all of it."""
    table = open_table(path, sheet=sheet)
    return table, list(table.rows())


def xlsx(
    path: Path, sheets: Mapping[str, Sequence[Cells]], then: Callable[[Any], None] | None = None
) -> Path:
    """Write a workbook as Excel does; `then` may add to it."""
    with xlsxwriter.Workbook(path) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, cells in enumerate(rows):
                sheet.write_row(number, 0, cells)
        if then:
            then(book)
    return path


def xls(path: Path, sheets: Mapping[str, Sequence[Cells]]) -> Path:
    """Write a workbook of Excel 97."""
    book = xlwt.Workbook()
    for name, rows in sheets.items():
        sheet = book.add_sheet(name)
        for number, cells in enumerate(rows):
            for column, cell in enumerate(cells):
                sheet.write(number, column, cell)
    book.save(str(path))
    return path


def ods(
    path: Path,
    sheets: Mapping[str, Sequence[Cells]],
    then: Callable[[str], str] | None = None,
) -> Path:
    """Write a spreadsheet as LibreOffice does: with blank rows and cells told as a number; `then`
    may change its XML."""
    tables = "".join(
        f'<table:table table:name="{escape(name)}">{"".join(map(_ods_row, rows))}'
        '<table:table-row table:number-rows-repeated="1048000"><table:table-cell'
        ' table:number-columns-repeated="16384"/></table:table-row></table:table>'
        for name, rows in sheets.items()
    )
    spaces = "".join(
        f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text")
    )
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content{spaces}><office:body>'
        f"<office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    )
    content = then(content) if then else content
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>'
        "</manifest:manifest>"
    )
    return zipped(
        path, {"mimetype": kind, "content.xml": content, "META-INF/manifest.xml": manifest}
    )


def zipped(path: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write a zip file."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in files.items():
            packed.writestr(name, content)
    return path


def bare_xlsx(path: Path, sheet_data: str) -> Path:
    """Write a workbook whose one sheet holds this XML."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    return zipped(
        path,
        {
            "[Content_Types].xml": f'<Types xmlns="{package}/content-types">'
            '<Default Extension="xml" ContentType="application/xml"/></Types>',
            "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1"'
            f' Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
            "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets>'
            '<sheet name="Stock" sheetId="1" r:id="r1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships">'
            f'<Relationship Id="r1" Type="{office}/worksheet" Target="worksheets/sheet1.xml"/>'
            "</Relationships>",
            "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{sheet_data}'
            "</sheetData></worksheet>",
        },
    )


def _ods_row(cells: Cells) -> str:
    return f"<table:table-row>{''.join(map(_ods_cell, cells))}</table:table-row>"


def _ods_cell(cell: object) -> str:
    if cell is None:
        return "<table:table-cell/>"
    kind, value = "string", ""
    if isinstance(cell, int | float):
        kind, value = "float", f' office:value="{cell}"'
    return (
        f'<table:table-cell office:value-type="{kind}"{value}>'
        f"<text:p>{escape(str(cell))}</text:p></table:table-cell>"
    )
