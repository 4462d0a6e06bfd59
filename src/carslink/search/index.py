"""The folders of the index: one holds the current index, others are being built or were current.

`current` is a symbolic link to the folder in use. A new index is built beside and the link is
renamed over the old one, so that readers find one whole index or the other. How far an index has
followed the log of changes is a document of the index itself: documents and cursor are committed
together or not at all.
"""

import fcntl
import logging
import os
import secrets
import shutil
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import msgspec
import tantivy

from carslink.search import columns, schema
from carslink.stock.changes import Position

log = logging.getLogger(__name__)

CURRENT = "current"
WANTED = "rebuild-wanted"
_CURSOR_TERM = "at"


class WriterBusyError(Exception):
    """Another process writes the index of this folder."""


@dataclass(frozen=True)
class Cursor:
    """How far an index has come, in which epoch of the log, and after how many changes.

    `commit` is the number of its commit, by which the columns tell what is alive, and `rows` how
    many places they use.
    """

    position: Position
    epoch: uuid.UUID
    changes: int
    commit: int = 0
    rows: int = 0


@contextmanager
def only_writer(folder: Path) -> Iterator[None]:
    """Be the one writer of this folder for the length of the block.

    Raises WriterBusyError where another process is. The lock goes with the process that held it.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as busy:
            raise WriterBusyError(str(folder)) from busy
        yield


def current(folder: Path) -> Path | None:
    """Return the folder of the index in use, if there is one."""
    try:
        return folder / (folder / CURRENT).readlink()
    except OSError:
        return None


def create(folder: Path) -> tuple[Path, tantivy.Index]:
    """Make a new, empty index in a folder of its own, which nobody reads yet."""
    path = folder / f"{schema.version()}-{secrets.token_hex(4)}"
    path.mkdir()
    index = tantivy.Index(schema.schema(), path=str(path), reuse=False)
    columns.create(path)
    schema.register_analysers(index)
    return path, index


def open_at(path: Path) -> tantivy.Index:
    """Open an index to read it. Raises ValueError or OSError where it is missing or damaged."""
    index = tantivy.Index.open(str(path))
    schema.register_analysers(index)
    # By default a thread watches for commits, and notices one a tenth of a second late: the
    # engine looks for itself, and reloads.
    index.config_reader("manual")
    index.reload()
    return index


def is_ours(path: Path) -> bool:
    """Whether an index holds what this version of the code would write."""
    return path.name.partition("-")[0] == schema.version()


def publish(folder: Path, path: Path) -> None:
    """Make this index the one in use, and remove those that nobody should read any more.

    The one used until now stays until the next time, for readers that are about to open it.
    """
    before = current(folder)
    link = folder / f"{CURRENT}-{secrets.token_hex(4)}"
    link.symlink_to(path.name)
    link.replace(folder / CURRENT)
    _sync(folder)
    remove_others(folder, {path, before})


def remove_others(folder: Path, keep: set[Path | None]) -> None:
    """Remove indexes left by earlier builds, finished or not, and half-made links."""
    for each in folder.iterdir():
        if each.is_symlink():
            if each.name.startswith(f"{CURRENT}-"):
                each.unlink(missing_ok=True)
        elif each.is_dir() and each not in keep:
            shutil.rmtree(each, ignore_errors=True)


def read_cursor(searcher: tantivy.Searcher) -> Cursor | None:
    """Return how far an index has come; None before its first commit."""
    asked = tantivy.Query.term_query(schema.schema(), schema.CURSOR, _CURSOR_TERM)
    hits = searcher.search(asked, limit=1, count=False).hits
    if not hits:
        return None
    told = msgspec.json.decode(searcher.doc(hits[0][1]).get_all(schema.CURSOR)[1])
    position = Position(told["n"], told["listing"])
    return Cursor(position, uuid.UUID(told["epoch"]), told["changes"], told["commit"], told["rows"])


def write_cursor(writer: tantivy.IndexWriter, cursor: Cursor) -> None:
    """Put the cursor among the documents of the next commit."""
    told = {
        "n": cursor.position.n,
        "listing": cursor.position.listing,
        "epoch": str(cursor.epoch),
        "changes": cursor.changes,
        "commit": cursor.commit,
        "rows": cursor.rows,
    }
    writer.delete_documents_by_term(schema.CURSOR, _CURSOR_TERM)
    document = tantivy.Document()
    document.add_text(schema.CURSOR, _CURSOR_TERM)
    document.add_text(schema.CURSOR, msgspec.json.encode(told).decode())
    writer.add_document(document)


def without_cursor() -> tantivy.Query:
    """Return the query for every document but the cursor's."""
    cursor = tantivy.Query.term_query(schema.schema(), schema.CURSOR, _CURSOR_TERM)
    everything = (tantivy.Occur.Must, tantivy.Query.all_query())
    return tantivy.Query.boolean_query([everything, (tantivy.Occur.MustNot, cursor)])


def want(folder: Path) -> None:
    """Ask the process that writes this folder to build the index anew."""
    (folder / WANTED).touch()


def is_wanted(folder: Path) -> bool:
    """Whether somebody waits for the index to be built anew."""
    return (folder / WANTED).exists()


def grant(folder: Path) -> None:
    """Say that the index has been built anew."""
    (folder / WANTED).unlink(missing_ok=True)


def _sync(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
