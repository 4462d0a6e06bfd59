"""Where this machine keeps what it keeps: the setting `CARSLINK_DATA_DIR`, in one place.

Settings, the supervisor (which imports no Django) and `places` all ask here.
"""

import os
from pathlib import Path


def data_folder() -> Path:
    """Return the folder that `CARSLINK_DATA_DIR` names, `var` where it is not set or empty."""
    return Path(os.environ.get("CARSLINK_DATA_DIR") or "var").resolve()
