"""A whole shift in one window, typed key by key on a pseudo-terminal, while another desk writes as well."""

import json
import re
import signal
import sqlite3
from contextlib import closing
from itertools import cycle
from pathlib import Path

import pytest
from desk import CTRL_C, CTRL_D, ENTER, Desk, Terminal
from terminal_rule import OWN_SCREEN, assert_harmless_window
from warm_desk import WarmDesk

_PROMPT = "nummer> "
_ARROW_UP, _ARROW_LEFT, _HOME, _END, _DELETE = "\x1b[A", "\x1b[D", "\x1b[H", "\x1b[F", "\x1b[3~"
_CTRL_U, _CTRL_W = "\x15", "\x17"
# Asked of a known number.
_SAME = ("Dezelfde persoon", "ja")

_SPELLINGS = (
    "{0}", "06-{1}", "06 {2} {3} {4} {5}", "+316{1}", "00316{1}", "+31 (0)6 {1}", "316{1}", "tel:+316{1}",
    "sip:{0}@centrale.example:5060;tag=9", "<{0}>", "06.{2}.{3}.{4}.{5}", "  {0}  ",
)  # fmt: skip


def _spelled(form: str, number: str) -> str:
    rest = number[2:]
    return form.format(number, rest, rest[:2], rest[2:4], rest[4:6], rest[6:])


@pytest.fixture
def office(tmp_path: Path) -> WarmDesk:
    """A logbook with somebody known, warned, banned, and a number that two people share."""
    desk = WarmDesk(tmp_path)
    known = (
        ("0611111111", "K. Bekend", "schelden"),
        ("0622222222", "W. Gewaarschuwd", "schelden"),
        ("0633333333", "C. Verboden", "bedreiging"),
        ("0644444444", "E. Eerste", "schreeuwen"),
    )
    for number, name, kind in known:
        _give(desk, "add", number, "--naam", name, "--soort", kind, "--wat", "-", text="Eerder.")
    _give(
        desk,
        "add",
        "0644444444",
        "--beller",
        "nieuw",
        "--naam",
        "T. Tweede",
        "--soort",
        "schelden",
        "--wat",
        "x",
    )
    decided = (
        "--reden",
        "Schold.",
        "--besluit-door",
        "R. Smit",
        "--uitgereikt",
        "nu",
        "--afwijking",
        "Overlegd.",
    )
    _give(desk, "maatregel", "add", "B2", "--soort", "schriftelijke_waarschuwing", *decided)
    _give(
        desk,
        *("maatregel", "add", "B3", "--soort", "contactverbod", "--duur", "1 maand", *decided),
        *("--kanaal-over", "post", "--gehoord", "vandaag"),
    )
    return desk


def _give(desk: WarmDesk, *words: str, text: str = "") -> None:
    outcome = desk.warm(*words, stdin=text.encode())
    assert outcome.status == 0, outcome


def _records(office: WarmDesk) -> list[tuple[object, ...]]:
    """Return the journal, in which everything stands but who looked."""
    return office.rows("SELECT * FROM logboek ORDER BY id")


def _ask(terminal: Terminal, typed: str, *expected: str) -> None:
    """Type a line and wait for what it brings and for the next question."""
    terminal.type(typed + ENTER)
    for text in expected:
        terminal.see(text)
    terminal.see(_PROMPT)


def _answer(terminal: Terminal, *told: tuple[str, str]) -> None:
    for question, answer in told:
        terminal.see(question)
        terminal.see("> ")
        terminal.type(answer + ENTER)


def _record(terminal: Terminal, story: str, *who: tuple[str, str]) -> None:
    """Record the call at hand with `m`; *who* are the questions about whose it was."""
    terminal.type("m" + ENTER)
    _answer(
        terminal,
        ("Soort (nummer", "schelden"),
        ("Wat gebeurde", story),
        *who,
        ("Grens gesteld", "2"),
        ("Iets toegezegd", ""),
        ("Wat hielp", ""),
    )
    terminal.see("Opgeslagen als incident")
    terminal.see(_PROMPT)


def _break_off(terminal: Terminal, after: str) -> None:
    """Type Ctrl-C once *after* stands there and the program listens: a terminal drops what nobody has read by then."""
    terminal.see(after)
    terminal.wait_for_reader()
    terminal.type(CTRL_C)


def _stories(desk: Desk) -> list[str]:
    return [
        str(what) for (what,) in desk.rows("SELECT wat FROM incident WHERE wat LIKE 'Gesprek %' ORDER BY id")
    ]


class _Shift:
    """Somebody who takes one call after another in a window, and remembers what was recorded of them."""

    def __init__(self, office: WarmDesk, terminal: Terminal) -> None:
        self.office = office
        self.terminal = terminal
        self.told: list[str] = []
        self._spellings = cycle(_SPELLINGS)

    def take(self, call: int) -> None:
        """Take one call; ten sorts come round."""
        (
            self.somebody_new,
            self.somebody_known,
            self.somebody_warned_who_behaves,
            self.somebody_banned,
            self.a_withheld_number,
            self.a_shared_number,
            self.a_wrong_number,
            self.another_desk_was_first,
            self.mending_the_line_and_breaking_off,
            self.a_paste,
        )[call % 10](call)

    def look_up(self, number: str, *expected: str) -> None:
        _ask(self.terminal, _spelled(next(self._spellings), number), *expected)

    def record(self, call: int, *who: tuple[str, str]) -> None:
        self.told.append(f"Gesprek {call}.")
        _record(self.terminal, self.told[-1], *who)

    def somebody_new(self, call: int) -> None:
        self.look_up(f"06550000{call:02}", "ONBEKEND")
        self.record(call, ("Nieuwe beller", ""))

    def somebody_known(self, call: int) -> None:
        self.look_up("0611111111", "BEKEND", "B1 (K. Bekend)")
        self.record(call, _SAME)

    def somebody_warned_who_behaves(self, _call: int) -> None:
        self.look_up("0622222222", "WAARSCHUWING", "B2 (W. Gewaarschuwd)")
        _ask(self.terminal, "g", "Goed gesprek met B2")
        _ask(self.terminal, "g", "is al genoteerd")

    def somebody_banned(self, _call: int) -> None:
        self.look_up("0633333333", "CONTACTVERBOD", "Vraag eerst de naam")
        _ask(self.terminal, "t", "‘")
        _ask(self.terminal, "t beeindig", "Beëindigen", "Liever niet")

    def a_withheld_number(self, call: int) -> None:
        _ask(self.terminal, "anoniem", "ANONIEM")
        self.record(call, ("Anoniem. Naam", ""))

    def a_shared_number(self, call: int) -> None:
        self.look_up("0644444444", "Gedeeld nummer, 2 bellers")
        self.record(call, ("Wie was het?", "2"), _SAME)

    def a_wrong_number(self, _call: int) -> None:
        _ask(self.terminal, "0612", "Wat:", "is geen telefoonnummer", "Wat nu:")
        _ask(self.terminal, "m", "Typ eerst het nummer")
        _ask(self.terminal, "B1", "B1 (K. Bekend)")

    def another_desk_was_first(self, call: int) -> None:
        number = f"06660000{call:02}"
        self.look_up(number, "ONBEKEND")
        self.told.append(f"Gesprek {call}.")
        _give(self.office, "add", number, "--soort", "schelden", "--wat", "-", text=self.told[-1])
        self.look_up(number, "BEKEND")

    def mending_the_line_and_breaking_off(self, _call: int) -> None:
        self.terminal.type("06-999999")
        _break_off(self.terminal, "06-999999")
        self.terminal.see(_PROMPT)
        _ask(self.terminal, f"xx{_CTRL_U}x6-1111111{_HOME}{_DELETE}0{_END}1", "B1 (K. Bekend)")
        self.terminal.type("m" + ENTER)
        self.terminal.see("Soort (nummer")
        _break_off(self.terminal, "> ")
        self.terminal.see("Afgebroken; er is niets opgeslagen.")
        self.terminal.see(_PROMPT)

    def a_paste(self, _call: int) -> None:
        _ask(self.terminal, "\x1b[200~06 22 22 22 22\r\n\x1b[201~", "B2 (W. Gewaarschuwd)")
        _ask(self.terminal, "?", "plakken mag")


def test_a_whole_shift_of_sixty_calls_loses_nothing_and_stores_everything_once(office: WarmDesk) -> None:
    with office.sit_down() as terminal:
        terminal.see(_PROMPT)
        shift = _Shift(office, terminal)
        for call in range(60):
            shift.take(call)
            if call % 3 == 0:
                _ask(terminal, "", "Typ of plak een nummer")
        terminal.type(CTRL_D)
        outcome = terminal.end()

    assert outcome.status == 0
    assert_harmless_window(outcome.raw_out)
    assert "Traceback" not in outcome.out
    assert len(shift.told) == 24 + 6
    assert _stories(office) == shift.told
    assert office.count("incident", "wat NOT LIKE 'Gesprek %'") == 5
    assert office.count("incident", "nummer IS NULL AND beller IS NULL") == 6
    assert office.count("goed_gesprek") == 6
    assert not list(office.home.rglob("*history*"))


def test_one_caller_is_in_view_at_a_time_and_none_at_the_end(office: WarmDesk) -> None:
    with office.sit_down() as terminal:
        terminal.see(_PROMPT)
        for number, name in (("0611111111", "K. Bekend"), ("0622222222", "W. Gewaarschuwd")):
            _ask(terminal, number, name)
        _ask(terminal, "", "Typ of plak")
        terminal.type("q" + ENTER)
        outcome = terminal.end()

    screens = [text for text in re.split(OWN_SCREEN, outcome.out) if text.strip()]
    assert [("K. Bekend" in screen, "W. Gewaarschuwd" in screen) for screen in screens] == [
        (False, False), (True, False), (False, True), (False, False),
    ]  # fmt: skip
    assert outcome.out.endswith("\x1b[?1049l")


def test_a_paste_of_several_lines_is_one_answer_and_never_a_command(office: WarmDesk) -> None:
    before = _records(office)
    with office.sit_down() as terminal:
        terminal.see(_PROMPT)
        _ask(terminal, "06-11111111", "K. Bekend")
        _ask(terminal, "\x1b[200~m\rschelden\rq\r\x1b[201~", "Wat:", "Wat nu:")
        _ask(terminal, "\x1b[200~\x1b]0;titel\x07\x1b[2J06-11111111\x1b[201~", "Wat:", "Wat nu:")
        terminal.type(CTRL_D)
        outcome = terminal.end()

    assert outcome.status == 0
    assert_harmless_window(outcome.raw_out)
    assert _records(office) == before


def test_a_wrong_number_is_mended_and_a_right_one_is_forgotten(office: WarmDesk) -> None:
    with office.sit_down() as terminal:
        terminal.see(_PROMPT)
        _ask(terminal, "06-1111111", "Wat nu:")
        _ask(terminal, f"{_ARROW_UP}1", "K. Bekend")
        _ask(terminal, "06-2222222", "Wat nu:")
        _ask(terminal, f"{_ARROW_UP} niets{_CTRL_W}{_CTRL_W}06-2222222{_ARROW_LEFT}2", "W. Gewaarschuwd")
        _ask(terminal, _ARROW_UP, "Typ of plak")
        terminal.type(CTRL_D)
        assert terminal.end().status == 0


def test_ctrl_c_empties_the_line_first_and_then_leaves(office: WarmDesk) -> None:
    with office.sit_down() as terminal:
        terminal.see(_PROMPT)
        terminal.type("06-111")
        _break_off(terminal, "06-111")
        _break_off(terminal, _PROMPT)
        outcome = terminal.end()
    assert outcome.status == 0
    assert_harmless_window(outcome.raw_out)


@pytest.mark.parametrize("answered", range(4))
def test_a_terminal_that_is_closed_halfway_stores_nothing_half(office: WarmDesk, answered: int) -> None:
    before = _records(office)
    with office.sit_down() as terminal:
        terminal.see(_PROMPT)
        _ask(terminal, "0655000000", "ONBEKEND")
        if answered:
            terminal.type("m" + ENTER)
            _answer(
                terminal,
                *[("Soort (nummer", "schelden"), ("Wat gebeurde", "x"), ("Nieuwe beller", "")][
                    : answered - 1
                ],
            )
            terminal.see("> ")
        terminal.hang_up()
        assert terminal.end().status == 128 + signal.SIGHUP
    assert _records(office) == before


def test_a_busy_file_is_told_and_the_report_is_stored_as_soon_as_it_is_free(office: WarmDesk) -> None:
    with (
        closing(sqlite3.connect(office.logbook, isolation_level=None)) as other,
        office.sit_down() as terminal,
    ):
        terminal.see(_PROMPT)
        other.execute("BEGIN IMMEDIATE")
        _ask(terminal, "0655000000", "ONBEKEND")
        terminal.type("m" + ENTER)
        _answer(
            terminal,
            *(("Soort (nummer", "schelden"), ("Wat gebeurde", "Gesprek 1."), ("Nieuwe beller", "")),
            *(("Grens gesteld", "2"), ("Iets toegezegd", ""), ("Wat hielp", "")),
        )
        terminal.see("is bezet")
        terminal.see("Nog niet opgeslagen: 1 verslag")
        terminal.see(_PROMPT)
        _ask(terminal, "0611111111", "K. Bekend", "Nog niet opgeslagen")
        _ask(terminal, "")
        other.execute("ROLLBACK")
        _ask(terminal, "m", "Opgeslagen als incident 6.")
        terminal.type(CTRL_D)
        outcome = terminal.end()
    assert outcome.status == 0
    assert _stories(office) == ["Gesprek 1."]
    assert json.loads(office.warm("show", "6", "--json").out)["incident"]["nummer"] == "+31655000000"


def test_a_logbook_that_goes_and_comes_back_is_told_and_the_window_goes_on(office: WarmDesk) -> None:
    elsewhere = office.logbook.with_suffix(".weg")
    with office.sit_down() as terminal:
        terminal.see(_PROMPT)
        office.logbook.rename(elsewhere)
        _ask(terminal, "0611111111", "Wat:", "Er is geen logboek", "Wat nu:")
        _ask(terminal, "t grens", "Grens stellen")
        elsewhere.rename(office.logbook)
        _ask(terminal, "0611111111", "K. Bekend")
        terminal.type("q" + ENTER)
        assert terminal.end().status == 0


def test_a_dumb_terminal_gets_no_codes_at_all(office: WarmDesk) -> None:
    with office.sit_down(environ={"TERM": "dumb"}) as terminal:
        terminal.see(_PROMPT)
        _ask(terminal, "0611111111", "K. Bekend")
        terminal.type(CTRL_D)
        outcome = terminal.end()
    assert outcome.status == 0
    assert b"\x1b" not in outcome.raw_out


@pytest.mark.parametrize("redirection", ["</dev/null", ">uit.txt"])
def test_without_a_keyboard_or_a_screen_the_help_is_shown(office: WarmDesk, redirection: str) -> None:
    outcome = office.terminal([], shell=f'exec "$@" {redirection}')
    assert outcome.status == 0
    file = office.home / "uit.txt"
    assert "Gebruik: agressielog" in (file.read_text(encoding="utf-8") if file.exists() else outcome.out)


def test_without_a_logbook_it_says_how_to_begin(desk: Desk) -> None:
    outcome = desk.terminal([], columns=300)
    assert outcome.status == 3
    assert "agressielog demo" in outcome.out
    assert "instelling" in outcome.out
    assert not desk.logbook.exists()
