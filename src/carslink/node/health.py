"""Whether this machine is well: for load balancers, supervisors and graphs."""

import time

from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Gauge, generate_latest
from psycopg_pool import PoolTimeout

STARTED = time.time()

# Whoever has not been heard of for half a minute is not at work.
_WORKERS = """
SELECT count(*) FROM procrastinate_workers WHERE last_heartbeat > now() - interval '30 seconds'
"""
_FOLLOWERS = """
SELECT f.name, f.place, c.n - f.n,
       f.epoch = c.epoch AND f.reported_at > now() - interval '30 seconds'
FROM stock_follower f, stock_clock c
"""


def healthz(_: HttpRequest) -> HttpResponse:
    """Whether this process answers."""
    return HttpResponse("ok\n", content_type="text/plain")


def readyz(_: HttpRequest) -> HttpResponse:
    """Whether the database answers, the index is followed and workers are at work."""
    try:
        parts = _parts()
    except (DatabaseError, PoolTimeout):
        parts = {"database": False}
    ready = all(parts.values())
    return JsonResponse({"ready": ready, **parts}, status=200 if ready else 503)


def metrics(_: HttpRequest) -> HttpResponse:
    """The state of this machine for Prometheus."""
    registry = CollectorRegistry()
    Gauge("carslink_up_seconds", "Age of this web process", registry=registry).set(
        time.time() - STARTED
    )
    try:
        _measure(registry)
    except (DatabaseError, PoolTimeout):
        Gauge("carslink_database_up", "Whether the database answers", registry=registry).set(0)
    return HttpResponse(generate_latest(registry), content_type=CONTENT_TYPE_LATEST)


def _parts() -> dict[str, bool]:
    with connection.cursor() as cursor:
        cursor.execute(_FOLLOWERS)
        followers = cursor.fetchall()
        cursor.execute(_WORKERS)
        workers = cursor.fetchone()[0]
    return {
        "database": True,
        "index": any(name == "search" and well for name, _, _, well in followers),
        "workers": workers > 0,
    }


def _measure(registry: CollectorRegistry) -> None:
    def gauge(name: str, about: str, *labels: str) -> Gauge:
        return Gauge(f"carslink_{name}", about, labels, registry=registry)

    with connection.cursor() as cursor:
        cursor.execute(_FOLLOWERS)
        followers = cursor.fetchall()
        cursor.execute(_WORKERS)
        workers = cursor.fetchone()[0]
        cursor.execute("SELECT n FROM stock_clock")
        n = cursor.fetchone()[0]
        cursor.execute("SELECT status::text, count(*) FROM procrastinate_jobs GROUP BY status")
        jobs = cursor.fetchall()
    gauge("database_up", "Whether the database answers").set(1)
    gauge("stock_changes_total", "Number of the last change of stock").set(n)
    gauge("workers", "Workers that were heard of lately").set(workers)
    behind = gauge("follower_behind", "Numbers a follower is behind", "name", "place")
    for name, place, changes, _ in followers:
        behind.labels(name, place).set(changes)
    in_state = gauge("jobs", "Jobs by their state", "status")
    for status, count in jobs:
        in_state.labels(status).set(count)
