"""What the pages of an upload remark on, beside what they are for."""

from collections.abc import Callable, Sequence

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from carslink.dealers.models import Dealer
from carslink.partners.models import Partner
from carslink.upload import flow
from carslink.upload.models import Upload
from tests.portal.test_uploads import alice as alice
from tests.portal.test_uploads import mine as mine
from tests.portal.test_uploads import page, ready, send
from tests.push.shop import car
from tests.stock.lot import Lot
from tests.upload.conftest import own_files as own_files
from tests.upload.conftest import work as work
from tests.upload.files import delimited
from tests.upload.test_flow import HEADER, row, settled

Work = Callable[[], list[str]]
pytestmark = pytest.mark.filterwarnings("ignore:No directory at:UserWarning")


def test_prices_that_commas_have_cut_are_told_before_they_are_published(
    alice: Client, work: Work
) -> None:
    cut = {"Retail Price": "£8,750", "Photos": "", "Miles": "1"}
    loose = [",".join(cells) for cells in (HEADER, *(row(each, **cut) for each in (1, 2, 3)))]
    file = SimpleUploadedFile("stock.csv", "\n".join(loose).encode())
    alice.post("/portal/own/uploads", {"file": file, "whole": "yes"})
    work()
    upload = Upload.objects.latest("pk")
    assert "3 of 3 rows have more cells than the row of names." in page(alice, upload)
    usual = ready(alice, work, row(1))
    assert "more cells" not in page(alice, usual)


def test_vehicles_that_cost_next_to_nothing_are_told_above_publish(
    alice: Client, work: Work
) -> None:
    cheap = {"Retail Price": "£8"}
    rows = [
        row(1, **cheap),
        row(2),
        row(3, **cheap),
        row(3),
        row(4, **cheap),
        row(5, Year="?", **cheap),
    ]
    told = page(alice, ready(alice, work, *rows))
    assert "2 vehicles cost less than £200: is that right?</b> Rows 2, 6." in told
    assert told.index("less than £200") < told.index("Publish 4 vehicles")
    assert "less than £" not in page(alice, ready(alice, work, row(1), row(2)))
    one = page(alice, ready(alice, work, row(1, **{"Retail Price": "£199.99"})))
    assert "1 vehicle costs less than £200: is that right?</b> Row 2." in one


def test_used_vehicles_that_have_gone_hardly_any_miles_are_told_above_publish(
    alice: Client, work: Work
) -> None:
    miles = ("64", "88", "24,500", "54")
    rows = [row(each, Miles=told) for each, told in enumerate(miles, 1)]
    told = page(alice, ready(alice, work, *rows, row(5, Miles="7", Year="?")))
    assert "3 used vehicles have gone less than 300 miles: is that right?</b> Rows 2, 3, 5." in told
    assert told.index("less than 300") < told.index("Publish 4 vehicles")
    half = [row(1, Miles="64"), row(2, Miles="300")]
    assert "less than 300" not in page(alice, ready(alice, work, *half))
    one = page(alice, ready(alice, work, row(1, Miles="299")))
    assert "1 used vehicle has gone less than 300 miles: is that right?</b> Row 2." in one


def test_new_vehicles_may_have_gone_hardly_any_miles(alice: Client, work: Work) -> None:
    upload = ready(alice, work, row(1, Miles="12"), row(2, Miles="8"))
    assert "less than 300" in page(alice, upload)
    chosen = [each["choice"] for each in upload.table["columns"]]
    assert flow.settle(upload, chosen, {"condition": "New"}, "full_replace")
    work()
    assert "less than 300" not in page(alice, upload)


def test_nobody_is_sure_of_all_columns_while_one_is_missing(alice: Client, work: Work) -> None:
    def told(*names: str) -> str:
        rows = [[*row(each)[:-1], "Mr Smith"] for each in range(1, 9)]
        text = delimited([[*names[:-1], "Customer"], *rows])
        file = SimpleUploadedFile("stock.csv", text.encode())
        alice.post("/portal/own/uploads", {"file": file, "whole": "yes"})
        work()
        return page(alice, Upload.objects.latest("pk"))

    whole = told(*HEADER)
    assert "We are sure of every column." in whole
    assert "Not needed." in whole
    without = told(*("Cost price" if name == "Retail Price" else name for name in HEADER))
    assert "No price column found." in without
    assert "We are sure of every column." not in without
    assert "Not needed." not in without
    assert "Left out." in without


def test_a_list_without_names_of_columns_is_promised_nothing_for_the_next(
    alice: Client, work: Work
) -> None:
    def published(*above: Sequence[str]) -> str:
        text = delimited([*above, *(row(each) for each in range(1, 8))])
        file = SimpleUploadedFile("stock.csv", text.encode())
        alice.post("/portal/own/uploads", {"file": file, "whole": "yes"})
        work()
        upload = Upload.objects.latest("pk")
        settled(upload)
        work()
        alice.post(f"/portal/own/uploads/{upload.public_id}/publish")
        work()
        return page(alice, upload)

    assert "takes two clicks" not in published()
    assert "takes two clicks" in published(HEADER)


def test_a_vehicle_that_a_partner_has_on_sale_is_told_in_the_preview(
    alice: Client, mine: Dealer, work: Work
) -> None:
    lot = Lot(Partner.objects.create(name="Alice's dealer system"))
    lot.full(car(1), car(2))
    upload = ready(alice, work, row(2), row(3))
    assert "has this on sale" not in page(alice, upload)  # it is somebody else's
    lot.dealer.keepers.add(mine.partner.account)
    told = page(alice, ready(alice, work, row(3), row(2), row(1, Year="?")))
    assert "Alice's dealer system has this on sale for you already." in told
    assert 'yours is put beside it. <span class="quiet">Row 3</span>' in told


def test_who_has_no_partner_is_told_of_none(alice: Client, work: Work) -> None:
    assert "is not touched" not in alice.get("/portal/own/uploads").content.decode()
    upload = send(alice, row(1))
    work()
    assert "is not touched" not in page(alice, upload)


def test_rows_that_say_that_they_are_sold_are_told(alice: Client, work: Work) -> None:
    states = (
        "SOLD",
        "",
        "Sold!",
        "In stock",
        "Reserved for Mr Smith",
        "deposit taken",
        "Sold as seen",
    )
    rows = [[*row(n), state, "no"] for n, state in enumerate(states, 1)]
    rows[1][-1] = "Yes"
    rows.append([*row(8, Photos=""), "Sold", "no"])  # a draft, which photographs put on sale
    text = delimited([[*HEADER, "Status", "Is Sold?"], *rows])
    file = SimpleUploadedFile("stock.csv", text.encode())
    alice.post("/portal/own/uploads", {"file": file, "whole": "yes"})
    work()
    upload = Upload.objects.latest("pk")
    settled(upload)
    work()
    upload.refresh_from_db()
    assert {
        each["reason"].partition(":")[0]: each["rows"] for each in upload.preview["remarks"]
    } == {
        "your file says “Sold”": [2, 3, 4, 9],
        "your file says “Reserved”": [6],
        "your file says “Deposit taken”": [7],
    }
    assert "Your file says “Sold”: take the row out, unless it is still for sale." in page(
        alice, upload
    )


def test_one_mile_is_one_mile(alice: Client, work: Work) -> None:
    told = page(alice, ready(alice, work, row(1, Miles="1"), row(2, Miles="2")))
    assert "· 1 mile ·" in told
    assert "· 2 miles ·" in told
