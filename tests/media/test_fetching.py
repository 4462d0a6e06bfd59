"""From a feed to photographs that are kept: real https, real files, the real process."""

import hashlib
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db.models import F
from django.test import Client
from django.utils import timezone

from carslink.media import follow
from carslink.media.models import Address, Picture
from carslink.media.picture import Made
from carslink.media.workers import Workers
from carslink.net.fetch import Limits
from carslink.stock import made
from carslink.stock.models import Change, Feed, Listing, Pictures
from carslink.stock.sizes import picture_path
from tests.media import photos
from tests.media.conftest import FetchUntil
from tests.photo_host import PhotoHost, breaks_off, drips, redirects, status
from tests.push.shop import car
from tests.stock.lot import Lot

pytestmark = pytest.mark.filterwarnings("ignore:No directory at:UserWarning")


def four(host: PhotoHost, mark: str = "a", **headers: str) -> list[str]:
    """Serve four photographs; returns their addresses."""
    return [host.put(f"/{mark}/{n}.jpg", photos.jpeg(1000, 750, n), **headers) for n in range(1, 5)]


def settled(*source_ids: str) -> bool:
    """Whether every photograph is kept or given up."""
    mine = Pictures.objects.all()
    if source_ids:
        mine = mine.filter(listing__source_id__in=source_ids)
    return mine.exists() and not mine.filter(total__gt=F("done") + F("failed")).exists()


def pictures(lot: Lot, source_id: str = "V1") -> Pictures:
    return Pictures.objects.get(listing=lot.listing(source_id))


def test_a_feeds_photographs_are_fetched_kept_and_served(
    lot: Lot, host: PhotoHost, kept: Path, fetch_until: FetchUntil, client: Client
) -> None:
    lot.full(car(1, images=four(host)))
    fetch_until(settled)
    mine = pictures(lot)
    assert (mine.total, mine.done, mine.failed, mine.notes) == (4, 4, 0, [])
    assert [(width, height) for _, width, height in mine.shown] == [(1000, 750)] * 4
    assert [host.times(f"/a/{n}.jpg") for n in range(1, 5)] == [1, 1, 1, 1]
    name = mine.shown[0][0]
    as_browsers = {"Accept-Encoding": "gzip, deflate, br, zstd"}
    answer = client.get(picture_path(name, 640), headers=as_browsers)
    assert answer.status_code == 200
    assert "Content-Encoding" not in answer.headers
    body = b"".join(answer.streaming_content)  # type: ignore[attr-defined]
    assert body[:4] + body[8:12] == b"RIFFWEBP"
    assert answer.headers["Content-Type"] == "image/webp"
    assert answer.headers["Content-Length"] == str(len(body))
    assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    again = client.get(picture_path(name, 640), headers={"If-None-Match": answer.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["Cache-Control"] == answer.headers["Cache-Control"]
    assert client.post(picture_path(name, 640)).status_code == 405
    other = client.get(picture_path(name, 640), headers={"If-Match": '"another"'})
    assert (other.status_code, "Cache-Control" in other.headers) == (412, False)
    for missing in (picture_path(name, 1281), picture_path("0" * 32, 640)):
        assert client.get(missing).status_code == 404
        assert client.get(missing, headers={"If-None-Match": "*"}).status_code == 404
    assert [each.name for each in kept.rglob("*") if each.suffix == ".part"] == []
    assert list((kept.parent / "incoming").iterdir()) == []


def test_the_first_photograph_numbers_the_listing_anew_and_then_all_of_the_card(
    lot: Lot, host: PhotoHost, fetch_until: FetchUntil
) -> None:
    lot.full(car(1, images=[*four(host), *four(host, "b")]))
    before = Change.objects.get(listing=lot.listing("V1")).n
    fetch_until(settled)
    assert 1 <= Change.objects.get(listing=lot.listing("V1")).n - before <= 2
    mine = pictures(lot)
    assert len(mine.shown) == 4  # the same four photographs at eight addresses
    assert mine.numbered == [name for name, *_ in mine.shown]


def test_an_address_and_a_photograph_are_kept_once_however_many_name_them(
    lot: Lot, host: PhotoHost, fetch_until: FetchUntil
) -> None:
    first = four(host)
    lot.full(*(car(n, images=first) for n in range(1, 6)), car(6, images=four(host, "b")))
    fetch_until(settled)
    assert Picture.objects.count() == 4
    assert [host.times(f"/a/{n}.jpg") for n in range(1, 5)] == [1, 1, 1, 1]
    assert pictures(lot, "V6").shown == pictures(lot, "V1").shown


def test_the_same_bytes_at_many_new_addresses_are_drawn_once(
    lot: Lot, host: PhotoHost, fetch_until: FetchUntil, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn, real = list[str](), Workers.make

    async def make(workers: Workers, path: Path, *turn: Any) -> Made:
        drawn.append(hashlib.sha256(path.read_bytes()).hexdigest())
        return await real(workers, path, *turn)

    monkeypatch.setattr(Workers, "make", make)
    broken = [host.put(f"/broken/{n}.jpg", photos.jpeg()[:20_000]) for n in range(4)]
    lot.full(
        car(1, images=[*broken, *(url for mark in "abc" for url in four(host, mark))]),
        car(2, images=[url.replace(*host.names[:2]) for mark in "abc" for url in four(host, mark)]),
    )
    fetch_until(settled)
    done = Pictures.objects.order_by("listing").values_list("done", "failed")
    assert list(done) == [(12, 4), (12, 0)]
    good = Counter(drawn)
    assert good.pop(hashlib.sha256(photos.jpeg()[:20_000]).hexdigest()) <= 4
    assert list(good.values()) == [1, 1, 1, 1]


def test_fetching_does_not_wait_for_the_end_of_a_long_log(
    lot: Lot, host: PhotoHost, fetch_until: FetchUntil, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(follow, "BATCH", 1)
    asked, real = list[int](), follow.take

    def take(listings: list[int]) -> None:
        asked.append(len(host.asked))
        real(listings)

    monkeypatch.setattr(follow, "take", take)
    lot.full(*(car(n, images=four(host)) for n in range(1, 81)))
    fetch_until(lambda: len(asked) >= 80 and settled())
    assert asked[0] == 0
    assert asked[79] > 0


@pytest.mark.parametrize("name", photos.BAD_FILES)
def test_every_bad_file_fails_with_its_reason_and_nothing_of_it_is_kept(
    lot: Lot, host: PhotoHost, kept: Path, fetch_until: FetchUntil, name: str
) -> None:
    content, why = photos.BAD_FILES[name]
    bad = host.put("/bad.jpg", content(), Content_Type="image/jpeg")
    lot.full(car(1, images=[*four(host)[:3], bad]))
    fetch_until(settled)
    mine = pictures(lot)
    assert (mine.done, mine.failed) == (3, 1)
    ((kind, url, reason),) = mine.notes
    assert (kind, url) == ("failed", bad)
    assert why in reason
    assert len(list(kept.rglob("*.webp"))) == 3 * 3
    assert host.times("/bad.jpg") == 1


def test_bad_behaviour_is_tried_again_or_given_up(
    lot: Lot, host: PhotoHost, fetch_until: FetchUntil, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("carslink.media.fetching.LIMITS", Limits(bytes=1 << 20, seconds=1))
    over = threading.Event()
    host.answers |= {
        "/gone": status(404),
        "/slow": drips(bytes(1000), 0.1, over),
        "/half": breaks_off(photos.jpeg()),
        "/loop": redirects("/loop"),
        "/inside": redirects("https://169.254.169.254/"),
        "/plain": redirects(f"http://{host.names[0]}/a/1.jpg"),
        "/large": _too_large,
    }
    urls = [host.url(path) for path in host.answers]
    lot.full(car(1, images=urls))
    done = Address.objects.filter(state__in=("resting", "failed"))
    fetch_until(lambda: done.count() == len(urls))
    over.set()
    told = {each.url: (each.state, each.reason) for each in Address.objects.all()}
    assert told == {
        host.url("/gone"): ("resting", "the server answered 404 Not Found"),
        host.url("/slow"): ("resting", "it took longer than 1 seconds"),
        host.url("/half"): ("resting", told[host.url("/half")][1]),
        host.url("/loop"): ("failed", "it was redirected more than 3 times"),
        host.url("/inside"): (
            "failed",
            "169.254.169.254 leads to an address that is not public",
        ),
        host.url("/plain"): ("failed", "only https addresses are fetched"),
        host.url("/large"): ("failed", "it is larger than 1 MB"),
    }
    assert "the connection broke" in told[host.url("/half")][1]
    assert (pictures(lot).done, pictures(lot).failed) == (0, 4)


def _too_large(to: Any) -> None:
    to.send_response(200)
    to.send_header("Content-Length", str(1 << 30))
    to.end_headers()
    to.close_connection = True


def test_after_a_day_of_attempts_an_address_fails_and_the_feed_says_why(
    lot: Lot, host: PhotoHost, fetch_until: FetchUntil
) -> None:
    urls = [*four(host)[:3], host.url("/gone.jpg")]
    lot.full(car(1, images=urls))
    began = timezone.now()
    fetch_until(lambda: Address.objects.filter(state__in=("kept", "resting")).count() == 4)
    for attempt in range(1, 10):
        fetch_until(lambda n=attempt: host.times("/gone.jpg") == n)  # type: ignore[misc]
        due = Address.objects.get(url=urls[3]).due_at
        if due is None:
            break
        began += due - timezone.now()
        Address.objects.filter(url=urls[3]).update(due_at=timezone.now())
    assert attempt == 9
    assert timedelta(hours=23) < began - timezone.now() < timedelta(hours=25)
    report = made.image_report(Feed.objects.get().pk)
    assert (report["total"], report["done"], report["failed"]) == (4, 3, 1)
    assert report["failures"] == [
        {"source_id": "V1", "image": urls[3], "reason": "the server answered 404 Not Found"}
    ]


def test_many_warnings_hide_no_failure_and_are_counted(
    lot: Lot, host: PhotoHost, fetch_until: FetchUntil, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(made, "MOST_NOTES", 2)
    signed = [
        host.put(f"/{n}.jpg?X-Amz-Signature=1", photos.jpeg(1000, 750, n)) for n in range(1, 5)
    ]
    broken = host.put("/broken.jpg", b"no photograph")
    lot.full(car(1, images=signed), car(2, images=[*four(host), broken]))
    fetch_until(settled)
    feed = Feed.objects.get().pk
    report = made.image_report(feed)
    assert [each["image"] for each in report["failures"]] == [broken]
    assert (len(report["warnings"]), report["warnings_total"]) == (2, 4)
    kind, reason, count, named = made.image_reasons(feed, 5)[0]
    assert (kind, reason[:24], count, named) == (
        made.WARNING,
        "the address looks signed",
        4,
        ["V1"],
    )


def test_partners_are_warned_of_narrow_signed_and_repeated_photographs(
    lot: Lot, host: PhotoHost, fetch_until: FetchUntil
) -> None:
    narrow = host.put("/narrow.jpg", photos.jpeg(640, 480))
    signed = host.put("/1.jpg?X-Amz-Signature=1", photos.jpeg(1000, 750, 2))
    same = [host.put(f"/same/{n}.jpg", photos.jpeg(1000, 750, 3)) for n in range(4)]
    lot.full(car(1, images=[narrow, signed, *same]))
    fetch_until(settled)
    report = made.image_report(Feed.objects.get().pk)
    assert {(each["image"], each["reason"]) for each in report["warnings"]} == {
        (narrow, "it is only 640 px wide; send 800 px or more"),
        (signed, "the address looks signed or expiring; send one that lasts"),
        *((url, "the same photograph is there 4 times") for url in same),
    }
    assert report["failures"] == []


def test_a_mistake_of_ours_does_not_keep_all_photographs_for_good(
    lot: Lot, host: PhotoHost, fetch_until: FetchUntil, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("carslink.media.run.BEGIN_AGAIN_AFTER", 0.1)
    folder = settings.MEDIA_DIR / "incoming"
    folder.parent.mkdir()
    folder.write_text("a file where the folder should be")

    lot.full(car(1, images=four(host)))
    threading.Timer(1, folder.unlink).start()
    fetch_until(settled)
    assert pictures(lot).done == 4


def test_validators_that_cannot_be_sent_are_left_out(
    lot: Lot, host: PhotoHost, fetch_until: FetchUntil
) -> None:
    lot.full(car(1, images=four(host)))
    fetch_until(settled)
    # As kept by an earlier version.
    Address.objects.update(etag='"caf\u00e9"', last_modified="today", state="waiting")
    fetch_until(lambda: Address.objects.filter(state="kept", etag="").count() == 4)
    asked = [headers for path, headers in host.asked if path == "/a/1.jpg"][1]
    assert asked["If-Modified-Since"] == "today"
    assert "If-None-Match" not in asked


def test_our_own_full_disk_is_told_as_ours(
    lot: Lot, host: PhotoHost, fetch_until: FetchUntil, monkeypatch: pytest.MonkeyPatch
) -> None:
    @contextmanager
    def full(_: Path) -> Iterator[Path]:
        yield Path("/dev/full")

    monkeypatch.setattr("carslink.media.fetching._temporary", full)
    lot.full(car(1, images=[*four(host), *four(host, "b")]))
    fetch_until(lambda: Address.objects.filter(state="resting").exists())
    resting = Address.objects.filter(state="resting")
    told = set(resting.values_list("reason", "attempts", "tried_since"))
    assert told == {("Carslink could not keep it, and tries again", 0, None)}


def test_while_nothing_can_be_kept_fetching_pauses_and_nothing_is_given_up(
    lot: Lot, host: PhotoHost, kept: Path, fetch_until: FetchUntil, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = [f"/{n}.jpg" for n in range(40)]
    urls = [host.put(path, photos.jpeg(400, 300, n)) for n, path in enumerate(paths)]
    kept.parent.mkdir()
    kept.write_text("a file where the folder should be")
    lot.full(car(1, images=urls))
    resting = Address.objects.filter(state="resting")

    def asked() -> int:
        return sum(host.times(path) for path in paths)

    monkeypatch.setattr("carslink.net.hosts.FIRST_REST", 3600.0)
    fetch_until(lambda: resting.exists() and resting.count() == asked())
    assert asked() <= 16  # those that were under way
    monkeypatch.setattr("carslink.net.hosts.FIRST_REST", 0.1)
    resting.update(due_at=timezone.now())
    before = asked()

    def kept_at_last() -> bool:
        if asked() > before and kept.is_file():
            kept.unlink()
        if not kept.is_file():
            resting.update(due_at=timezone.now())
        return settled()

    fetch_until(kept_at_last)
    assert (pictures(lot).done, pictures(lot).failed) == (40, 0)


@pytest.mark.parametrize(
    "host", [("photos.jones.co.uk", *(f"slow{n}.smith.co.uk" for n in range(12)))], indirect=True
)
def test_a_dealer_with_slow_hosts_alone_keeps_nobody_elses_photographs(
    lot: Lot, host: PhotoHost, fetch_until: FetchUntil
) -> None:
    over = threading.Event()

    def hangs(to: Any) -> None:
        over.wait()
        status(404)(to)

    _, *slow = host.names
    for n in range(4):
        host.answers[f"/slow/{n}"] = hangs
    lot.full(*(car(n + 1, images=[host.url(f"/slow/{each}", name) for each in range(4)])
               for n, name in enumerate(slow)))  # fmt: skip
    other = Lot(lot.partner)

    def waiting() -> int:
        return sum(host.at_once[name] for name in slow)

    def others_are_kept() -> bool:
        if waiting() >= 16 and not Listing.objects.filter(source_id="V99").exists():
            other.full(car(99, images=four(host)))
        return Address.objects.filter(state="kept").count() == 4

    try:
        fetch_until(others_are_kept)
        # An address is given 20 seconds; none of these had to end for others to be served.
        assert waiting() == 16
        assert not Address.objects.filter(state="resting").exists()
    finally:
        over.set()
