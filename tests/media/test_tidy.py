"""Photographs that nobody has any more go after a week; and none is ever half there."""

import os
import signal
import subprocess
import sys
import time
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone

from carslink.media import follow, queue, storage
from carslink.media.models import Address, Picture
from carslink.media.queue import Kept, Outcome
from carslink.media.tidy import tidy
from carslink.stock.sizes import widths_of
from tests.push.shop import car
from tests.stock.lot import Lot

NAME = "ab" * 16


@pytest.fixture
def photograph(lot: Lot, kept: Path) -> Path:
    """One kept photograph of a live vehicle, an hour old; returns the folder of its files."""
    lot.full(car(1))
    follow.follow()
    storage.keep(NAME, dict.fromkeys((320, 640, 1000), b"RIFF"))
    folder = kept / "ab" / NAME
    old = time.time() - 7_200
    for file in folder.iterdir():
        os.utime(file, (old, old))
    address = Address.objects.order_by("id")[0]
    queue.record([Outcome(address.pk, Kept(NAME, 1000, 750, b"tiny"))])
    return folder


def test_a_photograph_in_use_stays(photograph: Path) -> None:
    assert tidy() == 0
    assert tidy(timezone.now() + timedelta(days=90)) == 0
    assert len(list(photograph.iterdir())) == 3


def test_a_photograph_goes_a_week_after_it_was_used_last(lot: Lot, photograph: Path) -> None:
    lot.full()
    follow.follow()
    noticed = timezone.now()
    assert tidy(noticed) == 0
    assert tidy(noticed + timedelta(days=6, hours=23)) == 0
    assert len(list(photograph.iterdir())) == 3
    assert tidy(noticed + timedelta(days=7)) == 1
    assert not photograph.exists()
    assert Picture.objects.count() == 0
    assert not Address.objects.filter(picture__isnull=False).exists()


def test_a_vehicle_that_comes_back_saves_its_photograph(lot: Lot, photograph: Path) -> None:
    lot.full()
    follow.follow()
    noticed = timezone.now()
    tidy(noticed)
    lot.full(car(1))
    follow.follow()
    assert Picture.objects.get().unused_since is None
    assert tidy(noticed + timedelta(days=8)) == 0
    assert len(list(photograph.iterdir())) == 3


def test_addresses_that_change_each_day_are_known_for_a_week(lot: Lot, photograph: Path) -> None:
    noticed = timezone.now()
    for day in range(30):
        urls = [f"https://images.example/1/{n}.jpg?Expires={day}" for n in range(4)]
        lot.full(car(1, images=urls))
        follow.follow()
        address = Address.objects.get(url=urls[0])
        queue.record([Outcome(address.pk, Kept(NAME))])
        for rest in Address.objects.filter(url__in=urls[1:]):
            queue.record([Outcome(rest.pk, reason="a web page", final=True)])
        assert tidy(noticed + timedelta(days=day)) == 0
        assert Address.objects.count() <= 4 * 8
    assert Address.objects.filter(picture__name=NAME).count() == 8
    assert len(list(photograph.iterdir())) == 3


def test_an_address_that_is_named_again_is_known_as_before(lot: Lot, photograph: Path) -> None:
    names = ("https://images.example/1/0.jpg", "https://images.example/other.jpg")
    rest = car(1)["images"][1:]
    noticed = timezone.now()
    Address.objects.filter(url=names[0]).update(asked_at=noticed - timedelta(days=30))
    (known,) = Address.objects.filter(url=names[0])
    for day, name in ((0, names[1]), (6, names[0]), (12, names[1]), (18, names[1])):
        lot.full(car(1, images=[name, *rest]))
        follow.follow()
        (there,) = Address.objects.filter(url=name)
        queue.record([Outcome(there.pk, Kept(NAME))])
        tidy(noticed + timedelta(days=day))
        assert Address.objects.filter(pk=known.pk).exists()
    tidy(noticed + timedelta(days=19))
    assert not Address.objects.filter(pk=known.pk).exists()
    assert len(list(photograph.iterdir())) == 3


@pytest.mark.parametrize("width", [1000, 2400])
def test_a_photograph_that_is_just_being_written_again_stays(
    lot: Lot, photograph: Path, width: int
) -> None:
    Picture.objects.update(width=width)
    lot.full()
    follow.follow()
    noticed = timezone.now() - timedelta(days=8)
    tidy(noticed)
    sizes = widths_of(width)
    storage.keep(NAME, {sizes[-1]: b"RIFF"})  # as `picture.make` has it, the largest first
    assert tidy() == 0
    assert set(sizes[:2]) <= {int(file.stem) for file in photograph.iterdir()}


def test_the_same_name_is_written_over_and_not_beside(kept: Path) -> None:
    for content in (b"one", b"two"):
        storage.kept().save(storage.file_name(NAME, 320), ContentFile(content))
    assert [each.name for each in (kept / "ab" / NAME).iterdir()] == ["320.webp"]
    assert (kept / "ab" / NAME / "320.webp").read_bytes() == b"two"


def test_files_that_no_photograph_has_go_after_a_week(photograph: Path, kept: Path) -> None:
    storage.keep("ff" * 16, dict.fromkeys((320, 640), b"RIFF"))
    storage.keep("ee" * 16, {320: b"RIFF"})
    (kept / "parts" / "left.part").write_bytes(b"RI")
    (kept / "dd" / ("dd" * 16)).mkdir(parents=True)
    fresh = kept / "ee" / ("ee" * 16)
    old = time.time() - 8 * 86_400
    for each in [*kept.rglob("*")]:
        if fresh not in (each, *each.parents):
            os.utime(each, (old, old))
    tidy()
    left = {each.relative_to(kept).parts for each in kept.rglob("*") if len(each.parts) > 0}
    names = {parts[1] for parts in left if len(parts) > 1}
    assert names == {NAME, "ee" * 16}
    assert len(list(photograph.iterdir())) == 3
    assert len(list(fresh.iterdir())) == 1


_WRITER = """
import django, sys
from django.conf import settings
settings.configure()
from django.core.files.base import ContentFile
from carslink.media.storage import Folder
folder = Folder(location=sys.argv[1])
print("ready", flush=True)
while True:
    for letter in (b"a", b"b"):
        folder.save("x/1.webp", ContentFile(letter * 3_000_000))
"""


def test_a_file_is_whole_or_not_there_whenever_its_writer_is_killed(tmp_path: Path) -> None:
    for pause in (0.0, 0.003, 0.011, 0.04):
        command = [sys.executable, "-c", _WRITER, str(tmp_path)]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as writer:
            assert writer.stdout is not None
            assert writer.stdout.readline() == b"ready\n"
            time.sleep(pause)
            writer.send_signal(signal.SIGKILL)
        file = tmp_path / "x" / "1.webp"
        if file.exists():
            content = file.read_bytes()
            assert len(content) == 3_000_000
            assert len(set(content)) == 1
