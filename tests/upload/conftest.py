"""Alice with a record of her own, and a worker for the jobs of her uploads."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from carslink.dealers.models import Dealer


@pytest.fixture
def own_files(settings: Any, tmp_path: Path) -> Path:
    """Keep uploaded files in a folder of this test's own."""
    folder = tmp_path / "uploads"
    kept = dict(settings.STORAGES)
    kept["uploads"] = {**kept["uploads"], "OPTIONS": {"location": folder}}
    settings.STORAGES = kept
    return folder


@pytest.fixture
def mine(db: None, own_files: Path) -> "Dealer":
    """Alice Motors: her own record, with nothing in it."""
    return dealer_of("alice")


def dealer_of(name: str) -> "Dealer":
    """Make an account of this name, with a record of its own."""
    from django.contrib.auth.models import User

    from carslink.portal import own

    address = f"{name}@{name}.example"
    account = User.objects.create_user(address, address)
    sent = {"name": f"{name.title()} Motors", "postcode": "LS1 1UR", "email": address}
    return own.make(account, sent)


@pytest.fixture
def work(db: None) -> Callable[[], list[str]]:
    """Return a function that does the jobs of uploads that wait, as a worker does, in order."""
    from procrastinate.contrib.django.models import ProcrastinateJob

    from carslink.upload import checking, flow, publishing, reading

    doing = {
        "read_upload": reading.read,
        "check_upload": checking.check,
        "publish_upload": publishing.publish,
    }
    done: set[int] = set()

    def worked() -> list[str]:
        names = []
        waiting = ProcrastinateJob.objects.filter(task_name__in=doing, status="todo")
        while job := waiting.exclude(id__in=done).order_by("id").first():
            turn = flow.turn_of(**job.args)
            done.add(job.id)
            names.append(job.task_name if turn else f"{job.task_name} overtaken")
            if turn:
                doing[job.task_name](turn)
        return names

    return worked
