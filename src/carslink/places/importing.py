from pathlib import Path
from carslink.places.codepoint import Units


def read_kept(path: Path) -> dict[str, Units]:
    return {}
