"""An index of its own for every test, and how to bring it up to date."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

# What needs Django is imported in the fixtures: this file is read before Django is set up.


@pytest.fixture
def index_dir(tmp_path: Path, settings: Any) -> Path:
    """The folder of this test's index."""
    settings.INDEX_DIR = tmp_path / "search"
    settings.INDEX_DIR.mkdir()
    return tmp_path / "search"


@pytest.fixture
def follow(index_dir: Path, db: None) -> Iterator[Callable[[], None]]:
    """Return a function that indexes all changes there are."""
    from carslink.search import index
    from carslink.search.indexer import Follower
    from carslink.stock import changes

    follower = Follower.anew(index_dir, changes.clock()[1])
    follower.commit()
    index.publish(index_dir, follower.path)

    def catch_up() -> None:
        while follower.step():
            pass
        follower.commit()

    yield catch_up
    follower.close()
