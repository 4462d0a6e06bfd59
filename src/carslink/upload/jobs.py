"""The jobs of uploads. Each may be done again from its beginning, whenever its worker dies."""

from collections.abc import Callable
from contextlib import suppress

import structlog
from procrastinate import JobContext, RetryStrategy
from procrastinate.contrib.django import app

from carslink.upload import checking, flow, forgetting, publishing, reading
from carslink.upload.flow import Turn
from carslink.upload.models import Upload

log = structlog.get_logger(__name__)

ATTEMPTS = 3
_RETRY = RetryStrategy(max_attempts=ATTEMPTS, wait=2)
_OURS = "Carslink made a mistake with this file, and we have been told. Your stock is as it was."


@app.task(name="read_upload", retry=_RETRY, pass_context=True)
def read_upload(context: JobContext, upload: int, turn: int) -> None:
    """Read a file, and propose what its columns are."""
    _work(context, reading.read, upload, turn)


@app.task(name="check_upload", retry=_RETRY, pass_context=True)
def check_upload(context: JobContext, upload: int, turn: int) -> None:
    """Find out what publishing it would do."""
    _work(context, checking.check, upload, turn)


@app.task(name="publish_upload", retry=_RETRY, pass_context=True)
def publish_upload(context: JobContext, upload: int, turn: int) -> None:
    """Make it stock."""
    _work(context, publishing.publish, upload, turn)


def _work(context: JobContext, do: Callable[[Turn], None], upload: int, turn: int) -> None:
    """Do a job while it is its turn; the dealer is told when it has failed for good."""
    mine = flow.turn_of(upload, turn)
    if mine is None:
        return
    try:
        do(mine)
    except flow.Overtaken:
        log.info("upload overtaken", upload=upload, turn=turn)
    except Exception:
        if context.job.attempts + 1 >= ATTEMPTS:
            with suppress(flow.Overtaken):
                mine.put(state=Upload.State.FAILED, trouble=_OURS)
        raise


@app.periodic(cron="7 4 * * *")
@app.task(name="forget_uploads")
def forget_uploads(timestamp: int) -> None:
    """Forget, every night, files and what was remembered of them for long enough."""
    forgetting.forget()
