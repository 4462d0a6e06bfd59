"""Nobody gets more turns for more names, more stock or slower hosts, and none waits for others'."""

from collections import Counter

import pytest
from django.db import connection
from django.utils import timezone

from carslink.media import follow
from carslink.media.models import Address, Album
from carslink.media.turns import AT_ONCE, DEALERS, PLACES, Turns
from carslink.net.hosts import Hosts
from tests.media.test_turns import taken, urls
from tests.push.shop import car
from tests.stock.lot import Lot


def wait(dealers: int, hosts: int, start: int = 0, priority: int = 0) -> None:
    """Let an address of each of so many hosts of each of so many dealers wait, all in one album."""
    rows = [
        Address(
            digest=f"{dealer}.{n}.{priority}".encode(),
            url=f"https://{dealer}-{n}.uk/",
            host=f"{dealer}-{n:05}.uk",
            priority=priority,
            since=timezone.now(),
            dealer=dealer,
        )
        for dealer in range(start, start + dealers)
        for n in range(hosts)
    ]
    Address.objects.bulk_create(rows)
    album = Album(listing=start, digest=b"", addresses=[row.pk for row in rows])
    Album.objects.bulk_create([album])


def test_names_of_hosts_give_a_dealer_no_more_turns(lot: Lot, other: Lot) -> None:
    wait(1, 1100, start=10**6)  # no listing and no dealer of another one
    other.full(*(car(n, images=urls(str(n))) for n in range(1, 21)))
    follow.follow()
    turns, hosts = Turns(), Hosts(at_once=1)
    served = [url.split("/")[0] for _ in range(20) for url in taken(turns, hosts, most=2)]
    assert served.count("photos.smith.co.uk") == 20
    assert len(set(served)) == 21  # and no host of the first has a second turn before all had one


def test_all_dealers_of_a_busy_host_get_their_turns_whoever_else_waits(lot: Lot) -> None:
    wait(dealers=DEALERS + 40, hosts=1, start=10)
    Address.objects.update(host="shared.uk")
    wait(dealers=1, hosts=40, start=1000)
    turns, hosts = Turns(), Hosts(at_once=1)
    dealers = set()
    for _ in range(3 * (DEALERS + 40)):
        jobs = turns.take(hosts, 2)
        dealers |= {Address.objects.get(pk=job.id).dealer for job in jobs}
    assert len(dealers) == DEALERS + 41


def test_hosts_that_rest_keep_nobody_from_those_behind_them(lot: Lot) -> None:
    wait(dealers=1, hosts=PLACES + 10, start=1)
    hosts, turns = Hosts(), Turns()
    for host in Address.objects.order_by("host").values_list("host", flat=True)[: PLACES + 9]:
        hosts.asked_to_wait(host, 60)
    found = taken(turns, hosts) + taken(turns, hosts)
    assert found == [f"1-{PLACES + 9}.uk/"]


@pytest.mark.parametrize(("dealers", "each"), [(1, 16), (2, 10), (3, 8), (31, 1)])
def test_dealers_that_hold_their_places_leave_one_for_a_newcomer(
    lot: Lot, dealers: int, each: int
) -> None:
    wait(dealers, hosts=AT_ONCE, start=1)
    turns, hosts, held = Turns(), Hosts(), Counter[int]()
    while jobs := turns.take(hosts, AT_ONCE - held.total(), held.elements()):
        held.update(job.dealer for job in jobs)
    assert len(held) == dealers
    assert each <= min(held.values()) <= max(held.values()) <= each + 1
    wait(dealers=1, hosts=1, start=1000, priority=2)
    (newcomer,) = turns.take(hosts, AT_ONCE - held.total(), held.elements())
    assert newcomer.dealer == 1000


@pytest.mark.parametrize(("dealers", "hosts"), [(1, 5_000), (5_000, 1), (100, 50)])
def test_a_turn_looks_at_the_same_however_much_waits(lot: Lot, dealers: int, hosts: int) -> None:
    """Counted in rows that PostgreSQL reads for it."""
    wait(dealers, hosts)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE media_address")
    Turns().take(Hosts(), 1)  # plans are made, and statistics read
    before = _rows_read()
    assert len(Turns().take(Hosts(), 32)) == (32 if dealers > 1 else 16)
    assert 0 < _rows_read() - before < 20 * PLACES


@pytest.mark.parametrize("rests", [True, False])
def test_a_dealer_whose_host_is_free_waits_for_nobody_at_a_host_that_is_not(
    lot: Lot, rests: bool
) -> None:
    wait(dealers=40 * DEALERS, hosts=1, start=10)
    Address.objects.update(host="shared.uk")
    wait(dealers=2, hosts=1, start=5000)
    Address.objects.filter(dealer__gte=5000).update(host="free.uk")
    hosts = Hosts()
    if rests:
        hosts.asked_to_wait("shared.uk", 60)
    else:
        for _ in range(4):
            hosts.begin("shared.uk")
    turns = Turns()
    found = turns.take(hosts, AT_ONCE) + turns.take(hosts, AT_ONCE)
    assert sorted(job.dealer for job in found) == [5000, 5001]


def test_nor_for_hosts_that_are_not_free_however_many(lot: Lot) -> None:
    wait(dealers=1000, hosts=1, start=10)
    hosts = Hosts()
    for host in Address.objects.values_list("host", flat=True):
        hosts.asked_to_wait(host, 60)
    wait(dealers=1, hosts=1, start=5000)
    turns = Turns()
    (job,) = turns.take(hosts, AT_ONCE) + turns.take(hosts, AT_ONCE)
    assert job.dealer == 5000


def test_an_address_that_is_found_in_two_ways_is_taken_once(lot: Lot) -> None:
    wait(dealers=DEALERS + 1, hosts=1, start=10)
    Address.objects.exclude(dealer=10).update(host="shared.uk")
    hosts = Hosts()
    for _ in range(4):
        hosts.begin("shared.uk")
    turns = Turns()
    assert [job.dealer for job in turns.take(hosts, AT_ONCE)] == [10]
    assert turns.take(hosts, AT_ONCE) == []


def test_passing_those_who_wait_for_a_busy_host_costs_the_same_however_many_they_are(
    lot: Lot,
) -> None:
    """Counted in rows that PostgreSQL reads for it."""
    wait(dealers=5_000, hosts=1)
    Address.objects.update(host="shared.uk")
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE media_address")
    hosts = Hosts()
    hosts.asked_to_wait("shared.uk", 60)
    Turns().take(hosts, 1)
    before = _rows_read()
    assert Turns().take(hosts, AT_ONCE) == []
    assert 0 < _rows_read() - before < 20 * PLACES


def _rows_read() -> int:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT seq_tup_read + idx_scan + idx_tup_fetch"
            " FROM pg_stat_xact_user_tables WHERE relname = 'media_address'"
        )
        return int(cursor.fetchone()[0])
