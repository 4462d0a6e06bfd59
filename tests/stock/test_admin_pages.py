"""The plain admin shows everything that Carslink keeps, and makes no keys."""

from typing import Any

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from carslink.partners import keys
from carslink.partners.models import ApiKey
from carslink.push.models import IdempotencyKey
from carslink.stock.models import Feed, Listing
from tests.push.shop import car
from tests.stock.lot import Lot

pytestmark = pytest.mark.filterwarnings("ignore:No directory at:UserWarning")
# Counters of the machinery, of which `carslink doctor` and /metrics tell, and bodies of feeds.
MACHINERY = {"KeyUse", "Clock", "Change", "Heartbeat", "Payload", "Asked"}
MODELS = [
    model
    for room in ("partners", "dealers", "stock", "push", "welcome", "portal", "backoffice", "media")
    for model in apps.get_app_config(room).get_models()
    if model.__name__ not in MACHINERY and not model._meta.proxy
]


@pytest.fixture
def operator(client: Client, lot: Lot) -> Client:
    """A superuser's browser, in a house with one of everything."""
    client.force_login(User.objects.create_superuser("operator"))
    keys.issue(lot.partner, label="first")
    lot.full(car(1, vin="bad"), car(2), name="Smith Motors")
    lot.partial({"source_id": "V1", "price": 1}, {"source_id": "V2", "delete": True})
    return client


@pytest.mark.parametrize("model", MODELS, ids=lambda m: m.__name__)
def test_every_model_is_in_the_admin(model: Any) -> None:
    assert admin.site.is_registered(model)


@pytest.mark.parametrize("model", MODELS, ids=lambda m: m.__name__)
def test_the_pages_of_every_model_in_the_admin_open(operator: Client, model: Any) -> None:
    name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
    assert operator.get(reverse(f"{name}_changelist")).status_code == 200
    assert operator.get(reverse(f"{name}_changelist"), {"q": "smith"}).status_code == 200
    assert operator.get(reverse(f"{name}_add")).status_code in (200, 403)
    for each in model.objects.all()[:2]:
        assert operator.get(reverse(f"{name}_change", args=[each.pk])).status_code == 200
        assert operator.get(reverse(f"{name}_history", args=[each.pk])).status_code == 200


def test_a_key_cannot_be_added_in_the_admin(operator: Client, lot: Lot) -> None:
    add = reverse("admin:partners_apikey_add")
    assert operator.get(add).status_code == 403
    answer = operator.post(add, {"partner": lot.partner.pk, "public_id": "AAAAAAAA"})
    assert answer.status_code == 403
    assert ApiKey.objects.count() == 1


def test_neither_digest_nor_secret_of_a_key_is_shown(operator: Client, lot: Lot) -> None:
    text = keys.issue(lot.partner)
    key = ApiKey.objects.get(public_id=text.split("_")[1])
    for name, arguments in (("changelist", []), ("change", [key.pk])):
        page = operator.get(reverse(f"admin:partners_apikey_{name}", args=arguments))
        assert text not in page.content.decode()
        assert bytes(key.digest).hex() not in page.content.decode()


def test_keys_are_revoked_in_the_admin(operator: Client) -> None:
    key = ApiKey.objects.get()
    operator.post(
        reverse("admin:partners_apikey_changelist"),
        {"action": "revoke_keys", "_selected_action": [key.pk]},
    )
    key.refresh_from_db()
    assert key.standing == "revoked"


@pytest.mark.parametrize("model", [Listing, Feed, IdempotencyKey], ids=lambda m: m.__name__)
def test_stock_cannot_be_changed_past_the_change_log(operator: Client, model: Any) -> None:
    """A listing saved by the admin would not be numbered, so that search never heard of it."""
    name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
    assert operator.get(reverse(f"{name}_add")).status_code == 403
    for each in model.objects.all():
        answer = operator.post(reverse(f"{name}_change", args=[each.pk]), {"price": "7"})
        assert answer.status_code == 403
        answer = operator.post(reverse(f"{name}_delete", args=[each.pk]), {"post": "yes"})
        assert answer.status_code == 403


def test_the_admin_is_closed_to_others(client: Client, db: None) -> None:
    answer = client.get(reverse("admin:index"))
    assert answer.status_code == 302
    assert answer.headers["location"].startswith(reverse("admin:login"))
