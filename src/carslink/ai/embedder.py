"""Sentences as vectors, so that words of like meaning lie near each other.

The vectors are WordLlama's (MIT): one of 256 numbers for each of 32,000 pieces of words, of which
a sentence's is the mean. They and the table of pieces come with the wheel `wordllama`, whose own
loader wants to ask a server for them; they are read here as they lie. `docs/decisions` tells what
it was measured against.
"""

import json
import struct
from functools import cache
from importlib import metadata
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

Vectors = NDArray[np.float32]

_PACKAGE = "wordllama"
_WEIGHTS = "weights/l2_supercat_256.safetensors"
_PIECES = "tokenizers/l2_supercat_tokenizer_config.json"
_TABLE = "embedding.weight"


class Missing(Exception):
    """The package that brings the vectors is not there, or is not the one that is known."""


def embed(texts: list[str]) -> Vectors:
    """Return a vector of length one for each text; of zeros for a text without words.

    The scalar product of two is how alike they are: 1 for the same, about 0 for strangers.
    Raises Missing where the vectors are not installed.
    """
    table, tokenizer = _loaded()
    vectors = np.zeros((len(texts), table.shape[1]), dtype=np.float32)
    for place, text in enumerate(texts):
        pieces = tokenizer.encode(text, add_special_tokens=False).ids
        if pieces:
            mean = table[pieces].astype(np.float32).mean(axis=0)
            vectors[place] = mean / max(float(np.linalg.norm(mean)), 1e-9)
    return vectors


@cache
def _loaded() -> tuple[NDArray[np.float16], Tokenizer]:
    """Return the vectors, mapped from their file so that processes share them, and the pieces."""
    return _mapped(_file(_WEIGHTS)), Tokenizer.from_file(str(_file(_PIECES)))


def _file(name: str) -> Path:
    try:
        listed = metadata.files(_PACKAGE) or []
    except metadata.PackageNotFoundError as missing:
        raise Missing(f"the package {_PACKAGE} is not installed") from missing
    for each in listed:
        if str(each).endswith(name):
            return Path(str(each.locate()))
    raise Missing(f"the package {_PACKAGE} has no {name}")


def _mapped(path: Path) -> NDArray[np.float16]:
    """Map the one table of a safetensors file: a length, a header in JSON, then the numbers."""
    with path.open("rb") as file:
        (length,) = struct.unpack("<Q", file.read(8))
        told = json.loads(file.read(length))[_TABLE]
    if told["dtype"] != "F16":
        raise Missing(f"{path.name} holds {told['dtype']}, not F16")
    start = 8 + length + told["data_offsets"][0]
    return np.memmap(path, dtype=np.float16, mode="r", offset=start, shape=tuple(told["shape"]))
