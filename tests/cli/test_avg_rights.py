"""A statement, a restriction and a hold at the desk: recorded, shown where they count, lifted, refused."""

from datetime import UTC, datetime

import pytest
from office import Office

STATED = """\
Zienswijze van za 21 november 2026 toegevoegd bij B1 (J. Jansen).
  Wie over B1 besluit, leest haar erbij; ze gaat mee in een inzage en wij veranderen er niets aan.
"""
RESTRICTED = """\
Beperkt op verzoek: de bijzonderheden van B1 (J. Jansen) zijn uit het zicht.
  De status en wat je bij een oproep doet, blijven staan.
  Opheffen: agressielog avg beperk B1 --opheffen
"""
HELD = """\
Vastgehouden: B1 (J. Jansen), sinds zo 22 november 2026, t/m di 1 juni 2027.
  Zolang dit loopt, wordt er niets van gewist.
  Uiterlijk za 22 mei 2027 vraagt taken of het nog nodig is.
  Opheffen: agressielog avg vasthouden B1 --opheffen
"""
SHOWN = """\
Zienswijze van za 21 november 2026
  Ik werd zelf uitgescholden.
  Twee keer.
Beperkt op verzoek sinds zo 22 november 2026: betwist het
Vastgehouden sinds zo 22 november 2026, tot het wordt opgeheven: klacht
"""
HIDDEN_ANSWER = """\
● BEKEND  06-12345678
  Neem rustig op en luister. Gaat het mis: noem je grens en geef de keuze.
  Ligt ter beoordeling. Neem rustig op en beloof niets over een besluit.
  B1 (J. Jansen)
    Beperkt op verzoek: bijzonderheden zijn niet te zien.
"""
HIDDEN_INCIDENT = """\
Incident 1
  Wanneer  zo 22 november 2026 10:15, zojuist
  Beller   B1 (J. Jansen)
  Status   gemeld
  Beperkt op verzoek: de bijzonderheden zijn niet te zien. Toch nodig voor een besluit of zaak? Met --toch --reden \
TEKST; dat wordt vastgelegd. Opheffen: agressielog avg beperk B1 --opheffen
"""
SECRET = "parkeergeheim"


@pytest.fixture
def desk(office: Office) -> Office:
    """A desk that knows B1, who said a word that is nowhere else, and B2."""
    office.add(
        *("0612345678", "--naam", "J. Jansen", "-s", "schelden", "-w", f"Riep {SECRET}", "--citaat", SECRET),
        *("--onderwerp", SECRET, "--hielp", SECRET, "--toezegging", SECRET),
    )
    office.add("0687654321", "--naam", "K. de Boer", "-s", "schelden", "-w", "Schold aan de balie.")
    return office


def stated(desk: Office) -> str:
    return desk.do(
        *("avg", "zienswijze", "B1", "-", "--op", "21-11-2026"),
        stdin="Ik werd zelf uitgescholden.\nTwee keer.\n",
    ).out


def refused(shown: object) -> list[str]:
    return [reason["code"] for reason in shown.document["fout"]["redenen"]]  # type: ignore[attr-defined]


def test_a_statement_is_added_word_for_word(desk: Office) -> None:
    assert stated(desk) == STATED
    told = desk.do("beller", "show", "B1", "--json").document["zienswijzen"]
    assert told == [{"op": "2026-11-21", "tekst": "Ik werd zelf uitgescholden.\nTwee keer."}]


def test_a_statement_is_asked_for_on_a_terminal(desk: Office) -> None:
    shown = desk.do("avg", "zienswijze", "B1", answers=["Ik was het niet."])
    assert "Wat zegt de beller zelf?" in shown.out
    assert shown.status == 0


@pytest.mark.parametrize(
    ("arguments", "status", "code"),
    [
        (("zienswijze", "B1"), 2, "gegevens_ontbreken"),
        (("zienswijze", "B1", "tekst"), 2, "tegenstrijdig"),
        (("zienswijze", "B1", "-", "--op", "23-11-2026"), 2, "zienswijze_in_toekomst"),
        (("zienswijze", "B9", "-"), 3, "beller_niet_gevonden"),
        (("beperk", "B1"), 2, "gegevens_ontbreken"),
        (("beperk", "B1", "--opheffen", "--reden", "x"), 2, "tegenstrijdig"),
        (("vasthouden", "B1", "--opheffen", "--tot", "1-1-2027"), 2, "tegenstrijdig"),
        (("vasthouden", "B1", "--opheffen", "--langer"), 2, "tegenstrijdig"),
        (("vasthouden", "B1", "--reden", "x", "--tot", "21-11-2026"), 2, "vasthouden_voorbij"),
        (("vasthouden", "99", "--reden", "x"), 3, "incident_niet_gevonden"),
    ],
    ids=lambda one: " ".join(one) if isinstance(one, tuple) else None,
)
def test_what_cannot_be_recorded_is_said(
    desk: Office, arguments: tuple[str, ...], status: int, code: str
) -> None:
    shown = desk.do("avg", *arguments, "--json", stdin="x")
    assert (shown.status, shown.document["fout"]["code"]) == (status, code)


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (("beperk", "B1", "--opheffen"), "niet_beperkt"),
        (("vasthouden", "B1", "--opheffen"), "niet_vastgehouden"),
        (("vasthouden", "1", "--opheffen"), "niet_vastgehouden"),
    ],
)
def test_what_does_not_run_cannot_be_lifted(desk: Office, arguments: tuple[str, ...], reason: str) -> None:
    shown = desk.do("avg", *arguments, "--json")
    assert (shown.status, refused(shown)) == (4, [reason])


def test_a_restriction_begins_once_and_can_be_lifted(desk: Office) -> None:
    assert desk.do("avg", "beperk", "B1", "--reden", "betwist het").out == RESTRICTED
    again = desk.do("avg", "beperk", "B1", "--reden", "betwist het", "--json")
    assert (again.status, refused(again)) == (4, ["al_beperkt"])
    lifted = desk.do("avg", "beperk", "B1", "--opheffen", "--json").document["beperking"]
    assert lifted == {"reden": "betwist het", "sinds": "2026-11-22", "opgeheven_op": "2026-11-22"}
    assert SECRET in desk.do("show", "1").out
    desk.do("avg", "beperk", "B1", "--reden", "weer")
    assert "weer te zien" in desk.do("avg", "beperk", "B1", "--opheffen").out


def test_a_hold_on_a_caller_or_an_incident(desk: Office) -> None:
    assert desk.do("avg", "vasthouden", "B1", "--reden", "klacht", "--tot", "1-6-2027").out == HELD
    on_incident = desk.do("avg", "vasthouden", "1", "--reden", "aangifte", "--json").document
    assert (on_incident["beller"], on_incident["incident"]) == (None, 1)
    assert desk.do("avg", "vasthouden", "1", "--opheffen").out == (
        "Niet meer vastgehouden: incident 1. De gewone bewaartermijnen gelden weer.\n"
    )
    lifted = desk.do("avg", "vasthouden", "B1", "--opheffen", "--json").document["vasthoudingen"]
    assert [hold["opgeheven_op"] for hold in lifted] == ["2026-11-22"]


def test_a_hold_asks_to_be_looked_at_every_half_year(desk: Office) -> None:
    desk.do("avg", "vasthouden", "B1", "--reden", "klacht")
    desk.do("avg", "vasthouden", "2", "--reden", "aangifte", "--tot", "1-5-2027")
    dry = desk.do("avg", "opschonen", "--dry-run")
    assert "B1 sinds 22 nov 2026: klacht; uiterlijk 22 mei 2027 kijken of het nog nodig is" in dry.out
    assert "incident 2 sinds 22 nov 2026 t/m 1 mei 2027: aangifte\n" in dry.out
    held = desk.do("avg", "opschonen", "--dry-run", "--json").document["vastgehouden"]
    assert [(one["wat"], one["kijken_voor"]) for one in held] == [("B1", "2027-05-22"), ("incident 2", None)]

    def asked(on: str) -> list[tuple[str, str, bool]]:
        found = desk.do("taken", "--soort", "vasthouding", "--peildatum", on, "--json").document["taken"]
        return [(task["wat"], task["opdracht"], task["te_laat"]) for task in found]

    look = ("Kijken of B1 nog vastgehouden moet worden", "agressielog avg vasthouden B1 --reden TEKST")
    assert asked("21-4-2027") == []
    assert asked("22-4-2027") == asked("22-5-2027") == [(*look, False)]
    assert asked("23-5-2027") == [(*look, True)]
    # Holding it once more, with its reason, is having looked.
    desk.set_clock(datetime(2027, 5, 23, 9, tzinfo=UTC))
    desk.do("avg", "vasthouden", "B1", "--reden", "de klacht loopt nog")
    assert asked("23-5-2027") == []
    assert asked("24-11-2027") == [(*look, True)]
    desk.do("avg", "vasthouden", "B1", "--opheffen")
    assert asked("24-11-2027") == []


def test_a_heavy_incident_is_kept_longer_to_where_the_policy_lets_it(desk: Office) -> None:
    desk.add("0612345678", "-s", "bedreiging", "-w", "Dreigde.")
    held = desk.do("avg", "vasthouden", "3", "--langer", "--reden", "dreigt vaker", "--json").document
    assert held["vasthoudingen"][0]["tot"] == "2031-11-22"
    shorter = desk.do("avg", "vasthouden", "3", "--langer", "--reden", "x", "--tot", "1-12-2030", "--json")
    assert shorter.document["vasthoudingen"][0]["tot"] == "2030-12-01"
    # Saying that it is still needed does not take the limit away.
    again = desk.do("avg", "vasthouden", "3", "--reden", "nog nodig", "--json").document
    assert again["vasthoudingen"][0]["tot"] == "2031-11-22"
    too_long = desk.do("avg", "vasthouden", "3", "--langer", "--reden", "x", "--tot", "23-11-2031", "--json")
    assert (too_long.status, refused(too_long)) == (4, ["te_lang_bewaard"])
    for lighter in ("1", "B1"):
        shown = desk.do("avg", "vasthouden", lighter, "--langer", "--reden", "x", "--json")
        assert (shown.status, refused(shown)) == (4, ["geen_langere_termijn"])
    told = desk.do("avg", "vasthouden", "B1", "--langer", "--reden", "x").err
    assert "Noem het incident met zijn nummer." in told
    assert "Noem het incident" not in desk.do("avg", "vasthouden", "1", "--langer", "--reden", "x").err


def test_reasons_are_asked_for_on_a_terminal(desk: Office) -> None:
    assert desk.do("avg", "beperk", "B1", answers=["betwist het"]).status == 0
    shown = desk.do("beller", "show", "B1", "--json").document
    assert shown["beperkt_op_verzoek"]["reden"] == "betwist het"


def test_who_decides_sees_them_all(desk: Office) -> None:
    stated(desk)
    desk.do("avg", "vasthouden", "B1", "--reden", "klacht")
    desk.do("avg", "beperk", "B1", "--reden", "betwist het")
    assert desk.do("beller", "show", "B1").out.endswith(SHOWN)
    assert desk.do("advies", "B1").out.endswith("".join(f"  {line}\n" for line in SHOWN.splitlines()))
    decided = desk.do(
        *("maatregel", "add", "B1", "--geen", "--reden", "Excuses.", "--besluit-door", "R. Smit"),
    )
    assert decided.err == (
        "Er is een zienswijze van za 21 november 2026; lees haar met agressielog beller show B1\n"
    )


def test_a_statement_is_read_before_a_measure_is_asked_for(desk: Office) -> None:
    stated(desk)
    shown = desk.do("maatregel", "add", "B1", "--geen", answers=["<"])
    assert "Zienswijze van za 21 november 2026: Ik werd zelf uitgescholden. Twee keer.\n" in shown.out


def test_they_follow_a_merge_and_a_split(desk: Office) -> None:
    stated(desk)
    desk.do("avg", "beperk", "B1", "--reden", "betwist het")
    desk.do("avg", "vasthouden", "B1", "--reden", "klacht")
    desk.do("beller", "merge", "B2", "B1", "--ja")
    merged = desk.do("beller", "show", "B2", "--json").document
    assert len(merged["zienswijzen"]) == len(merged["vastgehouden"]) == 1
    assert merged["beperkt_op_verzoek"] is not None
    assert "Beperkt op verzoek" in desk.do("lookup", "B2").out
    desk.do("beller", "split", "B2", "--ja")
    parted = desk.do("beller", "show", "B2", "--json").document
    assert (parted["zienswijzen"], parted["beperkt_op_verzoek"], parted["vastgehouden"]) == ([], None, [])
    assert len(desk.do("beller", "show", "B1", "--json").document["zienswijzen"]) == 1


def test_a_restricted_caller_keeps_the_status_and_what_to_do(desk: Office) -> None:
    desk.do("avg", "beperk", "B1", "--reden", "betwist het")
    assert desk.do("lookup", "0612345678").out == HIDDEN_ANSWER
    (seen,) = desk.do("lookup", "0612345678", "--json").document["bellers"]
    assert (seen["beperkt_op_verzoek"], seen["status"], seen["advies"]) == (True, "bekend", None)
    assert (seen["per_soort"], seen["hielp"], seen["toezeggingen"]) == ({}, [], [])


def test_the_details_of_a_restricted_caller_are_out_of_view(desk: Office) -> None:
    desk.do("avg", "beperk", "B1", "--reden", "betwist het")
    assert desk.do("show", "1").out == HIDDEN_INCIDENT
    listed = desk.do("list").out
    assert "–      B1      (beperkt op verzoek)\n" in listed
    assert "Schelden" in listed
    found = desk.do("search", SECRET)
    assert found.out == "Geen incidenten gevonden.\n"
    assert found.err == "Bellers die om beperking vroegen, worden niet doorzocht.\n"
    exported = desk.do("export")
    assert "K. de Boer" in exported.out
    assert "J. Jansen" not in exported.out
    assert exported.err.startswith("Bellers die om beperking vroegen, staan er niet in.\n")
    for arguments in (
        ("show", "1"),
        ("list",),
        ("search", "balie"),
        ("lookup", "B1"),
        ("beller", "show", "B1"),
    ):
        for form in ((), ("--json",)):
            assert SECRET not in desk.do(*arguments, *form).out, (arguments, form)


def test_a_restricted_incident_as_a_document_says_so(desk: Office) -> None:
    desk.do("avg", "beperk", "B1", "--reden", "betwist het")
    document = desk.do("show", "1", "--json").document
    assert document["versies"] == []
    assert document["incident"]["beperkt_op_verzoek"] is True
    assert (document["incident"]["soorten"], document["incident"]["ernst"]) == ([], None)
    shown = {one["id"]: one["beperkt_op_verzoek"] for one in desk.do("list", "--json").document["incidenten"]}
    assert shown == {1: True, 2: False}


def test_a_change_can_be_taken_back(desk: Office) -> None:
    desk.do("avg", "beperk", "B1", "--reden", "betwist het")
    shown = desk.do("undo", "--ja")
    assert shown.status == 0, shown.err
    assert SECRET in desk.do("show", "1").out
