"""Photographs' place in the schedule; fetching them has a process of its own (`run.py`)."""

from procrastinate.contrib.django import app

from carslink.media.tidy import tidy


@app.periodic(cron="47 3 * * *")
@app.task(name="tidy_pictures")
def tidy_pictures(timestamp: int) -> None:
    """Throw away, every night, the photographs that have not been used for a week."""
    tidy()
