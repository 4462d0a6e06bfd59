"""A NUL, which PostgreSQL takes in no text, in the fields of the portal's forms."""

from collections.abc import Callable

import pytest
from django.test import Client

from carslink.dealers.models import Dealer
from carslink.partners import keys
from tests.portal.test_uploads import alice as alice
from tests.portal.test_uploads import mine as mine
from tests.portal.test_uploads import ready
from tests.upload.conftest import own_files as own_files
from tests.upload.conftest import work as work
from tests.upload.test_flow import row

Work = Callable[[], list[str]]
pytestmark = pytest.mark.filterwarnings("ignore:No directory at:UserWarning")

FIELDS = (
    "username", "password", "address", "email", "name", "postcode", "phone", "website", "town",
    "county", "address_line_1", "address_line_2", "last", "old_ends", "make", "link", "whole",
    "sheet", "mode", "c0", "c1", "vehicle_type", "image", "remove", "offer", "account",
    "new_password1", "new_password2", "price", "mileage", "token", "next", "like", "page", "q",
)  # fmt: skip
OPEN = ("login", "password", "register", "register/confirm", "claim", "still")
SIGNED_IN = ("account/address", "account/address/confirm", "account/delete", "own/profile",
    "own/key", "own/uploads", "own/still", "own")  # fmt: skip
OF_UPLOAD = ("columns", "sheet", "mode", "again")


def sent(client: Client, path: str) -> int:
    """Send a NUL in every field, alone and within a text; an error of the database is raised."""
    codes = set()
    for text in ("\x00", "alice\x00@smith.example"):
        codes.add(client.post(path, dict.fromkeys(FIELDS, text)).status_code)
        codes.add(client.get(path, dict.fromkeys(FIELDS, text)).status_code)
    return max(codes)


@pytest.mark.parametrize("page", OPEN)
def test_pages_for_everybody(client: Client, db: None, page: str) -> None:
    assert sent(client, f"/portal/{page}") < 500


def test_pages_of_an_account(alice: Client, work: Work) -> None:
    upload = ready(alice, work, row(1))
    of_upload = [f"own/uploads/{upload.public_id}/{page}" for page in OF_UPLOAD]
    for page in (*SIGNED_IN, *of_upload):
        assert sent(alice, f"/portal/{page}") < 500, page


def test_a_key_of_no_name_is_not_there(alice: Client, mine: Dealer) -> None:
    text = keys.issue(mine.partner)
    for name in ("\x00", text.split("_")[1] + "\x00"):
        assert alice.post("/portal/own/key", {"revoke": name}).status_code == 404
    assert keys.authenticate(text) is not None
