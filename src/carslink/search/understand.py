"""Plain language: what a buyer's words ask for, as the one question type has it."""

import logging
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any

from django.utils import timezone

from carslink.ai import chat
from carslink.api.refusals import Invalid
from carslink.search import snapshot, vocabulary
from carslink.search.chips import Chip as Plate
from carslink.search.chips import of as plates_of
from carslink.search.filters import BOUND, LIST_FILTER, LIST_FILTERS
from carslink.search.near import Near, around
from carslink.search.plain import chips, grammar, remote
from carslink.search.plain.grammar import Reading
from carslink.search.query import EXCLUDE, NO_PLACE, Preference, Query
from carslink.search.vocabulary import Vocabulary

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Understood:
    """What was made of some words."""

    query: str
    filters: Mapping[str, list[str]]
    exclude: Mapping[str, list[str]]
    bounds: Mapping[str, float]
    variant: str
    near: Near | None
    sort: str | None
    keywords: tuple[str, ...]
    preferences: tuple[Preference, ...]
    chips: tuple[chips.Chip, ...]

    def told(self) -> dict[str, Any]:
        """Return it as the API tells it."""
        filters: dict[str, Any] = {
            **self.filters,
            **({"variant": self.variant} if self.variant else {}),
            **{name: chips.whole(value) for name, value in self.bounds.items()},
        }
        return {
            "query": self.query,
            "filters": filters,
            "exclude": dict(self.exclude),
            "near": asdict(self.near) if self.near else None,
            "sort": self.sort,
            "keywords": list(self.keywords),
            "preferences": [asdict(each) for each in self.preferences],
            "chips": [asdict(each) for each in self.chips],
        }


def understand(text: str, today: date | None = None) -> Understood:
    """Return what the words ask for, given the stock and the day.

    Raises Unavailable while this machine has no index: makes and models are read from the stock.
    """
    today = today or timezone.localdate()
    stock = _stock()
    reading = grammar.read(text, stock, today)
    model = chat.configured()
    if model and remote.is_needed(reading.board, reading.keywords):
        reading = _read_further(reading, stock, today, model)
    return _understood(reading)


def read(text: str) -> Understood:
    """Return what the words ask for by the grammar alone, which nobody has to wait for."""
    return _understood(grammar.read(text, _stock(), timezone.localdate()))


def _stock() -> Vocabulary:
    here = snapshot.latest()
    return vocabulary.of(here.searcher, here.generation)


def _read_further(
    reading: Reading, stock: Vocabulary, today: date, model: chat.Endpoint
) -> Reading:
    """Ask the language model about what is unread; without an answer the reading stands."""
    try:
        found = remote.claim(reading.board, reading.keywords, stock.names, model)
    except chat.NoAnswer as none:
        log.info("the language model did not answer: %s", none)
        return reading
    return grammar.summed_up(reading.text, reading.board, today) if found else reading


def meant(query: Query) -> tuple[Query, Understood | None]:
    """Return a question with its words understood, and what was understood of them.

    Filters of the address win over what the words say of the same thing.
    """
    if not query.text:
        return query, None
    understood = understand(query.text)
    return join(query, understood), understood


def refuse_without_place(asked: Query, meant: Query) -> None:
    """Raise Invalid for what needs a place, where neither the address nor the words name one."""
    if meant.near is not None:
        return
    given = {"miles": asked.miles is not None, "sort": asked.sort == "distance"}
    faults = [(name, NO_PLACE[name]) for name, is_given in given.items() if is_given]
    if faults:
        (field, reason), *more = faults
        raise Invalid(field, reason, *more)


def plates(query: Query, understood: Understood | None) -> list[Plate]:
    """Return what a question asks for, of its words and of its address, each with the question
    that is left without it. What the words say and the address overrides is left out."""
    said = [
        _plate(chip, query, understood)
        for chip in (understood.chips if understood else ())
        if understood and not _is_overridden(chip, query, understood)
    ]
    chosen = [
        replace(plate, without=replace(plate.without, text=query.text))
        for plate in plates_of(replace(query, text=""))
    ]
    return said + chosen


def _plate(chip: chips.Chip, query: Query, understood: Understood) -> Plate:
    label, left = chip.label, replace(query, text=chip.without, page=1)
    near = near_of(query, understood)
    if chip.kind == "near" and near is not None:
        # How far around it goes with it, whether the words or the address say it.
        label, left = around(near), left.placed(None)
    return Plate(f"{EXCLUDE if chip.negated else ''}q", chip.text, label, left)


def _is_overridden(chip: chips.Chip, query: Query, understood: Understood) -> bool:
    """Whether the address says something else of what a chip says, as `join` has it, or another
    chip says it too."""
    if chip.kind in LIST_FILTER:
        same, other = query.filters, query.exclude
        if chip.negated:
            same, other = other, same
        values = chip.sets.get(chip.kind, ())
        return chip.kind in dict(same) or (
            bool(values) and set(values) <= set(dict(other).get(chip.kind, ()))
        )
    if chip.kind == "number":
        chosen = dict(query.numbers)
        return bool(chosen) and all(
            name in chosen or name not in dict(_numbers(query, understood)) for name in chip.sets
        )
    return {
        "variant": bool(query.variant),
        "near": query.near is not None,
        "elsewhere": query.near is not None,
        "radius": query.near is not None,
        "sort": query.sort != Query.sort,
    }.get(chip.kind, False)


def join(query: Query, understood: Understood) -> Query:
    """Return one question of what the address says and what the words say."""
    chosen, left_out = dict(query.filters), dict(query.exclude)
    filters = {
        name: tuple(value for value in values if value not in left_out.get(name, ()))
        for name, values in understood.filters.items()
        if name not in chosen
    }
    exclude = {
        name: tuple(value for value in values if value not in chosen.get(name, ()))
        for name, values in understood.exclude.items()
        if name not in left_out
    }
    near = query.near or near_of(query, understood)
    sort = query.sort if query.sort != Query.sort else understood.sort or Query.sort
    return replace(
        query,
        filters=_in_order(filters | chosen),
        exclude=_in_order(exclude | left_out),
        numbers=_numbers(query, understood),
        variant=query.variant or understood.variant,
        near=near,
        miles=None,
        sort=sort,
        text=" ".join(understood.keywords),
        preferences=understood.preferences,
    ).placed(near)


def near_of(query: Query, understood: Understood) -> Near | None:
    """Return the place of the words, as far around as the address says."""
    if understood.near is None or query.miles is None:
        return understood.near
    return replace(understood.near, miles=query.miles)


def _understood(reading: Reading) -> Understood:
    meaning = reading.meaning
    return Understood(
        query=reading.text,
        filters=meaning.filters,
        exclude=meaning.exclude,
        bounds=meaning.bounds,
        variant=" ".join(meaning.variant),
        near=meaning.near,
        sort=meaning.sort,
        keywords=tuple(dict.fromkeys(token.text for token in reading.keywords)),
        preferences=reading.preferences,
        chips=chips.of(reading.text, reading.board, reading.keywords),
    )


def _in_order(chosen: Mapping[str, tuple[str, ...]]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return chosen values in the order of the table of filters, so that equal questions are."""
    return tuple(
        (each.name, _ordered(each.values, chosen[each.name]))
        for each in LIST_FILTERS
        if chosen.get(each.name)
    )


def _ordered(vocabulary: tuple[str, ...], values: tuple[str, ...]) -> tuple[str, ...]:
    if vocabulary:
        return tuple(value for value in vocabulary if value in values)
    return tuple(sorted(set(values)))


def _numbers(query: Query, understood: Understood) -> tuple[tuple[str, int], ...]:
    """Return the bounds in units of the index. A bound of the words gives way to a bound of the
    address that it leaves no room for."""
    chosen = dict(query.numbers)
    for name, value in understood.bounds.items():
        units = round(value * BOUND[name].scale)
        field, _, bound = name.rpartition("_")
        other = dict(query.numbers).get(f"{field}_{'max' if bound == 'min' else 'min'}")
        if name in chosen or (
            other is not None and (units > other if bound == "min" else units < other)
        ):
            continue
        chosen[name] = units
    return tuple((name, chosen[name]) for name in BOUND if name in chosen)
