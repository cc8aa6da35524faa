"""Every answer with personal data leaves one look, after it is on the screen; nothing else does."""

import io
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from all_commands import every_command
from office import MORNING, Office

from agressielog.application.errors import LogbookBusy, LogbookReadOnly
from agressielog.application.ports.looks import LookFilter
from agressielog.cli.looking import LOOKS
from agressielog.domain.look import Look
from agressielog.storage.store import SqliteStore

#: How each reading command is given, and whom its answer shows.
READING: dict[str, tuple[tuple[str, ...], tuple[int, ...]]] = {
    "lookup": (("lookup", "0612345678"), (1,)),
    "show": (("show", "1"), (1,)),
    "list": (("list",), (1, 2)),
    "search": (("search", "balie"), (2,)),
    "beller list": (("beller", "list"), (1, 2)),
    "beller show": (("beller", "show", "B2"), (2,)),
    "advies": (("advies", "B1"), (1,)),
    "maatregel list": (("maatregel", "list"), (1,)),
    "maatregel show": (("maatregel", "show", "M1"), (1,)),
    "taken": (("taken",), (2,)),
    "nazorg list": (("nazorg", "list"), ()),
    "toezegging list": (("toezegging", "list"), (2,)),
    "mijn": (("mijn",), (1, 2)),
    "export": (("export",), (1, 2)),
    "brief": (("brief", "M1"), (1,)),
    "aangifte": (("aangifte", "1"), (1,)),
    "avg log": (("avg", "log", "--beller", "B1"), ()),
    "avg inzage": (("avg", "inzage", "B1", "-o", "map"), (1,)),
}
#: What else leaves a look, in one of its forms.
MORE = [
    (("show", "1", "--geschiedenis"), (1,)),
    (("beller", "show", "B1", "--geschiedenis"), (1,)),
    (("maatregel", "show", "M1", "--geschiedenis"), (1,)),
    (("lookup", "B2"), (2,)),
    (("lookup", "--naam", "K. de Boer"), (2,)),
    (("lookup", "0612345678", "--exit-code"), (1,)),
    (("list", "--json"), (1, 2)),
    (("list", "--soort", "discriminatie"), ()),
    (("export", "-o", "uit.csv"), (1, 2)),
    (("brief", "M1", "-o", "brief.txt"), (1,)),
    (("avg", "verzoek", "list"), ()),
    (("avg", "inzage", "--medewerker", "Anna"), ()),
]
#: Commands that change the logbook: the journal tells who did that, and about whom.
WRITING = frozenset(
    {
        *(
            "add",
            "edit",
            "undo",
            "goed",
            "import",
            "beleid use",
            "instelling set",
            "backup",
            "restore",
            "demo",
        ),
        *("beller edit", "beller merge", "beller split", "beller nummer add", "beller nummer remove"),
        *(f"maatregel {word}" for word in ("add", "deliver", "end", "bezwaar", "review")),
        *("nazorg done", "nazorg decline", "toezegging add", "toezegging done"),
        *("avg verzoek", "avg zienswijze", "avg beperk", "avg vasthouden", "avg opschonen", "avg vergeet"),
    }
)
#: Commands that show no person: figures, texts, the policy, the state of the file.
OF_NOBODY = frozenset(
    {"report", "tips", "check", "beleid show", "beleid check", "beleid list", "instelling list"}
)


@pytest.fixture
def desk(office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Office:
    """A desk with two callers, a measure, a promise and somebody to look after."""
    monkeypatch.chdir(tmp_path)
    for key, value in (
        *(("organisatie", "Voorbeeldstad"), ("postadres", "Plein 1, Voorbeeldstad")),
        *(("contactpunt", "Bureau Klachten, 0201234567"), ("privacycontact", "fg@voorbeeldstad.example")),
    ):
        office.do("instelling", "set", key, value)
    office.add(
        "0612345678", "--naam", "J. Jansen", "-s", "bedreiging", "-w", "Dreigde.", "-t", "20-11-2026 10:00"
    )
    office.add(
        *("0687654321", "--naam", "K. de Boer", "-s", "schelden", "-w", "Schold aan de balie."),
        *("--toezegging", "terugbellen", "-t", "20-11-2026 11:00"),
    )
    decided = office.do(
        *(
            "maatregel",
            "add",
            "B1",
            "--soort",
            "schriftelijke_waarschuwing",
            "--reden",
            "Dreigde.",
            "--besluit-door",
            "R. Smit",
        ),
        *("--afwijking", "Eerste keer.", "--uitgereikt", "vandaag 9:00", "--wijze", "post"),
    )
    assert decided.status == 0, decided.err
    office.set_clock(MORNING + timedelta(minutes=1))
    return office


def looks(office: Office) -> list[Look]:
    with SqliteStore(office.logbook).reading() as reading:
        return list(reading.looks(LookFilter()))


def strangers(office: Office) -> int:
    with SqliteStore(office.logbook).reading() as reading:
        return sum(reading.strangers().values())


def test_every_command_is_known_to_look_to_write_or_to_show_nobody() -> None:
    assert set(every_command()) <= LOOKS | WRITING | OF_NOBODY
    assert not LOOKS & (WRITING | OF_NOBODY)
    assert set(READING) == LOOKS


@pytest.mark.parametrize(
    ("arguments", "shown"), [*READING.values(), *MORE], ids=lambda one: " ".join(map(str, one))
)
def test_an_answer_leaves_one_look_at_whom_it_showed(
    desk: Office, arguments: tuple[str, ...], shown: tuple[int, ...]
) -> None:
    assert not looks(desk)
    answer = desk.do(*arguments)
    assert answer.status in {0, 20}, answer.err
    (look,) = looks(desk)
    assert look.callers == shown
    assert arguments[: len(look.command.split())] == tuple(look.command.split())
    assert (look.name, look.at) == ("Anna", MORNING + timedelta(minutes=1))


@pytest.mark.parametrize(
    "arguments",
    [
        *(("report", "--maand"), ("tips",), ("check",), ("beleid", "list"), ("beleid", "show"), ("--help",)),
        *(("show", "99"), ("lookup", "niets"), ("beller", "show", "B9"), ("list", "--sinds", "nooit")),
        *(("edit", "1", "--team", "KCC"), ("taken", "--check", "--tot", "1-1-2026")),
        *(("lookup", "B1", "--help"), ("instelling", "list")),
    ],
    ids=" ".join,
)
def test_what_shows_nobody_leaves_no_look(desk: Office, arguments: tuple[str, ...]) -> None:
    desk.do(*arguments)
    assert (looks(desk), strangers(desk)) == ([], 0)


@pytest.mark.parametrize(
    "asked", [("0201234567",), ("anoniem",), ("--naam", "Niemand"), ("--klantnummer", "K9")]
)
def test_somebody_who_is_not_in_the_logbook_is_only_counted(desk: Office, asked: tuple[str, ...]) -> None:
    desk.do("lookup", *asked)
    desk.do("lookup", *asked)
    assert (looks(desk), strangers(desk)) == ([], 2)


def test_each_line_of_a_stream_is_a_look_of_its_own(desk: Office) -> None:
    desk.do("lookup", "-", stdin="0612345678\n0201234567\nfout\nB2\n")
    assert [look.callers for look in looks(desk)] == [(2,), (1,)]
    assert strangers(desk) == 1


def test_the_look_is_kept_after_the_answer(desk: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        sent.append(sys.stdout.getvalue() if isinstance(sys.stdout, io.StringIO) else "")

    sent: list[str] = []
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    monkeypatch.setattr(SqliteStore, "note_looks", refuse)
    desk.do("lookup", "0612345678")
    assert sent[0].startswith("▲ WAARSCHUWING")


def test_a_look_that_cannot_be_kept_is_said_and_changes_nothing(
    desk: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = desk.do("lookup", "0612345678", "--exit-code")

    def busy(*_: object) -> None:
        raise LogbookBusy(str(desk.logbook), 3.0)

    monkeypatch.setattr(SqliteStore, "note_looks", busy)
    after = desk.do("lookup", "0612345678", "--exit-code")
    assert (after.out, after.status) == (before.out, before.status)
    assert after.err == (
        "Let op: deze inzage is niet in het logboek gezet. Een ander was 3 seconden lang aan het schrijven.\n"
    )


#: A conversation that is broken off after it has shown somebody, and whom it had shown by then.
BROKEN_OFF: dict[str, tuple[tuple[str, ...], tuple[str, ...], tuple[int, ...]]] = {
    "add, the same person?": (("add", "0612345678"), ("schelden", "x"), (1,)),
    "add, which of them?": (("add", "--naam", "J. Jansen", "--anoniem"), ("schelden", "x"), (1,)),
    "maatregel add": (("maatregel", "add", "B1"), (), (1,)),
    "maatregel review": (("maatregel", "review", "M1"), (), (1,)),
    "beller edit": (("beller", "edit", "B2"), (), (2,)),
    "beller merge": (("beller", "merge", "B1", "B2"), ("nee",), (1, 2)),
    "undo": (("undo",), ("nee",), (1,)),
    "avg vergeet": (("avg", "vergeet", "B2"), ("nee",), (2,)),
}


@pytest.mark.parametrize(("typed", "answers", "shown"), BROKEN_OFF.values(), ids=BROKEN_OFF)
def test_a_conversation_that_is_broken_off_leaves_a_look_at_whom_it_showed(
    desk: Office, typed: tuple[str, ...], answers: tuple[str, ...], shown: tuple[int, ...]
) -> None:
    desk.do(*typed, answers=answers)
    (look,) = looks(desk)
    assert look.callers == shown
    assert typed[: len(look.command.split())] == tuple(look.command.split())


def test_an_editor_that_is_closed_unchanged_leaves_a_look(
    desk: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUAL", "true")
    desk.do("edit", "2", answers=[])
    assert [(look.command, look.callers) for look in looks(desk)] == [("edit", (2,))]


def test_a_question_about_a_new_number_shows_nobody(desk: Office) -> None:
    desk.do("add", "0201234567", answers=["schelden", "x"])
    assert looks(desk) == []


def test_each_answer_of_the_window_is_a_look(desk: Office) -> None:
    desk.do(answers=["0612345678", "0201234567", "fout", "B2"])
    assert [(look.command, look.callers) for look in looks(desk)] == [("lookup", (2,)), ("lookup", (1,))]
    assert strangers(desk) == 1


def test_a_report_in_the_window_that_is_broken_off_leaves_a_look_too(desk: Office) -> None:
    desk.do(answers=["0612345678", "m", "schelden", "x"])
    assert [(look.command, look.callers) for look in looks(desk)] == [("add", (1,)), ("lookup", (1,))]


def test_the_window_answers_though_the_look_cannot_be_kept_and_says_so(
    desk: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read_only(*_: object) -> None:
        raise LogbookReadOnly(str(desk.logbook))

    monkeypatch.setattr(SqliteStore, "note_looks", read_only)
    shown = desk.do(answers=["0612345678"])
    assert "WAARSCHUWING" in shown.out
    assert shown.err.startswith("Let op: deze inzage is niet in het logboek gezet. ")
    assert shown.status == 0


def test_a_broken_pipe_does_not_hide_who_was_shown(desk: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(*_: object, **__: object) -> None:
        raise BrokenPipeError

    monkeypatch.setattr("agressielog.cli.list_.show_list", gone)
    desk.do("list")
    assert [look.callers for look in looks(desk)] == [(1, 2)]


LOG = """\
Wanneer            Wie          Hoe          Beller
22 nov 2026 10:16  Anna (test)  beller show  B1
22 nov 2026 10:16  Anna (test)  list         B1, B2
22 nov 2026 10:16  Anna (test)  lookup       B1
1 keer is iemand opgezocht die niet in het logboek staat; wie dat was, wordt niet bewaard.
"""


@pytest.fixture
def _login(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("agressielog.settings.places.login_name", lambda: "test")


@pytest.mark.usefixtures("_login")
def test_the_log_tells_who_looked_when_and_how(desk: Office) -> None:
    for arguments in (
        ("lookup", "0612345678"),
        ("lookup", "0201234567"),
        ("list",),
        ("beller", "show", "B1"),
    ):
        desk.do(*arguments)
    assert desk.do("avg", "log").out == LOG
    ofb2 = desk.do("avg", "log", "--beller", "B2", "--json").document
    assert [one["opdracht"] for one in ofb2["inzagen"]] == ["avg log", "list"]
    assert (ofb2["beller"], ofb2["totaal"], ofb2["niet_gevonden"]) == ("B2", 2, [])


def test_a_log_of_nobody_says_so(desk: Office) -> None:
    assert desk.do("avg", "log").out == "Er is niets opgezocht of bekeken.\n"
    assert desk.do("avg", "log", "--beller", "B2").out == (
        "Niemand heeft B2 (K. de Boer) opgezocht of bekeken.\n"
    )


def test_the_log_can_be_narrowed(desk: Office) -> None:
    for day in range(3):
        desk.set_clock(MORNING + timedelta(days=day))
        desk.do("lookup", "0612345678")
    assert desk.do("avg", "log", "--sinds", "23-11-2026", "--tot", "23-11-2026").out.count("lookup") == 1
    shown = desk.do("avg", "log", "--limit", "1").out
    assert shown.endswith(
        "Dit zijn de laatste 1 van 4 inzagen. Alles zien: agressielog avg log --alles, of minder met --sinds en --tot.\n"
    )
    assert desk.do("avg", "log", "--alles", "--limit", "1").status == 2
    assert desk.do("avg", "log", "--sinds", "23-11-2026", "--tot", "22-11-2026").status == 2


def test_the_log_names_the_person_who_is_left_after_a_merge(desk: Office) -> None:
    desk.do("lookup", "B2")
    desk.do("beller", "merge", "B1", "B2", "--ja")
    (look,) = desk.do("avg", "log", "--beller", "B1", "--json").document["inzagen"]
    assert look["bellers"] == ["B1"]


def test_a_list_of_many_names_a_few(desk: Office) -> None:
    for last in range(5):
        desk.add(f"061234560{last}", "-s", "schelden", "-w", "x")
    desk.do("list")
    assert "B1, B2, B3, B4 en nog 3\n" in desk.do("avg", "log").out


def test_a_caller_who_was_taken_back_keeps_its_name_in_the_log(desk: Office) -> None:
    desk.add("0612345699", "-s", "schelden", "-w", "x")
    desk.do("lookup", "B3")
    assert desk.do("undo", "--ja").status == 0
    assert "lookup  B3\n" in desk.do("avg", "log").out
