"""What a command says that stored something and could not tell: never that it can be done again."""

from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest
from office import Office

from agressielog.application.errors import LogbookBusy

ADD = ("add", "0612345678", "-s", "schelden", "-w", "Schold.")
UNSHOWN = "Wat:     Opgeslagen als incident 2, maar het antwoord kon niet getoond worden."
SEE = "Wat nu:  Herhaal dit niet. Bekijk het met agressielog show 2."


def _raising(error: BaseException) -> Callable[..., NoReturn]:
    def refuse(*_: object, **__: object) -> NoReturn:
        raise error

    return refuse


@pytest.fixture
def known(office: Office) -> Office:
    """A desk with one incident."""
    office.add(*ADD[1:])
    return office


def _two_incidents(office: Office) -> bool:
    return [one["id"] for one in office.do("list", "--json").document["incidenten"]] == [2, 1]


@pytest.mark.parametrize(
    ("error", "why"),
    [
        (OSError(28, "No space left on device"), "De uitvoer kan nergens heen. De schijf is vol."),
        (OSError(5, "Input/output error"), "De uitvoer kan nergens heen. Het systeem geeft foutcode EIO."),
        (LogbookBusy("x.db", 5), "Een ander was 5 seconden lang aan het schrijven."),
    ],
    ids=["full disk", "broken disk", "busy logbook"],
)
@pytest.mark.parametrize("as_json", [(), ("--json",)], ids=["plain", "json"])
def test_an_answer_that_is_lost_after_the_write_is_not_to_be_repeated(
    known: Office,
    monkeypatch: pytest.MonkeyPatch,
    error: Exception,
    why: str,
    as_json: tuple[str, ...],
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr("agressielog.application.record.case_of", _raising(error))
        shown = known.do(*ADD, *as_json)
    assert shown.status == 5
    if as_json:
        assert shown.document["fout"] == {
            "code": "antwoord_niet_getoond",
            "wat": UNSHOWN.removeprefix("Wat:     "),
            "waarom": why,
            "nu": SEE.removeprefix("Wat nu:  "),
        }
    else:
        assert shown.err.splitlines() == [UNSHOWN, f"Waarom:  {why}", SEE]
    assert _two_incidents(known)


def test_a_fault_of_the_program_after_the_write_says_so_too(
    known: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr("agressielog.cli.add.show_recorded", _raising(TypeError("oei")))
        shown = known.do(*ADD)
    what, why, now = shown.err.splitlines()
    assert (shown.status, what, now) == (1, UNSHOWN, SEE)
    assert why.startswith("Waarom:  Er ging iets mis in het programma zelf. TypeError in cli/add.py:")
    assert _two_incidents(known)


def test_who_breaks_off_after_the_write_hears_that_it_is_stored(
    known: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr("agressielog.cli.add.show_recorded", _raising(KeyboardInterrupt()))
        shown = known.do(*ADD)
    assert (shown.status, shown.err) == (130, "Afgebroken. Opgeslagen als incident 2.\n")


def test_who_reads_no_more_hears_nothing(known: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as broken:
        broken.setattr("agressielog.cli.add.show_recorded", _raising(BrokenPipeError(32, "Broken pipe")))
        shown = known.do(*ADD)
    assert (shown.status, shown.out, shown.err) == (141, "", "")


def test_trouble_with_another_file_is_told_as_it_is(known: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as broken:
        lost = FileNotFoundError(2, "No such file or directory", "huisstijl.docx")
        broken.setattr("agressielog.cli.add.show_recorded", _raising(lost))
        shown = known.do(*ADD)
    assert (shown.status, shown.err.splitlines()[0]) == (5, "Wat:     huisstijl.docx is niet te gebruiken.")


def test_a_write_that_fails_after_another_is_told_as_it_is(
    known: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr("agressielog.application.record.learn", _raising(LogbookBusy("x.db", 5)))
        shown = known.do("add", "0687654321", "--naam", "P. Bakker", *ADD[2:])
    assert (shown.status, shown.err.splitlines()[0]) == (5, "Wat:     Het logboek x.db is bezet.")


@pytest.mark.parametrize(
    ("words", "showing", "told"),
    [
        (("edit", "1", "--team", "Zuid"), "edit.show_corrected", ("edit", "list")),
        (("beller", "edit", "B1", "--naam", "X"), "beller.show_edited", ("beller edit", "beller list")),
        (("instelling", "set", "land", "BE"), "instelling.show_changes", ("instelling", "instelling list")),
    ],
    ids=["edit", "beller edit", "instelling set"],
)
def test_every_command_that_writes_says_what_it_did_and_how_to_see_it(
    known: Office,
    monkeypatch: pytest.MonkeyPatch,
    words: tuple[str, ...],
    showing: str,
    told: tuple[str, str],
) -> None:
    what, see = told
    with monkeypatch.context() as broken:
        broken.setattr(f"agressielog.cli.{showing}", _raising(OSError(28, "No space left on device")))
        shown = known.do(*words)
    assert shown.status == 5
    assert shown.err.splitlines() == [
        f"Wat:     De opdracht {what} is uitgevoerd en opgeslagen, maar het antwoord kon niet getoond worden.",
        "Waarom:  De uitvoer kan nergens heen. De schijf is vol.",
        f"Wat nu:  Herhaal dit niet. Bekijk het met agressielog {see}.",
    ]


def test_an_import_names_the_incidents_it_stored(
    known: Office, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    known.add("0687654321", *ADD[2:])
    exported = str(tmp_path / "uit.csv")
    assert known.do("export", "-o", exported).status == 0
    with monkeypatch.context() as broken:
        broken.setattr("agressielog.cli.importing.show_coming", _raising(OSError(28, "")))
        shown = known.do("--db", str(tmp_path / "ander.db"), "import", exported)
    what, _, now = shown.err.splitlines()[-3:]
    assert what == (
        "Wat:     Opgeslagen als incident 1 tot en met 2, maar het antwoord kon niet getoond worden."
    )
    assert now == "Wat nu:  Herhaal dit niet. Bekijk het met agressielog list."


def test_a_letter_that_did_not_come_out_is_asked_for_again(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.add(*ADD[1:], "--naam", "A. Jansen", "--gewaarschuwd", "-t", "3-11-2026 10:00")
    office.add(*ADD[1:], "-t", "20-11-2026 10:00")
    for key, value in (("organisatie", "Ons Dorp"), ("postadres", "Postbus 1"), ("privacycontact", "de FG")):
        office.do("instelling", "set", key, value)
    decided = office.do("maatregel", "add", "B1", "--reden", "Tweede keer.", "--besluit-door", "J. de Boer")
    assert decided.status == 0, decided.err
    with monkeypatch.context() as broken:
        broken.setattr("agressielog.cli.brief.show_notices", _raising(OSError(28, "")))
        shown = office.do("brief", "M1")
    assert shown.status == 5
    assert shown.err.splitlines()[-1] == (
        "Wat nu:  Geef de opdracht opnieuw; bewaard is alleen dat het gevraagd is."
    )


def test_who_breaks_off_at_a_question_hears_that_nothing_is_stored(known: Office) -> None:
    shown = known.do("add", answers=["schelden"])
    assert (shown.status, shown.err) == (130, "Afgebroken; er is niets opgeslagen.\n")
