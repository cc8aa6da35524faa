"""Which letter a measure has, what it must contain, and what is missing; after domain 1.3."""

from dataclasses import replace
from datetime import date
from typing import Any

import letters
import pytest

from agressielog.domain.decision import Objection, Verdict
from agressielog.domain.identity import IncidentId
from agressielog.domain.ladder import MeasureNature
from agressielog.domain.letter import LetterFacts, LetterKind, own_kind, suits, usual_kind
from agressielog.domain.letter_elements import ELEMENTS, Element, Gap, Missing, missing
from agressielog.domain.measure import Ended, EndKind

WARNING, RESTRICTION, BAN, REVIEW, LIFTING, OBJECTION = LetterKind

# The table of domain 1.3: number, warning, ban.
_REQUIRED = {
    1: (True, True),
    2: (True, True),
    3: (True, True),
    4: (True, False),
    5: (True, True),
    6: (False, True),
    7: (False, True),
    8: (True, True),
    9: (False, True),
    10: (False, True),
    11: (True, True),
    12: (True, True),
    13: (True, True),
    14: (False, True),
    15: (True, True),
    16: (False, True),
}
_ENDED = {kind: Ended(kind, date(2027, 1, 8), "Daarom") for kind in EndKind}
_SINCE = date(2026, 12, 1)


def _gaps(kind: LetterKind, facts: LetterFacts) -> list[str]:
    return [one.gap.value for one in missing(kind, facts)]


# The elements ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("number", _REQUIRED)
def test_a_warning_and_a_ban_have_the_elements_of_the_protocols(number: int) -> None:
    element = next(element for element in Element if element.number == number)
    assert (element in ELEMENTS[WARNING], element in ELEMENTS[BAN]) == _REQUIRED[number]


def test_there_are_sixteen_elements() -> None:
    assert [element.number for element in Element] == list(range(1, 17))


def test_a_restriction_needs_what_a_ban_needs() -> None:
    assert ELEMENTS[RESTRICTION] == ELEMENTS[BAN]


def test_every_kind_of_letter_tells_where_to_react_what_is_kept_and_who_decided() -> None:
    always = {Element.CONTACT, Element.PRIVACY, Element.SIGNATURE}
    assert all(always <= ELEMENTS[kind] for kind in LetterKind)


# What is missing ------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", LetterKind)
def test_nothing_is_missing_in_an_example(kind: LetterKind) -> None:
    assert missing(kind, letters.EXAMPLES[kind]) == ()


@pytest.mark.parametrize(
    ("changes", "gap", "kinds"),
    [
        ({"incidents": ()}, Gap.NO_INCIDENT, {WARNING, RESTRICTION, BAN}),
        ({"scope": None, "arrangement": None}, Gap.NO_SCOPE, {RESTRICTION, BAN, REVIEW}),
        ({"scope": ""}, Gap.NO_SCOPE, {BAN, REVIEW}),
        ({"last": None}, Gap.NO_END, {RESTRICTION, BAN, REVIEW}),
        ({"channel_left": None}, Gap.NO_CHANNEL, {RESTRICTION, BAN, REVIEW}),
        ({"channel_left": "bel Mia"}, Gap.EMPLOYEE_NAMED, {RESTRICTION, BAN, REVIEW}),
        ({"scope": "de afdeling van Mia"}, Gap.EMPLOYEE_NAMED, {RESTRICTION, BAN, REVIEW}),
        ({"arrangement": "alleen met Mia"}, Gap.EMPLOYEE_NAMED, {RESTRICTION, BAN, REVIEW}),
        ({"reason": ""}, Gap.NO_REASON, {RESTRICTION, BAN}),
        ({"answer_reason": None}, Gap.NO_REASON, {OBJECTION}),
        ({"ended": None}, Gap.NO_REASON, {LIFTING}),
        ({"ended": Ended(EndKind.LIFTED, date(2027, 1, 8), "")}, Gap.NO_REASON, {LIFTING}),
        ({"review_on": None}, Gap.NO_REVIEW_DAY, {RESTRICTION, BAN, REVIEW}),
        ({"review_on": None, "review_wanted": False}, Gap.NO_REVIEW_DAY, {REVIEW}),
        ({"remedy": None}, Gap.NO_REMEDY, {WARNING, RESTRICTION, BAN, REVIEW, OBJECTION}),
        ({"sender": replace(letters.SENDER, further_body=None)}, Gap.NO_FURTHER_REMEDY, {OBJECTION}),
        ({"sender": replace(letters.SENDER, organisation=None)}, Gap.NO_ORGANISATION, set(LetterKind)),
        ({"sender": replace(letters.SENDER, address=None)}, Gap.NO_ADDRESS, set(LetterKind)),
        ({"sender": replace(letters.SENDER, privacy_contact=None)}, Gap.NO_PRIVACY_CONTACT, set(LetterKind)),
        ({"sender": replace(letters.SENDER, contact="Mia, 14 030")}, Gap.EMPLOYEE_NAMED, set(LetterKind)),
        ({"sender": replace(letters.SENDER, contact=None, address=None)}, Gap.NO_CONTACT, set(LetterKind)),
        ({"retention": None}, Gap.NO_RETENTION, set(LetterKind)),
        ({"decided_by": " "}, Gap.NO_DECIDER, set(LetterKind)),
        ({"incidents": (letters.occurrence(7, quote=None, account=None),)}, Gap.NO_FACTS, {WARNING, RESTRICTION, BAN}),
        ({"incidents": (letters.occurrence(7, established=False),)}, Gap.NOT_ESTABLISHED, {WARNING, RESTRICTION, BAN}),
        ({"incidents": (letters.occurrence(7, rules=()),)}, Gap.NO_RULE, {WARNING, RESTRICTION, BAN}),
    ],
)  # fmt: skip
def test_a_fact_is_missed_in_exactly_the_letters_that_need_it(
    changes: dict[str, Any], gap: Gap, kinds: set[LetterKind]
) -> None:
    lacking = {
        kind for kind in LetterKind if gap.value in _gaps(kind, replace(letters.EXAMPLES[kind], **changes))
    }
    assert lacking == kinds


@pytest.mark.parametrize(
    "changes",
    [{"scope": None}, {"sender": replace(letters.SENDER, contact=None)}, {"review_on": None, "review_wanted": False}],
)  # fmt: skip
def test_what_another_fact_tells_is_not_missed(changes: dict[str, Any]) -> None:
    assert _gaps(RESTRICTION, letters.restriction(**changes)) == []


def test_everything_is_told_at_once_in_the_order_of_the_elements() -> None:
    facts = letters.ban(incidents=(), scope=None, channel_left=None, reason="", remedy=None, decided_by="")
    assert _gaps(BAN, facts) == [
        "geen_incident",
        "geen_omvang",
        "geen_kanaal",
        "geen_reden",
        "geen_rechtsmiddel",
        "geen_ondertekenaar",
    ]


def test_the_incidents_are_named_that_tell_too_little() -> None:
    told, untold = letters.occurrence(7), letters.occurrence(8, quote="", account=None)
    facts = letters.facts(incidents=(told, untold))
    assert missing(WARNING, facts) == (Missing(Element.BEHAVIOUR, Gap.NO_FACTS, (IncidentId(8),)),)


def test_an_incident_of_which_only_the_account_is_known_can_be_told() -> None:
    assert _gaps(WARNING, letters.facts(incidents=(letters.occurrence(quote=None),))) == []


def test_a_rule_is_named_once() -> None:
    facts = letters.ban()
    assert facts.rules == (letters.SWEARING, letters.THREAT)


# Which letter ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("nature", "kind"),
    [
        (MeasureNature.TALK, None),
        (MeasureNature.WARNING, WARNING),
        (MeasureNature.RESTRICTION, RESTRICTION),
        (MeasureNature.BAN, BAN),
    ],
)
def test_a_measure_is_imposed_by_the_letter_of_its_nature(
    nature: MeasureNature, kind: LetterKind | None
) -> None:
    assert own_kind(nature) is usual_kind(nature, None) is kind


@pytest.mark.parametrize(
    ("end", "kind"),
    [(EndKind.WITHDRAWN, LIFTING), (EndKind.LIFTED, LIFTING), (EndKind.ANNULLED, OBJECTION)],
)
def test_a_measure_that_ended_has_the_letter_that_says_so(end: EndKind, kind: LetterKind) -> None:
    assert usual_kind(MeasureNature.BAN, _ENDED[end]) is kind


@pytest.mark.parametrize(
    ("kind", "nature", "suiting"),
    [
        (WARNING, MeasureNature.WARNING, True),
        (WARNING, MeasureNature.TALK, False),
        (WARNING, MeasureNature.BAN, False),
        (RESTRICTION, MeasureNature.RESTRICTION, True),
        (RESTRICTION, MeasureNature.BAN, False),
        (BAN, MeasureNature.BAN, True),
        (REVIEW, MeasureNature.BAN, True),
        (REVIEW, MeasureNature.RESTRICTION, True),
        (REVIEW, MeasureNature.WARNING, False),
        (LIFTING, MeasureNature.BAN, False),
        (OBJECTION, MeasureNature.BAN, False),
    ],
)
def test_a_measure_that_runs_has_its_own_letter_and_that_of_its_review(
    kind: LetterKind, nature: MeasureNature, suiting: bool
) -> None:
    assert suits(kind, nature, None, None) is suiting


@pytest.mark.parametrize(
    ("end", "lifting"), [(EndKind.WITHDRAWN, True), (EndKind.LIFTED, True), (EndKind.ANNULLED, False)]
)
def test_a_measure_that_ended_is_not_reviewed_and_lifted_unless_annulled(end: EndKind, lifting: bool) -> None:
    assert not suits(REVIEW, MeasureNature.BAN, _ENDED[end], None)
    assert suits(LIFTING, MeasureNature.BAN, _ENDED[end], None) is lifting


@pytest.mark.parametrize(
    ("objection", "ended", "suiting"),
    [
        (Objection(_SINCE, _SINCE), None, False),
        (Objection(_SINCE, _SINCE, _SINCE, Verdict.DISMISSED), None, True),
        (Objection(_SINCE, _SINCE, _SINCE, Verdict.PARTLY), None, True),
        (Objection(_SINCE, _SINCE, _SINCE, Verdict.UPHELD), None, False),
        (Objection(_SINCE, _SINCE, _SINCE, Verdict.UPHELD), EndKind.ANNULLED, True),
    ],
)
def test_an_objection_is_answered_once_it_was_judged_and_that_was_carried_out(
    objection: Objection, ended: EndKind | None, suiting: bool
) -> None:
    assert suits(OBJECTION, MeasureNature.BAN, _ENDED[ended] if ended else None, objection) is suiting
