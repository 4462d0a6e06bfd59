import json
import pytest
from carslink.partners.models import Partner
from carslink.stock.accept import Incoming, accept, new_sync_id
from carslink.stock.models import Listing, History, Change

def listing(i, **more):
    return {"make": "bmw", "model": "3 series", "year": 2021, "price": 28995, "mileage": 24500, "registration": 'AB21 X' + 'ABCDEFGHJK'[i//10] + 'ABCDEFGHJK'[i%10],
      "images": [f"https://example.com/{i}/{j}.jpg" for j in range(4)], "body_type": "saloon", "fuel": "Diesel", "colour": "Black Sapphire", "source_id": f"V{i}", **more}

def push(partner, listings, mode="full_replace", **kw):
    raws = [json.dumps(l).encode() for l in listings]
    return json.loads(accept(Incoming(partner, "D1", {"partner_dealer_id": "D1", "name": "Smith Motors"}, mode, raws, b"x"), new_sync_id()))

@pytest.mark.django_db
def test_smoke():
    p = Partner.objects.create(name="p")
    r = push(p, [listing(i) for i in range(10)]); print(r)
    assert r["dealer"] is None and r["queued_count"] == 10
    r = push(p, [listing(i) for i in range(10)]); print(r)
    assert r["dealer"]["live"] == 10
    r = push(p, [listing(i, price=5) if i<2 else listing(i) for i in range(9)]); print(r)
    assert r["feed"]["removed"] == 1
    r = push(p, [{"source_id": "V1", "price": 77}, {"source_id": "V2", "delete": True}, {"source_id": "V3", "registration": "AB21 XAF"}, {"source_id":"V4","registration":"AB21XAE"}, 5, {"source_id": "new", "price": "x"}], mode="partial"); print(json.dumps(r, indent=1))
    assert Listing.objects.get(source_id="V3").registration == "AB21XAF"
    print(list(History.objects.values_list("event","listing_id","changes")))
