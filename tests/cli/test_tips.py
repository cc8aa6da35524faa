"""Words that help, at the command line."""

from pathlib import Path

import pytest
from office import Office

from agressielog.settings.policy_file import shipped_names, shipped_policy
from agressielog.settings.shipped_files import shipped_tips_text
from agressielog.settings.tip_texts import shipped_tips

OWN = """\
versie = "kcc-1"

[[fase]]
code = "luisteren"
titel = "Luisteren"
kort = "Laat uitpraten."
doe = ["Laat uitpraten."]
zeg = ["Bij ons luisteren we eerst."]

[[soort]]
code = "schelden"
tip = "Zo doen wij dat bij schelden."
zeg = ["Stop daarmee."]
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """An organisation's own texts."""
    file = tmp_path / "eigen.toml"
    file.write_text(OWN, encoding="utf-8")
    return file


@pytest.fixture
def used(office: Office) -> Office:
    """A desk that knows somebody who swears."""
    office.add("0612345678", "-s", "schelden", "-w", "x")
    return office


def test_tips_alone_is_the_card_also_before_there_is_a_logbook(office: Office) -> None:
    shown = office.do("tips")
    assert (shown.status, shown.err) == (0, "")
    assert [line.split()[1] for line in shown.out.splitlines() if line[:1].isdigit()] == [
        page.title.split()[0] for page in shipped_tips().phases
    ]
    assert "Meer over een fase: agressielog tips grens" in shown.out
    assert "Ook: bedreiging, onwel_verward, discriminatie, drammen" in shown.out
    assert not office.logbook.exists()


@pytest.mark.parametrize("typed", [("grens",), ("grens", "stellen"), ("Gren",), ("5",)])
def test_a_phase_is_one_page(office: Office, typed: tuple[str, ...]) -> None:
    assert office.do("tips", *typed).out.startswith("Grens stellen\n")


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("schelden", "Grens stellen"),
        ("seksuele", "Grens stellen"),
        ("dronken", "Onwel of verward"),
        ("zelfmoord", "Onwel of verward"),
        ("boos", "Begrip tonen"),
        ("huilen", "Begrip tonen"),
        ("dreiging", "Bedreiging"),
    ],
)
def test_what_happens_finds_a_page(office: Office, typed: str, title: str) -> None:
    assert office.do("tips", typed).out.startswith(f"{title}\n")


@pytest.mark.parametrize("policy", shipped_names())
def test_every_kind_of_every_policy_finds_a_page(policy: str) -> None:
    for kind in shipped_policy(policy).kinds:
        assert shipped_tips().page(kind.code) == shipped_tips().page(kind.label), kind.code


def test_dead_may_be_a_threat_or_a_cry_for_help_and_is_asked(office: Office) -> None:
    assert "Waarom:  Misschien bedoel je bedreiging of onwel_verward.\n" in office.do("tips", "dood").err


def test_what_looks_like_nothing_gets_no_guess(office: Office) -> None:
    assert "Waarom:  Er zijn: aannemen, luisteren, begrip," in office.do("tips", "schoen").err


def test_a_phase_that_is_not_there_is_told_with_the_nearest(office: Office) -> None:
    shown = office.do("tips", "grns")
    assert (shown.status, shown.out) == (2, "")
    assert shown.err.splitlines() == [
        'Wat:     Er is geen tip over "grns".',
        "Waarom:  Misschien bedoel je grens.",
        "Wat nu:  Kies er een, bijvoorbeeld grens; het begin van het woord is genoeg.",
    ]


def test_a_phase_like_none_is_told_with_all_there_are(office: Office) -> None:
    shown = office.do("tips", "xyzzy")
    assert "Er zijn: aannemen, luisteren, begrip," in shown.err


def test_tips_as_json_are_all_pages_or_the_one_that_was_asked(office: Office) -> None:
    every = office.do("tips", "--json").document
    assert [page["code"] for page in every["bladzijden"]] == [page.code for page in shipped_tips().pages]
    assert (every["schema"], every["eigen"]) == ("agressielog.tips/1", False)
    one = office.do("tips", "nazorg", "--json").document
    assert [(page["code"], page["fase"], page["tegen"]) for page in one["bladzijden"]] == [
        ("na_afloop", True, "collega")
    ]


def test_the_texts_are_given_as_the_file_they_are(office: Office) -> None:
    assert office.do("tips", "--toml").out == shipped_tips_text()


def test_own_texts_hold_for_everybody_with_this_logbook(used: Office, own: Path) -> None:
    shown = used.do("tips", "--gebruik", str(own))
    assert shown.status == 0
    assert "eigen teksten, versie kcc-1" in shown.out
    own.unlink()
    assert "‘Bij ons luisteren we eerst.’" in used.do("tips").out
    assert used.do("tips", "--toml").out == OWN
    assert used.do("tips", "--json").document["eigen"] is True
    assert "Tip: Zo doen wij dat bij schelden." in used.do("lookup", "0612345678").out


def test_the_texts_of_the_program_can_be_taken_back(used: Office, own: Path) -> None:
    used.do("tips", "--gebruik", str(own))
    document = used.do("tips", "--gebruik", "meegeleverd", "--json").document
    assert (document["eigen"], document["versie"]) == (False, shipped_tips().version)
    assert used.do("tips", "--toml").out == shipped_tips_text()


def test_a_faulty_file_is_refused_with_every_fault_and_changes_nothing(used: Office, own: Path) -> None:
    own.write_text(OWN.replace('kort = "Laat uitpraten."', "").replace("versie", "versei"), encoding="utf-8")
    shown = used.do("tips", "--gebruik", str(own), "--json")
    assert shown.status == 4
    assert [reason["code"] for reason in shown.document["fout"]["redenen"]] == [
        "ontbreekt",
        "onbekende_sleutel",
        "ontbreekt",
    ]
    assert used.do("tips", "--json").document["eigen"] is False


def test_a_file_that_is_not_there_is_told(used: Office) -> None:
    assert used.do("tips", "--gebruik", "bestaatniet.toml").status == 5


def test_kept_texts_that_stopped_being_readable_fall_back_and_say_so(used: Office, own: Path) -> None:
    import sqlite3
    from contextlib import closing

    used.do("tips", "--gebruik", str(own))
    with closing(sqlite3.connect(used.logbook)) as connection, connection:
        connection.execute("UPDATE instelling SET waarde = 'versie = 1' WHERE sleutel = 'tipsteksten'")
    shown = used.do("tips", "grens")
    assert (shown.status, shown.out.splitlines()[0]) == (0, "Grens stellen")
    assert shown.err.startswith("De eigen teksten zijn niet te lezen; dit zijn de meegeleverde.")
    assert "Tip: Noem bij het eerste scheldwoord" in used.do("lookup", "0612345678").out


def test_a_logbook_that_cannot_be_opened_does_not_keep_words_away(office: Office) -> None:
    office.logbook.write_text("dit is geen logboek", encoding="utf-8")
    shown = office.do("tips")
    assert (shown.status, shown.out.splitlines()[0]) == (0, "Tijdens het gesprek")
    assert shown.err.startswith("Dit zijn de meegeleverde teksten.")


@pytest.mark.parametrize("words", [("grens", "--gebruik", "meegeleverd"), ("--toml", "--gebruik", "x")])
def test_showing_and_choosing_at_once_contradict_each_other(office: Office, words: tuple[str, ...]) -> None:
    assert office.do("tips", *words).status == 2


def test_a_look_up_ends_with_what_helped_and_else_with_a_tip(used: Office) -> None:
    tip = "    Tip: Noem bij het eerste scheldwoord je grens en geef de keuze."
    assert used.do("lookup", "0612345678").out.splitlines()[-1] == tip
    assert used.do("lookup", "0612345678", "--json").document["tip"] == tip.removeprefix("    Tip: ")
    used.add("0612345678", "-s", "schelden", "-w", "x", "--hielp", "eerst laten uitpraten")
    assert used.do("lookup", "0612345678").out.splitlines()[-1].endswith("eerst laten uitpraten")
    assert used.do("lookup", "0612345678", "--json").document["tip"] is None


def test_an_unknown_caller_gets_no_tip(used: Office) -> None:
    assert used.do("lookup", "0687654321", "--json").document["tip"] is None


def test_a_kind_without_a_tip_gives_none(used: Office, own: Path) -> None:
    used.do("tips", "--gebruik", str(own))
    used.add("0687654321", "-s", "schreeuwen", "-w", "x")
    assert "Tip" not in used.do("lookup", "0687654321").out
