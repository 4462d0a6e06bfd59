"""From a button on the dealer's page to its portal, in a real browser, at a phone and at a desk.

A whole Carslink with its worker, its mail in files; every page on the way is looked at by axe.
"""

import email
import email.policy
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path
from typing import cast

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page

from tests.house import House
from tests.push.shop import Receipt, Shop, car, images, new_shop, rows
from tests.welcome.post_office import claim_link, text_of

WIDTHS = [390, 1280]
PASSWORD = "a long way to Leeds"


@pytest.fixture(scope="module")
def key(house: House) -> str:
    return house.add_partner("Alice's dealer system for the portal", "--verified")


@pytest.fixture(params=WIDTHS)
def context(browser: Browser, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    """A browser of this width without JavaScript of the page's own; dark on a phone."""
    opened = browser.new_context(
        viewport={"width": request.param, "height": 844},
        color_scheme="dark" if request.param == WIDTHS[0] else "light",
    )
    yield opened
    opened.close()


def stocked(shop: Shop, name: str) -> Receipt:
    shop.full(car(1), car(2), name=name)
    return shop.full(
        car(1, vin="bad"),
        car(3, images=images(3, 2)),
        name=name,
        email=f"{shop.id.lower()}@smith.example",
        phone="0113 496 0142",
        town="Leeds",
        postcode="LS1 1UR",
    )


@pytest.fixture
def shop(house: House, key: str) -> Shop:
    return new_shop(house, key)


def looked_at(page: Page) -> None:
    """Check that a page fits its width, has one heading and nothing that axe finds wrong."""
    width = page.viewport_size["width"] if page.viewport_size else 0
    page.wait_for_load_state()
    assert page.evaluate("document.documentElement.scrollWidth") <= width, page.url
    assert page.locator("h1").count() == 1, page.url
    found = Axe().run(page)
    wrong = [
        (each["id"], [n["html"] for n in each["nodes"]]) for each in found.response["violations"]
    ]
    assert wrong == [], page.url


def drop_files(page: Page, *files: Path) -> None:
    """Drop files on the page from outside the browser, as a hand does from its folders."""
    page.locator("#drop").scroll_into_view_if_needed()
    box = page.locator("#drop").bounding_box()
    assert box
    at = {"x": box["x"] + box["width"] / 2, "y": box["y"] + box["height"] / 2}
    carried = {"items": [], "files": [str(file) for file in files], "dragOperationsMask": 1}
    devtools = page.context.new_cdp_session(page)
    for kind in ("dragEnter", "dragOver", "drop"):
        devtools.send("Input.dispatchDragEvent", {"type": kind, **at, "data": carried})
    devtools.detach()


def mail_to(address: str, house: House, page: Page) -> EmailMessage:
    """Wait for the mail to an address, a file of the house's, and return it."""
    for _ in range(100):
        for file in (house.folder / "mail").glob("*"):
            text = file.read_bytes().rstrip(b"-\n")  # the backend rules off each message
            mail = email.message_from_bytes(text, policy=email.policy.default)
            if mail["To"] == address:
                return cast(EmailMessage, mail)
        page.wait_for_timeout(100)
    raise AssertionError(f"no mail to {address} within 10 seconds")


def link_sent_to(address: str, house: House, page: Page) -> str:
    """Wait for the mail to an address and return its claim link."""
    return claim_link(mail_to(address, house, page))


def test_from_the_button_on_the_dealers_page_to_the_portal(
    house: House, shop: Shop, context: BrowserContext
) -> None:
    receipt = stocked(shop, f"Smith of {shop.id}")
    house.settled(shop.key, receipt["sync_id"])
    slug = shop.profile()["slug"]
    page = context.new_page()
    requested: list[str] = []
    page.on("request", lambda asked: requested.append(asked.url))

    page.goto(f"{house.url}/dealers/{slug}")
    looked_at(page)
    assert context.cookies() == []
    page.get_by_role("link", name="Is this your dealership?").click()
    looked_at(page)
    page.get_by_role("button", name="Send the link").click()
    looked_at(page)
    assert "Look in your mail" in page.inner_text("h1")

    page.goto(link_sent_to(f"{shop.id.lower()}@smith.example", house, page))
    looked_at(page)
    assert page.url == f"{house.url}/portal/claim"
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_label("The same password again").fill("another one")
    page.get_by_role("button", name="Set the password and go on").click()
    looked_at(page)  # the two differ
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_label("The same password again").fill(PASSWORD)
    page.get_by_role("button", name="Set the password and go on").click()

    assert page.url == f"{house.url}/portal/dealers/{slug}"
    looked_at(page)
    page.get_by_role("link", name="Vehicles", exact=True).click()
    looked_at(page)
    assert "AB21 AAB" in page.inner_text("main")
    page.get_by_role("link", name="Feeds", exact=True).click()
    looked_at(page)
    page.locator("table a").first.click()
    looked_at(page)
    assert "Only 2 photographs came with it; 4 are needed." in page.inner_text("main")
    page.get_by_role("button", name="Sign out").click()
    assert page.url == f"{house.url}/portal/login"
    looked_at(page)
    page.get_by_label("E-mail address").fill(f"{shop.id}@SMITH.example")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    assert page.url == f"{house.url}/portal/dealers/{slug}"
    assert [url for url in requested if not url.startswith((house.url, "data:"))] == []


def test_from_registering_to_live_stock_by_a_key_of_ones_own(
    house: House, context: BrowserContext
) -> None:
    page = context.new_page()
    width = page.viewport_size["width"] if page.viewport_size else 0
    address, name = f"carol{width}@carols.example", f"Carol's Cars {width}"
    requested: list[str] = []
    page.on("request", lambda asked: requested.append(asked.url))

    page.goto(house.url)
    page.get_by_role("link", name="Register your dealership").click()
    looked_at(page)
    page.get_by_label("Dealership").fill(name)
    page.get_by_label("Postcode").fill("somewhere")
    page.get_by_label("Website").fill("carols.example")
    page.get_by_label("E-mail address").fill(address.upper())
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Register").click()
    looked_at(page)
    assert "It should look like LS1 1UR." in page.inner_text("main")
    page.get_by_label("Postcode").fill("ls11ur")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Register").click()
    looked_at(page)
    assert "Look in your mail" in page.inner_text("h1")

    text = text_of(mail_to(address, house, page))
    page.goto(next(line for line in text.splitlines() if "/portal/register/confirm/" in line))
    assert page.url == f"{house.url}/portal/register/confirm"
    looked_at(page)
    page.get_by_label("The password that you chose").fill(PASSWORD)
    page.get_by_role("button", name="Confirm and sign in").click()
    assert page.url == f"{house.url}/portal/dealers/carols-cars-{width}"
    looked_at(page)
    assert "Your address is confirmed" in page.inner_text("main")

    page.get_by_role("link", name="Profile", exact=True).click()
    looked_at(page)
    page.get_by_label("Town").fill("Leeds")
    page.get_by_role("button", name="Show it like this").click()
    page.get_by_role("link", name="Your feed", exact=True).click()
    looked_at(page)
    page.get_by_role("button", name="Make a key").click()
    looked_at(page)
    key = page.inner_text("code.key")
    feed = {"mode": "full_replace", "listings": [car(700 + width)]}
    receipt = house.post(feed, key)
    assert receipt.status_code == 202
    house.settled(key, receipt.json()["sync_id"])
    page.get_by_role("link", name="Vehicles", exact=True).click()
    looked_at(page)
    assert "1 vehicle." in page.inner_text("main")
    page.goto(f"{house.url}/dealers/carols-cars-{width}")
    assert "Stock sent by the dealer itself" in page.inner_text("main")

    page.goto(f"{house.url}/portal/account")
    looked_at(page)
    page.get_by_role("link", name="Change the address").click()
    looked_at(page)
    page.goto(f"{house.url}/portal/account/delete")
    looked_at(page)
    page.get_by_label("Your password").fill(PASSWORD)
    page.get_by_role("button", name="Delete the account").click()
    looked_at(page)
    assert "Your account is deleted" in page.inner_text("main")
    assert house.get(f"/dealers/carols-cars-{width}").status_code == 404
    assert house.get("/api/v1/stock", key).status_code == 401
    assert [url for url in requested if not url.startswith((house.url, "data:"))] == []


def test_the_other_pages_about_dealers_are_well_made(
    house: House, shop: Shop, context: BrowserContext
) -> None:
    receipt = shop.full(car(1), name=f"Jones of {shop.id}", town="Leeds")
    house.settled(shop.key, receipt["sync_id"])
    slug = shop.profile()["slug"]
    page = context.new_page()
    for path in (
        "/dealers", "/dealers/in/elsewhere", f"/dealers/{slug}/claim", "/portal/claim/nonsense",
        "/portal/password", "/portal/password/sent", "/portal/password/x/y",
        "/portal/register/confirm/nonsense", "/portal/account/address/sent",
    ):  # fmt: skip
        page.goto(house.url + path)
        looked_at(page)


def test_the_keyboard_alone_is_enough_to_sign_in(house: House, context: BrowserContext) -> None:
    page = context.new_page()
    page.goto(f"{house.url}/portal/login")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.name") == "username"
    page.keyboard.type("nobody@smith.example")
    page.keyboard.press("Tab")
    page.keyboard.type("wrong")
    page.keyboard.press("Enter")
    page.wait_for_selector("[role=alert]")
    assert page.input_value("input[name=username]") == "nobody@smith.example"
    asked = rows(house, "SELECT DISTINCT host(ip_address) FROM axes_accessattempt")
    assert asked == [("127.0.0.1",)]
