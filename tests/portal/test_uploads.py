"""The pages of uploading: each stage shows what there is to do, and leads to the next."""

from collections.abc import Callable
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from carslink.dealers.models import Dealer
from carslink.upload.models import Upload
from tests.upload.conftest import own_files as own_files
from tests.upload.conftest import work as work
from tests.upload.files import delimited
from tests.upload.test_flow import HEADER, row

Work = Callable[[], list[str]]
pytestmark = pytest.mark.filterwarnings("ignore:No directory at:UserWarning")


@pytest.fixture
def mine(db: None, own_files: object) -> Dealer:
    from tests.upload.conftest import dealer_of

    return dealer_of("alice")


@pytest.fixture
def alice(client: Client, mine: Dealer) -> Client:
    account = mine.partner.account
    assert account is not None
    client.force_login(account)
    return client


def send(alice: Client, *rows: list[str], **more: str) -> Upload:
    """Send a file by the page's form."""
    text = delimited([HEADER, *rows])
    file = SimpleUploadedFile("My stock.csv", text.encode())
    answer = alice.post("/portal/own/uploads", {"file": file, "whole": "yes", **more})
    assert answer.status_code == 302, unescape(answer.content.decode())
    upload = Upload.objects.latest("pk")
    assert answer["Location"] == f"/portal/own/uploads/{upload.public_id}"
    return upload


def page(alice: Client, upload: Upload, **headers: str) -> str:
    answer = alice.get(f"/portal/own/uploads/{upload.public_id}", headers=headers)
    assert answer.status_code == 200
    return " ".join(unescape(answer.content.decode()).split())


def test_from_the_form_to_stock(alice: Client, mine: Dealer, work: Work) -> None:
    upload = send(alice, row(1), row(2, **{"Retail Price": "POA"}), row(3, Photos=""))
    assert "Reading the file" in page(alice, upload)
    work()
    told = page(alice, upload)
    assert "Is each column what we think?" in told
    assert "Everything that a vehicle needs has its column." in told
    base = f"/portal/own/uploads/{upload.public_id}"
    upload.refresh_from_db()
    form = {f"c{n}": each["choice"] for n, each in enumerate(upload.table["columns"])}
    answer = alice.post(f"{base}/columns", {**form, "mode": "full_replace"})
    assert answer["Location"] == base
    assert "Checking 3 rows" in page(alice, upload)
    work()
    told = page(alice, upload)
    assert "1 vehicle ready to go live" in told
    assert "only vehicles with a price are listed" in told
    assert alice.post(f"{base}/publish")["Location"] == base
    work()
    assert "1 vehicle published" in page(alice, upload)
