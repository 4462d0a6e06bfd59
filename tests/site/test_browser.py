"""The pages in a real browser: nothing breaks, nothing comes from elsewhere, nothing is kept."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.house import House
from tests.push.shop import car, new_shop

WIDTHS = [320, 390, 1280]
"""320 is what WCAG asks pages to fit: a screen of 1280 at four times the size."""

WIDER = """width => [...document.querySelectorAll("body *")]
  .filter(each => each.getClientRects().length && !each.closest(".row, .reel"))
  .filter(each => each.getBoundingClientRect().right > width + 0.5)
  .map(each => each.outerHTML.slice(0, 80))"""
"""Elements that reach beyond the screen, but for those in rows that are pushed aside."""


@pytest.fixture(scope="module")
def stocked(house: House) -> House:
    """The house with a dealer whose stock can be found."""
    key = house.add_partner("A partner for the browser")
    shop = new_shop(house, key)
    stock = [
        car(number, variant="Wayfarer", listing_url=f"https://shop.example/{number}")
        for number in range(1, 6)
    ]
    receipt = shop.full(*stock)
    house.settled(key, receipt["sync_id"])
    return house


def addresses(house: House) -> list[str]:
    found = house.get("/api/v1/search", make="BMW").json()["results"]
    vehicle = found[0]["url"].removeprefix(house.url)
    dealer = f"/dealers/{found[0]['dealer']['slug']}"
    return [
        "/", "/search?make=BMW", "/search?q=nothing-has-this-word", vehicle, dealer,
        "/search?q=nearest+BMW+within+200+miles+of+Leeds&price_max=lots", "/cars", "/cars/bmw",
        "/dealers",
    ]  # fmt: skip


def visit(page: Page, house: House, path: str) -> list[str]:
    """Open a page and return what was wrong with it."""
    wrong: list[str] = []
    page.on("console", lambda told: wrong.append(told.text) if told.type == "error" else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on(
        "request",
        lambda asked: (
            None if asked.url.startswith((house.url, "data:")) else wrong.append(asked.url)
        ),
    )
    page.goto(house.url + path)
    page.wait_for_load_state("networkidle")
    return wrong


@pytest.mark.parametrize("width", WIDTHS)
def test_every_page_fits_its_width_and_loads_nothing_from_elsewhere(
    stocked: House, browser: Browser, width: int
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 844})
    for path in addresses(stocked):
        page = context.new_page()
        assert visit(page, stocked, path) == [], path
        assert page.evaluate(WIDER, width) == [], path
        for link in page.locator(".bar nav a:visible").all():
            assert link.evaluate("link => link.getClientRects().length") == 1, path
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
        assert page.locator("h1").count() == 1, path
        page.close()
    assert context.cookies() == []
    context.close()


def test_the_keyboard_stays_where_it_is_when_results_come_anew(
    stocked: House, browser: Browser
) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 844})
    page = context.new_page()
    page.goto(f"{stocked.url}/search?make=BMW&variant=Wayfarer")  # others' BMWs may cost less
    groups = page.locator("#narrow summary")
    assert groups.count() == page.locator("#narrow summary[id]").count() > 5
    page.locator("#price_max").fill("12000")
    page.keyboard.press("Tab")
    expect(page.locator("#told")).to_contain_text("No BMW")
    expect(page.locator("summary", has_text="Year")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.locator("#price_max").evaluate(
        "field => { field.value = ''; field.dispatchEvent(new Event('change', {bubbles: true})) }"
    )
    expect(page.locator("#told")).to_contain_text("5 BMW")
    expect(page.locator("#year_min")).to_be_focused()  # in a group that comes folded
    context.close()


def test_a_buyer_finds_a_vehicle_without_javascript_and_is_led_to_the_dealer(
    stocked: House, browser: Browser
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(stocked.url)
    page.get_by_role("searchbox").or_(page.locator("input[name=q]")).first.fill("BMW Wayfarer")
    page.keyboard.press("Enter")
    page.locator("main h3 a").first.click()
    way_out = page.get_by_role("link", name="See it at the dealer")
    assert str(way_out.get_attribute("href")).startswith("https://")
    page.go_back()
    assert "q=BMW+Wayfarer" in page.url
    context.close()


def test_the_documentation_shows_every_address_and_brings_its_own_assets(
    stocked: House, browser: Browser
) -> None:
    context = browser.new_context()
    page = context.new_page()
    assert visit(page, stocked, "/api/v1/docs") == []
    assert page.locator(".opblock").count() >= 9
    context.close()
