"""A Carslink that answers before it commits: what is killed in between is lost."""

from types import ModuleType
from typing import Any

from after_import import after_import

SECONDS_LATE = 0.1


def answer_early(door: ModuleType) -> None:
    """Have the door hand over its receipt while the transaction is still open."""
    import queue
    import threading
    import time

    from django.db import connection, transaction

    honest = door.take

    def work(request: Any, key: Any, answer: "queue.SimpleQueue[Any]") -> None:
        try:
            with transaction.atomic():
                answer.put(honest(request, key))
                time.sleep(SECONDS_LATE)
        except Exception as error:
            answer.put(error)
        finally:
            connection.close()

    def take(request: Any, key: Any) -> Any:
        answer: queue.SimpleQueue[Any] = queue.SimpleQueue()
        threading.Thread(target=work, args=(request, key, answer)).start()
        told = answer.get()
        if isinstance(told, Exception):
            raise told
        return told

    door.take = take


after_import("carslink.push.door", answer_early)
