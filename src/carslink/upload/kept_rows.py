"""The rows of an upload, kept as they were read the first time.

They are wanted again for the check, to publish, and for the rows to mend, and a workbook of 200,000
rows takes a quarter of a minute to read, of which this takes a tenth. Beside the file lies a second
one: batches of rows as lines of JSON, packed, below a line that names the sheet they are of.
"""

import gzip
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import chain

import msgspec

from carslink.upload import files, tables
from carslink.upload.models import Upload
from carslink.upload.tables import Row

BATCH = 500
LEVEL = 1
"""Of zlib: text so shrinks to a third or less, and the next level takes half as long again."""

_PUT = msgspec.json.Encoder()
_TAKE = msgspec.json.Decoder(list[Row])


@contextmanager
def keeping(upload: Upload, sheet: str | None) -> Iterator[Callable[[Row], None]]:
    """Give what takes the rows of a sheet one by one; they are kept where nothing is raised."""
    with tempfile.TemporaryFile(prefix="carslink-rows-") as file:
        with gzip.GzipFile(fileobj=file, mode="wb", compresslevel=LEVEL, mtime=0) as packed:
            batch: list[Row] = []

            def write() -> None:
                packed.write(_PUT.encode(batch) + b"\n")
                batch.clear()

            def add(row: Row) -> None:
                batch.append(row)
                if len(batch) == BATCH:
                    write()

            packed.write(_PUT.encode(sheet or "") + b"\n")
            yield add
            write()
        file.seek(0)
        files.keep_rows(upload, file)


def rows(upload: Upload) -> Iterator[Row]:
    """Yield an upload's rows: as they were kept, or else read anew. Raises UnreadableTable."""
    with files.local_rows(upload) as path:
        if path is not None:
            with gzip.open(path) as packed:
                if msgspec.json.decode(packed.readline()) == upload.sheet:
                    yield from chain.from_iterable(map(_TAKE.decode, packed))
                    return
    with files.local(upload) as path:
        yield from tables.open_table(path, sheet=upload.sheet or None).rows()
