"""Each worked example of docs/beleid.md does what it says: what is advised under it, and what it changes."""

from dataclasses import replace
from datetime import date

import pytest
from ladders import History, day
from policy_examples import examples

from agressielog.application.measure_life import answer_day
from agressielog.application.proposing import review_day
from agressielog.domain.ladder import MeasureCode
from agressielog.domain.policy import KindCode, Policy
from agressielog.domain.span import Span
from agressielog.domain.vocabulary import Delivery, IncidentStatus, PoliceReport, Severity, Standing
from agressielog.settings.policy_file import read_policy

EXAMPLES = {example.title: example.text for example in examples()}
#: Each told day by day: a call (`+` for warned, `!` for confirmed) or a rung that was given, and the advice after it.
STORIES = {
    "Een klein beleid": """
        2026-01-10  schelden         schriftelijke_waarschuwing  -
        2026-01-12  geeft:brief      -                           -
        2026-06-01  schelden         contactverbod               1_maand
        2026-06-02  geeft:verbod     -                           -
        2026-09-01  bedreiging       contactverbod               1_maand
    """,
    "Eigen namen, een ander venster, alleen bevestigde meldingen": """
        2026-01-10  schelden         -                           -
        2026-01-11  schelden!        schriftelijke_waarschuwing  -
        2026-07-11  niets            schriftelijke_waarschuwing  -
        2026-07-12  niets            -                           -
    """,
    "In het gesprek waarschuwen, en de keuze tussen twee maatregelen": """
        2026-01-10  schelden         mondelinge_waarschuwing/ordegesprek  -
        2026-01-11  geeft:gezegd     -                                    -
        2026-02-10  schelden+        contactverbod                        1_maand
    """,
    "Een trede met twee maatregelen, en een duur met een bereik": """
        2026-01-10  schelden         schriftelijke_waarschuwing&ordegesprek  -
        2026-01-12  geeft:brief      -                                       -
        2026-06-01  schelden         contactverbod                           12_maanden..24_maanden
    """,
    "Een soort met een eigen instap": """
        2026-01-10  belediging       mondelinge_waarschuwing     -
        2026-01-11  discriminatie    schriftelijke_waarschuwing  -
    """,
    "Een patroon, en eerst waarschuwen": """
        2026-01-10  schelden         mondelinge_waarschuwing     -
        2026-01-11  schelden         mondelinge_waarschuwing     -
        2026-01-12  schelden         schriftelijke_waarschuwing  -
        2026-01-13  bedreiging       contactverbod               1_maand
    """,
    "Geen verbod meteen na een bedreiging": """
        2026-01-10  bedreiging       schriftelijke_waarschuwing  -
        2026-01-12  geeft:brief      -                           -
        2026-06-01  bedreiging       contactverbod               1_maand
    """,
    "Eigen maatregelen, en wat schriftelijk is": """
        2026-01-10  schelden         laatste_waarschuwing        -
        2026-01-12  geeft:brief      -                           -
        2026-06-01  schelden         vast_contact                1_maand
    """,
    "Een bereik per soort, zonder treden": """
        2026-01-10  schelden         contactverbod               1_dag..90_dagen
        2026-01-11  bedreiging       contactverbod               1_dag..365_dagen
    """,
    "Overstappen van een beleid met andere soorten": """
        2026-01-10  geluidsoverlast  schriftelijke_waarschuwing  -
    """,
}


def policy(title: str) -> Policy:
    return read_policy(title, EXAMPLES[title])


@pytest.mark.parametrize("title", STORIES)
def test_an_example_advises_what_it_says(title: str) -> None:
    history = History(policy(title))
    told, expected = [], []
    for line in STORIES[title].strip().splitlines():
        on, happened, measure, length = line.split()
        if happened.startswith("geeft:"):
            history.give(happened.removeprefix("geeft:"), on)
        elif happened != "niets":
            status = IncidentStatus.CONFIRMED if happened.endswith("!") else IncidentStatus.REPORTED
            history.call(on, happened.rstrip("+!"), warned=happened.endswith("+"), status=status)
        advice = history.advice(on)
        named = "/".join((advice.measure or "-", *advice.alternatives))
        bounds = list(dict.fromkeys(str(span) for span in (advice.shortest, advice.longest) if span))
        told.append((on, "&".join((named, *advice.companions)), "..".join(bounds) or "-"))
        expected.append((on, measure, length.replace("_", " ")))
    assert told == expected


def test_every_example_that_is_about_advice_is_tried_and_the_others_below() -> None:
    assert set(STORIES) < set(EXAMPLES)
    assert set(EXAMPLES) - set(STORIES) == {
        "Aangifte, per soort en per trede",
        "Waarborgen: horen, evalueren, open houden, beslissen",
        "Bezwaar, met termijnen die schuiven",
        "Eigen aanwijzingen en bewaartermijnen",
        "Termijnen voor collega, privacy en politie",
    }


@pytest.mark.parametrize(
    ("calls", "police"),
    [(("schelden",), PoliceReport.NO), (("bedreiging",), PoliceReport.YES)],
)
def test_the_police_are_told_by_the_kind(calls: tuple[str, ...], police: PoliceReport) -> None:
    history = History(policy("Aangifte, per soort en per trede"))
    history.call("2026-01-10", *calls)
    assert history.advice("2026-01-10").police is police


def test_the_police_are_told_by_the_rung() -> None:
    history = History(policy("Aangifte, per soort en per trede"))
    history.give("brief", "2026-01-10")
    history.call("2026-01-11", "schelden")
    assert history.advice("2026-01-11").police is PoliceReport.CONSIDER


def test_the_safeguards_are_what_the_example_says() -> None:
    guards = policy("Waarborgen: horen, evalueren, open houden, beslissen").safeguards
    assert guards is not None
    assert (guards.hearing.on, guards.review.on, guards.reaction_hours) == (False, True, 48)
    assert guards.open_always == ("112", "spoedzorg")
    assert dict(guards.deciders)[MeasureCode("contactverbod")] == "de directeur"
    whole_year = review_day(
        policy("Waarborgen: horen, evalueren, open houden, beslissen"), date(2026, 1, 1), date(2026, 12, 31)
    )
    assert whole_year == day("2026-04-01")


def test_a_longer_measure_than_may_be_without_a_new_decision_is_decided_again_by_then() -> None:
    small = policy("Een trede met twee maatregelen, en een duur met een bereik")
    assert review_day(small, date(2026, 1, 1), date(2027, 12, 31)) == day("2026-07-01")
    assert small.safeguards is not None
    late = replace(small, safeguards=replace(small.safeguards, review_at_latest=Span.parse("24 maanden")))
    assert review_day(late, date(2026, 1, 1), date(2027, 12, 31)) == day("2027-01-01")


@pytest.mark.parametrize(
    ("received", "answer"),
    [("2026-05-01", "2026-06-12"), ("2026-05-02", "2026-06-15"), ("2026-05-03", "2026-06-15")],
)
def test_an_answer_in_a_weekend_moves_to_monday(received: str, answer: str) -> None:
    assert answer_day(day(received), policy("Bezwaar, met termijnen die schuiven")) == day(answer)


def test_what_counts_as_written_is_what_the_example_says() -> None:
    assert Delivery.SMS in policy("Eigen maatregelen, en wat schriftelijk is").written_ways
    assert Delivery.SMS not in policy("Een klein beleid").written_ways


def test_an_instruction_of_ones_own_stands_beside_the_ordinary_ones() -> None:
    own, plain = policy("Eigen aanwijzingen en bewaartermijnen"), policy("Een klein beleid")
    changed = {one for one in Standing if dict(own.instructions)[one] != dict(plain.instructions)[one]}
    assert changed == {Standing.KNOWN}
    assert own.instruction_pending_severe == "Niet zelf opnemen."
    assert own.instruction_pending == plain.instruction_pending
    assert dict(own.retention)[Severity.SEVERE] == Span.parse("36 maanden")


def test_the_terms_are_what_the_example_says() -> None:
    terms = policy("Termijnen voor collega, privacy en politie").terms
    assert terms is not None
    assert (terms.first_talk_hours, str(terms.access_answer)) == (72, "1 maand")
    assert (str(terms.police_complaint), str(terms.number_stale_after)) == ("3 maanden", "12 maanden")


def test_a_breach_can_be_recorded_under_every_example() -> None:
    breach = KindCode("overtreding_contactverbod")
    assert [title for title in EXAMPLES if policy(title).severity_of([breach]) is not Severity.NONE] == []
    assert all(policy(title).kind(breach).label for title in EXAMPLES)
