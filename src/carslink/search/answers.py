"""The shapes of the search API's answers, from which its documentation is made."""

from datetime import datetime
from typing import Any

from ninja import Field, Schema


class DealerOut(Schema):
    """A dealer, as buyers see it."""

    slug: str
    name: str
    town: str | None
    region: str | None
    lat: float | None = Field(description="Degrees, WGS 84: where its postcode is.")
    lon: float | None


class DealerProfileOut(DealerOut):
    """A dealer with all that a buyer needs to get in touch."""

    url: str = Field(description="The dealer's page on this site.")
    address: str | None
    postcode: str | None
    phone: str | None
    email: str | None
    website: str | None


class PictureOut(Schema):
    """The hero, for whoever shows it in other sizes: `/pictures/NAME/WIDTH.webp`."""

    name: str
    width: int = Field(description="Pixels, of the photograph as it was sent.")
    height: int
    placeholder: str = Field(description="A few pixels of it: WebP in base64.")


class ResultOut(Schema):
    """A vehicle among the results. What is not known is null."""

    id: int = Field(description="Stays the same for as long as the vehicle is listed.")
    url: str = Field(description="The vehicle's page on this site.")
    title: str = Field(description="Make, model and variant.")
    vehicle_type: str
    make: str
    model: str
    variant: str | None
    year: int
    price: float = Field(description="Pounds; a whole number where there are no pence.")
    mileage: int = Field(description="Miles.")
    registration: str
    fuel: str | None = Field(description="As the dealer names it where the vocabulary does not.")
    transmission: str | None
    colour: str | None = Field(description="The dealer's own name; filters use basic colours.")
    body_type: str | None
    condition: str | None
    engine_size: int | None = Field(description="cc.")
    bike_type: str | None
    licence_category: str | None
    van_type: str | None
    roof_height: str | None
    load_length: str | None
    payload_kg: int | None
    load_volume_m3: float | None
    images: list[str] = Field(
        description="Photographs kept by Carslink (WebP), the hero first; until the first one is "
        "kept, within minutes, the dealer's own addresses. Do not show those to buyers."
    )
    image_count: int = Field(description="How many photographs the dealer has sent.")
    picture: PictureOut | None = Field(description="The hero; null until it is kept.")
    first_listed_at: datetime
    dealer: DealerOut


class FoundOut(ResultOut):
    """A vehicle that a search found; it has its first five photographs."""

    distance_miles: float | None = Field(description="From the place asked for; null without one.")


class VehicleOut(ResultOut):
    """A live vehicle with all that is public of it."""

    description: str | None
    listing_url: str | None = Field(description="The dealer's own page for this vehicle.")
    changed_at: datetime
    refreshed_at: datetime = Field(description="When the dealer last said that it is for sale.")
    dealer: DealerProfileOut


class GoneOut(Schema):
    """A vehicle that is not for sale any more."""

    id: int
    status: str = Field(description="`removed` or `expired`.")
    gone_at: datetime | None
    why: str = Field(description="In plain words.")


class ValueCount(Schema):
    """How many vehicles have a value."""

    value: str
    count: int


class SpanCount(Schema):
    """How many vehicles lie in a span."""

    from_: int = Field(alias="from", description="Inclusive.")
    to: int | None = Field(description="Exclusive; null for no end.")
    count: int


class NearOut(Schema):
    """A place and how far around it."""

    label: str = Field(description="The postcode, outcode or town alone.")
    lat: float = Field(description="Degrees, WGS 84.")
    lon: float
    miles: int


class ChipOut(Schema):
    """One thing that was understood."""

    kind: str = Field(
        description="The filter, or number, near, elsewhere (a second place, not searched), "
        "radius, sort, variant, preference or keyword."
    )
    label: str
    negated: bool
    sets: dict[str, Any] = Field(description="The filters that it sets or, negated, leaves out.")
    text: str = Field(description="The words that say it.")
    without: str = Field(description="The whole text without it, to be asked instead.")


class PreferenceOut(Schema):
    """A gentle wish: what fulfils it comes earlier, and nothing is left out for its sake."""

    name: str = Field(description="A list filter, a number filter, or words.")
    values: list[str]
    least: float | None
    most: float | None
    weight: float
    why: str = Field(description="What was said, and what follows from it.")


class UnderstoodOut(Schema):
    """What was made of words."""

    query: str
    filters: dict[str, Any] = Field(description="As the parameters of a search.")
    exclude: dict[str, list[str]] = Field(description="Values that must not match.")
    near: NearOut | None
    sort: str | None
    keywords: list[str] = Field(description="Words that nothing claims: all must be found.")
    preferences: list[PreferenceOut]
    chips: list[ChipOut]


class SimilarOut(Schema):
    """Vehicles like another, the most alike first."""

    results: list[FoundOut]


class SuggestionOut(Schema):
    """What the beginning of a question may become."""

    text: str
    kind: str = Field(description="`make`, `model`, `value`, `place` or `word`.")
    filters: dict[str, str | list[str]] = Field(description="The parameters of its search.")
    count: int = Field(description="How many vehicles that search finds.")


class SuggestionsOut(Schema):
    """What the beginning of a question may become, kind by kind."""

    suggestions: list[SuggestionOut]


class RelaxationOut(Schema):
    """A question that asks a little less, where nothing was found."""

    label: str = Field(description="What it does without, or asks instead.")
    query: str = Field(description="Its parameters, as a query string.")
    count: int


class SearchOut(Schema):
    """One page of what was found. Each facet is counted as if its own filter were not set."""

    total: int
    page: int
    page_size: int
    results: list[FoundOut]
    facets: dict[str, list[ValueCount | SpanCount]]
    relaxations: list[RelaxationOut] | None = Field(
        None, description="Present where nothing was found: what would find something."
    )
    understood: UnderstoodOut | None = Field(None, description="Present where there is a `q`.")
