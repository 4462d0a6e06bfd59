"""The web application, as granian's worker processes load it."""

import gc
import os
import threading

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "carslink.node.settings")

import structlog
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections

from carslink.node import logs, memory
from carslink.node.parent import die_with_parent
from carslink.node.web import hear_signals, notice_lost_clients

die_with_parent()
hear_signals()
memory.keep_freed()

application = get_wsgi_application()
logs.set_up()

from carslink.search import warming  # noqa: E402 - needs the application
from carslink.stock import uptime  # noqa: E402

log = structlog.get_logger(__name__)


def _beat_for_ever() -> None:
    """Say, for as long as this process lives, that feeds can be taken."""
    pause = threading.Event()
    while True:
        try:
            notice_lost_clients()  # granian opens its socket only when all of this is loaded
            uptime.beat()
        except Exception as error:
            log.warning("no heartbeat", error=type(error).__name__)
        finally:
            close_old_connections()
        pause.wait(uptime.BEAT_EVERY.total_seconds())


warming.warm_up()

# All that is loaded by now stays for ever, and a feed's thousands of entries hold no cycles: with
# Python's own settings, looking for garbage took up to 60 ms of a feed of 5,000 listings.
gc.collect()
gc.freeze()
gc.set_threshold(50_000, 20, 50)

threading.Thread(target=_beat_for_ever, name="heartbeat", daemon=True).start()
