"""Photographs in a bucket, by the settings that an operator sets, over HTTP to a server of S3."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import boto3
import pytest
from django.test import Client
from django.utils import timezone
from moto.server import ThreadedMotoServer

from carslink.media import storage
from carslink.media.tidy import sweep

BUCKET = "carslink-pictures"
NAME = "ab" * 16
SIZES = {320: b"small", 640: b"large"}


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    running = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    running.start()
    host, port = running.get_host_and_port()
    yield f"http://{host}:{port}"
    running.stop()


@pytest.fixture
def bucket(server: str, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Keep photographs where the settings of a server with a bucket say."""
    told = {
        "CARSLINK_S3_BUCKET": BUCKET,
        "CARSLINK_S3_ENDPOINT": server,
        "CARSLINK_S3_REGION": "eu-west-2",
        "AWS_ACCESS_KEY_ID": "an-operators-key",
        "AWS_SECRET_ACCESS_KEY": "an-operators-secret",
    }
    for name, value in told.items():
        monkeypatch.setenv(name, value)
    ask = (
        "import json; from carslink.node.settings import STORAGES;"
        "print(json.dumps(STORAGES, default=str))"
    )
    said = subprocess.run(
        [sys.executable, "-c", ask], env=os.environ, capture_output=True, check=True
    )
    settings.STORAGES = json.loads(said.stdout)
    client = boto3.client("s3", endpoint_url=server, region_name="eu-west-2")
    where = {"LocationConstraint": "eu-west-2"}
    client.create_bucket(Bucket=BUCKET, CreateBucketConfiguration=where)
    yield client
    for each in client.list_objects_v2(Bucket=BUCKET).get("Contents", []):
        client.delete_object(Bucket=BUCKET, Key=each["Key"])
    client.delete_bucket(Bucket=BUCKET)


def keys(bucket: Any) -> list[str]:
    return [each["Key"] for each in bucket.list_objects_v2(Bucket=BUCKET).get("Contents", [])]


def test_a_photograph_is_kept_in_the_bucket_and_served_from_there(
    bucket: Any, client: Client
) -> None:
    storage.keep(NAME, SIZES)
    assert keys(bucket) == [f"pictures/ab/{NAME}/{width}.webp" for width in SIZES]
    answer = client.get(f"/pictures/{NAME}/640.webp")
    assert b"".join(answer) == SIZES[640]  # type: ignore[arg-type]
    assert answer["Content-Type"] == "image/webp"
    assert answer["Cache-Control"] == "public, max-age=31536000, immutable"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert client.get(f"/pictures/{NAME}/1280.webp").status_code == 404


def test_a_photograph_that_is_kept_again_stands_once(bucket: Any) -> None:
    storage.keep(NAME, SIZES)
    storage.keep(NAME, SIZES)
    assert len(keys(bucket)) == len(SIZES)


def test_a_photograph_that_is_thrown_away_leaves_nothing(bucket: Any) -> None:
    storage.keep(NAME, SIZES)
    storage.throw_away(NAME, 640)
    assert keys(bucket) == []


@pytest.mark.parametrize(("days", "left"), [(-1, True), (1, False)])
def test_files_that_no_photograph_has_go_from_the_bucket_too(
    db: None, bucket: Any, days: int, left: bool
) -> None:
    storage.keep(NAME, SIZES)
    sweep(timezone.now() + timedelta(days=days))
    assert len(keys(bucket)) == (len(SIZES) if left else 0)
