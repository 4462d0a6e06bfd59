"""Long proofs: a small model of the contract, kills under load, and memory under the largest feed.

`make test` runs them with small counts, `make prove` (CARSLINK_PROVE=1) with full ones.
"""

import os

PROVE = bool(os.environ.get("CARSLINK_PROVE"))
