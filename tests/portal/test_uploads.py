"""The pages of uploading: each stage shows what there is to do, and leads to the next."""

from collections.abc import Callable, Sequence
from datetime import timedelta
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, TestCase
from django.utils import timezone

from carslink.dealers.models import Dealer
from carslink.partners.models import Partner
from carslink.portal import closing
from carslink.stock.models import Listing
from carslink.upload import ours, template
from carslink.upload.models import Draft, Remembered, Upload
from tests.push.shop import car, registration
from tests.stock.lot import Lot
from tests.upload.conftest import dealer_of
from tests.upload.conftest import own_files as own_files
from tests.upload.conftest import work as work
from tests.upload.files import delimited
from tests.upload.test_flow import HEADER, row, settled

Work = Callable[[], list[str]]
pytestmark = pytest.mark.filterwarnings("ignore:No directory at:UserWarning")


@pytest.fixture
def mine(db: None, own_files: object) -> Dealer:
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


def ready(alice: Client, work: Work, *rows: list[str]) -> Upload:
    """Send a file, settle its columns as proposed, and have it checked."""
    upload = send(alice, *rows)
    work()
    upload.refresh_from_db()
    if upload.state == "columns":
        settled(upload)
        work()
    upload.refresh_from_db()
    assert upload.state == "ready"
    return upload


def test_a_form_without_its_token_is_refused(mine: Dealer) -> None:
    strict = Client(enforce_csrf_checks=True)
    account = mine.partner.account
    assert account is not None
    strict.force_login(account)
    file = SimpleUploadedFile("stock.csv", b"Reg,Make\nAB21AAA,Ford\n")
    answer = strict.post("/portal/own/uploads", {"file": file, "whole": "yes"})
    assert (answer.status_code, Upload.objects.count()) == (403, 0)


def test_a_file_that_is_too_large_is_refused_before_it_is_read(
    alice: Client, settings: Any
) -> None:
    settings.UPLOAD_MAX_BYTES = 1024 * 1024
    answer = alice.post(
        "/portal/own/uploads", b"never read", "multipart/form-data; boundary=x",
        CONTENT_LENGTH=str(2 * 1024 * 1024),
    )  # fmt: skip
    assert answer.status_code == 413
    assert "This file is larger than 1 MB." in answer.content.decode()


def test_a_file_that_broke_off_on_the_way_is_refused(alice: Client) -> None:
    body = (
        b'--x\r\nContent-Disposition: form-data; name="file"; filename="stock.csv"\r\n'
        b"Content-Type: text/csv\r\n\r\nReg,Make\r\nAB21AAA,Fo"
    )
    answer = alice.post("/portal/own/uploads", body, "multipart/form-data; boundary=x")
    assert answer.status_code == 400
    assert "The file did not arrive whole." in answer.content.decode()
    assert not Upload.objects.exists()


@pytest.mark.parametrize(
    ("form", "told"),
    [
        ({"whole": "yes"}, "Choose a file, or paste the link of a Google sheet."),
        (
            {"link": "https://smith.example/stock", "whole": "yes"},
            "This is not the link of a Google sheet.",
        ),
        (
            {
                "link": "https://docs.google.com/spreadsheets/d/12345678901234567890/edit?a=\0",
                "whole": "yes",
            },
            "This is not the link of a Google sheet.",
        ),
        ({"file": b"", "whole": "yes"}, "This file is empty."),
    ],
)
def test_what_cannot_be_taken_is_told(alice: Client, form: dict[str, Any], told: str) -> None:
    if "file" in form:
        form = {**form, "file": SimpleUploadedFile("stock.csv", form["file"])}
    answer = alice.post("/portal/own/uploads", form)
    assert answer.status_code == 422
    assert told in unescape(answer.content.decode())
    assert not Upload.objects.exists()


def test_the_rows_to_mend_come_back_mended(alice: Client, mine: Dealer, work: Work) -> None:
    first = ready(alice, work, row(1), row(2, Year="soon", Description="=1+1"), row(3, Make=""))
    alice.post(f"/portal/own/uploads/{first.public_id}/publish")
    work()
    for ending in ("csv", "xlsx"):
        path = f"/portal/own/uploads/{first.public_id}/problems.{ending}"
        answer = alice.get(path)
        assert answer["Content-Disposition"].endswith(f"My%20stock%20-%20to%20mend.{ending}")
    text = alice.get(f"/portal/own/uploads/{first.public_id}/problems.csv").content
    assert "The year is not one of four digits" in text.decode()
    assert "'=1+1" in text.decode()
    mended = text.replace(b",soon,", b",2021,").replace(b",,Fiesta", b",Ford,Fiesta")
    file = SimpleUploadedFile("My stock - to mend.csv", mended)
    alice.post("/portal/own/uploads", {"file": file, "whole": "yes"})
    work()  # remembered: read as before
    second = Upload.objects.latest("pk")
    assert (second.state, second.is_remembered, second.preview["new"]) == ("ready", True, 2)
    base = f"/portal/own/uploads/{second.public_id}"
    assert second.preview["removed"] == 0  # though “all my stock” is what was remembered
    assert "Vehicles that are not in this file stay as they are." in page(alice, second)
    alice.post(f"{base}/publish")
    work()
    assert Listing.objects.filter(dealer=mine, state="live").count() == 3
    assert ready(alice, work, row(1)).mode == "full_replace"  # which is remembered still


def test_a_row_that_another_stands_for_is_not_sent_to_be_mended(
    alice: Client, mine: Dealer, work: Work
) -> None:
    old, new = ({"Retail Price": price} for price in ("£10,000", "£9,000"))
    first = ready(
        alice, work, row(1, **old), row(1, Year="soon", **old), row(2, Year="soon"), row(1, **new)
    )
    base = f"/portal/own/uploads/{first.public_id}"
    alice.post(f"{base}/publish")
    work()
    assert "It is the same vehicle as row 5, which counts instead." in page(alice, first)
    text = alice.get(f"{base}/problems.csv").content
    file = SimpleUploadedFile("My stock - to mend.csv", text.replace(b",soon,", b",2021,"))
    alice.post("/portal/own/uploads", {"file": file, "whole": "yes"})
    work()
    second = Upload.objects.latest("pk")
    alice.post(f"/portal/own/uploads/{second.public_id}/publish")
    work()
    prices = Listing.objects.filter(dealer=mine, state="live").order_by("registration")
    assert list(prices.values_list("registration", "price")) == [
        (registration(1), 9_000), (registration(2), 10_002),
    ]  # fmt: skip


def test_where_all_that_is_skipped_counts_by_another_row_nothing_is_to_be_mended(
    alice: Client, work: Work
) -> None:
    upload = ready(alice, work, row(1), row(1, Miles="9"))
    base = f"/portal/own/uploads/{upload.public_id}"
    assert "It is the same vehicle as row 3" in page(alice, upload)
    assert "These rows as CSV" not in page(alice, upload)
    assert alice.get(f"{base}/problems.csv").status_code == 404
    alice.post(f"{base}/publish")
    work()
    assert "Rows to mend" not in page(alice, upload)


def test_rows_to_mend_whose_header_was_never_settled_are_proposed_to_be_added(
    alice: Client, work: Work
) -> None:
    text = delimited([[*HEADER, *ours.ADDED], [*row(1), "7", "It needs four photographs."]])
    file = SimpleUploadedFile("to mend.csv", text.encode())
    alice.post("/portal/own/uploads", {"file": file, "whole": "yes"})
    work()
    upload = Upload.objects.latest("pk")
    assert upload.state == "columns"
    assert 'value="partial" checked' in page(alice, upload)


def test_a_dealer_whose_stock_has_changed_is_told_that_nothing_was_published(
    alice: Client, work: Work
) -> None:
    first = ready(alice, work, row(1))
    upload = send(alice, row(2))
    work()
    settled(upload)
    work()
    for each in (first, upload):
        assert "your stock has changed" not in page(alice, each)
        alice.post(f"/portal/own/uploads/{each.public_id}/publish")
        work()
    told = page(alice, upload)
    assert "Nothing was published: your stock has changed since you looked." in told
    assert "1 of your 1 vehicles on sale is not in this file" in told
    alice.post(f"/portal/own/uploads/{upload.public_id}/mode", {"mode": "partial"})
    work()
    assert "your stock has changed" not in page(alice, upload)


def test_facts_of_the_whole_file_are_shown_before_they_are_published(
    alice: Client, work: Work
) -> None:
    first = ready(alice, work, row(1))
    assert "Where a row does not say" not in page(alice, first)
    base = f"/portal/own/uploads/{first.public_id}"
    form = {f"c{n}": each for n, each in enumerate(first.chosen)}
    facts = {"vehicle_type": "van", "condition": "Nearly New", "body_type": "Panel Van"}
    alice.post(f"{base}/columns", {**form, **facts, "mode": "partial"})
    work()
    alice.post(f"{base}/publish")
    work()
    second = ready(alice, work, row(2))
    told = page(alice, second)
    assert (
        "Its columns are read as you settled the last time. Where a row does not say:"
        " <b>All are: Vans; Condition: Nearly New; Body type: Panel Van</b>."
        f' <a href="/portal/own/uploads/{second.public_id}/columns">Change any of this</a>'
    ) in told


def test_the_example_of_the_template_is_said_to_be_left_out(alice: Client, work: Work) -> None:
    def checked(*rows: Sequence[str], header: Sequence[str] = template.HEADER) -> str:
        text = delimited([header, *rows])
        file = SimpleUploadedFile("carslink-stock.csv", text.encode())
        alice.post("/portal/own/uploads", {"file": file, "whole": "yes"})
        work()
        upload = Upload.objects.latest("pk")
        settled(upload)
        work()
        return page(alice, upload)

    told = checked(template.EXAMPLE)
    assert "Put your own vehicles below it, a row each, and upload it again." in told
    assert "Not one row has all that a vehicle needs" not in told
    mine = (registration(1), *template.EXAMPLE[1:])
    told = checked(template.EXAMPLE, mine)
    assert "1 vehicle ready to go live" in told
    assert "The example row of the template is left out" in told
    assert "example row" not in checked(mine)
    told = checked(
        *(("", *cells) for cells in (template.EXAMPLE, mine)), header=("No", *template.HEADER)
    )
    assert "1 vehicle ready to go live" in told
    assert "The example row of the template is left out" in told


def test_what_is_missing_is_told_and_a_choice_that_is_not_offered_counts_for_nothing(
    alice: Client, work: Work
) -> None:
    upload = send(alice, row(1))
    work()
    base = f"/portal/own/uploads/{upload.public_id}/columns"
    form = {"c0": "registration", "c1": "make", "c2": "sync_id", "mode": "partial"}
    told = alice.post(base, form, headers={"HX-Request": "true"}).content.decode()
    assert "<b>No model column found.</b> Every vehicle needs one" in told
    assert "<b>No photographs column found.</b> Rows wait as drafts" in told
    assert "No make column" not in told
    upload.refresh_from_db()
    assert upload.state == "columns"
    alice.post(base, form | {"vehicle_type": "lorry", "condition": "Used"})
    upload.refresh_from_db()
    assert upload.chosen[:3] == ["registration", "make", ""]
    assert upload.defaults == {"condition": "Used"}


def test_the_progress_refreshes_the_page_once_there_is_something_to_do(
    alice: Client, work: Work
) -> None:
    upload = send(alice, row(1))
    path = f"/portal/own/uploads/{upload.public_id}"
    asked = {"HX-Request": "true"}
    assert 'hx-trigger="every 1s"' in alice.get(path, headers=asked).content.decode()
    work()
    assert alice.get(path, headers=asked)["HX-Refresh"] == "true"


def test_a_job_that_has_died_for_good_can_be_started_again(alice: Client, work: Work) -> None:
    upload = send(alice, row(1))
    assert "Try again" not in page(alice, upload)
    base = f"/portal/own/uploads/{upload.public_id}"
    alice.post(f"{base}/again")
    upload.refresh_from_db()
    assert upload.turn == 1  # it is under way
    Upload.objects.update(heard_at=timezone.now() - timedelta(minutes=3))
    assert "Try again" in page(alice, upload)
    alice.post(f"{base}/again")
    assert work() == ["read_upload overtaken", "read_upload"]


def test_a_file_can_be_deleted_and_its_stock_stays(
    alice: Client, mine: Dealer, work: Work, own_files: Path
) -> None:
    upload = ready(alice, work, row(1))
    base = f"/portal/own/uploads/{upload.public_id}"
    alice.post(f"{base}/publish")
    assert alice.post(f"{base}/delete").status_code == 302
    assert Upload.objects.exists()  # it is just being published
    work()
    with TestCase.captureOnCommitCallbacks(execute=True):
        alice.post(f"{base}/delete")
    assert not Upload.objects.exists()
    assert list(own_files.iterdir()) == []
    assert Listing.objects.filter(dealer=mine, state="live").count() == 1


def test_an_upload_touches_nothing_that_a_partner_sends(
    alice: Client, mine: Dealer, work: Work
) -> None:
    partner = Partner.objects.create(name="Alice's dealer system")
    lot = Lot(partner)
    lot.full(car(1), car(2))
    lot.dealer.keepers.add(mine.partner.account)
    told = " ".join(unescape(alice.get("/portal/own/uploads").content.decode()).split())
    assert "What Alice's dealer system sends is not touched" in told
    upload = send(alice, row(3), row(5))
    work()
    assert "off sale. What Alice's dealer system sends is not touched." in page(alice, upload)
    settled(upload)
    work()
    upload.refresh_from_db()
    assert upload.preview["removed"] == 0
    assert "on sale for you already" not in page(alice, upload)
    alice.post(f"/portal/own/uploads/{upload.public_id}/publish")
    work()
    assert lot.live() == ["V1", "V2"]


def test_an_account_that_goes_takes_its_files_along(
    alice: Client, mine: Dealer, work: Work, own_files: Path
) -> None:
    ready(alice, work, row(1), row(2, Photos=""))
    account = mine.partner.account
    assert account is not None
    with TestCase.captureOnCommitCallbacks(execute=True):
        closing.close(account)
    assert list(own_files.iterdir()) == []
    assert not Upload.objects.exists()
    assert not Remembered.objects.exists()


def test_rows_that_lack_photographs_alone_become_drafts(
    alice: Client, mine: Dealer, work: Work
) -> None:
    upload = ready(alice, work, row(1), row(2, Photos=""), row(3, Photos="", Year="?"))
    assert "1 row has everything but four photographs. Published, it becomes a draft" in page(
        alice, upload
    )
    alice.post(f"/portal/own/uploads/{upload.public_id}/publish")
    work()
    assert list(Draft.objects.values_list("registration", flat=True)) == [registration(2)]
    assert "1 vehicle lacks nothing but photographs." in page(alice, upload)
    ready_now = ready(alice, work, row(2))
    alice.post(f"/portal/own/uploads/{ready_now.public_id}/publish")
    work()
    assert "nothing but photographs" not in page(alice, upload)
