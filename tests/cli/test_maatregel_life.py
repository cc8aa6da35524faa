"""The life of a measure: delivered, objected to, reviewed, ended."""

from datetime import timedelta

import pytest
from measure_desk import BY, READY, WHY, codes, measure
from office import MORNING, Office


def test_delivery_comes_after_the_decision_and_before_the_end(threatened: Office) -> None:
    early = ("--uitgereikt", "gisteren 15:00")
    assert codes(threatened, "add", "B1", *READY, *early) == ["uitgereikt_voor_besluit"]
    measure(threatened, "add", "B1", *READY)
    assert codes(threatened, "deliver", "M1", "--op", "gisteren 15:00") == ["voor_besluit"]
    assert measure(threatened, "deliver", "M1", "--op", "nu", "--wijze", "sms")["wijze"] == "sms"
    assert codes(threatened, "deliver", "M1") == ["al_uitgereikt"]


def test_delivering_has_a_silent_dutch_name(threatened: Office) -> None:
    measure(threatened, "add", "B1", *READY)
    assert measure(threatened, "uitreiken", "M1")["status"] == "loopt"


def test_a_delivery_says_whether_the_reaction_was_in_time(threatened: Office) -> None:
    threatened.do("maatregel", "add", "B1", *READY)
    assert (
        "zo 22 november 2026 10:15, zojuist; post, op tijd" in threatened.do("maatregel", "deliver", "M1").out
    )
    threatened.add("0687654321", "-s", "bedreiging", "-w", "x", "-t", "20-11-2026 9:00")
    threatened.do("maatregel", "add", "B2", *READY, "--uitgereikt", "nu")
    assert "; post, 25 uur te laat" in threatened.do("maatregel", "show", "M2").out


def test_a_ban_whose_day_has_passed_cannot_be_delivered(office: Office) -> None:
    office.add("0612345678", "-s", "bedreiging", "-w", "x", "-t", "1-6-2026 9:00")
    old = ("--peildatum", "2-6-2026", "--kanaal-over", "post", "--niet-gehoord", "x", *BY, *WHY)
    measure(office, "add", "B1", *old)
    assert codes(office, "deliver", "M1") == ["al_voorbij"]
    assert measure(office, "show", "M1")["status"] == "afgelopen"


@pytest.mark.parametrize("kind", ["ingetrokken", "opgeheven", "vernietigd"])
def test_what_was_ended_is_active_nowhere(banned: Office, kind: str) -> None:
    banned.do("maatregel", "end", "M1", "--soort", kind, "--reden", "Vergissing.")
    tomorrow = ("--peildatum", "23-11-2026")
    assert measure(banned, "show", "M1", *tomorrow)["status"] == kind
    assert banned.do("lookup", "B1", *tomorrow, "--json").document["bellers"][0]["maatregelen"] == []
    (listed,) = banned.do("maatregel", "list", *tomorrow, "--json").document["maatregelen"]
    assert listed["status"] == kind


def test_a_ban_that_is_lifted_today_is_told_with_today_as_its_last_day(banned: Office) -> None:
    shown = banned.do("maatregel", "review", "M1", "--uitkomst", "opheffen", "--reden", "Excuses.")
    assert shown.out.startswith(
        "M1 contactverbod van 22 nov 2026 t/m 22 nov 2026  (opgeheven, laatste dag vandaag)\n"
    )
    assert "Contactverbod M1 t/m 22 nov 2026" in banned.do("lookup", "B1").out


def test_an_annulled_measure_asks_again(banned: Office) -> None:
    assert banned.do("advies").out == "Niets vraagt om een antwoord.\n"
    banned.do("maatregel", "end", "M1", "--soort", "vernietigd", "--reden", "Vergissing.")
    assert [case["advies"]["incidenten"] for case in banned.do("advies", "--json").document["adviezen"]] == [
        [1]
    ]


def test_an_end_needs_reasons(banned: Office) -> None:
    assert codes(banned, "end", "M1") == ["geen_reden"]
    assert banned.do("maatregel", "end", "M1", "--soort", "verscheurd", "--reden", "x").status == 2


def test_an_objection_gets_its_answer_day_and_its_answer(banned: Office) -> None:
    told = measure(banned, "bezwaar", "M1", "--ontvangen", "vandaag")
    assert told["bezwaar"] == {
        "ontvangen_op": "2026-11-22",
        "antwoord_voor": "2026-12-21",
        "beantwoord_op": None,
        "uitkomst": None,
        "reden": None,
    }
    assert "antwoord voor ma 21 december 2026" in banned.do("maatregel", "show", "M1").out
    answer = ("bezwaar", "M1", "--beantwoord", "vandaag", "--uitkomst")
    told = measure(banned, *answer, "deels", "--reden", "Te lang gewacht.")
    assert (told["bezwaar"]["uitkomst"], told["status"]) == ("deels", "loopt")
    assert (
        "beantwoord op zo 22 november 2026: deels, Te lang gewacht.\n"
        in banned.do("maatregel", "show", "M1").out
    )


def test_an_objection_that_is_upheld_annuls(banned: Office) -> None:
    banned.do("maatregel", "bezwaar", "M1", "--ontvangen", "vandaag")
    shown = banned.do(
        "maatregel",
        "bezwaar",
        "M1",
        "--beantwoord",
        "vandaag",
        "--uitkomst",
        "gegrond",
        "--reden",
        "Niet gehoord.",
    ).out
    assert "(vernietigd)" in shown
    assert "beantwoord op zo 22 november 2026: gegrond" in shown
    assert "Geëindigd    zo 22 november 2026: vernietigd, Niet gehoord." in shown


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("--ontvangen", "vandaag", "--beantwoord", "vandaag"),
        ("--ontvangen", "vandaag", "--uitkomst", "gegrond"),
        ("--ontvangen", "vandaag", "--reden", "x"),
        ("--beantwoord", "vandaag"),
        ("--beantwoord", "vandaag", "--uitkomst", "deels"),
        ("--beantwoord", "vandaag", "--reden", "x"),
        ("--beantwoord", "vandaag", "--uitkomst", "misschien"),
    ],
)
def test_an_objection_came_in_or_was_answered(banned: Office, words: tuple[str, ...]) -> None:
    assert banned.do("maatregel", "bezwaar", "M1", *words).status == 2


def test_a_review_goes_on_or_lifts_with_the_reason_that_is_given(banned: Office) -> None:
    told = measure(banned, "review", "M1", "--uitkomst", "voortzetten", "--reden", "belt nog")
    assert (told["evaluatie"], told["status"]) == (
        {"op": "2026-11-22", "uitkomst": "voortzetten", "reden": "belt nog"},
        "loopt",
    )
    shown = banned.do("maatregel", "review", "M1", "--uitkomst", "opheffen", "--reden", "Belt niet meer.").out
    assert "Geëvalueerd  zo 22 november 2026: opheffen, Belt niet meer.\n" in shown
    assert "Geëindigd    zo 22 november 2026: opgeheven, Belt niet meer.\n" in shown


@pytest.mark.parametrize("verdict", ["gegrond", "ongegrond", "deels"])
def test_an_answer_names_the_letter_that_takes_it_to_the_caller(banned: Office, verdict: str) -> None:
    received = banned.do("maatregel", "bezwaar", "M1", "--ontvangen", "vandaag")
    assert "De brief" not in received.out
    answer = ("--beantwoord", "vandaag", "--uitkomst", verdict, "--reden", "Het gebeurde niet zo.")
    shown = banned.do("maatregel", "bezwaar", "M1", *answer)
    assert shown.out.endswith("\n  De brief: agressielog brief M1 --soort bezwaar\n")
    assert "De brief" not in banned.do("maatregel", "show", "M1").out
    for key in ("organisatie", "postadres", "privacycontact", "klachtinstantie"):
        banned.do("instelling", "set", key, "Postbus 1")
    assert "Het gebeurde niet zo." in banned.do("brief", "M1", "--soort", "bezwaar").out


def test_a_review_that_lifts_names_the_letter_and_going_on_has_none(banned: Office) -> None:
    went_on = banned.do("maatregel", "review", "M1", "--uitkomst", "voortzetten", "--reden", "Belt nog.")
    assert "De brief" not in went_on.out
    lifted = banned.do("maatregel", "review", "M1", "--uitkomst", "opheffen", "--reden", "Belt niet meer.")
    assert lifted.out.endswith("\n  De brief: agressielog brief M1 --soort opheffing\n")
    for key in ("organisatie", "postadres", "privacycontact"):
        banned.do("instelling", "set", key, "Postbus 1")
    assert "Belt niet meer." in banned.do("brief", "M1", "--soort", "opheffing").out


def test_of_what_never_reached_the_caller_no_lifting_is_told(threatened: Office) -> None:
    threatened.do("maatregel", "add", "B1", *READY)
    shown = threatened.do("maatregel", "review", "M1", "--uitkomst", "opheffen", "--reden", "Excuses.")
    assert (shown.status, "De brief" in shown.out) == (0, False)


def test_a_review_that_is_late_is_said_and_the_ban_runs_on(banned: Office) -> None:
    late = ("maatregel", "show", "M1", "--peildatum")
    assert "evaluatie is te laat" not in banned.do(*late, "7-1-2027").out
    shown = banned.do(*late, "8-1-2027").out
    assert "(loopt)\n  Let op: de evaluatie is te laat" in shown


def test_who_decides_about_an_own_report_is_told(threatened: Office) -> None:
    shown = threatened.do("maatregel", "add", "B1", *READY[2:], "--besluit-door", "anna")
    assert "Let op: wie besluit is ook melder van een van deze incidenten." in shown.out
    assert "Let op: wie besloot is ook melder" in threatened.do("maatregel", "show", "M1").out


def test_an_incident_that_was_rejected_since_is_told(banned: Office) -> None:
    banned.do("edit", "1", "--status", "afgewezen")
    assert "Let op: incident 1 is vervallen" in banned.do("maatregel", "show", "M1").out
    assert codes(
        banned, "add", "B1", "--incident", "1", *READY, "--soort", "ordegesprek", "--afwijking", "x"
    ) == ["incident_vervallen"]


def test_what_leans_on_an_annulled_measure_is_told(banned: Office) -> None:
    banned.set_clock(MORNING + timedelta(days=3))
    banned.add("0612345678", "-s", "schelden", "-w", "x", "-t", "24-11-2026 9:00")
    measure(banned, "add", "B1", *READY)
    banned.do("maatregel", "end", "M1", "--soort", "vernietigd", "--reden", "x")
    assert "bekijk M2 opnieuw" in banned.do("maatregel", "show", "M1").out
