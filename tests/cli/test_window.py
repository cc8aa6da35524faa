"""One window all day, answer by answer; what a real terminal adds stands in tests/e2e/test_window.py."""

from datetime import timedelta

import pytest
from office import MORNING, Office

from agressielog.application import record as recording
from agressielog.application.errors import CallerUnclear, LogbookBusy
from agressielog.bootstrap import deed_of, store_at
from agressielog.cli import asking, line_editor, window, window_call
from agressielog.cli.process import Stopped
from agressielog.domain.matching import Doubt
from agressielog.domain.setting import DEMO_MARK

# After the number: what is told of an ordinary call of somebody new.
NEW = ("schelden", 'Riep "sukkel".', "J. Smit", "2", "", "")
KNOWN = ("schelden", 'Riep "sukkel".', "ja", "2", "", "")


@pytest.fixture
def desk(office: Office) -> Office:
    """A desk that knows J. Jansen of 06-12345678."""
    office.add("0612345678", "--naam", "J. Jansen", "-s", "schelden", "-w", "x", "-t", "gisteren 9:00")
    return office


def shift(desk: Office, *lines: str) -> str:
    """Return what a shift shows that ends with Ctrl-D."""
    shown = desk.do(answers=lines)
    assert (shown.status, shown.err) == (0, ""), shown
    return shown.out


def incident(desk: Office, number: int) -> dict[str, object]:
    found = desk.do("show", str(number), "--json").document["incident"]
    assert isinstance(found, dict)
    return found


def count(desk: Office) -> int:
    return len(desk.do("list", "--json").document["incidenten"])


def test_elsewhere_than_on_a_terminal_the_help_is_shown(desk: Office) -> None:
    shown = desk.do()
    assert shown.status == 0
    assert shown.out.startswith("Gebruik: agressielog")


def test_without_a_logbook_it_says_how_to_begin(office: Office) -> None:
    shown = office.do(answers=[])
    assert shown.status == 3
    assert "agressielog demo" in shown.out
    assert "agressielog --help" in shown.out
    assert "instelling" in shown.err
    assert not office.logbook.exists()


def test_a_number_is_answered_as_by_lookup(desk: Office) -> None:
    answer = desk.do("lookup", "0612345678").out
    for typed in (
        "06-12345678",
        " 06 12 34 56 78 ",
        "+31612345678",
        "lookup 0612345678",
        "agressielog lookup 0612345678",
    ):
        assert f"nummer> {typed}\n\n{answer}m vastleggen" in shift(desk, typed), typed


def test_a_caller_can_be_looked_up_by_its_code(desk: Office) -> None:
    assert "B1 (J. Jansen)" in shift(desk, "B1")


def test_m_records_that_number_at_the_moment_of_the_look_up(
    desk: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    from agressielog import clock

    ticks = (MORNING + timedelta(minutes=minute) for minute in range(100))
    monkeypatch.setattr(clock, "now", lambda: next(ticks))

    shown = shift(desk, "06 87 65 43 21", "t", "m", *NEW)

    assert "Opgeslagen als incident 2." in shown
    stored = incident(desk, 2)
    assert (stored["nummer"], stored["nummer_getypt"]) == ("+31687654321", "06 87 65 43 21")
    assert stored["op"] == "2026-11-22T10:16:00+01:00"
    assert str(stored["vastgelegd_op"]) > str(stored["op"])
    assert (stored["citaat"], stored["gewaarschuwd"], stored["kanaal"]) == ("sukkel", True, "telefoon")


def test_m_asks_for_a_known_number_whether_it_is_the_same_person(desk: Office) -> None:
    assert "Dezelfde persoon als B1 (J. Jansen)?" in shift(desk, "0612345678", "m", *KNOWN)
    assert incident(desk, 2)["beller"] == "B1"


def test_m_after_a_withheld_number_records_a_withheld_number(desk: Office) -> None:
    shift(desk, "anoniem", "m", "schelden", "x", "", "", "", "")
    stored = incident(desk, 2)
    assert (stored["anoniem"], stored["beller"]) == (True, None)


def test_m_after_a_caller_records_that_caller_without_a_number(desk: Office) -> None:
    shift(desk, "B1", "m", "schelden", "x", "", "", "")
    stored = incident(desk, 2)
    assert (stored["nummer"], stored["anoniem"], stored["beller"], stored["zekerheid"]) == (
        None, False, "B1", "zeker",
    )  # fmt: skip


def test_m_after_a_caller_of_whom_nothing_shows_records_that_caller(desk: Office) -> None:
    desk.do("edit", "1", "--status", "ingetrokken")
    shift(desk, "B1", "m", "schelden", "x", "", "", "")
    assert incident(desk, 2)["beller"] == "B1"


def test_one_call_is_recorded_twice_only_after_asking(desk: Office) -> None:
    shown = shift(desk, "0687654321", "m", *NEW, "m", "", "m", "ja", *NEW[:2], "ja", *NEW[3:])
    assert "Dit gesprek is al vastgelegd als incident 2. Nog een incident vastleggen? (j/N)" in shown
    assert count(desk) == 3


@pytest.mark.parametrize("key", ["m", "g"])
def test_nothing_is_recorded_of_a_call_before_a_number_that_was_wrong(desk: Office, key: str) -> None:
    shown = desk.do(answers=["0612345678", "0612", key])
    assert shown.status == 0
    assert '"0612" is geen telefoonnummer.' in shown.err
    assert "Typ eerst het nummer" in shown.out
    assert count(desk) == 1


@pytest.mark.parametrize("key", ["m", "g"])
def test_enter_takes_the_next_so_that_nothing_belongs_to_the_last(desk: Office, key: str) -> None:
    assert "Typ eerst het nummer" in shift(desk, "0612345678", "", key)


@pytest.mark.parametrize("wrong", ["0612", "Pietersen", "B99", "06-12345678\n06-87654321", "m\nx", "t xyzzy"])
def test_a_mistake_shows_its_three_lines_and_the_window_goes_on(desk: Office, wrong: str) -> None:
    shown = desk.do(answers=[wrong, "0612345678"])
    assert shown.status == 0
    assert [line[:7] for line in shown.err.splitlines()] == ["Wat:   ", "Waarom:", "Wat nu:"]
    assert "B1 (J. Jansen)" in shown.out
    assert count(desk) == 1


PARTLY = """\
? NIET PRECIES GEVONDEN  "jansen"
  Vraag eerst de hele naam. Het kan zijn:
  ● B1 (J. Jansen): bekend
  Typ B1.
"""


def test_letters_are_a_name_and_part_of_one_lists_whom_it_may_be(desk: Office) -> None:
    shown = desk.do(answers=["jansen", "m"])
    assert f"nummer> jansen\n\n{PARTLY}nummer> m\nTyp eerst het nummer" in shown.out
    assert count(desk) == 1


def test_m_after_a_whole_name_records_that_caller(desk: Office) -> None:
    shift(desk, "j. jansen", "m", "schelden", "x", "", "", "")
    assert incident(desk, 2)["beller"] == "B1"


def test_letters_that_are_nobodys_name_never_say_to_pick_up(desk: Office) -> None:
    shown = desk.do(answers=["Pietersen"])
    assert "Neem gewoon op" not in shown.out
    assert shown.err == (
        'Wat:     "Pietersen" is geen telefoonnummer en geen bekende naam.\n'
        "Waarom:  Niemand in het logboek heet zo, ook niet voor een deel.\n"
        "Wat nu:  Typ het nummer zoals je het ziet, of een beller (B12); ? toont de toetsen.\n"
    )


def test_m_with_a_number_records_that_number(desk: Office) -> None:
    shift(desk, "B1", "m 0687654321", *NEW)
    assert incident(desk, 2)["nummer"] == "+31687654321"


def test_m_with_a_wrong_number_records_nothing_of_the_call_before(desk: Office) -> None:
    shown = desk.do(answers=["B1", "m 0612"])
    assert '"0612" is geen telefoonnummer.' in shown.err
    assert count(desk) == 1


def test_the_window_names_its_key_for_a_call_in_spite_of_a_ban(desk: Office) -> None:
    desk.do(
        *("maatregel", "add", "B1", "--soort", "contactverbod", "--reden", "x", "--besluit-door", "R"),
        *("--kanaal-over", "een brief", "--niet-gehoord", "x", "--afwijking", "x", "--uitgereikt", "nu"),
        *("--spoed",),
    )
    shown = shift(desk, "B1")
    assert "Belt de beller toch: leg het vast met m, soort overtreding_contactverbod." in shown
    assert "--soort" not in shown


def test_g_notes_a_good_call_once(desk: Office) -> None:
    desk.do(
        *("maatregel", "add", "B1", "--soort", "schriftelijke_waarschuwing", "--reden", "x"),
        *("--besluit-door", "R", "--uitgereikt", "nu", "--afwijking", "x"),
    )
    shown = shift(desk, "0612345678", "g", "g", "", "0612345678")
    assert shown.count("Goed gesprek met B1 (J. Jansen) genoteerd.") == 1
    assert "Dat dit gesprek goed ging, is al genoteerd." in shown
    assert "laatste gesprek goed" in shown.split("is al genoteerd.")[1]


def test_g_with_somebody_without_a_measure_says_why_not(desk: Office) -> None:
    shown = desk.do(answers=["0612345678", "g", "g"])
    assert shown.status == 0
    assert shown.err.count("Wat:") == 2


def test_t_gives_a_sentence_for_the_kind_and_then_others(desk: Office) -> None:
    shown = shift(desk, "0612345678", "t", "t", "t")
    said = [line for line in shown.splitlines() if line.startswith("  ‘")]
    assert said[0] == "  ‘Als u stopt met schelden, praat ik graag verder. Wat wilt u?’"
    assert len(set(said)) == 3


def test_t_without_a_call_gives_sentences_of_any_call(desk: Office) -> None:
    said = [line for line in shift(desk, "t", "T").splitlines() if line.startswith("  ‘")]
    assert len(set(said)) == 2


def test_t_with_a_phase_gives_its_page_and_the_card(desk: Office) -> None:
    shown = shift(desk, "t grens", "tips kaart")
    assert "Terugschelden, sneren, of iets over de persoon zeggen." in shown
    assert "Meer over een fase: t grens" in shown


def test_own_tips_that_stopped_being_readable_are_told(desk: Office) -> None:
    import sqlite3
    from contextlib import closing

    with closing(sqlite3.connect(desk.logbook)) as connection, connection:
        connection.execute("INSERT INTO instelling VALUES ('tipsteksten', 'versie = 1')")
    shown = desk.do(answers=["t grens"])
    assert "Grens stellen" in shown.out
    assert shown.err.startswith("De eigen teksten zijn niet te lezen")


def test_t_goes_on_giving_words_when_the_logbook_is_gone(
    desk: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed = iter(["weg", "t grens"])

    def line(_prompt: str) -> str:
        answer = next(typed, None)
        if answer is None:
            raise EOFError
        if answer == "weg":
            desk.logbook.unlink()
            return "?"
        return answer

    monkeypatch.setattr(line_editor, "read_line", line)
    assert "Grens stellen" in desk.do(answers=[]).out


@pytest.mark.parametrize("asked", ["?", "help", "agressielog --help"])
def test_the_keys_are_explained(desk: Office, asked: str) -> None:
    shown = shift(desk, asked)
    for key in ("m  ", "g  ", "t  ", "t grens", "Enter", "q  ", "Ctrl-C"):
        assert f"\n  {key}" in shown, key


@pytest.mark.parametrize("key", ["q", "Q", " q ", "stop", "Quit", "exit"])
def test_q_leaves(desk: Office, key: str) -> None:
    assert desk.do(answers=[key]).status == 0


def test_a_demonstration_logbook_says_so_on_every_empty_screen(desk: Office) -> None:
    with store_at(desk.logbook, lambda _stored: None).writing(deed_of("demo", None)) as tx:
        tx.change_setting(DEMO_MARK, "ja")
    assert shift(desk, "").count("VOORBEELDLOGBOEK") == 2


@pytest.fixture
def busy(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """A logbook that another desk keeps busy for as long as the list holds anything; each try takes one away."""
    tries: list[bool] = []
    original = recording.record

    def record(*arguments: object) -> object:
        if tries:
            tries.pop()
            raise LogbookBusy("logboek.db", 5.0)
        return original(*arguments)  # type: ignore[arg-type] # passed on as they are

    monkeypatch.setattr(window_call, "record", record)
    return tries


def test_what_a_busy_file_refused_waits_and_is_stored_by_the_next_m(desk: Office, busy: list[bool]) -> None:
    busy.append(True)
    shown = desk.do(answers=["0687654321", "m", *NEW, "m"])
    assert (shown.status, count(desk)) == (0, 2)
    assert shown.err.splitlines()[0].startswith("Wat:")
    assert "Nog niet opgeslagen: 1 verslag (10:15). m probeert het opnieuw." in shown.out
    assert shown.out.endswith("nummer> ") or "Opgeslagen als incident 2." in shown.out
    assert incident(desk, 2)["nummer"] == "+31687654321"


def test_it_waits_through_the_next_calls_and_no_word_is_told_twice(desk: Office, busy: list[bool]) -> None:
    busy.append(True)
    shown = desk.do(answers=["0687654321", "m", *NEW, "", "0612345678", "m", *KNOWN])
    assert (shown.status, count(desk)) == (0, 3)
    assert shown.out.count("Nog niet opgeslagen") == 3
    assert [incident(desk, number)["nummer"] for number in (2, 3)] == ["+31687654321", "+31612345678"]


def test_m_stores_what_waits_also_when_nobody_is_on_the_line(desk: Office, busy: list[bool]) -> None:
    busy.append(True)
    desk.do(answers=["0687654321", "m", *NEW, "", "m"])
    assert count(desk) == 2


def test_leaving_stores_what_waits(desk: Office, busy: list[bool]) -> None:
    busy.append(True)
    assert desk.do(answers=["0687654321", "m", *NEW, "q"]).status == 0
    assert count(desk) == 2


def test_leaving_asks_before_it_throws_away_what_still_cannot_be_stored(
    desk: Office, busy: list[bool]
) -> None:
    busy.extend([True] * 4)
    shown = desk.do(answers=["0687654321", "m", *NEW, "q", "", "q", "<", "q", "ja"])
    assert shown.status == 0
    assert shown.out.count("Toch stoppen, en weggooien wat niet is opgeslagen? (j/N)") == 3
    assert count(desk) == 1


def test_a_closed_input_leaves_whatever_waits(desk: Office, busy: list[bool]) -> None:
    busy.extend([True] * 3)
    assert desk.do(answers=["0687654321", "m", *NEW]).status == 0
    assert count(desk) == 1


def test_a_terminal_that_is_closed_still_stores_what_waits(
    desk: Office, busy: list[bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    import signal

    busy.append(True)
    answers = iter(["0687654321", "m", *NEW])

    def closed(_prompt: str) -> str:
        answer = next(answers, None)
        if answer is None:
            raise Stopped(signal.SIGTERM)
        return answer

    for reader in (line_editor, asking):
        monkeypatch.setattr(reader, "read_line", closed)
    assert desk.do(answers=[]).status == 128 + signal.SIGTERM
    monkeypatch.undo()
    monkeypatch.setenv("AGRESSIELOG_DB", str(desk.logbook))
    assert count(desk) == 2


def test_a_question_that_another_desk_raised_meanwhile_is_asked(
    desk: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    original = recording.record
    tries: list[int] = []

    def record(*arguments: object) -> object:
        tries.append(1)
        if len(tries) == 1:
            raise CallerUnclear(Doubt.SEVERAL_CALLERS, ())
        return original(*arguments)  # type: ignore[arg-type] # passed on as they are

    monkeypatch.setattr(window_call, "record", record)
    shown = shift(desk, "0612345678", "m", *KNOWN)
    assert "Opgeslagen als incident 2." in shown
    assert count(desk) == 2


def test_trouble_after_the_commit_says_that_it_is_stored_and_nothing_waits(
    desk: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    original = recording.record

    def record(*arguments: object) -> object:
        original(*arguments)  # type: ignore[arg-type] # passed on as they are
        raise LogbookBusy("logboek.db", 5.0)

    monkeypatch.setattr(window_call, "record", record)
    shown = desk.do(answers=["0687654321", "m", *NEW, "m", "nee"])
    assert (shown.status, count(desk)) == (0, 2)
    assert shown.err.startswith("Wat:     Opgeslagen als incident 2")
    assert "Nog niet opgeslagen" not in shown.out
    assert "Dit gesprek is al vastgelegd als incident 2." in shown.out


@pytest.mark.parametrize(("left", "asked"), [(["06", ""], 2), ([""], 1)], ids=["line", "empty"])
def test_ctrl_c_leaves_only_from_an_empty_line(
    desk: Office, monkeypatch: pytest.MonkeyPatch, left: list[str], asked: int
) -> None:
    prompts: list[str] = []

    def line(prompt: str) -> str:
        prompts.append(prompt)
        raise KeyboardInterrupt

    monkeypatch.setattr(line_editor, "read_line", line)
    monkeypatch.setattr(line_editor, "left_behind", lambda: left[len(prompts) - 1])
    assert desk.do(answers=[]).status == 0
    assert len(prompts) == asked


def test_ctrl_c_while_something_is_shown_goes_back_to_the_question(
    desk: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken_off(*_arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(window, "show_keys", broken_off)
    shown = shift(desk, "?", "0612345678")
    assert "Afgebroken." in shown
    assert "B1 (J. Jansen)" in shown


def test_ctrl_c_twice_in_a_row_goes_back_to_the_question_too(
    desk: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken_off(*_arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(window, "show_keys", broken_off)
    monkeypatch.setattr(window._Window, "_say_broken_off", broken_off)
    assert "B1 (J. Jansen)" in shift(desk, "?", "0612345678")


def test_a_screen_that_nobody_reads_any_more_ends_the_window(
    desk: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(*_arguments: object) -> None:
        raise BrokenPipeError

    monkeypatch.setattr(window, "show_keys", gone)
    assert desk.do(answers=["?"]).status == 141


def test_an_unexpected_fault_is_told_and_the_window_goes_on(
    desk: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_arguments: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(window, "show_keys", broken)
    shown = desk.do(answers=["?", "0612345678"])
    assert shown.status == 0
    assert "Wat:" in shown.err
    assert "B1 (J. Jansen)" in shown.out


def test_ctrl_d_in_the_middle_of_a_report_goes_back_to_the_window(desk: Office) -> None:
    shown = desk.do(answers=["0687654321", "m", "schelden"])
    assert (shown.status, count(desk)) == (0, 1)
    assert "Afgebroken; er is niets opgeslagen." in shown.out
