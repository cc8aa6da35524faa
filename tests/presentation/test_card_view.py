"""The text of a card is what `lookup` prints, and what a card can say is of the edition it is marked with."""

import hashlib
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from io import StringIO

import decisions
import pytest
import story

from agressielog.application.look_up import Answer, Known, answer_about
from agressielog.application.ports.gathering import Facts
from agressielog.domain.card import COLOURS, EDITION, WIDTH
from agressielog.domain.good_call import GoodCall
from agressielog.domain.identity import CallerId, IncidentId, PromiseId
from agressielog.domain.incident import Incident, Promise
from agressielog.domain.measure import Delivered
from agressielog.domain.phone import PhoneNumber
from agressielog.domain.promise import PromiseRecord
from agressielog.domain.vocabulary import Certainty, Delivery, Severity, Standing
from agressielog.presentation.card_view import card_texts, without_number
from agressielog.presentation.console import Screen, Style, Surface
from agressielog.presentation.lookup_view import show_answer
from agressielog.settings.kind_tips import tip_for
from agressielog.settings.policy_file import shipped_names, shipped_policy

#: Of everything in the corpus below, by edition. Who changes a word adds a line and raises `EDITION`.
_DIGESTS = {1: "6131f50adc2aad74fbc2069f0ee582c6d0e889734e52c837620e017040326857"}

_POLICIES = {name: shipped_policy(name) for name in shipped_names()}
_DAY = story.TODAY
_NOW = datetime(2026, 11, 1, 12, 0, tzinfo=UTC)
_DELIVERED = Delivered(_NOW, Delivery.POST)
_CALLED = story.incident(at=_NOW)
_PROMISED = PromiseRecord(
    promise=Promise(id=PromiseId(1), what="terugbellen", due=date(2026, 11, 10)),
    made_at=_NOW,
    made_by="Daan",
    caller=CallerId(1),
    certainty=Certainty.CERTAIN,
)
_BAN = replace(decisions.decision(), delivered=_DELIVERED)
_RESTRICTED = replace(_BAN, measure=decisions.RESTRICTION, rung=None, arrangement="alleen op maandag")
_ORAL = replace(decisions.warning(), measure=decisions.ORAL, rung=decisions.ORAL_RUNG)


def _facts(
    *incidents: Incident, decided: tuple[object, ...] = (), promised: tuple[PromiseRecord, ...] = ()
) -> Facts:
    return Facts(incidents, decided, promised, ())  # type: ignore[arg-type]


def _known(facts: Facts, number: int = 1, **changes: object) -> Known:
    known = Known(
        caller=story.caller(number, name="J. Jansen", customer_number="K-1"),
        link=Certainty.CERTAIN,
        last_seen=date(2026, 11, 1),
        facts=facts,
        restricted=False,
    )
    return replace(known, **changes)  # type: ignore[arg-type]


_THREAT = replace(_CALLED, id=IncidentId(2), kinds=(story.THREAT, story.SWEARING), severity=Severity.SEVERE)
_LONG_AGO = replace(_CALLED, at=_NOW - timedelta(days=500))
#: Everything that a look-up can say about a number, and what it takes to say it.
_CORPUS: dict[str, tuple[Known, ...]] = {
    "nobody": (),
    "known": (_known(_facts(_CALLED)),),
    "nameless": (_known(_facts(_CALLED), caller=story.caller()),),
    "a threat": (_known(_facts(_CALLED, _THREAT)),),
    "long ago": (_known(_facts(_LONG_AGO)),),
    "helped and sorry": (
        _known(_facts(replace(_CALLED, helped="rustig uitpraten", apologised_on=date(2026, 11, 2)))),
    ),
    "presumed": (_known(_facts(replace(_CALLED, certainty=Certainty.PRESUMED)), link=Certainty.PRESUMED),),
    "stale": (_known(_facts(_CALLED), last_seen=date(2025, 1, 1)),),
    "shared": (_known(_facts(_CALLED)), _known(_facts(_THREAT), 2), _known(_facts(), 3)),
    "promised": (_known(_facts(_CALLED, promised=(_PROMISED,))),),
    "warned": (_known(_facts(_CALLED, decided=(decisions.warning(),))),),
    "warned by word of mouth": (_known(_facts(_CALLED, decided=(_ORAL,))),),
    "restricted": (_known(_facts(_CALLED, decided=(_RESTRICTED,))),),
    "banned": (_known(_facts(_THREAT, decided=(_BAN,))),),
    "not delivered": (
        _known(_facts(_THREAT, decided=(replace(_BAN, delivered=None, incidents=(_THREAT.id,)),))),
    ),
    "just over": (_known(_facts(_CALLED, decided=(replace(_BAN, last=date(2026, 11, 15)),))),),
    "good calls": (
        _known(replace(_facts(_CALLED, decided=(_BAN,)), good_calls=(GoodCall(_BAN.id, story.NOW, "Daan"),))),
    ),
    "at request": (_known(_facts(_CALLED, decided=(_BAN,)), restricted=True),),
}
_NUMBERS = (story.MOBILE, story.LANDLINE, PhoneNumber("+32470123456"), PhoneNumber("14020"))


def _answers() -> list[tuple[str, Answer, str]]:
    return [
        (f"{named}: {name}, {number.masked}", answer_about(number, known, _POLICIES[named], _DAY), named)
        for named in _POLICIES
        for name, known in _CORPUS.items()
        for number in _NUMBERS
    ]


def test_what_a_card_can_say_is_of_this_edition() -> None:
    """Where this fails, a word of a card was changed: raise `EDITION` in domain/card.py and add the digest here.

    Only while an edition was never released may its digest be replaced.
    """
    said = hashlib.sha256()
    for name, answer, named in _answers():
        for part in (name, *card_texts(answer, _POLICIES[named], None)):
            said.update(repr(part).encode())
    for kind in _POLICIES["standaard"].kinds:
        said.update(repr(tip_for(None, kind.code)).encode())
    assert _DIGESTS[EDITION] == said.hexdigest()


def test_every_status_is_in_the_corpus() -> None:
    assert {answer.standing for _, answer, _ in _answers()} == set(Standing) - {Standing.WITHHELD}


def test_a_card_says_what_a_look_up_prints_in_a_pipe_and_on_a_terminal() -> None:
    for name, answer, named in _answers():
        policy = _POLICIES[named]
        text, folded = card_texts(
            answer, policy, "Noem je grens, rustig en één keer, en zeg wat er dan gebeurt."
        )
        surfaces = (Surface(), Surface(wrap=True, width=WIDTH), Surface(wrap=True, width=200))
        told = (text, folded or text, folded or text)
        for surface, expected in zip(surfaces, told, strict=True):
            stream = StringIO()
            tip = "Noem je grens, rustig en één keer, en zeg wat er dan gebeurt."
            show_answer(Screen(stream, surface), answer, policy, tip)
            assert stream.getvalue() == expected, name
        assert folded is None or folded != text


def test_the_number_goes_at_the_end_of_the_first_line() -> None:
    answer = answer_about(story.MOBILE, (), story.policy(), _DAY)
    text, _ = card_texts(answer, story.policy(), None)
    assert without_number(text, answer) == "○ ONBEKEND  \n  Neem gewoon op.\n"


@pytest.mark.parametrize("standing", Standing)
def test_the_fast_start_colours_as_a_screen_does(standing: Standing) -> None:
    stream = StringIO()
    answer = replace(answer_about(story.MOBILE, (), story.policy(), _DAY), standing=standing)
    show_answer(Screen(stream, Surface(colour=True)), answer, story.policy())
    code = COLOURS[standing.value]
    assert code in {style.value for style in Style}
    head = stream.getvalue().split("  ")[0]
    assert head.startswith(f"\x1b[{code}m") if code else "\x1b" not in head


def test_there_is_a_colour_for_each_status() -> None:
    assert set(COLOURS) == {standing.value for standing in Standing}
