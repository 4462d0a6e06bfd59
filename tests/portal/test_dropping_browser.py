"""Photographs dropped in a real browser, at a phone and at a desk, until the vehicle is on sale."""

import json
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from tests.house import House
from tests.media import photos
from tests.portal.test_browser import WIDTHS, drop_files, looked_at
from tests.push.shop import car

SECONDS = 60_000  # milliseconds: drawing photographs takes a busy machine its time

# An account with its own record and two drafts, signed in: the way there has a test of its own.
BEGIN = """
import json
from django.contrib.auth.models import User
from django.test import Client
from carslink.portal import own
from carslink.upload import drafts
user = User.objects.create_user({name!r} + "@smith.example", {name!r} + "@smith.example")
dealer = own.make(user, {{"name": "Smith of " + {name!r}, "postcode": "LS1 1UR"}})
drafts.keep(dealer, json.loads({rows!r}))
client = Client()
client.force_login(user, "django.contrib.auth.backends.ModelBackend")
print("session=" + client.session.session_key)
"""


@dataclass
class Desk:
    """A browser signed in to an account with two drafts, and files to drop."""

    house: House
    context: BrowserContext
    page: Page
    folder: Path
    width: int

    def file(self, seed: int) -> Path:
        """Return a photograph, another for each seed."""
        path = self.folder / f"IMG_{seed}.jpg"
        path.write_bytes(photos.jpeg(1200, 900, seed))
        return path

    def order(self) -> list[str]:
        """Return the photographs in the order that the page has."""
        fields = self.page.locator("#tiles [name=image]")
        return [each.get_attribute("value") or "" for each in fields.all()]

    def have(self, count: int) -> None:
        """Wait until so many photographs are kept and the page is at rest."""
        kept = self.page.locator("#tiles .tile:not(.pending) .kept")
        expect(kept).to_have_count(count, timeout=SECONDS)
        expect(self.page.locator("#photographs[aria-busy]")).to_have_count(0, timeout=SECONDS)

    def lies_first(self, image: str) -> None:
        """Wait until a photograph is the first."""
        first = self.page.locator("#tiles [name=image]").first
        expect(first).to_have_value(image, timeout=SECONDS)


def desk(browser: Browser, house: House, folder: Path, width: int, has_script: bool = True) -> Desk:
    """Make an account, and a browser that is signed in to it."""
    name = f"alice{width}{'s' if has_script else 'n'}"
    rows = [{**car(number), "images": []} for number in (1, 2)]
    told = house.command("manage", "shell", "-c", BEGIN.format(name=name, rows=json.dumps(rows)))
    session = told.split("session=")[1].split()[0]
    is_phone = width == WIDTHS[0]
    context = browser.new_context(
        viewport={"width": width, "height": 844},
        color_scheme="dark" if is_phone else "light",
        has_touch=is_phone,
        java_script_enabled=has_script,
    )
    context.add_cookies([{"name": "sessionid", "value": session, "url": house.url}])
    return Desk(house, context, context.new_page(), folder, width)


@pytest.mark.parametrize("width", WIDTHS)
def test_from_a_draft_to_a_vehicle_on_sale(
    browser: Browser, house: House, tmp_path: Path, width: int
) -> None:
    at = desk(browser, house, tmp_path, width)
    page = at.page
    requested: list[str] = []
    page.on("request", lambda asked: requested.append(asked.url))
    page.goto(f"{house.url}/portal/own/drafts")
    looked_at(page)
    assert "2 vehicles lack nothing but photographs." in page.inner_text("main")
    page.get_by_role("link", name="BMW").first.click()
    looked_at(page)
    assert "0 of 4 photographs. 4 more, and it goes on sale." in page.inner_text("main")

    not_one = tmp_path / "stock.pdf.jpg"
    not_one.write_bytes(photos.PDF)
    drop_files(page, at.file(1), not_one, at.file(2), at.file(3))
    at.have(3)
    looked_at(page)
    expect(page.locator("#said")).to_have_text(
        "3 of 4 photographs. 1 more, and it goes on sale.", timeout=SECONDS
    )
    said = page.inner_text("main")
    assert "3 of 4 photographs. 1 more, and it goes on sale." in said
    assert "stock.pdf.jpg was not taken: it is a PDF document" in said
    assert page.locator("#tiles img").evaluate_all("all => all.every(each => each.complete)")

    first, second, third = at.order()
    page.locator("#tiles button[name=later]").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#said")).to_have_text("That photograph is number 2 now.", timeout=SECONDS)
    assert at.order() == [second, first, third]
    assert page.evaluate("document.activeElement.value") == first  # and goes on from there
    page.keyboard.press("Enter")
    expect(page.locator("#said")).to_have_text("That photograph is number 3 now.", timeout=SECONDS)
    assert at.order() == [second, third, first]

    frames = page.locator("#tiles .grip")
    frames.nth(2).scroll_into_view_if_needed()
    source, target = (
        frames.nth(2).bounding_box(),
        page.locator("#tiles .frame").first.bounding_box(),
    )
    assert source and target
    page.mouse.move(source["x"] + 20, source["y"] + 20)
    page.mouse.down()
    page.mouse.move(target["x"] + 10, target["y"] + 60, steps=8)
    page.mouse.up()
    at.have(3)
    at.lies_first(first)

    page.locator("#camera").set_input_files(at.file(4))
    page.locator("#main > .note", has_text="is on sale.").wait_for(timeout=SECONDS)
    at.have(4)
    looked_at(page)
    page.get_by_role("link", name="See it as buyers do").click()
    assert "BMW" in page.inner_text("h1")
    page.goto(f"{house.url}/portal/own/drafts")
    assert "1 vehicle lacks nothing but photographs." in page.inner_text("main")
    assert [url for url in requested if not url.startswith((house.url, "data:"))] == []
    at.context.close()


def test_a_file_that_the_server_has_no_time_for_is_sent_again_by_itself(
    browser: Browser, house: House, tmp_path: Path
) -> None:
    at = desk(browser, house, tmp_path, 1000)
    page, sent = at.page, list[str]()

    def busy_at_first(route: Route) -> None:
        sent.append(route.request.url)
        if len(sent) > 1:
            route.continue_()
        else:
            body = json.dumps({"why": "Many photographs are being sent just now."})
            route.fulfill(status=503, headers={"Retry-After": "1"}, body=body)

    page.route("**/drop", busy_at_first)
    page.goto(f"{house.url}/portal/own/drafts")
    page.get_by_role("link", name="BMW").first.click()
    drop_files(page, at.file(1))
    at.have(1)
    assert len(sent) == 2
    assert "Many photographs" not in page.inner_text("main")
    at.context.close()


def test_without_a_script_forms_do_all_of_it(
    browser: Browser, house: House, tmp_path: Path
) -> None:
    at = desk(browser, house, tmp_path, WIDTHS[1], has_script=False)
    page = at.page
    page.goto(f"{house.url}/portal/own/drafts")
    page.get_by_role("link", name="BMW").first.click()
    page.locator("#files").set_input_files([at.file(1), at.file(2)])
    page.get_by_role("button", name="Add them").click()
    assert "2 of 4 photographs." in page.inner_text("main")
    first, second = at.order()
    page.get_by_role("button", name="Later: photograph 1").click()
    assert at.order() == [second, first]
    page.get_by_role("button", name="Remove photograph 2").click()
    assert at.order() == [second]
    page.locator("#files").set_input_files([at.file(3), at.file(4), at.file(5)])
    page.get_by_role("button", name="Add them").click()
    assert "is on sale." in page.inner_text("main")
    page.get_by_role("button", name="Remove photograph 1").click()
    assert "A vehicle on sale needs 4 photographs." in page.inner_text("main")
    assert len(at.order()) == 4
    at.context.close()
