"""Care for the colleague by real processes: the exit status of every ending, and what a terminal shows."""

import json

import pytest
from desk import Desk
from warm_desk import WarmDesk

_THREAT = ("add", "06-87654321", "--soort", "bedreiging", "--wat", "Dreigde.", "--melder", "Mia de Vries")

# The one incident of the desk is light; the threat is incident 2.
_ENDINGS = [
    (("list",), 0),
    (("list", "--alles", "--json"), 0),
    (("done", "2", "--stap", "gesprek", "--door", "R. Smit"), 0),
    (("done", "2", "--stap", "gesprek", "--door", "mia DE vries"), 4),
    (("done", "2", "--stap", "aanbod", "--door", "R. Smit"), 4),
    (("done", "2", "--stap", "gesprek", "--herstel"), 4),
    (("done", "1", "--stap", "gesprek", "--door", "R. Smit"), 4),
    (("done", "9", "--stap", "gesprek", "--door", "R. Smit"), 3),
    (("done", "2", "--stap", "vierde", "--door", "R. Smit"), 2),
    (("done", "2", "--stap", "gesprek"), 2),
    (("done",), 2),
    (("decline", "2"), 0),
    (("decline", "2", "--herstel"), 4),
    (("decline", "1"), 4),
    (("decline", "9"), 3),
    (("decline", "2", "--op", "31-12-2098"), 2),
]  # fmt: skip


@pytest.mark.parametrize(("words", "status"), _ENDINGS, ids=[" ".join(words) for words, _ in _ENDINGS])
def test_every_ending_has_its_status(quick_desk: WarmDesk, words: tuple[str, ...], status: int) -> None:
    assert quick_desk.warm(*_THREAT).status == 0
    outcome = quick_desk.warm("nazorg", *words)
    assert outcome.status == status, outcome
    if status:
        assert outcome.mistake.now
        assert (quick_desk.count("nazorg_stap"), quick_desk.count("nazorg_afgezien")) == (0, 0)


def test_a_refusal_gives_its_reason_to_a_program_too(quick_desk: WarmDesk) -> None:
    quick_desk.warm(*_THREAT)
    words = ("nazorg", "done", "2", "--stap", "gesprek", "--door", "Mia de Vries", "--json")
    outcome = quick_desk.warm(*words)
    assert outcome.status == 4
    fault = json.loads(outcome.out)["fout"]
    assert [reason["code"] for reason in fault["redenen"]] == ["zelf"]


def test_without_a_logbook_there_is_no_care_to_tell_about(desk: Desk) -> None:
    outcome = desk.run("nazorg", "list")
    assert (outcome.status, outcome.out) == (3, "")
    assert not desk.logbook.exists()


def test_on_a_terminal_no_line_is_wider_than_the_screen(used_desk: Desk) -> None:
    long_name = "Johanna Wilhelmina van der Meulen-Oosterhuis"
    assert used_desk.run(*_THREAT[:-1], long_name).status == 0
    outcome = used_desk.terminal(("nazorg", "list"), columns=80, environ={"NO_COLOR": "1"})
    lines = outcome.out.splitlines()
    assert outcome.status == 0
    assert max(map(len, lines)) <= 80
    assert sum("agressielog nazorg done 2 --stap" in line for line in lines) == 4


def test_a_name_cannot_act_on_the_terminal(quick_desk: WarmDesk) -> None:
    quick_desk.warm(*_THREAT[:-1], "Mia\x1b[2J\u202e")
    assert "\x1b" not in quick_desk.warm("nazorg", "list").out
    quick_desk.warm("nazorg", "done", "2", "--stap", "eerste", "--door", "Bram\x1b[2J")
    shown = quick_desk.warm("nazorg", "list", "--alles", "--json").out
    assert "\x1b" not in shown
