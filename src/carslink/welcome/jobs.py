"""The welcome's place in the schedule."""

from procrastinate.contrib.django import app

from carslink.stock import following
from carslink.welcome import enrol, send


@app.periodic(cron="* * * * * */5")
@app.task(name="welcome")
def welcome_new_dealers(timestamp: int) -> None:
    """Enrol the dealers that have become due, and send the letters whose time has come."""
    with following.alone(enrol.NAME) as mine:
        if mine:
            enrol.follow()
            send.send_due()
