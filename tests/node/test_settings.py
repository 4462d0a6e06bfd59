"""Every setting is documented, with the default that it has."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
READ = re.compile(r'\b(?:text|number|words|required|one_of)\("([A-Z_]+)"')


def documented() -> dict[str, str]:
    """Return the settings of docs/settings.md with their defaults as written there."""
    rows = re.findall(r"^\| (`.+?`) \| (.+?) \|", (ROOT / "docs/settings.md").read_text(), re.M)
    return {name: default for names, default in rows for name in re.findall(r"`(\w+)`", names)}


def test_every_setting_that_is_read_is_documented() -> None:
    read = READ.findall((ROOT / "src/carslink/node/settings.py").read_text())
    assert len(read) > 15
    assert {f"CARSLINK_{name}" for name in read} <= documented().keys()


def test_documented_numbers_are_the_defaults() -> None:
    from carslink.node import settings

    for name, default in documented().items():
        short = name.removeprefix("CARSLINK_")
        if default.strip("`").isdecimal() and hasattr(settings, short):
            assert getattr(settings, short) == int(default.strip("`")), name
