"""The schedule, and what keeps the queue itself in order."""

import procrastinate
from procrastinate.contrib.django import app

from carslink.push import idempotency
from carslink.stock.expire import expire
from carslink.stock.tidy import tidy

# A job whose worker has been silent this long is taken up again.
SILENT_AFTER = 10
ATTEMPTS = 5


@app.periodic(cron="* * * * *")
@app.task(name="expire")
def expire_stale_stock(timestamp: int) -> None:
    """Take down stale listings, every minute."""
    expire()


@app.periodic(cron="17 3 * * *")
@app.task(name="tidy")
def tidy_up(timestamp: int) -> None:
    """Forget what has been kept long enough, every night."""
    tidy()
    idempotency.forget()


@app.periodic(cron="27 3 * * *")
@app.task(name="forget_jobs", pass_context=True)
async def forget_old_jobs(context: procrastinate.JobContext, timestamp: int) -> None:
    """Forget jobs that failed and that nobody has looked at for a month."""
    await context.app.job_manager.delete_old_jobs(nb_hours=24 * 30, include_failed=True)


@app.periodic(cron="* * * * * */2")
@app.task(name="rescue", pass_context=True)
async def rescue_stalled_jobs(context: procrastinate.JobContext, timestamp: int) -> None:
    """Take up the jobs of workers that died; give one up after so many attempts."""
    manager = context.app.job_manager
    for job in await manager.get_stalled_jobs(seconds_since_heartbeat=SILENT_AFTER):
        if job.attempts < ATTEMPTS:
            await manager.retry_job(job)
        else:
            await manager.finish_job(job, status=procrastinate.jobs.Status.FAILED, delete_job=False)
