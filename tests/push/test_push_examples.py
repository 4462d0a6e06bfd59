"""The programme page's own examples, to the letter."""

import json

from tests.house import House
from tests.push.shop import Shop, check_counts, told_of

COMPLETE = """{
  "mode": "full_replace",
  "dealer": {
    "partner_dealer_id": "DEALER-001",
    "name": "Smith Motors Ltd",
    "address_line_1": "123 Motor Row",
    "town": "Manchester",
    "postcode": "M1 2AB",
    "phone": "0161 555 0100",
    "email": "[email protected]",
    "website": "https://www.smithmotors.co.uk"
  },
  "listings": [
    {
      "vehicle_type": "car",
      "make": "BMW",
      "model": "3 Series",
      "variant": "320d M Sport",
      "year": 2021,
      "price": 28995,
      "mileage": 24500,
      "fuel": "Diesel",
      "transmission": "Automatic",
      "colour": "Black Sapphire",
      "body_type": "Saloon",
      "condition": "Used",
      "registration": "AB21 XYZ",
      "vin": "WBAJL510X0G123456",
      "source_id": "YOUR-VEHICLE-ID-001",
      "images": [
        "https://example.com/hero.jpg",
        "https://example.com/rear.jpg",
        "https://example.com/interior.jpg",
        "https://example.com/dashboard.jpg"
      ],
      "listing_url": "https://www.smithmotors.co.uk/vehicle/001",
      "description": "One owner from new with full BMW service history."
    }
  ]
}"""

PARTIAL = """{
  "mode": "partial",
  "dealer": {
    "partner_dealer_id": "YOUR-INTERNAL-DEALER-ID"
  },
  "listings": [
    {
      "source_id": "VEHICLE-001",
      "price": 27495,
      "mileage": 25100,
      "description": "Updated description..."
    },
    {
      "source_id": "VEHICLE-002",
      "delete": true
    }
  ]
}"""

RESPONSE = """{
  "sync_id": "sync_a1b2c3d4",
  "status": "accepted",
  "message": "Payload accepted, processing in background",
  "received_count": 47,
  "queued_count": 45,
  "deleted_count": 0,
  "success": true,
  "dealer": null,
  "feed": {
    "mode": "full_replace",
    "received": 47,
    "accepted": 45,
    "skipped": 2,
    "removed": 0
  },
  "skipped_listings": [
    { "source_id": "V-001", "reason": "minimum 4 image URLs required (received 2)" },
    { "source_id": "V-002", "reason": "price must be numeric and > 0" }
  ],
  "timestamp": "2026-05-12T10:00:00Z"
}"""


def test_the_complete_example_is_taken_with_a_warning_of_its_mangled_email(
    house: House,
) -> None:
    key = house.add_partner("The page's complete example")
    answer = house.post(COMPLETE.encode(), key)

    assert answer.status_code == 202
    receipt = answer.json()
    check_counts(receipt)
    assert receipt["feed"] == {
        "mode": "full_replace", "received": 1, "accepted": 1, "skipped": 0, "removed": 0,
        "held": 0, "deletes": 0, "superseded": 0,
    }  # fmt: skip
    assert receipt["skipped_listings"] == []
    assert told_of(receipt, "dealer.email") == ["email is not a valid e-mail address; ignored"]
    assert [each for each in receipt["warnings"] if each["source_id"]] == []

    dealer = house.get("/api/v1/dealers/DEALER-001", key).json()
    assert dealer["name"] == "Smith Motors Ltd"
    assert dealer["address"] == "123 Motor Row, Manchester"
    assert dealer["postcode"] == "M1 2AB"
    assert dealer["phone"] == "0161 555 0100"
    assert dealer["email"] is None
    assert dealer["website"] == "https://www.smithmotors.co.uk"
    (listing,) = house.get("/api/v1/dealers/DEALER-001/listings", key).json()["items"]
    assert listing["source_id"] == "YOUR-VEHICLE-ID-001"
    vehicle = house.get(f"/api/v1/vehicles/{listing['url'].rsplit('/', 1)[1]}").json()
    sent = json.loads(COMPLETE)["listings"][0]
    for name in sent.keys() - {"registration", "vin", "source_id"}:
        assert vehicle[name] == sent[name], name
    assert vehicle["registration"] == "AB21XYZ"


def test_the_partial_example_changes_one_vehicle_and_takes_the_other_down(house: House) -> None:
    key = house.add_partner("The page's partial example")
    shop = Shop(house, key, "YOUR-INTERNAL-DEALER-ID")
    first, second = (
        json.loads(COMPLETE)["listings"][0] | {"source_id": id_, "registration": mark}
        for id_, mark in (("VEHICLE-001", "AB21 XYZ"), ("VEHICLE-002", "AB21 XYY"))
    )
    shop.full(first, second)
    gone = shop.vehicle_id("VEHICLE-002")

    receipt = shop.send(PARTIAL.encode())

    assert receipt["feed"]["mode"] == "partial"
    assert receipt["queued_count"] == 1
    assert receipt["deleted_count"] == 1
    assert receipt["feed"]["removed"] == 0
    assert receipt["skipped_listings"] == []
    changed = shop.vehicle("VEHICLE-001")
    assert (changed["price"], changed["mileage"]) == (27495, 25100)
    assert changed["description"] == "Updated description..."
    assert changed["colour"] == "Black Sapphire"  # what was not sent stays
    assert house.get(f"/api/v1/vehicles/{gone}").status_code == 410


def test_the_answer_has_every_field_of_the_pages_response_format(shop: Shop) -> None:
    documented = json.loads(RESPONSE)
    sent = json.loads(COMPLETE)["listings"][0]
    few = {"source_id": "V-001", "images": sent["images"][:2]}
    free = {"source_id": "V-002", "registration": "AB21 XYY", "price": 0}

    receipt = shop.full(sent, sent | few, sent | free)

    assert documented.keys() <= receipt.keys()
    assert documented["feed"].keys() <= receipt["feed"].keys()
    assert receipt["skipped_listings"] == documented["skipped_listings"]
    for name in ("status", "message", "success", "dealer"):
        assert receipt[name] == documented[name]
    for name, value in documented.items():
        if name != "dealer":
            assert type(receipt[name]) is type(value), name
    assert receipt["sync_id"].startswith("sync_")
    assert len(receipt["timestamp"]) == len("2026-05-12T10:00:00Z")
    assert receipt["timestamp"].endswith("Z")
