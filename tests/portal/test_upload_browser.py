"""From registering to live stock with a messy list, in a real browser, at a phone and at a desk.

A whole Carslink with its worker; every page on the way is looked at by axe.
"""

import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.house import House
from tests.portal.test_browser import (
    PASSWORD,
    WIDTHS,
    drop_files,
    looked_at,
    mail_to,
)
from tests.portal.test_browser import context as context
from tests.push.shop import rows
from tests.upload import messy
from tests.welcome.post_office import text_of

WAIT = 30_000  # milliseconds that a job may take on a busy machine


def registered(house: House, page: Page, name: str) -> None:
    """Register a dealer and confirm its address; leaves the page at its record."""
    address = f"{name.lower()}@{name.lower()}.example"
    page.goto(f"{house.url}/portal/register")
    page.get_by_label("Dealership").fill(f"{name} Motors")
    page.get_by_label("Postcode").fill("LS1 1UR")
    page.get_by_label("E-mail address").fill(address)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Register").click()
    text = text_of(mail_to(address, house, page))
    page.goto(next(line for line in text.splitlines() if "/portal/register/confirm/" in line))
    page.get_by_label("The password that you chose").fill(PASSWORD)
    page.get_by_role("button", name="Confirm and sign in").click()


def heading(page: Page, text: str) -> None:
    """Wait until the page has come to this heading."""
    expect(page.locator("h1")).to_contain_text(text, timeout=WAIT)


def test_from_registering_to_live_stock_with_a_messy_list(
    house: House, context: BrowserContext, tmp_path: Path
) -> None:
    page = context.new_page()
    width = page.viewport_size["width"] if page.viewport_size else 0
    start = 2_000 + width
    file = tmp_path / "My stock (Nov).csv"
    file.write_bytes(messy.table(start))
    requested: list[str] = []
    page.on("request", lambda asked: requested.append(asked.url))

    registered(house, page, f"Dora{width}")
    page.get_by_role("link", name="Upload stock", exact=True).first.click()
    looked_at(page)
    page.get_by_label(re.compile("Your stock as a file")).set_input_files(file)
    page.get_by_role("button", name="Send it").click()
    heading(page, "Is each column what we think?")
    looked_at(page)
    assert page.locator("option:checked").all_inner_texts()[:5] == [
        "Your stock number", "Registration", "Make, model and variant in one", "Year", "Price",
    ]  # fmt: skip
    assert "Everything that a vehicle needs has its column." in page.inner_text("#missing")

    plates = page.get_by_label("Reg No. is")
    plates.select_option("Leave it out")
    expect(page.locator("#missing")).to_contain_text("No registration column found.")
    looked_at(page)
    plates.select_option("Registration")
    expect(page.locator("#missing")).to_contain_text("Everything that a vehicle needs")
    page.get_by_label("Condition").select_option("Used")
    page.get_by_role("button", name="Show me what goes live").click()

    heading(page, "16 vehicles ready to go live")
    looked_at(page)
    told = page.inner_text("main")
    assert "It is the same vehicle as row 25, which counts instead." in told
    assert "The registration is not one that is issued in the UK." in told
    assert "The price is “POA”: only vehicles with a price are listed." in told
    assert "The body type is missing. Add it in your file." in told
    assert "1 row has everything but four photographs. Published, it becomes a draft" in told
    with page.expect_download() as fetched:
        page.get_by_role("link", name="These rows for Excel").click()
    assert fetched.value.suggested_filename == "My stock (Nov) - to mend.xlsx"
    page.get_by_role("button", name="Publish 16 vehicles").click()

    heading(page, "16 vehicles published")
    looked_at(page)
    page.get_by_role("link", name="See your vehicles").click()
    assert "16 vehicles." in page.inner_text("main")
    found = house.get("/api/v1/search", dealer=f"dora{width}-motors").json()
    assert found["total"] == 16

    # The next list of that shape: dropped on the page, and published.
    file.write_bytes(messy.table(start, vehicles=10))
    page.goto(f"{house.url}/portal/own/uploads")
    looked_at(page)
    other = tmp_path / "another.csv"
    other.write_bytes(b"Reg,Make")
    drop_files(page, file, other)
    expect(page.locator("#trouble")).to_contain_text("One file at a time", timeout=WAIT)
    drop_files(page, file)
    heading(page, "7 vehicles ready to go live")
    looked_at(page)
    assert "9 of your 16 vehicles on sale are not in this file" in page.inner_text("main")
    page.get_by_role("button", name="Publish 7 vehicles").click()
    heading(page, "7 vehicles published")
    assert [url for url in requested if not url.startswith((house.url, "data:", "blob:"))] == []


@pytest.fixture
def plain(browser: Browser) -> Iterator[BrowserContext]:
    """A phone that runs no script."""
    opened = browser.new_context(
        viewport={"width": WIDTHS[0], "height": 844}, java_script_enabled=False
    )
    yield opened
    opened.close()


def test_it_works_without_a_script(house: House, plain: BrowserContext, tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_bytes(messy.table(4_000, vehicles=3))
    page = plain.new_page()
    registered(house, page, "Erin")
    page.goto(f"{house.url}/portal/own/uploads")
    page.get_by_role("button", name="Send it").click()
    assert "Choose a file, or paste the link of a Google sheet." in page.inner_text("main")
    page.set_input_files("#file", file)
    page.get_by_role("button", name="Send it").click()
    come_to(page, "Is each column what we think?")
    page.get_by_role("button", name="Show me what goes live").click()
    come_to(page, "3 vehicles ready to go live")
    page.get_by_role("button", name="Publish 3 vehicles").click()
    come_to(page, "3 vehicles published")


def come_to(page: Page, text: str) -> None:
    """Press the link that asks how far it is, until the page has come to this heading."""
    for _ in range(WAIT // 200):
        if text in page.inner_text("h1"):
            return
        page.get_by_role("link", name="See how far it is").click()
        page.wait_for_timeout(200)
    raise AssertionError(page.inner_text("main"))


def test_an_upload_goes_on_while_the_page_is_closed(
    house: House, browser: Browser, tmp_path: Path
) -> None:
    file = tmp_path / "long.csv"
    file.write_bytes(messy.table(6_000, vehicles=6_000))
    context = browser.new_context()
    page = context.new_page()
    registered(house, page, "Fay")
    page.goto(f"{house.url}/portal/own/uploads")
    page.set_input_files("#file", file)
    page.get_by_role("button", name="Send it").click()
    expect(page.locator("main")).to_contain_text("You may leave this page: it goes on without you.")
    where = page.url
    page.close()
    public_id = where.rpartition("/")[2]
    reached(house, public_id, "columns")

    page = context.new_page()
    page.goto(where)
    page.get_by_role("button", name="Show me what goes live").click()
    expect(page.locator("main")).to_contain_text("Checking 6,001 rows")
    page.close()
    reached(house, public_id, "ready")
    page = context.new_page()
    page.goto(where)
    heading(page, "5,996 vehicles ready to go live")
    context.close()


def reached(house: House, public_id: str, state: str) -> None:
    """Wait until an upload has come to a state, with no page open."""
    asked = f"SELECT state FROM upload_upload WHERE public_id = '{public_id}'"
    until = time.monotonic() + WAIT / 1000
    while (state,) not in rows(house, asked):
        assert time.monotonic() < until, rows(house, asked)
        time.sleep(0.1)


def test_thousands_are_asked_about_of_prices_and_miles_alone(
    house: House, context: BrowserContext, tmp_path: Path
) -> None:
    page = context.new_page()
    width = page.viewport_size["width"] if page.viewport_size else 0
    file = tmp_path / "small.csv"
    file.write_text("Reg,Make,Model,Doors,Price,Miles\nAB12CDE,Ford,Focus,5,28.9,24\n")
    registered(house, page, f"Thea{width}")
    page.get_by_role("link", name="Upload stock", exact=True).first.click()
    page.get_by_label(re.compile("Your stock as a file")).set_input_files(file)
    page.get_by_role("button", name="Send it").click()
    heading(page, "Is each column what we think?")
    price, miles, doors = (
        page.get_by_label(f"{name}: Its numbers are") for name in ("Price", "Miles", "Doors")
    )
    expect(price).to_have_value("thousands")
    expect(miles).to_have_value("")
    expect(doors).to_be_hidden()
    looked_at(page)
    miles.select_option("in thousands: 24 means 24,000")
    page.get_by_label("Miles is", exact=True).select_option("Leave it out")
    expect(miles).to_be_hidden()
    page.get_by_label("Doors is", exact=True).select_option("Mileage in kilometres")
    expect(doors).to_be_visible()
    looked_at(page)
