"""What a question likes, as a score of each row: its preferences, and its words in the title.

`ranking.py` says what scores are for. Words that are not usual ones are left to `terms.py`.
"""

from collections.abc import Callable, Iterator
from functools import partial, reduce

import numpy as np
from numpy.typing import NDArray

from carslink.search import combinations, found, ranking, schema, wording
from carslink.search.columns import STANDING
from carslink.search.filters import NUMBER_FILTER
from carslink.search.found import Found, Mask, Where
from carslink.search.query import Preference, Query
from carslink.search.snapshot import Snapshot

Scores = NDArray[np.float64]

Likes = tuple[Callable[[Where], Mask], float]
"""Which of some rows fulfil something, and what it adds to their scores."""


def by_columns(query: Query) -> bool:
    """Whether the columns tell all that a question likes."""
    return all(map(_by_columns, query.preferences))


def _by_columns(preference: Preference) -> bool:
    if preference.name == "words":
        return all(map(wording.usual_only, preference.values))
    return preference.name in NUMBER_FILTER or preference.name in schema.GROUP_OF


def scores(query: Query, found_: Found) -> Scores | None:
    """Return the score of each row that was found; None where nothing is liked."""
    here, places = found_.here, found_.places
    likes = list(_likes(query, here))
    if not likes:
        return None
    # Over all rows it is quicker than to gather most of them for each thing.
    of_all = len(places) > found.MANY * here.rows
    where = slice(0, here.rows) if of_all else places
    made = np.ones(here.rows if of_all else len(places))
    for fulfil, worth in likes:
        made += worth * fulfil(where)
    made *= ranking.times(here.columns[STANDING][where].astype(np.float64))
    return made[places] if of_all else made


def _likes(query: Query, here: Snapshot) -> Iterator[Likes]:
    for preference in query.preferences:
        if (fulfil := _fulfilling(preference, here)) is not None:
            yield fulfil, preference.weight
    if query.text and (said := wording.usual_only(query.text)):
        yield partial(_says, said, schema.TITLE, here), ranking.TITLE_WORTH


def _fulfilling(preference: Preference, here: Snapshot) -> Callable[[Where], Mask] | None:
    """Return what tells which rows fulfil a preference; None where it asks for nothing."""
    name = preference.name
    if name in NUMBER_FILTER:
        least, most = preference.bounds
        if least is most is None:
            return None
        return partial(found.within, here.columns[name], least, most)
    if not preference.values:
        return None
    if name in schema.GROUP_OF:
        group, asked = schema.GROUP_OF[name], Query(filters=((name, preference.values),))
        table = combinations.fits(group, name, asked, here)
        return partial(found.has_code, here.columns[group.field], table)
    said = [known for text in preference.values if (known := wording.usual_only(text))]
    return partial(_says_any, said, here)


def _says(said: tuple[wording.Wordings, ...], field: str, here: Snapshot, where: Where) -> Mask:
    return found.all_of(list(wording.masks(said, field, here, where)))


def _says_any(said: list[tuple[wording.Wordings, ...]], here: Snapshot, where: Where) -> Mask:
    return reduce(np.logical_or, (_says(each, schema.WORDS, here, where) for each in said))
