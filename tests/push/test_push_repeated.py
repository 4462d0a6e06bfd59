"""Entries that repeat, to the byte, what made a listing what it is, beside others that do not."""

from tests.push.shop import Shop, car


def test_a_repeated_entry_without_source_id_leaves_its_vehicle_to_the_one_that_names_it_anew(
    shop: Shop,
) -> None:
    """Whether the entry was read or known by its bytes, the vehicle keeps its id and URL."""
    named = car(1, source_id="S1")
    nameless = {name: value for name, value in named.items() if name != "source_id"}
    shop.full(named)
    before = shop.vehicle("S1")
    shop.full(nameless)
    receipt = shop.full(nameless, {**named, "source_id": "S2"})
    assert receipt["feed"]["removed"] == 0
    assert receipt["feed"]["superseded"] == 1
    assert shop.live() == ["S2"]
    assert shop.vehicle("S2")["url"] == before["url"]


def test_words_outside_the_vocabulary_are_named_by_their_field(shop: Shop) -> None:
    receipt = shop.partial(
        car(1, make="Zzz", fuel="Steam", colour="Zzz", condition="Zzz", body_type="Zzz")
    )
    told = {each["field"]: each["reason"] for each in receipt["warnings"]}
    assert told == {
        "make": "make 'Zzz' is not in the vocabulary; kept as sent",
        "body_type": "body_type 'Zzz' is not in the vocabulary; kept as sent",
        "fuel": "fuel 'Steam' is not in the vocabulary; kept as sent",
        "colour": "colour 'Zzz' is not in the vocabulary; kept as sent",
        "condition": "condition 'Zzz' is not in the vocabulary; kept as sent",
    }
