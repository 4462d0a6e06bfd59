"""Makes and models as buyers write them: every spelling that stands for names of the stock."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from carslink.search.plain import english, phrases, trims
from carslink.vehicles.folding import fold, fold_words
from carslink.vehicles.makes import MAKES, make_spellings, models_of

Stock = Mapping[str, Mapping[str, int]]
"""How many vehicles there are of each model of each make."""

_PARTS = re.compile(r"[a-z]+|[0-9]+")
_DIGITS_OR_ONE = re.compile(r"[0-9]+|[a-z]")
_CODE = re.compile(r"[a-z]+[0-9]+[a-z]*")
_COMPANY = frozenset({"automobiles", "automotive", "mobility", "motor", "motorcompany", "motors",
                      "motoruk", "professional"})  # fmt: skip
"""What follows the name of a make in that of its company, and says nothing of a vehicle."""

_CLEAR_MAJORITY = 0.8
_KNOWN = 10
"""How much more a vehicle counts whose make is known to have the model: a Vauxhall Corsa."""

SEVERAL = 3
"""Vehicles from which a name that is a word of sentences too counts alone."""


@dataclass(frozen=True)
class Model:
    """A model of the stock."""

    make: str
    model: str
    count: int
    is_known: bool = False
    """Whether the make is known to have such a model: others are often a dealer's mistake."""


@dataclass(frozen=True)
class Spelling:
    """What a folded spelling may stand for. `words` are the words of the names as they are
    written, so that "a 3" in a sentence is not taken for an A3."""

    makes: tuple[str, ...] = ()
    models: tuple[Model, ...] = ()
    parts: tuple[Model, ...] = ()
    words: frozenset[str] = frozenset()

    def of_make(self, make: str) -> tuple[Model, ...]:
        """The models of one make: whole names first, else the names that this is a part of."""
        whole = tuple(each for each in self.models if each.make == make)
        return whole or tuple(each for each in self.parts if each.make == make)


@dataclass
class Names:
    """All spellings of the names of a stock."""

    spellings: dict[str, Spelling]
    words: frozenset[str]
    makes: frozenset[str]
    common: frozenset[str] = field(default_factory=frozenset)
    odd: frozenset[str] = field(default_factory=frozenset)
    of_bikes: frozenset[str] = field(default_factory=frozenset)
    """The spellings that mean motorcycles alone."""

    makers_of_bikes: frozenset[str] = field(default_factory=frozenset)
    """The makes that have motorcycles, among others or alone."""


def names_of(
    stock: Stock,
    everyday: Iterable[str] = (),
    bike_makes: Iterable[str] = (),
    bike_models: Iterable[tuple[str, str]] = (),
) -> Names:
    """Return every spelling for a stock. `everyday` are words of plain English, `bike_makes` and
    `bike_models` (with their make) those of which there are motorcycles alone."""
    odd = _odd(stock)
    common = frozenset(everyday) | trims.NEVER_ALONE | odd
    makes: dict[str, set[str]] = defaultdict(set)
    models: dict[str, set[Model]] = defaultdict(set)
    parts: dict[str, set[Model]] = defaultdict(set)
    written: dict[str, set[str]] = defaultdict(set)
    for spelling, make in _make_spellings(stock):
        makes[fold(spelling)].add(make)
        written[fold(spelling)] |= set(fold_words(spelling))
    absent = {
        fold(spelling)
        for spelling, make in _make_spellings(stock)
        if fold(make) not in {fold(each) for each in stock}
    }
    for make, spelt in stock.items():
        for model, count in spelt.items():
            each = Model(make, model, count, fold(model) in _known(make))
            for spelling in (*_model_spellings(make, model), *longer_spellings(make, model)):
                models[fold(spelling)].add(each)
                written[fold(spelling)] |= set(fold_words(spelling))
            for part in _parts(model):
                parts[part].add(each)
                written[part] |= set(fold_words(model))
    # What the stock has as a model is one, though there is a make of that name elsewhere: Vespa.
    for key in absent & set(models):
        makes.pop(key, None)
    spellings = {
        key: Spelling(
            tuple(sorted(makes.get(key, ()))),
            _ordered(models.get(key, ())),
            _ordered(parts.get(key, ())),
            frozenset(written[key]),
        )
        for key in {*makes, *models, *parts}
        if key
    }
    told = {word for key in (*makes, *models) for word in (key, *written[key])}
    makers, bikes = frozenset(bike_makes), frozenset(bike_models)
    of_bikes = {
        key
        for key, each in spellings.items()
        if (each.makes and makers.issuperset(each.makes))
        or (
            each.models
            and key not in common
            and all((model.make, model.model) in bikes for model in each.models)
        )
    }
    some = makers | {make for make, _ in bikes}
    return Names(
        spellings, frozenset(told), frozenset(stock), common, odd, frozenset(of_bikes), some
    )


def _odd(stock: Stock) -> frozenset[str]:
    """Return the names that are words of sentences, and that one or two vehicles alone have: a
    dealer's mistake. Names of known makes and models are none."""
    makes = {fold(make) for make in MAKES} | {fold(each) for each in make_spellings()}
    odd = {
        fold(make)
        for make, spelt in stock.items()
        if fold(make) not in makes and sum(spelt.values()) < SEVERAL
    }
    models: dict[str, int] = defaultdict(int)
    for make, spelt in stock.items():
        known = {fold(each) for each in models_of(make)}
        for model, count in spelt.items():
            models[fold(model)] += SEVERAL if fold(model) in known else count
    odd |= {key for key, count in models.items() if count < SEVERAL}
    return frozenset(key for key in odd if key in phrases.words() or english.is_word(key))


def clear_make(models: Iterable[Model]) -> str | None:
    """Return the make that a model's name means on its own: the one that has it, or nearly all
    of the vehicles so named."""
    of_make: dict[str, int] = defaultdict(int)
    for each in models:
        of_make[each.make] += each.count * (_KNOWN if each.is_known else 1)
    most = max(of_make, key=lambda make: of_make[make], default=None)
    if most is None or of_make[most] < _CLEAR_MAJORITY * sum(of_make.values()):
        return None
    return most


def known_models(make: str, key: str) -> tuple[Model, ...]:
    """Return a model that the stock has none of, but which there is."""
    return tuple(Model(make, model, 0) for model in models_of(make) if fold(model) == key)[:1]


def _ordered(models: Iterable[Model]) -> tuple[Model, ...]:
    return tuple(sorted(models, key=lambda each: (-each.count, each.make, each.model)))


def _make_spellings(stock: Stock) -> Iterator[tuple[str, str]]:
    """Yield spellings of makes. Makes that the stock has none of are known too, so that asking
    for one finds none of it; but not by words of plain English."""
    canonical = {fold(make): make for make in stock}
    nicknames = {fold(make): text for make, text in trims.NICKNAMES.items()}
    for make in stock:
        yield make, make
        for nickname in filter(None, nicknames.get(fold(make), "").split(", ")):
            yield nickname, make
    for spelling, make in make_spellings().items():
        name = canonical.get(fold(make), make)
        told_more = spelling != fold(make) and fold(make) in spelling  # "Lotus cars", "BMW Mini"
        told_more &= spelling.removeprefix(fold(make)) not in _COMPANY
        absent = fold(make) not in canonical
        if absent and fold(make) in trims.NOT_WITHOUT_STOCK:
            continue
        if len(spelling) > 2 and spelling not in canonical and not told_more:
            yield spelling, name
    for make in MAKES:
        if fold(make) not in canonical and fold(make) not in trims.NOT_WITHOUT_STOCK:
            yield make, make


def _model_spellings(make: str, model: str) -> Iterator[str]:
    yield model
    words = fold_words(model)
    # "Mazda3", "DS 3" and "MINI Hatch" begin with their make, which people leave out.
    if len(words) > 1 and fold(make) == words[0]:
        yield " ".join(words[1:])
    if len(words) == 2 and words[0] == "model":
        yield words[1]  # "Tesla Y"
    if words and words[-1] == "class" and len(words) > 1:
        yield " ".join(words[:-1])
    if len(words) > 1 and words[0] == "amg":
        yield " ".join(words[1:])  # "Mercedes-AMG GT"
    if fold(make) == "bmw" and len(words) == 3 and words[1].isdecimal():
        yield f"{words[1]} {words[2]}"  # "1250 GS", "GS 1250" of the R 1250 GS
        yield f"{words[2]} {words[1]}"
    key = fold(model)
    if key.startswith(fold(make)) and len(key) > len(fold(make)):
        yield key[len(fold(make)) :]
    if len(words) > 1 and words[0] == "grand":
        # "C4 Grand Picasso", "Picasso Grand": people put it where they like.
        yield " ".join([*words[1:-1], "grand", words[-1]])
        yield " ".join([*words[1:], "grand"])
    for (of, name), nicknames in trims.MODEL_NICKNAMES.items():
        if fold(of) == fold(make) and fold(name) == key:
            yield from nicknames.split(", ")


@lru_cache(2_000)
def _known(make: str) -> frozenset[str]:
    return frozenset(map(fold, models_of(make)))


def longer_spellings(make: str, model: str) -> Iterator[str]:
    """Yield names with what the DVLA adds, which feeds have and the intake takes away (`makes.py`):
    "GLA Class", "XF Series". "5 Series" is a BMW, whoever else has a 5."""
    key, known = fold(model), _known(make)
    if key not in known:
        return
    # Of GL and GL-Class, the latter is meant by its own name.
    if fold(make) == "mercedesbenz" and not key.endswith("class") and f"{key}class" not in known:
        yield f"{model} Class"
    if (
        len(key) > 1
        and key[0].isalpha()
        and not key.endswith("series")
        and f"{key}series" not in known
    ):
        yield f"{model} Series"


def _parts(model: str) -> Iterator[str]:
    """Yield keys of what people call a family of models by: "Defender" of "Defender 110", "GSX-R"
    of "GSX-R600", "Picasso" of "C4 Picasso"."""
    words = fold_words(model)
    pieces = [piece for word in words for piece in _PARTS.findall(word)]
    ends = {"".join(words[:n]) for n in range(1, len(words))}
    ends |= {"".join(pieces[:n]) for n in range(1, len(pieces))}
    for key in ends:
        if not _DIGITS_OR_ONE.fullmatch(key):
            yield key
    for n in range(1, len(words)):
        key = "".join(words[n:])
        if (len(key) >= 5 and not key.isdecimal()) or _CODE.fullmatch(key):
            yield key
