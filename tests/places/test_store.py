"""The table on disk: built once, by one process, replaced when it is another version."""

import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from carslink import places
from carslink.places import find, store
from carslink.places.table import Table, UnreadableTableError
from tests import places_table


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """Return a folder with a table, its own copy."""
    shutil.copytree(places_table.SHARED, tmp_path / "places")
    return tmp_path / "places"


def test_a_table_of_this_version_is_left_alone(built: Path) -> None:
    before = (built / store.TABLE).stat()
    assert store.prepare(built) == built / store.TABLE
    after = (built / store.TABLE).stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_two_processes_that_prepare_at_once_build_one_table(tmp_path: Path) -> None:
    # Both start where there is nothing. The slow one may not tear what the quick one reads.
    code = (
        "import sys; from pathlib import Path; from carslink.places import store;"
        "built = []; real = store.rebuild;"
        "store.rebuild = lambda where: (built.append(1), real(where));"
        "table = store.prepare(Path(sys.argv[1]));"
        "from carslink.places.table import Table;"
        "assert Table(table).find('M1', '1AE').town == 'Manchester';"
        "print(len(built))"
    )
    both = [
        subprocess.Popen(
            [sys.executable, "-c", code, str(tmp_path / "places")],
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(2)
    ]
    told = [process.communicate(timeout=240)[0].strip() for process in both]
    assert [process.returncode for process in both] == [0, 0]
    assert sorted(told) == ["0", "1"]


def test_a_table_of_another_version_is_built_anew(
    built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rebuilt: list[Path] = []
    monkeypatch.setattr(store, "rebuild", rebuilt.append)
    monkeypatch.setattr(store, "_built_from", lambda: "another")
    store.prepare(built)
    assert rebuilt == [built]


@pytest.mark.parametrize("damage", [b"", b"carslink", b"something else altogether, and longer"])
def test_a_damaged_table_is_not_read_but_built_anew(
    built: Path, damage: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    (built / store.TABLE).write_bytes(damage)
    with pytest.raises(UnreadableTableError):
        Table(built / store.TABLE)
    rebuilt: list[Path] = []
    monkeypatch.setattr(store, "rebuild", rebuilt.append)
    store.prepare(built)
    assert rebuilt == [built]


def test_a_table_that_was_cut_short_is_noticed(built: Path) -> None:
    table = built / store.TABLE
    whole = table.read_bytes()
    table.write_bytes(whole[:-1])
    with pytest.raises(UnreadableTableError, match="cut short"):
        Table(table)


def test_a_process_notices_within_seconds_that_the_table_was_replaced(
    built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CARSLINK_DATA_DIR", str(built.parent))
    monkeypatch.setattr(find, "SECONDS_BETWEEN_LOOKS", 0.0)
    assert places.lookup("M1 1AE") is not None
    first = find._current()
    copy = built / "copy"
    shutil.copyfile(built / store.TABLE, copy)
    copy.replace(built / store.TABLE)
    time.sleep(0.01)
    assert places.lookup("M1 1AE") is not None
    assert find._current() is not first


def test_looking_up_needs_none_of_what_building_needs() -> None:
    code = (
        "import sys; from carslink import places; assert places.lookup('M1 1AE');"
        "print([name for name in ('numpy', 'convertbng', 'django') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
