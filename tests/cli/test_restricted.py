"""Of a caller who asked for a restriction no command tells the details, unless with a reason that is kept."""

from pathlib import Path

import pytest
from office import Office

SECRET = "parkeergeheim"
WHY = ("--toch", "--reden", "besluit over B1")


@pytest.fixture
def desk(office: Office) -> Office:
    """A desk that restricted B1, of whom every text holds a word that is nowhere else."""
    office.add(
        *(
            "0612345678",
            "--naam",
            "J. Jansen",
            "-s",
            "bedreiging",
            "-w",
            f"Riep {SECRET}",
            "--citaat",
            SECRET,
        ),
        *("--onderwerp", "pas", "--hielp", SECRET, "--niet-toegezegd", SECRET, "--toezegging", SECRET),
        *("--voor", "morgen"),
    )
    office.add("0612345678", "-s", "schelden", "-w", f"Schold: {SECRET}")
    office.do(
        *(
            "maatregel",
            "add",
            "B1",
            "--incident",
            "1",
            "--spoed",
            "--uitgereikt",
            "nu",
            "--kanaal-over",
            "post",
        ),
        *("--reden", SECRET, "--niet-gehoord", SECRET, "--afwijking", SECRET, "--besluit-door", "R. Smit"),
    )
    office.do("maatregel", "bezwaar", "M1", "--ontvangen", "vandaag")
    office.do(
        *(
            "maatregel",
            "bezwaar",
            "M1",
            "--beantwoord",
            "vandaag",
            "--uitkomst",
            "ongegrond",
            "--reden",
            SECRET,
        )
    )
    office.do("maatregel", "review", "M1", "--uitkomst", "voortzetten", "--reden", SECRET)
    office.do("toezegging", "add", "B1", SECRET, "--voor", "morgen")
    office.do("goed", "B1")
    office.do("edit", "1", "--wat", f"Riep twee keer {SECRET}")
    for key in ("organisatie", "postadres", "privacycontact", "klachtinstantie"):
        office.do("instelling", "set", key, f"Postbus 1 ({key})")
    shown = office.do("avg", "beperk", "B1", "--reden", "betwist het")
    assert shown.status == 0, shown.err
    return office


def _history(desk: Office) -> list[dict[str, str]]:
    shown = desk.do("maatregel", "show", "M1", "--geschiedenis", "--json")
    steps: list[dict[str, str]] = shown.document["geschiedenis"]
    return steps


HIDING = (
    ("lookup", "0612345678"),
    ("lookup", "B1"),
    ("show", "1"),
    ("show", "1", "--geschiedenis"),
    ("list",),
    ("search", "pas"),
    ("advies",),
    ("advies", "B1"),
    ("maatregel", "list"),
    ("maatregel", "show", "M1"),
    ("maatregel", "show", "M1", "--geschiedenis"),
    ("taken", "--alles"),
    ("toezegging", "list"),
    ("mijn",),
    ("aangifte", "1"),
    ("brief", "M1"),
    ("brief", "M1", "--vorm", "sms"),
    ("brief", "M1", "--soort", "bezwaar"),
    ("beller", "show", "B1"),
    ("beller", "show", "B1", "--geschiedenis"),
    ("nazorg", "list"),
    ("report", "--maand"),
    ("edit", "1", "--team", "balie"),
    ("edit", "1", "--citaat", "anders"),
    ("edit", "1"),
    ("toezegging", "done", "T1"),
    ("maatregel", "bezwaar", "M1", "--beantwoord", "vandaag", "--uitkomst", "deels", "--reden", "x"),
)


@pytest.mark.parametrize("form", [(), ("--json",)], ids=["text", "json"])
@pytest.mark.parametrize("arguments", HIDING, ids=" ".join)
def test_no_command_tells_what_is_restricted(
    desk: Office, arguments: tuple[str, ...], form: tuple[str, ...]
) -> None:
    shown = desk.do(*arguments, *form)
    assert SECRET not in shown.out + shown.err
    assert shown.status == {"aangifte": 4, "brief": 4, "edit": shown.status}.get(arguments[0], 0), shown.err


def test_an_export_leaves_the_caller_out(desk: Office) -> None:
    assert SECRET not in desk.do("export").out


@pytest.mark.parametrize("form", [("--ja",), ("--ja", "--json")], ids=["text", "json"])
def test_taking_back_shows_which_record_and_not_its_texts(desk: Office, form: tuple[str, ...]) -> None:
    desk.do("avg", "beperk", "B1", "--opheffen")
    desk.do("edit", "1", "--wat", f"Nog eens {SECRET}")
    desk.do("--als", "Ander", "avg", "beperk", "B1", "--reden", "weer")
    shown = desk.do("undo", *form)
    assert shown.status == 0, shown.err
    assert SECRET not in shown.out
    assert "incident" in shown.out
    desk.do("avg", "beperk", "B1", "--opheffen")
    assert f"Riep twee keer {SECRET}" in desk.do("show", "1").out


@pytest.mark.parametrize("form", [("--ja",), ("--ja", "--json")], ids=["text", "json"])
def test_taking_back_a_whole_call_or_measure_shows_none_of_its_texts(
    desk: Office, form: tuple[str, ...]
) -> None:
    desk.do("avg", "beperk", "B1", "--opheffen")
    for made in (
        ("add", "0612345678", "-s", "schelden", "-w", SECRET, "--toezegging", SECRET),
        (
            "maatregel",
            "add",
            "B1",
            "--geen",
            "--incident",
            "2",
            "--reden",
            SECRET,
            "--besluit-door",
            "R. Smit",
        ),
    ):
        done = desk.do(*made)
        assert done.status == 0, done.err
        desk.do("--als", "Ander", "avg", "beperk", "B1", "--reden", "weer")
        shown = desk.do("undo", *form)
        assert shown.status == 0, shown.err
        assert SECRET not in shown.out
        desk.do("--als", "Ander", "avg", "beperk", "B1", "--opheffen")


OPENED = (
    ("show", "1"),
    ("show", "1", "--geschiedenis"),
    ("advies", "B1"),
    ("maatregel", "show", "M1"),
    ("maatregel", "show", "M1", "--geschiedenis"),
    ("toezegging", "list", "--beller", "B1"),
    ("aangifte", "1"),
    ("brief", "M1"),
    ("brief", "M1", "--vorm", "voorlezen"),
    ("brief", "M1", "--soort", "bezwaar"),
)


@pytest.mark.parametrize("form", [(), ("--json",)], ids=["text", "json"])
@pytest.mark.parametrize("arguments", OPENED, ids=" ".join)
def test_who_must_see_it_does_with_a_reason_that_is_kept(
    desk: Office, arguments: tuple[str, ...], form: tuple[str, ...]
) -> None:
    shown = desk.do("--als", "R. Smit", *arguments, *WHY, *form)
    told = shown.out.casefold()
    # The advice shows what was said in the incident that asks, the others the texts themselves.
    assert SECRET in told or (arguments == ("advies", "B1") and form), shown.err
    (kept,) = desk.do("beller", "show", "B1", "--json").document["toch_bekeken"]
    assert (kept["door"], kept["reden"]) == ("R. Smit", "besluit over B1")
    assert "door R. Smit: besluit over B1" in desk.do("beller", "show", "B1").out


def test_who_decides_sees_the_advice_as_a_document_too(desk: Office) -> None:
    (hidden,) = desk.do("advies", "B1", "--json").document["adviezen"]
    assert (hidden["advies"], hidden["ernst"], hidden["meewegen"]) == (None, None, [])
    assert hidden["reageren_voor"] is not None
    (shown,) = desk.do("advies", "B1", *WHY, "--json").document["adviezen"]
    assert shown["advies"]["bevindingen"]
    assert shown["beperkt_op_verzoek"]["reden"] == "betwist het"


def test_a_letter_that_tells_why_is_refused_before_it_is_made(desk: Office, tmp_path: Path) -> None:
    target = tmp_path / "brief.docx"
    refused = desk.do("brief", "M1", "-o", str(target))
    assert (refused.status, refused.out, target.exists()) == (4, "", False)
    assert refused.err == (
        "Wat:     De bijzonderheden zijn niet te zien.\n"
        "Waarom:  B1 is beperkt op verzoek.\n"
        "Wat nu:  Moet je ze zien voor een besluit, een brief, een aangifte of een verbetering? Geef --toch --reden "
        "TEKST; dat wordt vastgelegd. Is de beperking voorbij? agressielog avg beperk B1 --opheffen\n"
    )
    assert not any(step["tabel"] == "brief" for step in _history(desk))
    assert desk.do("brief", "M1", "-o", str(target), *WHY).status == 0
    assert target.exists()
    assert any(step["tabel"] == "brief" for step in _history(desk))


@pytest.mark.parametrize("form", ["brief", "e-mail", "sms", "voorlezen"])
def test_the_letter_that_announces_a_review_tells_no_details(desk: Office, form: str) -> None:
    for reason in ((), WHY):
        shown = desk.do("brief", "M1", "--soort", "evaluatie", "--vorm", form, *reason)
        assert shown.status == 0, shown.err
        assert SECRET not in shown.out + shown.err
    assert desk.do("beller", "show", "B1", "--json").document["toch_bekeken"] == []


def test_that_it_is_lifted_is_told_with_a_reason_only(desk: Office) -> None:
    desk.do("maatregel", "end", "M1", "--reden", SECRET)
    assert desk.do("brief", "M1").status == 4
    assert SECRET in desk.do("brief", "M1", *WHY).out


def test_what_a_letter_lacks_is_named_of_a_new_measure_all_the_same(desk: Office) -> None:
    desk.do("instelling", "set", "postadres", "--wis")
    shown = desk.do(
        *("maatregel", "add", "B1", "--soort", "contactverbod", "--incident", "2", "--duur", "1 maand"),
        *("--spoed", "--kanaal-over", "post", "--niet-gehoord", SECRET, "--afwijking", SECRET),
        *("--reden", SECRET, "--besluit-door", "R. Smit"),
    )
    assert shown.status == 0, shown.err
    assert "agressielog instelling set postadres" in shown.err
    assert SECRET not in shown.out + shown.err


def test_the_caller_reads_who_looked_all_the_same_and_why(desk: Office, tmp_path: object) -> None:
    desk.do("--als", "R. Smit", "show", "1", *WHY)
    desk.do("avg", "inzage", "B1", "-o", f"{tmp_path}/inzage")
    with open(f"{tmp_path}/inzage/inzage.txt", encoding="utf-8") as file:  # noqa: PTH123 - a path as typed
        told = file.read()
    assert "Toch bekeken op 22 november 2026 door een medewerker: besluit over B1" in told
    assert "R. Smit" not in told


@pytest.mark.parametrize(
    ("arguments", "missing"),
    [
        (("show", "1", "--toch"), "--reden"),
        (("show", "1", "--reden", "x"), "--toch"),
        (("brief", "M1", "--toch"), "--reden"),
        (("brief", "M1", "--reden", "x"), "--toch"),
        (("advies", *WHY), "BELLER"),
        (("toezegging", "list", *WHY), "--beller"),
    ],
    ids=lambda one: " ".join(one) if isinstance(one, tuple) else None,
)
def test_a_look_needs_somebody_and_a_reason(desk: Office, arguments: tuple[str, ...], missing: str) -> None:
    shown = desk.do(*arguments)
    assert shown.status == 2
    assert missing in shown.err
    assert desk.do("beller", "show", "B1", "--json").document["toch_bekeken"] == []


def test_a_reason_is_asked_on_a_terminal(desk: Office) -> None:
    shown = desk.do("show", "1", "--toch", answers=["klacht"])
    assert "Waarom moet je het zien?" in shown.out
    assert SECRET in shown.out


def test_nothing_is_kept_where_nothing_is_restricted(desk: Office) -> None:
    desk.do("avg", "beperk", "B1", "--opheffen")
    assert SECRET in desk.do("show", "1", *WHY).out
    assert desk.do("beller", "show", "B1", "--json").document["toch_bekeken"] == []


def test_an_incident_of_nobody_has_nothing_to_hide(desk: Office) -> None:
    desk.add("anoniem", "-s", "schelden", "-w", "Schold")
    assert desk.do("aangifte", "3", *WHY).status == 0


def test_a_look_is_no_change_to_take_back(desk: Office) -> None:
    desk.do("show", "1", *WHY)
    assert desk.do("undo", "--ja", "--json").document["opdracht"] == "avg beperk"


def test_a_correction_says_which_field_changed(desk: Office) -> None:
    assert desk.do("edit", "1", "--citaat", "anders").out == (
        "Incident 1 is verbeterd; de oude versie blijft bewaard.\n  citaat: (beperkt op verzoek)\n"
    )
    opened = desk.do("edit", "1", "--citaat", f"weer {SECRET}", *WHY)
    assert f"citaat: anders → weer {SECRET}" in opened.out


def test_the_editor_opens_only_with_a_reason(desk: Office) -> None:
    shown = desk.do("edit", "1", "--json")
    assert shown.status == 4
    assert [reason["code"] for reason in shown.document["fout"]["redenen"]] == ["beperkt_op_verzoek"]
    assert desk.do("edit", "1", *WHY).status == 2


def test_deciding_in_the_dialogue_goes_without_the_details(desk: Office) -> None:
    shown = desk.do("maatregel", "add", "B1", "--geen", answers=["<"])
    assert "Beperkt op verzoek. Waarom: agressielog advies B1 --toch --reden TEKST" in shown.out
    assert SECRET not in shown.out


def test_the_walk_passes_by_who_is_restricted(desk: Office) -> None:
    shown = desk.do("advies", answers=["R. Smit"])
    assert "Besluit jij? Je ziet het met een reden" in " ".join(shown.out.split())
    assert "Wat doe je?" not in shown.out
    assert SECRET not in shown.out


@pytest.mark.parametrize("to", [("--beller", "B2", "--zeker"), ("--geen-beller",)])
def test_giving_a_call_to_another_does_not_bring_it_into_view(desk: Office, to: tuple[str, ...]) -> None:
    desk.add("0687654321", "-s", "schelden", "-w", "Ander.")
    assert desk.do("edit", "1", *to).status == 4
    assert SECRET not in desk.do("show", "1").out
    assert desk.do("edit", "1", *to, *WHY).status == 0
    assert SECRET in desk.do("show", "1").out


def test_another_caller_is_shown_as_ever(desk: Office) -> None:
    desk.add(
        "0687654321", "--naam", "K. de Boer", "-s", "schelden", "-w", "Schold.", "--toezegging", "terugbellen"
    )
    assert "terugbellen" in desk.do("toezegging", "list").out
    assert "2 of meer" not in desk.do("advies", "B2").out
    assert "schelden" in desk.do("mijn").out


def test_a_restriction_goes_along_with_a_merge(desk: Office) -> None:
    desk.add("0687654321", "--naam", "K. de Boer", "-s", "schelden", "-w", f"Ook {SECRET}")
    desk.do("beller", "merge", "B2", "B1", "--ja")
    for arguments in (("maatregel", "show", "M1"), ("toezegging", "list"), ("mijn",), ("show", "3")):
        assert SECRET not in desk.do(*arguments).out, arguments


@pytest.mark.parametrize("asked", [("--soort", "bedreiging"), ("--ernst", "zwaar")])
def test_no_filter_tells_what_kind_of_call_it_was(desk: Office, asked: tuple[str, str]) -> None:
    found = desk.do("list", *asked)
    assert "B1" not in found.out
    assert "staan hier niet bij" in found.err
    assert "B1" in desk.do("list", "--beller", "B1").out


def test_who_adds_a_call_is_not_told_the_advice_about_who_is_restricted(desk: Office) -> None:
    told = desk.add("0612345678", "-s", "schelden", "-w", "Schold weer").out
    assert "het advies is voor wie besluit" in told
    assert "contactverbod" not in told.lower()


def test_adding_again_what_is_there_tells_nothing_of_who_is_restricted(desk: Office) -> None:
    ulid = desk.do("show", "1", "--json").document["incident"]["ulid"]
    again = ("0612345678", "-s", "bedreiging", "--kort", "--ulid", ulid)
    assert SECRET not in desk.add(*again).out
    assert SECRET not in desk.add(*again, "--json").out
