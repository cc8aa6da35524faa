"""Every error a user can meet is worded: three Dutch lines, and one JSON document."""

import dataclasses
import enum
import importlib
import io
import itertools
import pkgutil
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest
from office import Office

import agressielog
from agressielog.application.forgetting import Obstacle, ObstacleCode
from agressielog.application.ports.evidence import Step
from agressielog.application.ports.undo import RecordName
from agressielog.domain import errors
from agressielog.domain.caller import Caller
from agressielog.domain.errors import AgressielogError
from agressielog.domain.gates import GateCode, GateReason
from agressielog.domain.hold import Hold
from agressielog.domain.identity import CallerId, HoldId, IncidentId
from agressielog.domain.letter_elements import Element, Gap, Missing
from agressielog.domain.policy_fault import FaultCode, PolicyFault
from agressielog.domain.vocabulary import Channel
from agressielog.presentation.console import Output, Screen
from agressielog.presentation.mistakes.three_lines import (
    Mistake,
    Reason,
    as_document,
    count,
    either,
    nearest,
    quoted,
    refusal,
    show_mistake,
)
from agressielog.presentation.mistakes.wording import word
from agressielog.settings import places

FAMILIES = {
    AgressielogError,
    errors.WrongUse,
    errors.NotFound,
    errors.Refused,
    errors.FileTrouble,
    errors.Damaged,
}

ENGLISH = re.compile(
    r"\b(the|and|you|your|not|with|for|this|file|error|invalid|missing|unknown|value|must|permission|denied|"
    r"None|SQLITE_\w+)\b"
)

# One value for each type that a fact may have; an optional fact is tried without as well, and a code of
# ours with every one of its values.
_AT = datetime(2026, 4, 3, 12, 30, tzinfo=UTC)
_EXAMPLES: dict[Any, Any] = {
    str: "iets\x1b[2J\u202e",
    int: 3,
    float: 7.5,
    date: date(2026, 4, 3),
    datetime: _AT,
    time: time(2, 30),
    Caller: Caller(id=CallerId(12), name="Jansen", created_at=_AT),
    GateReason: GateReason(GateCode.REJECTED_INCIDENT, incidents=(IncidentId(3),)),
    Step: Step(
        entry=3,
        at=_AT,
        login="anna",
        name="iets\x1b[2J\u202e",
        command="edit",
        table="incident",
        key="3",
        before=None,
        after={"wat": "x"},
        erased=False,
    ),
    Obstacle: Obstacle(
        ObstacleCode.HELD,
        Hold(id=HoldId(1), caller=CallerId(12), reason="iets\x1b[2J\u202e", since=date(2026, 4, 3)),
    ),
    RecordName: RecordName("incident", "3"),
    Missing: Missing(Element.BEHAVIOUR, Gap.NO_FACTS, (IncidentId(3),)),
    PolicyFault: PolicyFault(("trede", 3, "duur"), FaultCode.NOT_SPAN, ("iets\x1b[2J\u202e",), 41),
}


def _every_error() -> list[type[AgressielogError]]:
    for module in pkgutil.walk_packages(agressielog.__path__, "agressielog."):
        importlib.import_module(module.name)
    found: set[type[AgressielogError]] = set()
    waiting = [AgressielogError]
    while waiting:
        below = waiting.pop().__subclasses__()
        waiting += below
        found |= set(below)
    # Tests make up errors of their own.
    return sorted(
        (c for c in found - FAMILIES if c.__module__.startswith("agressielog.")), key=lambda c: c.__name__
    )


EVERY_ERROR = _every_error()


def _values(hint: Any) -> list[Any]:
    hint = getattr(hint, "__supertype__", hint)
    if hint is NoneType:
        return [None]
    if hint is bool:
        return [False, True]
    if get_origin(hint) in {Union, UnionType}:
        return [value for part in get_args(hint) for value in _values(part)]
    if get_origin(hint) is tuple:
        return [(), *((value, value) for value in _values(get_args(hint)[0]))]
    if isinstance(hint, enum.EnumType):
        return list(hint)
    if dataclasses.is_dataclass(hint) and hint not in _EXAMPLES:
        return [object()]
    return [_EXAMPLES[hint]]


def _examples(kind: type[AgressielogError]) -> Iterator[AgressielogError]:
    # `TipsFaulty` names it for type checkers only.
    hints = get_type_hints(kind, localns={"PolicyFault": PolicyFault})
    facts = [_values(hints[name]) for name in kind.__match_args__]
    for values in itertools.product(*facts):
        yield kind(*values)


EXAMPLES = [
    pytest.param(error, id=f"{kind.__name__}-{number}")
    for kind in EVERY_ERROR
    for number, error in enumerate(_examples(kind))
    # Choices, kinds and the like are never empty where there is something to choose.
    if not any(
        value == () and name in {"choices", "commands", "known", "words", "options", "characters", "missing", "reasons", "steps", "records", "obstacles", "severities", "fields"}
        and kind.__name__ not in {"UnreadableValue", "MissingParameter", "HeadingNotFound"}
        for name, value in vars(error).items()
    )
]  # fmt: skip


@pytest.mark.parametrize("kind", EVERY_ERROR, ids=lambda kind: kind.__name__)
def test_every_error_has_a_wording_of_its_own(kind: type[AgressielogError]) -> None:
    assert kind in word.registry


@pytest.mark.parametrize("error", EXAMPLES)
def test_every_wording_is_three_dutch_lines_that_cannot_act_on_a_terminal(error: AgressielogError) -> None:
    shown = io.StringIO()
    show_mistake(word(error), Output(Screen(io.StringIO()), Screen(shown)), as_json=False)
    lines = shown.getvalue().splitlines()
    assert [re.match(r"(Wat|Waarom|Wat nu): +\S", line) is not None for line in lines] == [True] * 3
    assert all(line.isprintable() for line in lines)
    assert not ENGLISH.search(shown.getvalue())


@pytest.mark.parametrize("error", EXAMPLES)
def test_what_happened_and_why_are_sentences(error: AgressielogError) -> None:
    told = word(error)
    for sentence in (told.what, told.why):
        # A sentence may begin with what was typed (here `iets`) or with the program's own name.
        assert not sentence[0].islower() or sentence.startswith(("iets", "agressielog "))
        assert sentence.endswith(".")


@pytest.mark.parametrize("error", EXAMPLES)
def test_every_code_is_one_stable_word(error: AgressielogError) -> None:
    told = word(error)
    assert all(
        re.fullmatch(r"[a-z]+(_[a-z]+)*", code) for code in (told.code, *(r.code for r in told.reasons))
    )


def test_one_code_means_one_thing() -> None:
    codes: dict[str, set[str]] = {}
    for example in EXAMPLES:
        (error,) = example.values
        assert isinstance(error, AgressielogError)
        codes.setdefault(word(error).code, set()).add(type(error).__name__)
    shared = {code: kinds for code, kinds in codes.items() if len(kinds) > 1 and code != "geweigerd"}
    assert shared == {
        "tijd_ontbreekt": {"MomentWithoutTime", "TimeMissing"},
        "logboek_beschadigd": {"LogbookDamaged", "RecordDamaged"},
    }


@pytest.mark.parametrize("error", EXAMPLES)
def test_a_refusal_by_a_rule_is_called_that_and_gives_its_reasons(error: AgressielogError) -> None:
    told = word(error)
    assert isinstance(error, errors.Refused) == (told.code == "geweigerd") == bool(told.reasons)


def test_an_error_without_a_wording_is_told_as_a_fault_of_ours() -> None:
    class Unworded(errors.WrongUse):
        """Made up."""

    assert word(Unworded("geheim")) == Mistake(
        "onverwacht",
        "Er ging iets mis in het programma zelf.",
        "Unworded in presentation/mistakes/wording.py.",
        "Probeer het opnieuw; blijft het, geef de beheerder dan de regel hierboven.",
    )


# The document ---------------------------------------------------------------------------------------


def test_the_document_has_the_five_keys_that_scripts_rely_on() -> None:
    assert as_document(Mistake("code", "Wat.", "Waarom.", "Nu.")) == {
        "schema": "agressielog.fout/1",
        "fout": {"code": "code", "wat": "Wat.", "waarom": "Waarom.", "nu": "Nu."},
    }


def test_the_document_of_a_refusal_gives_every_reason() -> None:
    told = refusal(Reason("een", "Eerst dit."), Reason("twee", "Dan dat."), what="Nee.", now="Doe dit.")
    assert told.why == "Eerst dit. Dan dat."
    assert as_document(told) == {
        "schema": "agressielog.fout/1",
        "fout": {
            "code": "geweigerd",
            "wat": "Nee.",
            "waarom": "Eerst dit. Dan dat.",
            "nu": "Doe dit.",
            "redenen": [{"code": "een", "wat": "Eerst dit."}, {"code": "twee", "wat": "Dan dat."}],
        },
    }


# Words ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("error", "now"),
    [
        (errors.UnreadableValue("--kanaal", "telefon", tuple(Channel)), "Typ --kanaal telefoon."),
        (errors.UnreadableValue("land", "NLD", ("NL", "BE", "DE")), "Typ NL, BE of DE."),
        (errors.UnreadableValue("beller", "jan"), "Typ bijvoorbeeld B12."),
        (errors.UnreadableValue("incident", "x"), "Typ bijvoorbeeld 42."),
        (errors.UnknownKind("scheld", ("schelden",), ("schelden", "drammen")), "Typ --soort schelden."),
        (errors.UnknownKind("x", (), ("schelden", "drammen")), "Kies uit schelden of drammen."),
    ],
)  # fmt: skip
def test_what_to_do_now_gives_a_spelling_that_would_do(error: AgressielogError, now: str) -> None:
    assert word(error).now == now


def test_the_length_of_a_text_is_written_as_the_dutch_do() -> None:
    why = word(errors.TextTooLong("--wat", 10_485_760, 20_000)).why
    assert why == "Het zijn 10.485.760 tekens; er passen er 20.000."


def test_a_long_text_is_cut_off_when_quoted() -> None:
    assert quoted("a" * 1000) == '"' + "a" * 60 + '..."'


@pytest.mark.parametrize(
    ("names", "told"), [(["a"], "a"), (["a", "b"], "a of b"), (["a", "b", "c"], "a, b of c")]
)
def test_a_choice_in_words(names: list[str], told: str) -> None:
    assert either(names) == told


def test_dashes_do_not_make_options_alike() -> None:
    assert nearest("--json", ["--version", "--db"]) == ()


def test_capitals_do_not_make_words_different() -> None:
    assert nearest("LOOKUP", ["lookup"]) == ("lookup",)


def test_a_small_number_has_no_dots() -> None:
    assert count(999) == "999"


def test_where_a_logbook_usually_is_nobody_has_to_name_its_place(
    office: Office, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    usual = tmp_path / "eigen" / "logboek.db"
    monkeypatch.setattr(places, "logbook_path", lambda: usual)
    elsewhere = "Begin dan met: agressielog --db"
    assert elsewhere in office.do("list").err
    monkeypatch.delenv("AGRESSIELOG_DB")
    for command in ("list", "check"):
        assert office.do(command).err == (
            f"Wat:     Er is geen logboek op {usual}.\n"
            "Waarom:  Er is nog niets vastgelegd.\n"
            "Wat nu:  Begin met: agressielog instelling\n"
        )
