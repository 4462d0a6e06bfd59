"""Every reason that the code can give has words that a dealer understands."""

import ast
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carslink import dealers, stock
from carslink.portal import advice
from carslink.stock import accept, contract, receipts
from carslink.stock.fields import FIELDS

# Where reasons are made: what is raised, and what is put beside a field as a warning.
SOURCES = [
    Path(stock.__file__).parent / "values.py",
    Path(stock.__file__).parent / "fields.py",
    Path(stock.__file__).parent / "contract.py",
    Path(stock.__file__).parent / "batch.py",
    Path(stock.__file__).parent / "receipts.py",
    Path(stock.__file__).parent / "accept.py",
    Path(dealers.__file__).parent / "profile.py",
]
TELLING = {"Unusable", "ValidationError", "EmailValidator", "URLValidator", "_of_feed"}
A_REASON = re.compile(
    r"must be|is required|is longer than|is not |are left out|is for |unknown field|superseded"
    r"|removed as|are held|name different|needs a"
)
NUMBERS = {
    "len",
    "latest",
    "least",
    "most",
    "received",
    "lost",
    "limit",
    "LIMIT",
    "YEAR",
    "MAX",
    "MIN",
}


def sample(node: ast.expr) -> str | None:
    """Return a text with something plausible for what is filled in; None for what is no text."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if not isinstance(node, ast.JoinedStr):
        return None
    parts = []
    for part in node.values:
        if isinstance(part, ast.Constant):
            parts.append(str(part.value))
            continue
        assert isinstance(part, ast.FormattedValue)
        told = ast.unparse(part.value)
        is_number = part.format_spec is not None or any(each in told for each in NUMBERS)
        parts.append("12" if is_number else "make" if "name" in told else "word")
    return "".join(parts)


def reasons_in(source: Path) -> list[str]:
    """Return the reasons of a module: what is raised or told, and what reads like one elsewhere."""
    tree = ast.parse(source.read_text())
    docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    joined = [node for node in ast.walk(tree) if isinstance(node, ast.JoinedStr)]
    inner = {id(part) for node in joined for part in node.values}
    texts = [
        sample(node)
        for node in ast.walk(tree)
        if isinstance(node, ast.expr) and id(node) not in docs and id(node) not in inner
    ]
    told = [sample(node) for each in ast.walk(tree) for node in told_by(each)]
    return [text for text in texts if text and " " in text and A_REASON.search(text)] + [
        text for text in told if text and " " in text
    ]


def told_by(node: ast.AST) -> list[ast.expr]:
    """Return what a raise, or a pair of a field and a reason, says."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in TELLING:
        return [*node.args, *(each.value for each in node.keywords if each.arg == "message")]
    if isinstance(node, ast.Tuple) and len(node.elts) == 2:
        return [node.elts[1]]
    return []


FOUND = sorted({reason for source in SOURCES for reason in reasons_in(source)})
NOT_REASONS = {
    # What fields are for, in the API's documentation.
    *(each.about for each in FIELDS),
    # What `contract` adds to a reason.
    "word; ignored",
}


def test_the_sources_have_reasons() -> None:
    assert len(FOUND) >= 40
    assert {contract.UNKNOWN_FIELD, receipts.SUPERSEDED, accept.NOT_AN_OBJECT} <= set(FOUND)


@pytest.mark.parametrize("reason", [each for each in FOUND if each not in NOT_REASONS])
def test_every_reason_in_the_code_has_words(reason: str) -> None:
    assert advice.is_known(reason), reason
    assert advice.plain(reason) != reason


WRONG = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(), st.just("x" * 250),
    st.lists(st.text(), max_size=3), st.dictionaries(st.text(), st.integers(), max_size=1),
    st.sampled_from(["https://a.example/1.jpg", "2O21", "-5", "99999999999", "£5"]),
)  # fmt: skip


@given(
    listing=st.dictionaries(
        st.sampled_from([*(each.name for each in FIELDS), "nonsense"]), WRONG, max_size=12
    ),
    kind=st.sampled_from(["car", "van", "motorcycle", "boat"]),
)
def test_whatever_is_sent_is_told_in_words(listing: dict[str, object], kind: str) -> None:
    checked = contract.check({"vehicle_type": kind, **listing})
    for reason in [*checked.faults, *(reason for _, reason in checked.warnings)]:
        assert advice.is_known(reason), reason
    skipped = advice.why_skipped("; ".join(checked.faults)) if checked.faults else []
    assert len(skipped) == len(checked.faults)


def test_a_profile_that_is_wrong_in_everything_is_told_in_words() -> None:
    from carslink.dealers import profile
    from carslink.dealers.models import Dealer

    for wrong in (7.5, True, [], "x" * 500, "no such thing"):
        _, told = profile.update(Dealer(), {**dict.fromkeys(profile.FIELDS, wrong), "odd": 1})
        assert [reason for _, reason in told if not advice.is_known(reason)] == []


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        (
            "minimum 4 image URLs required (received 2)",
            "Only 2 photographs came with it; 4 are needed. Add photographs in your dealer system.",
        ),
        (
            "minimum 4 image URLs required (received 1)",
            "Only 1 photograph came with it; 4 are needed. Add photographs in your dealer system.",
        ),
        (
            "minimum 4 image URLs required (received 0)",
            "No photographs came with it; 4 are needed. Add photographs in your dealer system.",
        ),
        (
            "body_type is required for cars",
            "The body type is missing. Add it in your dealer system.",
        ),
        (
            "variant must be 200 characters or fewer (it has 1,234); ignored",
            "The variant may have 200 characters and has 1,234. Shorten it. "
            "Until then it is left out.",
        ),
        (
            "engine_size must be a whole number of cc from 20 to 20,000; ignored",
            "The engine size must be a whole number from 20 to 20,000 cc. Correct it. "
            "Until then it is left out.",
        ),
        (
            "fuel 'Steam {0} %s' is not in the vocabulary; kept as sent",
            "Carslink does not know the fuel “Steam {0} %s”. Buyers see it as it came, and "
            "find it under “Other” in that filter.",
        ),
    ],
)
def test_some_words(reason: str, words: str) -> None:
    assert advice.plain(reason) == words


def test_several_faults_are_several_sentences() -> None:
    reason = "price must be numeric and > 0; minimum 4 image URLs required (received 3)"
    assert [each.split(".")[0] for each in advice.why_skipped(reason)] == [
        "There is no price in pounds, such as 8995",
        "Only 3 photographs came with it; 4 are needed",
    ]


def test_what_is_not_known_is_shown_as_it_is() -> None:
    assert advice.why_skipped("the moon is full; tides; ignored") == [
        "the moon is full", "tides", "ignored",
    ]  # fmt: skip
    assert advice.plain("the moon is full; ignored") == "the moon is full; ignored"
