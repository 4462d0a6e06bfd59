"""The photographs of a vehicle's page in a real browser."""

import re
from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from playwright.sync_api import Browser, Page, Route, expect
from psycopg.types.json import Jsonb

from carslink.media import picture
from carslink.media.picture import Made
from carslink.media.storage import file_name
from tests.house import House
from tests.media import photos
from tests.push.shop import car, new_shop

SIZES = [(1600, 1200)] * 6 + [(900, 1200)]
_SHOW = """
INSERT INTO stock_pictures (listing_id, total, done, failed, shown, placeholder, notes, numbered)
VALUES (%s, 7, 7, 0, %s, %s, '[]', '{}')
"""

_ENTER = """
INSERT INTO media_picture (name, width, height, placeholder, kept_at)
VALUES (%s, %s, %s, %s, now())
"""


@pytest.fixture(scope="module")
def gallery(house: House, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a vehicle with seven photographs, the last one upright."""
    key = house.add_partner("A partner with photographs")
    receipt = new_shop(house, key).full(car(1, variant="Belvedere"))
    house.settled(key, receipt["sync_id"])
    (found,) = house.get("/api/v1/search", q="Belvedere").json()["results"]
    sent = tmp_path_factory.mktemp("sent")
    kept = [_keep(house, sent, n, *size) for n, size in enumerate(SIZES)]
    shown = [[name, made.width, made.height] for name, made in kept]
    placeholder = b64encode(kept[0][1].placeholder).decode()
    # As the process that fetches does it, which this house has not.
    with psycopg.connect(house.database_url) as database:
        for name, made in kept:
            entered = (name, made.width, made.height, made.placeholder)
            database.execute(_ENTER, entered)
        database.execute(_SHOW, (found["id"], Jsonb(shown), placeholder))
    return str(found["url"])


def _keep(house: House, folder: Path, number: int, width: int, height: int) -> tuple[str, Made]:
    """Draw a photograph and lay it where the house serves it from."""
    file, name = folder / f"{number}.jpg", f"{number:032x}"
    file.write_bytes(photos.jpeg(width, height, number))
    made = picture.make(file)
    for each, content in made.sizes.items():
        target = house.folder / "media" / "pictures" / file_name(name, each)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    return name, made


@pytest.fixture
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    context = browser.new_context(**getattr(request, "param", {}))
    yield context.new_page()
    context.close()


COMPLETE = "image => image.complete && image.naturalWidth > 0"
NO_SCRIPTS = pytest.mark.parametrize(
    "page", [{"java_script_enabled": True}, {"java_script_enabled": False}], indirect=True,
    ids=["scripts", "no scripts"],
)  # fmt: skip


def shown(page: Page) -> int:
    """Return the number of the photograph that stands in the frame; 0 between two."""
    frame = page.locator(".reel").bounding_box()
    assert frame is not None
    for number, photo in enumerate(page.locator(".reel > .photo").all(), 1):
        box = photo.bounding_box()
        if box is not None and abs(box["x"] - frame["x"]) < 2:
            return number
    return 0


def await_shown(page: Page, number: int) -> None:
    for _ in range(100):
        if shown(page) == number:
            return
        page.wait_for_timeout(50)
    assert shown(page) == number


@NO_SCRIPTS
def test_a_thumbnail_brings_its_photograph_and_that_one_leads_to_the_largest(
    gallery: str, page: Page
) -> None:
    page.goto(gallery)
    assert shown(page) == 1
    page.get_by_role("link", name="Photograph 3", exact=True).click()
    await_shown(page, 3)
    page.get_by_text("All 7 photographs").click()
    page.get_by_role("link", name="Photograph 7", exact=True).click()
    await_shown(page, 7)
    page.locator("#photo-7").click()
    expect(page).to_have_url(re.compile(r"/pictures/[0-9a-f]{32}/900\.webp$"))


@NO_SCRIPTS
def test_the_keyboard_alone_leafs_through_them(gallery: str, page: Page) -> None:
    page.goto(gallery)
    page.locator(".reel").focus()
    page.keyboard.press("ArrowRight")
    await_shown(page, 2)
    page.locator(".gallery > .strip a").nth(2).focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    await_shown(page, 4)


@pytest.mark.parametrize(
    ("page", "hero", "thumbnail"),
    [
        ({"viewport": {"width": 1280, "height": 800}}, 1280, 320),
        ({"viewport": {"width": 390, "height": 844}, "device_scale_factor": 1.5}, 640, 320),
    ],
    indirect=["page"],
)
def test_nothing_moves_when_photographs_come_and_each_comes_in_the_size_that_it_is_shown_in(
    gallery: str, page: Page, hero: int, thumbnail: int
) -> None:
    held: list[Route] = []
    is_over = False

    def hold(route: Route) -> None:
        if is_over:
            route.continue_()
        else:
            held.append(route)

    page.route("**/pictures/**", hold)
    page.goto(gallery, wait_until="domcontentloaded")
    photographs = page.locator(".reel img:not(.blur)")
    for image, (width, height) in zip(photographs.all(), SIZES, strict=True):
        assert image.get_attribute("width") == str(width)
        assert image.get_attribute("height") == str(height)
    assert not photographs.first.evaluate(COMPLETE)
    for each in (".reel > .photo", ".gallery > .strip > .photo", ".more .photo"):
        standing_in = page.locator(f"{each} > .blur")
        assert standing_in.count() == page.locator(each).count() > 0
        for image in standing_in.all():
            page.wait_for_function(COMPLETE, arg=image.element_handle())
    before = _places(page)
    is_over = True
    for route in held:
        route.continue_()
    small = page.locator(".strip img:not(.blur)").first
    for image, size in ((photographs.first, hero), (small, thumbnail)):
        image.scroll_into_view_if_needed()
        page.wait_for_function(COMPLETE, arg=image.element_handle())
        assert str(image.evaluate("image => image.currentSrc")).endswith(f"/{size}.webp")
    assert _places(page) == before


def _places(page: Page) -> list[object]:
    """Return where everything on the page stands that is shown: not what is folded away."""
    return list(
        page.evaluate(
            "[...document.querySelectorAll('main *')]"
            ".filter(each => each.checkVisibility()).map(each => {"
            " const box = each.getBoundingClientRect();"
            " return [each.tagName, box.x + scrollX, box.y + scrollY, box.width, box.height] })"
        )
    )
