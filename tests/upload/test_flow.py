"""From a file to stock: read, settled, rehearsed, published; and what comes in between."""

import io
import json
import os
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from django.test import TestCase
from django.utils import timezone

from carslink.dealers.models import Dealer
from carslink.portal import column_form
from carslink.stock.models import Feed, Listing, Payload
from carslink.upload import files, flow, forgetting, template
from carslink.upload.models import Upload
from carslink.upload.unreadable import UnreadableTable
from tests.push.shop import images, registration
from tests.upload.conftest import dealer_of
from tests.upload.files import delimited, xlsx

Work = Callable[[], list[str]]
HEADER = (
    "Reg No",
    "Make",
    "Model",
    "Year",
    "Retail Price",
    "Miles",
    "Body",
    "Photos",
    "Description",
)


def row(number: int, **more: str) -> list[str]:
    """Return a row that may go live, but for what `more` says."""
    cells = {
        "Reg No": registration(number),
        "Make": "Ford",
        "Model": "Fiesta",
        "Year": "2021",
        "Retail Price": f"£{10_000 + number:,}",
        "Miles": "24.5k miles",
        "Body": "Hatchback",
        "Photos": " | ".join(images(number)),
        "Description": "One owner",
        **more,
    }
    return [cells[name] for name in HEADER]


def sent(dealer: Dealer, *rows: list[str], name: str = "stock.csv") -> Upload:
    """Upload a file of rows."""
    text = delimited([HEADER, *rows])
    return flow.receive(dealer, name, io.BytesIO(text.encode()))


def settled(upload: Upload, mode: str = "full_replace") -> Upload:
    """Settle the columns as they are proposed."""
    upload.refresh_from_db()
    assert upload.state == "columns"
    chosen = [each["choice"] for each in upload.table["columns"]]
    assert flow.settle(upload, chosen, {}, flow.mode_of(mode))
    return upload


def published(upload: Upload, work: Work) -> Upload:
    """Publish an upload that is ready."""
    upload.refresh_from_db()
    assert upload.state == "ready", upload.trouble
    assert flow.publish(upload)
    work()
    upload.refresh_from_db()
    assert upload.state == "published"
    return upload


def live(dealer: Dealer) -> list[str]:
    mine = Listing.objects.filter(dealer=dealer, state="live")
    return sorted(mine.values_list("registration", flat=True))


def test_a_file_becomes_stock(mine: Dealer, work: Work) -> None:
    upload = sent(mine, row(1), row(2, **{"Retail Price": "POA"}), row(3, Photos=""))
    assert work() == ["read_upload"]
    upload.refresh_from_db()
    found = {each["header"]: each["choice"] for each in upload.table["columns"]}
    assert found == {
        "Reg No": "registration", "Make": "make", "Model": "model", "Year": "year",
        "Retail Price": "price", "Miles": "mileage", "Body": "body_type", "Photos": "images",
        "Description": "description",
    }  # fmt: skip
    settled(upload)
    assert work() == ["check_upload"]
    upload.refresh_from_db()
    counts = {
        name: upload.preview[name]
        for name in ("rows", "new", "changed", "unchanged", "removed", "skipped", "draft")
    }
    assert counts == {
        "rows": 3, "new": 1, "changed": 0, "unchanged": 0, "removed": 0, "skipped": 1, "draft": 1,
    }  # fmt: skip
    problems = list(upload.problems.order_by("row").values_list("row", "kind", "named"))
    assert problems == [(3, "skipped", registration(2)), (4, "draft", registration(3))]
    assert live(mine) == []

    published(upload, work)
    listing = Listing.objects.get(dealer=mine)
    assert (listing.registration, listing.price, listing.mileage) == (
        registration(1),
        10_001,
        24_500,
    )
    assert listing.images == images(1)
    feed = Feed.objects.get(dealer=mine)
    assert (feed.sync_id, feed.door, feed.mode) == (upload.sync_id, "upload", "full_replace")
    assert json.loads(feed.receipt)["feed"]["skipped"] == 2
    assert Payload.objects.filter(feed=feed).exists()


def test_what_is_pressed_twice_is_published_once(mine: Dealer, work: Work) -> None:
    upload = sent(mine, row(1))
    work()
    settled(upload)
    work()
    upload.refresh_from_db()
    again = Upload.objects.get(pk=upload.pk)
    assert (flow.publish(upload), flow.publish(again)) == (True, False)
    assert work() == ["publish_upload"]
    assert Feed.objects.filter(dealer=mine).count() == 1
    assert flow.publish(again) is False


def test_a_job_that_is_done_again_publishes_nothing_twice(mine: Dealer, work: Work) -> None:
    upload = sent(mine, row(1))
    work()
    work_of = published(checked(upload, work), work)
    assert flow.turn_of(work_of.pk, work_of.turn) is None
    assert Feed.objects.filter(dealer=mine).count() == 1


def checked_of(upload: Upload, work: Work) -> Upload:
    """Have a file read, its columns settled, and its rows checked."""
    work()
    return checked(upload, work)


def checked(upload: Upload, work: Work, mode: str = "full_replace") -> Upload:
    settled(upload, mode)
    work()
    return upload


def test_settling_anew_overtakes_the_check_that_is_under_way(mine: Dealer, work: Work) -> None:
    upload = sent(mine, row(1))
    work()
    settled(upload)
    turn = flow.turn_of(upload.pk, upload.turn)
    assert turn is not None
    assert flow.settle(upload, upload.chosen, {}, "partial")
    with pytest.raises(flow.Overtaken):
        turn.put(state="ready")
    assert work() == ["check_upload overtaken", "check_upload"]


def test_another_file_of_the_same_header_is_checked_at_once(mine: Dealer, work: Work) -> None:
    first = sent(mine, row(1))
    work()
    upload = settled(first)
    choices = ["" if each == "description" else each for each in upload.chosen]
    flow.settle(upload, choices, {"condition": "Used"}, "partial")
    work()
    published(upload, work)
    shouted = delimited([[f" {name.upper()}:" for name in HEADER], row(2)], ";")
    second = flow.receive(mine, "second.csv", io.BytesIO(shouted.encode()))
    assert work() == ["read_upload", "check_upload"]
    second.refresh_from_db()
    assert (second.chosen, second.defaults, second.mode) == (
        choices,
        {"condition": "Used"},
        "partial",
    )


def test_a_stray_cell_beside_the_table_does_not_undo_what_is_remembered(
    mine: Dealer, work: Work
) -> None:
    def sent_with(*beyond: str, rows: int = 4) -> Upload:
        stray = [
            [*row(each), *(beyond if each == 2 or rows > 4 else ())] for each in range(1, rows)
        ]
        return flow.receive(mine, "stock.csv", io.BytesIO(delimited([HEADER, *stray]).encode()))

    published(checked_of(sent_with(), work), work)
    strayed = sent_with("", "ring Bob about this one")
    assert work() == ["read_upload", "check_upload"]
    strayed.refresh_from_db()
    assert (strayed.is_remembered, len(strayed.chosen)) == (True, len(HEADER) + 2)
    assert strayed.chosen[-2:] == ["", ""]
    published(strayed, work)
    assert sent_with() and work() == ["read_upload", "check_upload"]
    more = sent_with("https://photos.example/9.jpg", rows=9)
    assert work() == ["read_upload"]
    more.refresh_from_db()
    assert (more.state, more.table["columns"][-1]["choice"]) == ("columns", "images")


@pytest.mark.parametrize("other", ["Price (€)", "Price $", "Price"])
def test_a_price_in_another_currency_is_asked_about_anew(
    mine: Dealer, work: Work, other: str
) -> None:
    def sent_as(price: str) -> Upload:
        names = [price if name == "Retail Price" else name for name in HEADER]
        text = delimited([names, row(1, **{"Retail Price": "10000"})])
        return flow.receive(mine, "stock.csv", io.BytesIO(text.encode()))

    first = sent_as("Price (£)")
    work()
    published(checked(first, work), work)
    same = sent_as("PRICE - £")
    assert work() == ["read_upload", "check_upload"]
    same.refresh_from_db()
    assert same.is_remembered
    foreign = sent_as(other)
    assert work() == ["read_upload"]
    foreign.refresh_from_db()
    assert foreign.state == "columns"


def test_another_dealers_mapping_is_not_used(mine: Dealer, work: Work) -> None:
    first = sent(mine, row(1))
    work()
    published(checked(first, work), work)
    theirs = sent(dealer_of("bob"), row(2))
    assert work() == ["read_upload"]
    theirs.refresh_from_db()
    assert theirs.state == "columns"


def test_a_table_without_a_header_is_never_read_without_asking(mine: Dealer, work: Work) -> None:
    text = delimited([row(each) for each in range(1, 8)])
    for _ in range(2):
        upload = flow.receive(mine, "bare.csv", io.BytesIO(text.encode()))
        assert work() == ["read_upload"]
        upload.refresh_from_db()
        assert upload.table["header_row"] is None
        published(checked(upload, work), work)


def test_facts_of_the_whole_file_fill_what_rows_do_not_say(mine: Dealer, work: Work) -> None:
    upload = sent(mine, row(1, Body=""), row(2, Body="Estate"))
    work()
    settled(upload)
    flow.settle(upload, upload.chosen, {"body_type": "Saloon", "condition": "Used"}, "partial")
    work()
    published(upload, work)
    kept = Listing.objects.filter(dealer=mine).order_by("registration")
    assert list(kept.values_list("body_type", "condition")) == [
        ("Saloon", "Used"), ("Estate", "Used"),
    ]  # fmt: skip


def test_what_is_no_table_is_told_in_a_sentence(mine: Dealer, work: Work) -> None:
    upload = flow.receive(mine, "photo.jpg", io.BytesIO(b"\xff\xd8\xff\xe0" + b"\0" * 100))
    work()
    upload.refresh_from_db()
    assert upload.state == "failed"
    assert upload.trouble.endswith(".")
    empty = sent(mine)
    work()
    empty.refresh_from_db()
    assert empty.trouble.startswith("There is a header in this file, but no vehicle below it.")


def test_the_template_is_read_without_its_example(mine: Dealer, work: Work) -> None:
    for write in (template.write_csv, template.write_xlsx):
        content = io.BytesIO()
        write(content)
        content.seek(0)
        upload = flow.receive(mine, "carslink-stock.csv", content)
        work()
        upload.refresh_from_db()
        assert upload.state == "columns"
        chosen = [each["choice"] for each in upload.table["columns"]]
        assert chosen == [column.field for column in template.COLUMNS]
        checked(upload, work)
        upload.refresh_from_db()
        assert (upload.state, upload.preview["rows"]) == ("ready", 0)


def test_another_sheet_can_be_read(mine: Dealer, work: Work, tmp_path: Path) -> None:
    book = xlsx(tmp_path / "two.xlsx", {"Cars": [HEADER, row(1), row(2)], "Vans": [HEADER, row(3)]})
    with book.open("rb") as content:
        upload = flow.receive(mine, "two.xlsx", content)
    work()
    upload.refresh_from_db()
    assert (upload.table["sheet"], upload.table["sheets"]) == ("Cars", ["Cars", "Vans"])
    assert flow.read_sheet(upload, "Sold") is False
    assert flow.read_sheet(upload, "Vans") is True
    work()
    upload.refresh_from_db()
    assert (upload.table["sheet"], upload.table["rows"]) == ("Vans", 1)


@pytest.mark.parametrize("is_remembered", [False, True])
def test_what_was_settled_for_a_sheet_does_not_stand_for_another(
    mine: Dealer, work: Work, tmp_path: Path, is_remembered: bool
) -> None:
    swapped = [
        {"Miles": "Retail Price", "Retail Price": "Miles"}.get(each, each) for each in HEADER
    ]
    other = [row(3)[HEADER.index(name)] for name in swapped]
    sheets = {"Cars": [HEADER, row(1), row(2)], "Vans": [swapped, other]}
    if is_remembered:
        published(checked_of(sent(mine, row(1)), work), work)
    with xlsx(tmp_path / "two.xlsx", sheets).open("rb") as content:
        upload = flow.receive(mine, "two.xlsx", content)
    work()
    upload.refresh_from_db()
    assert upload.is_remembered is is_remembered
    if not is_remembered:
        chosen = [each["choice"] for each in upload.table["columns"]]
        assert flow.settle(upload, chosen, {"vehicle_type": "car"}, "full_replace")
        work()
    assert flow.read_sheet(upload, "Vans") is True
    work()
    upload.refresh_from_db()
    assert (upload.state, upload.is_remembered) == ("columns", False)
    stands = column_form.settled(upload)
    assert stands.choices == [each["choice"] for each in upload.table["columns"]]
    assert stands.choices.index("price") == swapped.index("Retail Price")
    assert (stands.defaults, upload.preview) == ({}, {})


def test_a_link_of_googles_is_refused_unless_it_is_one(mine: Dealer) -> None:
    with pytest.raises(UnreadableTable, match="not the link of a Google sheet"):
        flow.receive_link(mine, "https://evil.example/spreadsheets/d/abcdefghijklmnopq")
    assert not Upload.objects.exists()


def test_uploads_go_after_a_month_and_files_of_nobody_after_a_day(
    mine: Dealer, work: Work, own_files: Path
) -> None:
    old, young = sent(mine, row(1)), sent(mine, row(2))
    Upload.objects.filter(pk=old.pk).update(created_at=timezone.now() - timedelta(days=31))
    (own_files / "left").write_text("by a process that died")
    (own_files / "coming").write_text("whose row is about to be written")
    two_days_ago = (timezone.now() - timedelta(days=2)).timestamp()
    os.utime(own_files / "left", (two_days_ago, two_days_ago))
    with TestCase.captureOnCommitCallbacks(execute=True):
        assert forgetting.forget() == 1
    assert sorted(each.name for each in own_files.iterdir()) == sorted(["coming", young.public_id])
    assert [each.pk for each in Upload.objects.all()] == [young.pk]


def test_a_name_is_made_fit_to_be_shown() -> None:
    names = {
        "C:\\Users\\alice\\stock list.xlsx": "stock list.xlsx",
        "../../etc/passwd": "passwd",
        'a"b<c>\r\nd.csv': "a b c d.csv",
        "": "stock",
        f"{'long ' * 60}.csv": f"{('long ' * 60).strip()[:100]}.csv",
    }
    assert {sent: files.shown_name(sent) for sent in names} == names
