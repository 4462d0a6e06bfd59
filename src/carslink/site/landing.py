"""Pages about makes, models, bodies, fuels and regions: their addresses, and what is linked there.

    /cars                     a kind: cars, vans, motorbikes
    /cars/estates             a body, a type of motorbike, or a fuel (/cars/electric)
    /cars/in/north-west       a region
    /cars/bmw                 a make; spellings with the same slug share the page
    /cars/bmw/3-series        a model

The words of the vocabulary come first: a make whose slug is one of them, or "in", has "-make" added
to its slug. Addresses of vehicles have a fourth part, which is a number, so nothing else is like
them.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from carslink.places import REGIONS
from carslink.search import combinations, facets, schema, snapshot
from carslink.search.query import Query
from carslink.site.headline import in_region
from carslink.site.naming import BIKES, BODIES, KINDS, said, slug
from carslink.stock.addresses import KINDS as PATHS
from carslink.stock.models import Listing
from carslink.vehicles.body_types import CAR_BODY_TYPES, VAN_BODY_TYPES
from carslink.vehicles.makes import normalise_make
from carslink.vehicles.words import BIKE_TYPES, FUELS

IN = "in"
_MAKES = next(group for group in schema.GROUPS if group.names == ("make", "model"))


@dataclass(frozen=True)
class Landing:
    """A page about a part of the stock.

    `name` is its heading, `told` what its vehicles are called within a sentence, `query` finds
    them; `up` are the pages above it, as name and path.
    """

    path: str
    name: str
    told: str
    query: Query
    up: tuple[tuple[str, str], ...] = ()

    @property
    def kind(self) -> str:
        """The kind of vehicle: `car`, `van` or `motorcycle`."""
        return self.query.values("vehicle_type")[0]


@dataclass(frozen=True)
class _Word:
    """A word of the vocabulary that has a page: the filter and value, and what it is called."""

    filter: str
    value: str
    told: str


def of_kind(kind: str) -> Landing:
    """Return the page of a kind of vehicle."""
    told = KINDS[kind]
    query = Query(filters=(("vehicle_type", (kind,)),))
    return Landing(kind_path(kind), told.capitalize(), told, query)


def of_region(kind: str, asked: str) -> Landing | None:
    """Return the page of a region by its slug; None where there is no such region."""
    region = next((region for region in REGIONS if slug(region) == asked), None)
    if region is None:
        return None
    where = f"{KINDS[kind]} in {in_region(region)}"
    return _under(of_kind(kind), region_path(kind, region), where, where, "region", (region,))


def of_word_or_make(kind: str, asked: str) -> Landing | None:
    """Return the page of a body, fuel or make by its slug.

    A make that is known and of which nothing is for sale has its page all the same; None for what
    is neither. Raises Unavailable while there is no index.
    """
    if word := _words(kind).get(asked):
        path = f"{kind_path(kind)}/{asked}"
        return _under(of_kind(kind), path, word.told, word.told, word.filter, (word.value,))
    plain = asked.removesuffix("-make") if asked.removesuffix("-make") in _taken(kind) else asked
    makes = tuple(_names(kind).get(plain, {})) or tuple(filter(None, [_known(plain)]))
    if not makes:
        return None
    told = f"{makes[0]} {KINDS[kind]}"
    return _under(of_kind(kind), f"{kind_path(kind)}/{asked}", makes[0], told, "make", makes)


def of_model(make: Landing, asked: str) -> Landing | None:
    """Return the page of a model by its slug; None where no vehicle of the make is one."""
    names = _names(make.kind)
    spelt: dict[str, int] = {}
    for name in make.query.values("make"):
        for models in names.get(slug(name), {}).values():
            for model, count in models.items():
                if slug(model) == asked:
                    spelt[model] = spelt.get(model, 0) + count
    if not spelt:
        return None
    spellings = tuple(sorted(spelt, key=lambda model: -spelt[model]))
    name = f"{make.name} {spellings[0]}"
    return _under(make, f"{make.path}/{asked}", name, name, "model", spellings)


def kind_path(kind: str) -> str:
    """Return the path of a kind of vehicle."""
    return f"/{PATHS[kind]}"


def region_path(kind: str, region: str) -> str:
    """Return the path of a region."""
    return f"{kind_path(kind)}/{IN}/{slug(region)}"


def make_path(kind: str, make: str) -> str:
    """Return the path of a make; nothing for one that has no Latin letter."""
    part = slug(make)
    if not part:
        return ""
    return f"{kind_path(kind)}/{part}{'-make' if part in _taken(kind) else ''}"


def model_path(kind: str, make: str, model: str) -> str:
    """Return the path of a model; nothing where it or its make has no Latin letter."""
    above, part = make_path(kind, make), slug(model)
    return f"{above}/{part}" if above and part else ""


def word_path(kind: str, filter_: str, value: str) -> str:
    """Return the path of a body, type or fuel; nothing for a value that has no page."""
    paths = (part for part, w in _words(kind).items() if (w.filter, w.value) == (filter_, value))
    return next((f"{kind_path(kind)}/{part}" for part in paths), "")


def up_from(listing: Listing) -> list[tuple[str, str]]:
    """Return what a vehicle's page stands under: its kind, make and model, as name and path."""
    kind = listing.vehicle_type
    pages = (
        (KINDS[kind].capitalize(), kind_path(kind)),
        (listing.make, make_path(kind, listing.make)),
        (listing.model, model_path(kind, listing.make, listing.model)),
    )
    return [(name, path) for name, path in pages if path]


def _under(
    above: Landing, path: str, name: str, told: str, filter_: str, values: tuple[str, ...]
) -> Landing:
    """Return a page one step below another: the same question, and one filter more."""
    return Landing(
        path=path,
        name=name[0].upper() + name[1:],
        told=told,
        query=replace(
            above.query, filters=(*above.query.filters, (filter_, tuple(sorted(values))))
        ),
        up=(*above.up, (above.name, above.path)),
    )


@cache
def _words(kind: str) -> dict[str, _Word]:
    """Return the words that have a page among a kind of vehicle, by their slugs."""
    return {slug(_slug_of(word)): word for word in _vocabulary(kind)}


def _vocabulary(kind: str) -> Iterator[_Word]:
    bodies = {"car": CAR_BODY_TYPES, "van": VAN_BODY_TYPES}.get(kind, ())
    yield from (_Word("body_type", body, BODIES[body]) for body in bodies)
    if kind == "motorcycle":
        yield from (_Word("bike_type", bike, BIKES[bike]) for bike in BIKE_TYPES)
    yield from (_Word("fuel", fuel, f"{said(fuel)} {KINDS[kind]}") for fuel in FUELS)


def _slug_of(word: _Word) -> str:
    return word.value if word.filter == "fuel" else word.told


def _taken(kind: str) -> frozenset[str]:
    return frozenset({*_words(kind), IN})


def _known(part: str) -> str | None:
    """Return the make that a slug stands for, of those that the trade knows."""
    make = normalise_make(part.replace("-", " "))
    return make if make and slug(make) == part else None


Models = dict[str, int]


def _names(kind: str) -> dict[str, dict[str, Models]]:
    """Return the makes of the stock by their slugs, the most frequent spelling first, and the
    models of each with their counts. Raises Unavailable while there is no index."""
    here = snapshot.latest()
    return here.once(("names by slug", kind), lambda: _named(kind, here))


def _named(kind: str, here: snapshot.Snapshot) -> dict[str, dict[str, Models]]:
    counts = facets.occurring(of_kind(kind).query, [_MAKES], here)[_MAKES.field]
    makes: dict[str, Models] = {}
    for (make, model), count in combinations.rows(_MAKES, counts, here):
        makes.setdefault(make, {})[model] = count
    by_slug: dict[str, dict[str, Models]] = {}
    for make in sorted(makes, key=lambda make: -sum(makes[make].values())):
        by_slug.setdefault(slug(make), {})[make] = makes[make]
    by_slug.pop("", None)
    return by_slug
