"""Reviewing a measure and answering an objection: nothing happens without an outcome and a reason."""

import pytest
from measure_desk import READY, measure
from office import Office

LIFTED_BY_ANSWERS = """\
M1 contactverbod van 22 nov 2026 t/m 21 feb 2027
   1  opheffen
   2  voortzetten
Wat is de uitkomst? [opheffen]
>\x20
Waarom? Dit komt in de brief
> Excuses gemaakt.
M1 opheffen? De laatste dag is zo 22 november 2026. (j/n)
> j
M1 contactverbod van 22 nov 2026 t/m 22 nov 2026  (opgeheven, laatste dag vandaag)
  Beller       B1
  Besloten     zo 22 november 2026, door R. Smit
  Reden        Schold na een waarschuwing.
  Incidenten   1
  Uitgereikt   zo 22 november 2026 10:15, zojuist; e-mail, op tijd
  Van          zo 22 november 2026
  Tot en met   zo 22 november 2026
  Omvang       alle nummers en afdelingen
  Open blijft  post
  Gehoord      za 21 november 2026
  Geëvalueerd  zo 22 november 2026: opheffen, Excuses gemaakt.
  Geëindigd    zo 22 november 2026: opgeheven, Excuses gemaakt.
  Advies toen  contactverbod, 3 maanden (beleid standaard 2026-11)
  De brief: agressielog brief M1 --soort opheffing
"""
ANSWERED = """\
M1 contactverbod van 22 nov 2026 t/m 21 feb 2027
Bezwaar: ontvangen op zo 22 november 2026, antwoord voor ma 21 december 2026
   1  gegrond
   2  ongegrond
   3  deels
Wat is de uitkomst?
> deels
Waarom? Dit komt in de brief
> <
   1  gegrond
   2  ongegrond
   3  deels
Wat is de uitkomst?
> 2
Waarom? Dit komt in de brief
>\x20
  Hier is een antwoord nodig.
> Twee collega's hoorden het.
"""


@pytest.mark.parametrize(
    ("given", "missing"),
    [
        ((), "--uitkomst, --reden"),
        (("--uitkomst", "opheffen"), "--reden"),
        (("--uitkomst", "voortzetten", "--reden", " "), "--reden"),
        (("--reden", "Excuses."), "--uitkomst"),
    ],
)
def test_without_a_terminal_a_review_names_what_is_missing_and_lifts_nothing(
    banned: Office, given: tuple[str, ...], missing: str
) -> None:
    shown = banned.do("maatregel", "review", "M1", *given)
    assert (shown.status, shown.out) == (2, "")
    assert f"Er ontbreekt nog iets: {missing}.\n" in shown.err
    told = measure(banned, "show", "M1")
    assert (told["status"], told["evaluatie"], told["einde"]) == ("loopt", None, None)


def test_on_a_terminal_a_review_asks_and_is_confirmed(banned: Office) -> None:
    shown = banned.do("maatregel", "review", "M1", answers=["", "Excuses gemaakt.", "j"])
    assert (shown.status, shown.out) == (0, LIFTED_BY_ANSWERS)


@pytest.mark.parametrize("doubt", ["n", "<"])
def test_who_thinks_better_of_it_changes_nothing(banned: Office, doubt: str) -> None:
    shown = banned.do("maatregel", "review", "M1", "--reden", "Excuses.", answers=["", doubt])
    assert shown.out.endswith("Er is niets veranderd.\n")
    assert measure(banned, "show", "M1")["status"] == "loopt"


def test_going_on_is_confirmed_with_the_day_that_stays(banned: Office) -> None:
    shown = banned.do("maatregel", "review", "M1", answers=["voort", "Belt nog.", "ja"])
    assert "M1 voortzetten? De laatste dag is zo 21 februari 2027. (j/n)\n" in shown.out
    assert measure(banned, "show", "M1")["evaluatie"]["uitkomst"] == "voortzetten"


def test_nothing_is_asked_about_what_is_over(banned: Office) -> None:
    banned.do("maatregel", "end", "M1", "--soort", "vernietigd", "--reden", "Vergissing.")
    assert banned.do("maatregel", "review", "M1", answers=[]).status == 4
    assert banned.do("maatregel", "bezwaar", "M1", "--beantwoord", "vandaag", answers=[]).status == 4


@pytest.mark.parametrize(
    ("given", "missing"),
    [
        ((), "--uitkomst, --reden"),
        (("--uitkomst", "deels"), "--reden"),
        (("--reden", "Te lang."), "--uitkomst"),
    ],
)
def test_without_a_terminal_an_answer_names_what_is_missing(
    banned: Office, given: tuple[str, ...], missing: str
) -> None:
    banned.do("maatregel", "bezwaar", "M1", "--ontvangen", "vandaag")
    shown = banned.do("maatregel", "bezwaar", "M1", "--beantwoord", "vandaag", *given)
    assert (shown.status, shown.out) == (2, "")
    assert f"Er ontbreekt nog iets: {missing}.\n" in shown.err
    assert measure(banned, "show", "M1")["bezwaar"]["beantwoord_op"] is None


def test_on_a_terminal_the_outcome_and_the_reason_of_an_answer_are_asked(banned: Office) -> None:
    banned.do("maatregel", "bezwaar", "M1", "--ontvangen", "vandaag")
    answers = ["deels", "<", "2", "", "Twee collega's hoorden het."]
    shown = banned.do("maatregel", "bezwaar", "M1", "--beantwoord", "vandaag", answers=answers)
    assert shown.out.startswith(ANSWERED + "M1 contactverbod")
    assert "ongegrond, Twee collega's hoorden het.\n" in shown.out


def test_an_answer_is_corrected_and_what_stood_there_is_said(banned: Office) -> None:
    banned.do("maatregel", "bezwaar", "M1", "--ontvangen", "vandaag")
    answer = ("maatregel", "bezwaar", "M1", "--beantwoord", "vandaag", "--uitkomst")
    assert banned.do(*answer, "deels", "--reden", "Te lang.").err == ""
    shown = banned.do(*answer, "ongegrond", "--reden", "Nader bekeken.")
    assert shown.err == (
        "Dit komt in de plaats van wat er stond: ontvangen op zo 22 november 2026, "
        "beantwoord op zo 22 november 2026: deels, Te lang.\n"
    )
    told = measure(banned, "show", "M1")["bezwaar"]
    assert (told["uitkomst"], told["reden"]) == ("ongegrond", "Nader bekeken.")


def test_an_objection_that_is_recorded_again_points_to_its_answer(banned: Office) -> None:
    received = ("maatregel", "bezwaar", "M1", "--ontvangen", "vandaag")
    command = "agressielog maatregel bezwaar M1 --beantwoord DATUM --uitkomst UITKOMST --reden TEKST"
    banned.do(*received)
    assert f"Beantwoord het: {command}\n" in banned.do(*received).err
    banned.do("maatregel", "bezwaar", "M1", "--beantwoord", "vandaag", "--uitkomst", "deels", "--reden", "x")
    assert f"Verbeter het antwoord: {command}\n" in banned.do(*received).err


def test_what_was_upheld_does_not_come_back(banned: Office) -> None:
    banned.do("maatregel", "bezwaar", "M1", "--ontvangen", "vandaag")
    answer = ("maatregel", "bezwaar", "M1", "--beantwoord", "vandaag", "--reden", "x", "--uitkomst")
    assert banned.do(*answer, "gegrond").status == 0
    shown = banned.do(*answer, "deels")
    assert shown.status == 4
    assert "Een vernietigde maatregel komt niet terug door een ander antwoord." in shown.err
    assert measure(banned, "show", "M1")["status"] == "vernietigd"


def test_a_word_is_no_reason_not_to_hear_and_what_the_letter_will_say_is_shown(threatened: Office) -> None:
    heard = ["nee", "ja", "ziek", "nam twee keer niet op"]
    answers = ["", "", "R. Smit", "Dreigde.", "post", *heard, "", ""]
    shown = threatened.do("maatregel", "add", "B1", answers=answers)
    again = "  Geef de dag, of schrijf in een paar woorden waarom niet: het komt zo in de brief.\n"
    assert shown.out.count(again + "Wanneer is de beller gehoord? Of: waarom niet\n") == len(heard) - 1
    sentence = (
        "In de brief: Wij hebben u nog niet gevraagd hoe u het ziet. De reden: nam twee keer niet op.\n"
    )
    assert sentence in shown.out
    assert measure(threatened, "show", "M1")["niet_gehoord"] == "nam twee keer niet op"


def test_the_day_of_the_hearing_is_shown_as_the_letter_tells_it(threatened: Office) -> None:
    answers = ["", "", "R. Smit", "Dreigde.", "post", "gisteren", "", ""]
    shown = threatened.do("maatregel", "add", "B1", answers=answers)
    assert "In de brief: Op 21 november 2026 heeft u ons verteld hoe u het ziet.\n" in shown.out


def test_at_the_decision_it_is_said_what_the_letter_still_lacks(threatened: Office) -> None:
    wanted = ("maatregel", "add", "B1", *READY)
    assert threatened.do(*wanted).err == (
        "Voor de brief ontbreekt nog iets. Vul aan: agressielog instelling set postadres; "
        "agressielog instelling set organisatie; agressielog instelling set privacycontact.\n"
    )
    for key in ("postadres", "organisatie", "privacycontact"):
        threatened.do("instelling", "set", key, "Kerkplein 1, Ons Dorp")
    threatened.do("maatregel", "end", "M1", "--soort", "vernietigd", "--reden", "Vergissing.")
    assert threatened.do(*wanted).err == ""


def test_what_was_ended_before_it_was_told_is_not_said_to_wait(threatened: Office) -> None:
    threatened.do("maatregel", "add", "B1", *READY)
    shown = threatened.do("maatregel", "end", "M1", "--soort", "ingetrokken", "--reden", "Verkeerde beller.")
    assert shown.out.startswith("M1 contactverbod van 22 nov 2026 t/m 22 nov 2026  (ingetrokken)\n")
    assert "Tot en met   zo 22 november 2026\n" in shown.out
    assert "ingetrokken, laatste dag" not in shown.out


def test_the_list_and_a_later_look_at_the_last_day_say_the_same(banned: Office) -> None:
    banned.do("maatregel", "end", "M1", "--reden", "Excuses.")
    assert "opgeheven, laatste dag  Schold" in banned.do("maatregel", "list").out
    later = banned.do("maatregel", "show", "M1", "--peildatum", "23-11-2026").out
    assert later.startswith("M1 contactverbod van 22 nov 2026 t/m 22 nov 2026  (opgeheven)\n")


def test_after_an_advised_ban_a_shorter_one_is_said_to_be_a_new_one(threatened: Office) -> None:
    assert "komt er een nieuwe maatregel na deze: contactverbod van" in threatened.do("advies", "B1").out


def test_a_mistyped_anchor_is_told_where_it_stands(office: Office) -> None:
    shown = office.do("check", "--anker", "12-ABCD")
    assert shown.status == 2
    assert "Wat nu:  Kijk het na op het rapport of de brief.\n" in shown.err
