"""An index of its own for every test, and how to bring it up to date."""

from pathlib import Path
from typing import Any

import pytest

# What needs Django is imported in the fixtures: this file is read before Django is set up.


@pytest.fixture
def index_dir(tmp_path: Path, settings: Any) -> Path:
    """The folder of this test's index."""
    settings.INDEX_DIR = tmp_path / "search"
    settings.INDEX_DIR.mkdir(exist_ok=True)
    return tmp_path / "search"
