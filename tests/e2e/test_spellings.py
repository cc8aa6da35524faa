"""Every spelling of a number finds the same caller, by `add` and by `lookup`; a withheld number finds nobody."""

import json
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from warm_desk import WarmDesk

_TABLE = Path(__file__).with_name("schrijfwijzen.tsv")
_NOBODY = "niemand"
_RECORD = ("--soort", "schelden", "--wat", "Schold.", "--json")


@dataclass(frozen=True, slots=True)
class _Spelling:
    """One line of the table."""

    typed: str
    who: str
    certainty: str


def _spellings() -> list[_Spelling]:
    lines = _TABLE.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [_Spelling(_unescaped(typed), who, certainty) for typed, who, certainty, _ in rows]


def _unescaped(typed: str) -> str:
    return typed.encode("latin-1", "backslashreplace").decode("unicode_escape")


_SPELLINGS = _spellings()
_PEOPLE = [*dict.fromkeys(spelling.who for spelling in _SPELLINGS if spelling.who != _NOBODY)]


@pytest.fixture(scope="module")
def everybody(tmp_path_factory: pytest.TempPathFactory) -> WarmDesk:
    """A desk where every caller of the table has rung once, by the first spelling of the number."""
    desk = WarmDesk(tmp_path_factory.mktemp("iedereen"))
    for who in _PEOPLE:
        first = next(spelling.typed for spelling in _SPELLINGS if spelling.who == who)
        outcome = desk.warm("add", first, "--naam", who, *_RECORD)
        assert outcome.status == 0, outcome
    return desk


@pytest.fixture(scope="module")
def answers(everybody: WarmDesk) -> dict[str, Any]:
    """What one stream of look-ups answers to each spelling, before anything else was recorded."""
    typed = [spelling.typed for spelling in _SPELLINGS]
    outcome = everybody.run("lookup", "-", "--json", stdin="".join(f"{spelling}\n" for spelling in typed))
    assert (outcome.status, outcome.err) == (0, "")
    documents = [json.loads(line) for line in outcome.out.splitlines()]
    return dict(zip(typed, documents, strict=True))


@pytest.mark.parametrize("spelling", _SPELLINGS, ids=lambda spelling: f"{spelling.typed!a} {spelling.who}")
def test_lookup_finds_the_caller_by_every_spelling(answers: dict[str, Any], spelling: _Spelling) -> None:
    answer = answers[spelling.typed]
    found = [(caller["naam"], caller["zekerheid"]) for caller in answer["bellers"]]
    if spelling.who == _NOBODY:
        assert (answer["status"], found) == ("anoniem", [])
    else:
        assert found == [(spelling.who, spelling.certainty)]
        assert answer["status"] == ("bekend" if spelling.certainty == "zeker" else "onbekend")


def test_add_gives_every_spelling_to_the_same_caller(tmp_path: Path) -> None:
    desk = WarmDesk(tmp_path)
    owners: dict[str, set[object]] = defaultdict(set)
    for spelling in _SPELLINGS:
        outcome = desk.warm("add", spelling.typed, *_RECORD)
        assert outcome.status == 0, (spelling, outcome)
        incident = json.loads(outcome.out)["incident"]
        owners[spelling.who].add((incident["nummer"], incident["beller"]))
        assert incident["nummer_getypt"] == spelling.typed.strip()

    assert owners.pop(_NOBODY) == {(None, None)}
    assert all(len(owner) == 1 for owner in owners.values()), owners
    numbers, callers = zip(*(next(iter(owner)) for owner in owners.values()), strict=True)
    assert len(set(numbers)) == len(set(callers)) == len(_PEOPLE)
    assert desk.count("beller") == len(_PEOPLE)


@pytest.mark.parametrize(
    "typed",
    [
        "06 12 34 56 78",
        "+31 (0)6 12 34 56 78",
        "00 31 6 12345678",
        "06 -1234 -5678",
        "(06) 1234 5678",
        "06-12345678 toestel 12",
    ],
)
def test_the_shell_may_split_a_number_into_words(tmp_path: Path, typed: str) -> None:
    desk = WarmDesk(tmp_path)
    stored = desk.warm("add", *typed.split(), *_RECORD)
    seen = desk.warm("lookup", *typed.split(), "--json")
    whole = desk.warm("lookup", "0612345678", "--json")

    assert (stored.status, seen.status) == (0, 0), (stored, seen)
    assert json.loads(stored.out)["incident"]["nummer"] == "+31612345678"
    assert seen.out == whole.out
    assert json.loads(seen.out)["status"] == "bekend"


@pytest.mark.parametrize("typed", ["", "   ", "anoniem", "sip:anonymous@anonymous.invalid"])
def test_a_withheld_number_never_matches_not_even_itself(quick_desk: WarmDesk, typed: str) -> None:
    for _ in range(2):
        stored = quick_desk.warm("add", typed, *_RECORD)
        assert stored.status == 0, stored
        incident = json.loads(stored.out)["incident"]
        assert (incident["nummer"], incident["anoniem"], incident["beller"]) == (None, True, None)
    named = quick_desk.warm("add", typed, "--naam", "J. Jansen", *_RECORD)
    assert named.status == 0, named

    seen = json.loads(quick_desk.warm("lookup", typed, "--json").out)

    assert (seen["status"], seen["nummer"], seen["bellers"]) == ("anoniem", None, [])
    assert quick_desk.count("beller_nummer") == 1
