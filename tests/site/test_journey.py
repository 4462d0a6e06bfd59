"""A buyer's journeys in a real browser, at a phone and at a desk, with scripts and without.

Ask in plain words, take a chip away, filter, sort by distance, open, go back, share; every page on
the way is looked at by axe. One house and one browser serve the whole module.
"""

from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.house import House
from tests.push.shop import car, motorcycle, new_shop, van

PHONE, DESK = 390, 1280
WORDS = "diesel Skoda estate under £20k, not black"
YORKSHIRE = "Yorkshire and The Humber"
CROSS = "\N{MULTIPLICATION SIGN}"
MOST_BYTES = 100_000
"""What a first visit to a page may transfer, besides photographs."""


def octavia(number: int, **more: Any) -> dict[str, Any]:
    told = {"make": "Skoda", "model": "Octavia", "variant": "2.0 TDI SE L", "body_type": "Estate",
            "fuel": "Diesel", "transmission": "Automatic", "colour": "Blue", "price": 13_495,
            "listing_url": f"https://shop.example/{number}"}  # fmt: skip
    return car(number, **{**told, **more})


@pytest.fixture(scope="module")
def market(house: House) -> House:
    """The house with a dealer in Leeds and one in York."""
    key = house.add_partner("The market of alice and bob")
    leeds = new_shop(house, key).full(
        octavia(701, price=13_495), octavia(702, transmission="Manual", price=9_995),
        octavia(703, colour="Black"), octavia(704, price=25_000), octavia(705, fuel="Petrol"),
        motorcycle(706, make="Yamaha", model="MT-07", bike_type="Naked"),
        name="Alice's Cars", town="Leeds", postcode="LS1 1UR", phone="0113 496 0142",
    )  # fmt: skip
    york = new_shop(house, key).full(
        octavia(711, colour="Red", price=14_500, mileage=61_000),
        van(712, make="Volkswagen", model="Crafter", roof_height="High"),
        name="Bob's Cars", town="York", postcode="YO1 7HH", phone="0113 496 0143",
    )  # fmt: skip
    for receipt in (leeds, york):
        house.settled(key, receipt["sync_id"])
    return house


@pytest.fixture(params=[PHONE, DESK])
def context(browser: Browser, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    """A new visitor; in the dark on a phone."""
    opened = browser.new_context(
        viewport={"width": request.param, "height": 844},
        color_scheme="dark" if request.param == PHONE else "light",
    )
    yield opened
    assert opened.cookies() == []
    opened.close()


@pytest.fixture
def desk(browser: Browser) -> Iterator[Page]:
    opened = browser.new_context(viewport={"width": DESK, "height": 844})
    yield opened.new_page()
    opened.close()


def looked_at(page: Page) -> None:
    """Check that a page fits its width, has one heading and nothing that axe finds wrong."""
    width = page.viewport_size["width"] if page.viewport_size else 0
    assert page.evaluate("document.documentElement.scrollWidth") <= width, page.url
    assert page.locator("h1").count() == 1, page.url
    found = Axe().run(page)
    wrong = [
        (each["id"], [n["html"] for n in each["nodes"]]) for each in found.response["violations"]
    ]
    assert wrong == [], page.url


def ask(page: Page, words: str) -> None:
    page.get_by_label("What are you looking for?").fill(words)
    page.keyboard.press("Enter")


def labels(page: Page) -> list[str]:
    chips = page.locator(".chip").all_inner_texts()
    return [" ".join(text.replace("(remove)", "").replace(CROSS, "").split()) for text in chips]


def test_a_buyer_asks_narrows_opens_goes_back_and_shares(
    market: House, context: BrowserContext
) -> None:
    page = context.new_page()
    is_phone = page.viewport_size == {"width": PHONE, "height": 844}
    page.goto(market.url)
    looked_at(page)
    ask(page, WORDS)
    heading = page.locator("h1")
    expect(heading).to_have_text("3 diesel Skoda estates")
    looked_at(page)

    page.locator(".chip", has_text="Up to £20,000").click()
    expect(heading).to_have_text("4 diesel Skoda estates")
    assert "20k" not in page.get_by_label("What are you looking for?").input_value()

    page.evaluate("window.stillHere = true")
    if is_phone:
        page.get_by_role("link", name="Filters").click()
        looked_at(page)
    page.get_by_role("checkbox", name="Automatic").check()
    expect(page.locator("#apply")).to_have_text("Show 3")
    expect(page.get_by_role("checkbox", name="Automatic")).to_be_focused()
    expect(page.locator("#told")).to_contain_text("3 automatic diesel Skoda estates")
    assert "transmission=Automatic" in page.url
    assert "price_min" not in page.url, "empty fields have no place in an address"
    assert page.evaluate("window.stillHere"), "the page was loaded anew"
    if is_phone:
        page.get_by_role("button", name="Show 3").click()
        expect(page.locator("#filters")).not_to_be_visible()
    shared = page.url

    page.locator("main h3 a").first.click()
    expect(heading).to_have_text("Skoda Octavia")
    looked_at(page)
    way_out = page.get_by_role("link", name="See it at the dealer")
    assert str(way_out.get_attribute("href")).startswith("https://shop.example/")

    page.go_back()
    expect(heading).to_have_text("3 automatic diesel Skoda estates")
    page.go_back()
    expect(heading).to_have_text("4 diesel Skoda estates")
    expect(page.get_by_role("checkbox", name="Automatic", include_hidden=True)).not_to_be_checked()

    other = context.new_page()
    other.goto(shared)
    expect(other.locator("h1")).to_have_text("3 automatic diesel Skoda estates")
    assert "not Black" in labels(other)


def test_without_a_script_all_of_it_works_too(market: House, browser: Browser) -> None:
    context = browser.new_context(
        java_script_enabled=False, viewport={"width": PHONE, "height": 844}
    )
    page = context.new_page()
    page.goto(market.url)
    ask(page, WORDS)
    expect(page.locator("h1")).to_have_text("3 diesel Skoda estates")
    page.locator(".chip", has_text="not").click()
    expect(page.locator("h1")).to_have_text("4 diesel Skoda estates")
    page.get_by_role("link", name="Filters").click()
    page.get_by_label("Town or postcode").first.fill("York")
    page.get_by_role("button", name="Show 4").click()
    expect(page.locator("h1")).to_have_text("4 diesel Skoda estates near York")
    page.get_by_label("Sort").select_option("distance")
    page.get_by_role("button", name="Sort").click()
    expect(page.locator(".card .far").first).to_have_text("under a mile")
    page.locator("main h3 a").first.click()
    expect(page.get_by_role("link", name="Bob's Cars").first).to_be_visible()
    assert page.locator("#theme").is_hidden()
    context.close()


def test_a_place_is_remembered_on_the_device_and_measured_from(market: House, desk: Page) -> None:
    asked: list[str] = []
    desk.on("request", lambda request: asked.append(request.url))
    desk.goto(f"{market.url}/search?q=Skoda")
    desk.get_by_role("button", name="Set your place").click()
    looked_at(desk)
    desk.get_by_label("Town or postcode").last.fill("Nowhere at all")
    desk.get_by_role("button", name="Remember it").click()
    expect(desk.get_by_role("alert")).to_contain_text("We know no such place")
    desk.get_by_label("Town or postcode").last.fill("York")
    desk.keyboard.press("Enter")
    expect(desk.get_by_role("button", name="Your place: York")).to_be_visible()
    expect(desk.locator(".card", has_text="York").locator(".far")).to_have_text("under a mile")
    expect(desk.locator(".card", has_text="Leeds").locator(".far").first).to_have_text("22 miles")

    desk.get_by_label("Sort").select_option("distance")
    expect(desk.locator("h1")).to_have_text("6 Skoda vehicles near York")
    expect(desk.locator(".card .far").first).to_have_text("under a mile")
    assert "near=York&miles=1000&sort=distance" in desk.url

    asked.clear()
    desk.goto(f"{market.url}/search?q=Skoda")
    expect(desk.locator(".card .far", has_text="22 miles").first).to_be_visible()
    assert not [url for url in asked if "York" in url], "the place stays on the device"
    desk.locator(".card", has_text="Leeds").locator("h3 a").first.click()
    expect(desk.locator(".where-it-is .far")).to_have_text("22 miles")
    desk.get_by_role("button", name="Your place: York").click()
    desk.get_by_role("button", name="Forget it").click()
    expect(desk.locator(".where-it-is .far")).to_have_text("")


@pytest.mark.parametrize("has_script", [True, False])
def test_a_place_in_the_words_is_measured_from_and_looked_around(
    market: House, browser: Browser, has_script: bool
) -> None:
    context = browser.new_context(
        java_script_enabled=has_script, viewport={"width": DESK, "height": 844}
    )
    page = context.new_page()
    page.goto(f"{market.url}/search?q=Skoda+within+10+miles+of+York&miles=50")
    expect(page.locator("h1")).to_have_text("6 Skoda vehicles near York")
    page.get_by_label("Sort").select_option("distance")
    if not has_script:
        page.get_by_role("button", name="Sort").click()
    expect(page.locator(".card .far").first).to_have_text("under a mile")
    assert "sort=distance" in page.url
    far = [text for text in page.locator(".card .far").all_inner_texts() if text != "22 miles"]
    assert far == ["under a mile"]
    page.get_by_label("How far").select_option("5")
    if not has_script:
        page.locator("#apply").click()
    expect(page.locator("h1")).to_have_text("1 Skoda vehicle near York")
    context.close()


def test_suggestions_are_chosen_with_the_keyboard(market: House, desk: Page) -> None:
    desk.goto(market.url)
    field = desk.get_by_role("combobox", name="What are you looking for?")
    field.press_sequentially("octa")
    option = desk.get_by_role("option", name="Skoda Octavia")
    expect(option).to_be_visible()
    assert field.get_attribute("aria-expanded") == "true"
    looked_at(desk)
    field.press("ArrowDown")
    expect(option).to_have_attribute("aria-selected", "true")
    assert field.get_attribute("aria-activedescendant") == option.get_attribute("id")
    expect(field).to_have_value("Skoda Octavia")
    field.press("Escape")
    expect(option).to_be_hidden()
    expect(field).to_have_value("octa")
    field.press("ArrowDown")
    expect(option).to_be_visible()
    field.press("ArrowDown")
    field.press("Enter")
    expect(desk.locator("h1")).to_have_text("6 Skoda Octavia")
    assert desk.url.endswith("/search?make=Skoda&model=Octavia")


def test_a_suggestion_leads_to_as_many_as_it_counted(market: House, desk: Page) -> None:
    desk.goto(market.url)
    field = desk.get_by_role("combobox", name="What are you looking for?")
    field.press_sequentially("not black octavia near yor")
    option = desk.get_by_role("option", name="not black octavia near York")
    expect(option.locator(".n")).to_have_text("5")
    option.click()
    expect(desk.locator("h1")).to_have_text("5 Skoda Octavia near York")
    assert desk.url.endswith("/search?q=not+black+octavia&near=York")
    assert labels(desk)[-1] == "Within 30 miles of York"
    desk.go_back()
    expect(desk).to_have_url(f"{market.url}/")


def test_a_suggestion_keeps_the_filters_that_it_does_not_contradict(
    market: House, desk: Page
) -> None:
    ticked = "make=Yamaha&model=MT-07&transmission=Automatic&price_max=20000&exclude.body_type=MPV"
    desk.goto(f"{market.url}/search?{ticked}&near=Leeds&miles=5&sort=price&page=2")
    field = desk.get_by_role("combobox", name="What are you looking for?")
    field.press_sequentially("octa")
    option = desk.get_by_role("option", name="Skoda Octavia")
    expect(option.locator(".n")).to_have_text("")  # it counts what the filters leave out, too
    option.click()
    expect(desk.locator("h1")).to_have_text("3 automatic Skoda Octavia near Leeds")
    asked = parse_qs(urlsplit(desk.url).query)
    assert asked == {
        "make": ["Skoda"], "model": ["Octavia"], "transmission": ["Automatic"],
        "price_max": ["20000"], "exclude.body_type": ["MPV"], "near": ["Leeds"], "miles": ["5"],
        "sort": ["price"],
    }  # fmt: skip
    field.fill("in yor")
    desk.locator("[data-text='in York']").click()
    expect(desk.locator("h1")).to_have_text("1 automatic Skoda Octavia near York")
    asked = parse_qs(urlsplit(desk.url).query)
    assert (asked["near"], asked["make"], asked["miles"]) == (["York"], ["Skoda"], ["5"])


@pytest.mark.parametrize(
    ("ticked", "typed", "chosen", "asked"),
    [
        ("make=Yamaha&make=Skoda&model=MT-07", "skod", "Skoda", "make=Skoda"),
        ("region=Scotland&fuel=Diesel", "york", "York", "near=York&fuel=Diesel"),
        ("near=Leeds&miles=5", "yorksh", YORKSHIRE, f"region={YORKSHIRE.replace(' ', '+')}"),
        ("near=Leeds&miles=5", "within 30 miles of yor", "within 30 miles of York",
         "q=within+30+miles+of&near=York"),
    ],
)  # fmt: skip
def test_a_suggestion_drops_the_filters_that_it_contradicts(
    market: House, desk: Page, ticked: str, typed: str, chosen: str, asked: str
) -> None:
    desk.goto(f"{market.url}/search?{ticked}")
    desk.get_by_role("combobox", name="What are you looking for?").press_sequentially(typed)
    desk.locator(f"[data-text='{chosen}']").click()
    expect(desk).to_have_url(f"{market.url}/search?{asked}")


def test_a_filter_that_cannot_be_read_is_told_on_a_phone_and_led_to(
    market: House, browser: Browser
) -> None:
    context = browser.new_context(viewport={"width": PHONE, "height": 844})
    page = context.new_page()
    page.goto(f"{market.url}/search?price_max=lots")
    told = page.locator("#listed").get_by_text("“lots” must be a number of pounds")
    expect(told).to_be_visible()
    looked_at(page)
    page.get_by_role("link", name="Change it in the filters").click()
    expect(page.locator("#price_max")).to_be_focused()
    page.locator("#price_max").fill("20000")
    page.locator("#apply").click()
    expect(told).to_have_count(0)
    page.set_viewport_size({"width": DESK, "height": 844})
    page.goto(f"{market.url}/search?price_max=lots")
    expect(page.locator("#price_max-wrong")).to_be_visible()
    expect(told).to_be_hidden()
    context.close()


def test_the_switch_of_colours_is_remembered_before_anything_is_painted(
    market: House, desk: Page
) -> None:
    ground = "getComputedStyle(document.body).backgroundColor"
    desk.goto(market.url)
    light = desk.evaluate(ground)
    desk.get_by_role("button", name="Dark colours").click()
    dark = desk.evaluate(ground)
    assert dark != light
    desk.goto(f"{market.url}/cars")
    assert desk.evaluate(ground) == dark
    looked_at(desk)
    button = desk.get_by_role("button", name="Dark colours")
    assert button.get_attribute("aria-pressed") == "true"
    button.click()
    assert desk.evaluate(ground) == light


def test_the_sheet_of_filters_keeps_the_keyboard_and_closes_with_escape(
    market: House, browser: Browser
) -> None:
    context = browser.new_context(viewport={"width": PHONE, "height": 844})
    page = context.new_page()
    page.goto(f"{market.url}/search?make=Skoda")
    page.get_by_role("link", name="Filters").click()
    expect(page.get_by_role("dialog", name="Filters")).to_be_visible()
    expect(page.locator("#close")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#filters")).not_to_be_visible()
    expect(page.locator("#open")).to_be_focused()
    context.close()


PAGES = [
    "/", "/search?q=Skoda", "/search?make=Skoda&fuel=Hydrogen", "/cars", "/vans", "/motorbikes",
    "/cars/skoda", "/cars/skoda/octavia", "/cars/estates", "/cars/diesel", "/vans/panel-vans",
    "/cars/in/yorkshire-and-the-humber", "/motorbikes/naked-bikes", "/dealers", "/credits",
]  # fmt: skip


def test_every_page_is_fit_for_everybody_small_and_nobodys_but_ours(
    market: House, context: BrowserContext
) -> None:
    for path in PAGES:
        page = context.new_page()
        elsewhere: list[str] = []
        page.on(
            "request",
            lambda request, kept=elsewhere: (
                None if request.url.startswith((market.url, "data:")) else kept.append(request.url)
            ),
        )
        wrong: list[str] = []
        page.on(
            "console",
            lambda told, kept=wrong: kept.append(told.text) if told.type == "error" else None,
        )
        page.goto(market.url + path)
        looked_at(page)
        assert (elsewhere, wrong) == ([], []), path
        page.close()


@pytest.mark.parametrize("path", ["/", "/search?make=Skoda", "/cars/skoda"])
def test_a_first_visit_transfers_little(market: House, browser: Browser, path: str) -> None:
    context = browser.new_context(viewport={"width": DESK, "height": 844})
    page = context.new_page()
    network = context.new_cdp_session(page)
    network.send("Network.enable")
    sizes: list[float] = []
    network.on("Network.loadingFinished", lambda told: sizes.append(told["encodedDataLength"]))
    page.goto(market.url + path)
    page.wait_for_load_state("networkidle")
    assert 5_000 < sum(sizes) < MOST_BYTES
    assert len(sizes) >= 5
    context.close()
