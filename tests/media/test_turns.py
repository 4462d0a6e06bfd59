"""Whose turn it is: heroes first, hosts and dealers fairly, the newest stock of each first."""

from datetime import timedelta

import pytest
from django.db.models import F
from django.utils import timezone

from carslink.media import follow, queue
from carslink.media.models import Address, Album, Former, Picture
from carslink.media.queue import Down, Kept, Outcome
from carslink.media.tidy import tidy
from carslink.media.turns import Turns
from carslink.net.hosts import Hosts
from carslink.stock import changes
from carslink.stock.models import Listing, Pictures
from tests.push.shop import car
from tests.stock.lot import Lot


def urls(mark: str, host: str = "photos.smith.co.uk", count: int = 6) -> list[str]:
    return [f"https://{host}/{mark}/{n}.jpg" for n in range(count)]


def taken(turns: Turns, hosts: Hosts, most: int = 32) -> list[str]:
    """Take what comes next, as if it were done at once; returns host, dealer and file of each."""
    return [job.url.removeprefix("https://") for job in turns.take(hosts, most)]


def test_heroes_come_before_thumbnails_and_thumbnails_before_the_rest(lot: Lot) -> None:
    lot.full(car(1, images=urls("1")), car(2, images=urls("2")))
    follow.follow()
    turns, hosts = Turns(), Hosts(at_once=2)
    order = [sorted(url[-5] for url in taken(turns, hosts)) for _ in range(6)]
    assert order[0] == ["0", "0"]
    assert sorted(sign for each in order[1:5] for sign in each) == sorted("12341234")
    assert order[5] == ["5", "5"]
    assert taken(turns, hosts) == []


def test_the_dealers_of_a_host_take_turns_however_much_stock_one_has(lot: Lot, other: Lot) -> None:
    lot.full(*(car(n, images=urls(f"big-{n}")) for n in range(1, 9)))
    other.full(car(1, images=urls("small")))
    follow.follow()
    first = taken(Turns(), Hosts(), most=2)
    assert sorted(url.split("/")[1].split("-")[0] for url in first) == ["big", "small"]


def test_the_newest_stock_of_a_dealer_comes_first(lot: Lot) -> None:
    lot.full(car(1, images=urls("old")))
    lot.partial(car(2, images=urls("new")))
    follow.follow()
    hosts, turns = Hosts(at_once=1), Turns()
    assert taken(turns, hosts) == ["photos.smith.co.uk/new/0.jpg"]
    assert taken(turns, hosts) == ["photos.smith.co.uk/old/0.jpg"]


def test_hosts_share_what_there_is_and_busy_or_resting_ones_get_nothing(lot: Lot) -> None:
    names = [f"photos{n}.smith.co.uk" for n in range(6)]
    lot.full(*(car(n + 1, images=urls("x", name)) for n, name in enumerate(names)))
    follow.follow()
    hosts = Hosts()
    hosts.asked_to_wait(names[0], 60)
    for _ in range(4):
        hosts.begin(names[1])
    found = [url.split("/")[0] for url in taken(Turns(), hosts, most=6)]
    assert sorted(set(found)) == names[2:]
    assert max(found.count(name) for name in names) == 2


def test_heroes_of_one_host_come_before_the_rest_of_another(lot: Lot) -> None:
    lot.full(car(1, images=urls("a", "one.smith.co.uk")))
    follow.follow()
    turns = Turns()
    taken(turns, Hosts(at_once=1))
    lot.partial(car(2, images=urls("b", "two.smith.co.uk")))
    follow.follow()
    assert taken(turns, Hosts(), most=1) == ["two.smith.co.uk/b/0.jpg"]


def test_an_unchanged_list_of_images_is_passed_over(lot: Lot) -> None:
    lot.full(car(1, images=urls("a")))
    follow.follow()
    Address.objects.update(state="kept", asked_at=timezone.now() - timedelta(days=9))
    lot.full(car(1, images=urls("a"), price=1))
    follow.follow()
    assert set(Address.objects.values_list("state", flat=True)) == {"kept"}


@pytest.mark.parametrize(("count", "asked"), [(4, set()), (5, {"waiting"})])
def test_a_vehicle_that_comes_back_asks_again_only_if_its_list_is_another(
    lot: Lot, count: int, asked: set[str]
) -> None:
    lot.full(car(1, images=urls("a", count=4)))
    follow.follow()
    Address.objects.update(state="kept", asked_at=timezone.now() - timedelta(days=3))
    lot.full()
    follow.follow()
    lot.full(car(1, images=urls("a", count=count)))
    follow.follow()
    states = set(Address.objects.filter(url__in=urls("a", count=4)).values_list("state", flat=True))
    assert states == (asked or {"kept"})
    assert len(Album.objects.get().addresses) == count
    assert not Former.objects.exists()


@pytest.mark.parametrize(("days", "left"), [(6.9, 1), (7, 0)])
def test_what_a_vehicle_named_is_remembered_for_a_week(lot: Lot, days: float, left: int) -> None:
    lot.full(car(1, images=urls("a", count=4)))
    follow.follow()
    lot.full()
    follow.follow()
    tidy(Former.objects.get().gone_at + timedelta(days=days))
    assert Former.objects.count() == left


@pytest.mark.parametrize(
    ("was", "days", "state"),
    [("kept", 0.9, "kept"), ("kept", 1.1, "waiting"), ("failed", 0.9, "waiting")],
)
def test_a_changed_list_asks_for_what_is_kept_once_a_day_at_most(
    lot: Lot, was: str, days: float, state: str
) -> None:
    lot.full(car(1, images=urls("a")))
    follow.follow()
    Address.objects.update(state=was, attempts=9, asked_at=timezone.now() - timedelta(days=days))
    lot.full(car(1, images=[*urls("a"), "https://photos.smith.co.uk/more.jpg"]))
    follow.follow()
    again = Address.objects.filter(url__in=urls("a"))
    assert set(again.values_list("state", "attempts")) == {(state, 0)}


def test_a_photograph_stays_where_its_address_does_not_answer_any_more(lot: Lot) -> None:
    lot.full(car(1, images=urls("a", count=4)))
    follow.follow()
    first = Address.objects.order_by("id")[0]
    queue.record([Outcome(first.pk, Kept("0" * 32, 1000, 750, b"tiny"), etag='"1"')])
    Address.objects.filter(pk=first.pk).update(state="waiting")
    jobs = {job.id: job for job in Turns().take(Hosts(), 32)}
    assert (jobs[first.pk].name, jobs[first.pk].etag) == ("0" * 32, '"1"')
    queue.record([Outcome(first.pk, reason="the server answered 404 Not Found", final=True)])
    first.refresh_from_db()
    assert (first.state, first.picture.name) == ("kept", "0" * 32)  # type: ignore[union-attr]


def test_a_kept_photograph_is_asked_for_once_more_where_the_host_could_not(lot: Lot) -> None:
    lot.full(car(1, images=urls("a", count=4)))
    follow.follow()
    first = Address.objects.order_by("id")[0]
    queue.record([Outcome(first.pk, Kept("0" * 32, 1000, 750, b"tiny"))])
    Address.objects.filter(pk=first.pk).update(state="waiting")
    Turns().take(Hosts(), 32)
    busy = Outcome(first.pk, reason="the server answered 503 Service Unavailable")
    queue.record([busy])
    first.refresh_from_db()
    assert (first.state, first.attempts) == ("resting", 1)
    assert Pictures.objects.get().done == 1  # it is shown meanwhile
    _let_pass(first.pk, days=1.01)
    queue.wake()
    assert first.pk in {job.id for job in Turns().take(Hosts(), 32)}
    queue.record([busy])
    first.refresh_from_db()
    assert (first.state, first.attempts, first.tried_since) == ("kept", 0, None)


def test_what_cannot_be_tried_is_put_off_ever_longer_and_not_given_up(lot: Lot) -> None:
    lot.full(car(1, images=urls("a", count=4)))
    follow.follow()
    first, pauses = Address.objects.order_by("id")[0], list[float]()
    for _ in range(6):
        Turns().take(Hosts(), 32)
        began = timezone.now()
        queue.record([Outcome(first.pk, reason="busy", is_attempt=False)])
        first.refresh_from_db()
        assert first.due_at is not None
        pauses.append(round((first.due_at - began).total_seconds() / 60))
        Address.objects.filter(pk=first.pk).update(state="waiting", due_at=None)
    assert pauses == [1, 5, 20, 60, 60, 60]
    assert (first.state, first.attempts, first.tried_since) == ("resting", 0, None)
    Turns().take(Hosts(), 32)
    queue.record([Outcome(first.pk, reason="the server answered 404 Not Found")])
    first.refresh_from_db()
    assert (first.attempts, first.put_off) == (1, 0)


def test_fragments_make_no_other_addresses(lot: Lot) -> None:
    lot.full(car(1, images=urls("a", count=4)))
    # As taken by an earlier version.
    _set_images(lot.listing("V1"), [f"{urls('a')[0]}#{n}" for n in range(3)] + urls("a", count=4))
    follow.follow()
    assert Address.objects.count() == 4
    assert Pictures.objects.get().total == 7


def test_whatever_a_host_asks_for_an_address_is_given_up_after_a_day(lot: Lot) -> None:
    lot.full(car(1, images=urls("a", count=4)))
    follow.follow()
    (job, *others) = Turns().take(Hosts(), 32)
    queue.give_back([each.id for each in others])
    busy = "the server answered 503 Service Unavailable"
    queue.record([Outcome(job.id, reason=busy, wait=86_400)])
    address = Address.objects.get(pk=job.id)
    assert address.tried_since is not None
    assert (address.state, address.due_at) == ("resting", address.tried_since + timedelta(days=1))
    _let_pass(job.id, days=1.01)
    queue.wake()
    assert job.id in {each.id for each in Turns().take(Hosts(), 32)}
    queue.record([Outcome(job.id, reason=busy, wait=86_400)])
    address.refresh_from_db()
    assert (address.state, address.attempts, address.reason) == ("failed", 2, busy)


def test_a_host_that_is_down_for_a_day_is_given_up_with_all_that_waits_for_it(
    lot: Lot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queue, "RESTED_AT_ONCE", 3)
    lot.full(car(1, images=urls("a", count=4)))
    follow.follow()
    down = ("photos.smith.co.uk", Down("photos.smith.co.uk cannot be found"))
    assert queue.rest_host(*down)
    assert Address.objects.filter(state="resting").count() == 3  # others may go on between
    assert not queue.rest_host(*down)
    assert set(Address.objects.values_list("state", flat=True)) == {"resting"}
    _let_pass(*Address.objects.values_list("pk", flat=True), days=1.01)
    queue.wake()
    down = (down[0], Down("photos.smith.co.uk cannot be found"))
    assert queue.rest_host(*down)
    assert not queue.rest_host(*down)
    assert set(Address.objects.values_list("state", flat=True)) == {"failed"}
    assert Pictures.objects.get().failed == 4


def test_what_a_failing_host_keeps_waiting_is_given_up_a_day_after_it_last_worked(
    lot: Lot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queue, "RESTED_AT_ONCE", 3)
    lot.full(car(1, images=urls("a", count=4)))
    follow.follow()

    def fails(*, anew: bool) -> set[str]:
        down = Down("the server answered 503 Service Unavailable", answers=True, anew=anew)
        while queue.rest_host("photos.smith.co.uk", down):
            pass
        return set(Address.objects.values_list("state", flat=True))

    assert fails(anew=False) == {"waiting"}
    _let_pass(*Address.objects.values_list("pk", flat=True), days=1.01)
    assert fails(anew=True) == {"waiting"}  # it worked in between
    assert fails(anew=False) == {"waiting"}
    _let_pass(*Address.objects.values_list("pk", flat=True), days=1.01)
    job = Turns().take(Hosts(), 1)[0]  # tried at last: its own day begins
    queue.record([Outcome(job.id, reason="the server answered 404 Not Found")])
    assert fails(anew=False) == {"resting", "failed"}
    assert Pictures.objects.get().failed == 3


def test_what_was_given_up_has_another_day_when_its_list_changes(lot: Lot) -> None:
    lot.full(car(1, images=urls("a", count=4)))
    follow.follow()
    long_ago = timezone.now() - timedelta(days=9)
    Address.objects.update(state="failed", attempts=9, asked_at=long_ago, tried_since=long_ago)
    lot.full(car(1, images=urls("a", count=5)))
    follow.follow()
    job = Turns().take(Hosts(), 32)[0]
    queue.record([Outcome(job.id, reason="the server answered 503 Service Unavailable")])
    assert Address.objects.get(pk=job.id).state == "resting"


def test_those_whose_pause_is_over_wake_some_at_a_time_and_first_those_who_are_due_longest(
    lot: Lot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queue, "WOKEN_AT_ONCE", 3)
    lot.full(car(1, images=urls("a", count=5)))
    follow.follow()
    now = timezone.now()
    for n, address in enumerate(Address.objects.order_by("-id")):
        due = now - timedelta(hours=1) + n * timedelta(minutes=1)
        Address.objects.filter(pk=address.pk).update(state="resting", due_at=due)
    assert queue.wake()
    first = Address.objects.order_by("-id").values_list("pk", flat=True)[:3]
    assert set(Address.objects.filter(state="waiting").values_list("pk", flat=True)) == set(first)
    assert not queue.wake()
    assert set(Address.objects.values_list("state", flat=True)) == {"waiting"}


def _let_pass(*ids: int, days: float) -> None:
    time = timedelta(days=days)
    Address.objects.filter(pk__in=ids).update(
        tried_since=F("tried_since") - time, due_at=F("due_at") - time
    )


def test_an_outcome_that_cannot_be_written_costs_the_others_nothing(lot: Lot) -> None:
    lot.full(car(1, images=urls("a", count=4)))
    follow.follow()
    lost, good, odd, bad = [job.id for job in Turns().take(Hosts(), 32)]
    queue.record(
        [
            Outcome(lost, Kept("1" * 32)),  # thrown away since it was found to be there
            Outcome(good, Kept("0" * 32, 1000, 750, b"tiny")),
            Outcome(odd, Kept("2" * 32, 1000, 750, b"tiny"), etag="\0"),
            Outcome(bad, reason="the server answered 503 Service Unavailable"),
        ]
    )
    told = dict(Address.objects.values_list("id", "reason"))
    assert told[lost] == told[odd] == "Carslink could not keep it, and tries again"
    assert told[bad] == "the server answered 503 Service Unavailable"
    states = dict(Address.objects.values_list("id", "state"))
    assert states == {lost: "resting", odd: "resting", bad: "resting", good: "kept"}
    assert Pictures.objects.get().done == 1


def test_what_is_sold_is_not_fetched_and_not_told_of(lot: Lot) -> None:
    lot.full(car(1, images=urls("a")), car(2, images=urls("b")))
    follow.follow()
    lot.full(car(2, images=urls("b")))
    assert len(Turns().take(Hosts(), 32)) == 4  # the log has not been read yet
    follow.follow()
    queue.give_back(list(Address.objects.filter(state="fetching").values_list("pk", flat=True)))
    turns = Turns()
    urls_taken = [job.url for _ in range(12) for job in turns.take(Hosts(), 32)]
    assert sorted(urls_taken) == sorted(urls("b"))
    assert Album.objects.count() == Pictures.objects.count() == 1
    assert not Address.objects.filter(url__in=urls("a")).exists()


def test_what_was_under_way_when_a_process_died_is_tried_once_more_and_then_rests(
    lot: Lot,
) -> None:
    lot.full(car(1, images=urls("a", count=4)))
    follow.follow()
    Turns().take(Hosts(), 32)
    assert queue.recover() == 4
    assert len(Turns().take(Hosts(), 32)) == 4
    assert queue.recover() == 4
    assert Turns().take(Hosts(), 32) == []
    assert set(Address.objects.values_list("state", flat=True)) == {"resting"}


def test_a_dropped_photograph_is_known_by_its_name(lot: Lot) -> None:
    name = "a" * 32
    Picture.objects.create(
        name=name, width=1000, height=750, placeholder=b"t", unused_since=timezone.now()
    )
    lot.full(car(1, images=urls("a")))
    # As the upload door puts it, which alone may name dropped photographs.
    _set_images(lot.listing("V1"), [f"media:{name}", f"media:{'b' * 32}", *urls("a", count=2)])
    follow.follow()
    mine = Pictures.objects.get()
    assert (mine.total, mine.done, mine.failed) == (4, 1, 1)
    assert mine.shown == [[name, 1000, 750]]
    assert Picture.objects.get().unused_since is None


def _set_images(listing: Listing, images: list[str]) -> None:
    Listing.objects.filter(pk=listing.pk).update(images=images)
    changes.number([listing.pk])


@pytest.mark.parametrize(
    ("url", "signed"),
    [
        ("https://a.uk/1.jpg?X-Amz-Expires=3600", True),
        ("https://a.uk/1.jpg?w=1&x-amz-signature=ab", True),
        ("https://a.uk/1.jpg?X-Goog-Signature=1", True),
        ("https://a.uk/1.jpg?Expires=1&Key-Pair-Id=2", True),
        ("https://a.uk/1.jpg?sv=1&se=2027&sig=ab", True),
        ("https://a.uk/1.jpg?w=800&signal=1&sign=2", False),
        ("https://a.uk/expires=1/sig=2.jpg", False),
    ],
)
def test_addresses_that_end_are_known(url: str, signed: bool) -> None:
    from carslink.media.progress import is_signed

    assert is_signed(url) is signed
