"""The conversation after a bad call, typed key by key on a pseudo-terminal."""

import json
import re

import pytest
from desk import CTRL_C, CTRL_D, ENTER, Desk, Key, Outcome
from terminal_rule import assert_harmless

_WRONG_USE, _NOT_FOUND, _INTERRUPTED = 2, 3, 130
# So that a question with a long path stands on one line.
_WIDE = 300

_KIND = ("1. Soort", f"schelden{ENTER}")
_WHAT = ("2. Wat", f'Belde over de afvalpas en zei: "jij bent een sukkel".{ENTER}')
_WHO = ("3. Nummer", f"06-87654321, J. Jansen{ENTER}")
_LIMITS = ("4. Grens", f"2 3{ENTER}")
_PROMISE = ("5. Iets toegezegd", f"terugbellen, vrijdag{ENTER}")
_HELPED = ("6. Wat hielp", f"rustig uitleggen{ENTER}")
_ORDINARY: list[Key] = [_KIND, _WHAT, _WHO, _LIMITS, _PROMISE, _HELPED]


def _incident(desk: Desk, number: int) -> dict[str, object]:
    outcome = desk.run("show", str(number), "--json")
    document = json.loads(outcome.out)["incident"]
    assert isinstance(document, dict)
    return document


def _asked(place: int, key: Key) -> Key:
    """Return the same question where it is asked as the *place*th."""
    question, answer = key
    return f"{place}. {question.partition('. ')[2]}", answer


def _questions(outcome: Outcome) -> list[str]:
    """The numbers of the questions that came on the screen, in order."""
    return re.findall(r"^(\d)\. ", outcome.out, re.MULTILINE)


def test_an_ordinary_call_is_stored_after_six_answers(used_desk: Desk) -> None:
    outcome = used_desk.terminal(["add"], _ORDINARY)

    assert outcome.status == 0
    assert _questions(outcome) == list("123456")
    assert "Opgeslagen als incident 2." in outcome.out
    assert_harmless(outcome.raw_out, asked=True)
    stored = _incident(used_desk, 2)
    assert stored["soorten"] == ["schelden"]
    assert stored["wat"] == 'Belde over de afvalpas en zei: "jij bent een sukkel".'
    assert stored["citaat"] == "jij bent een sukkel"
    assert stored["nummer"] == "+31687654321"
    assert (stored["gewaarschuwd"], stored["beeindigd"], stored["overgedragen"]) == (True, True, False)
    assert stored["hielp"] == "rustig uitleggen"
    assert used_desk.rows("SELECT wat, voor IS NOT NULL FROM toezegging") == [("terugbellen", 1)]
    assert used_desk.rows("SELECT naam FROM beller WHERE id = 2") == [("J. Jansen",)]


def test_enter_is_an_answer_where_nothing_is_known(used_desk: Desk) -> None:
    keys: list[Key] = [
        _KIND,
        _WHAT,
        ("3. Nummer", ENTER),
        ("4. Grens", ENTER),
        ("5. Iets", ENTER),
        ("6. Wat hielp", ENTER),
    ]

    outcome = used_desk.terminal(["add"], keys)

    assert outcome.status == 0
    stored = _incident(used_desk, 2)
    assert (stored["anoniem"], stored["beller"], stored["toezeggingen"], stored["hielp"]) == (
        True,
        None,
        [],
        None,
    )


def test_for_a_threat_the_words_said_become_the_quote(used_desk: Desk) -> None:
    keys: list[Key] = [
        ("1. Soort", f"bedreiging{ENTER}"),
        ("2. Wat zei de beller", f"Ik weet je te vinden{ENTER}"),
        *_ORDINARY[2:],
    ]

    assert used_desk.terminal(["add"], keys).status == 0

    stored = _incident(used_desk, 2)
    assert (stored["ernst"], stored["citaat"]) == ("zwaar", "Ik weet je te vinden")


def test_a_known_number_asks_whether_it_is_the_same_person(used_desk: Desk) -> None:
    words = ["add", "06-12345678", "--soort", "schelden", "--wat", "Schold."]
    name: Key = ("1. Naam", f"K. de Boer{ENTER}")
    for answer, further, caller, certainty in (
        ("ja", [], 1, "zeker"),
        ("weet niet", [], 1, "vermoedelijk"),
        ("nee", [name], 2, "zeker"),
    ):
        outcome = used_desk.terminal(words, [("Dezelfde persoon als B1", f"{answer}{ENTER}"), *further])
        assert outcome.status == 0, outcome
        last = used_desk.rows("SELECT beller, zekerheid FROM incident ORDER BY id DESC LIMIT 1")
        assert last == [(caller, certainty)], answer


def test_what_stands_in_an_option_is_not_asked(used_desk: Desk) -> None:
    words = ["add", "06-87654321", "--soort", "schelden", "--gewaarschuwd", "--hielp", "rust"]

    outcome = used_desk.terminal(words, [_asked(1, _WHAT), ("2. Nieuwe beller", ENTER), _asked(3, _PROMISE)])

    assert outcome.status == 0
    assert _questions(outcome) == list("123")


def test_a_step_back_asks_the_question_before_again_and_keeps_the_rest(used_desk: Desk) -> None:
    keys: list[Key] = [
        _KIND,
        ("2. Wat", f"<{ENTER}"),
        ("1. Soort", f"schreeuwen{ENTER}"),
        _WHAT,
        _WHO,
        ("4. Grens", f"<{ENTER}"),
        ("3. Nummer", f"06-11111111, K. de Boer{ENTER}"),
        *_ORDINARY[3:],
    ]

    outcome = used_desk.terminal(["add"], keys)

    assert outcome.status == 0
    assert _questions(outcome) == list("1212343456")
    stored = _incident(used_desk, 2)
    assert (stored["soorten"], stored["nummer"]) == (["schreeuwen"], "+31611111111")
    assert used_desk.rows("SELECT naam FROM beller WHERE id = 2") == [("K. de Boer",)]
    assert used_desk.count("incident") == 2


def test_after_a_step_back_enter_keeps_the_earlier_answer_and_a_dash_takes_it_back(used_desk: Desk) -> None:
    keys: list[Key] = [
        *_ORDINARY[:5],
        ("6. Wat hielp? (Enter = niets of onbekend)", f"<{ENTER}"),
        ("(terugbellen, vrijdag; - = nee) [terugbellen, vrijdag]", f"<{ENTER}"),
        ("4. Grens", f"<{ENTER}"),
        ("(06…, J. Jansen; - = anoniem) [06-87654321, J. Jansen]", f"<{ENTER}"),
        ('[Belde over de afvalpas en zei: "jij bent een sukkel".]', f"<{ENTER}"),
        ("[schelden]", ENTER),
        ("2. Wat", ENTER),
        ("3. Nummer", ENTER),
        ("(meer mag) [2 3]", ENTER),
        ("5. Iets", f"-{ENTER}"),
        _HELPED,
    ]

    outcome = used_desk.terminal(["add"], keys, columns=_WIDE)

    assert outcome.status == 0, outcome
    assert _questions(outcome) == list("12345654321" + "23456")
    assert_harmless(outcome.raw_out, asked=True)
    stored = _incident(used_desk, 2)
    assert (stored["soorten"], stored["wat"]) == (["schelden"], _WHAT[1].strip())
    assert (stored["nummer"], stored["gewaarschuwd"], stored["beeindigd"]) == ("+31687654321", True, True)
    assert (stored["toezeggingen"], stored["hielp"]) == ([], "rustig uitleggen")


def test_a_step_back_from_the_first_question_asks_it_again(used_desk: Desk) -> None:
    outcome = used_desk.terminal(["add"], [("1. Soort", f"<{ENTER}"), *_ORDINARY])

    assert outcome.status == 0
    assert _questions(outcome) == list("1123456")


@pytest.mark.parametrize(
    ("words", "question"),
    [(["lookup"], "Nummer"), (["add", "--wanneer", "vanochtend"], "Hoe laat")],
    ids=lambda value: value[0] if isinstance(value, list) else "",
)
def test_a_step_back_from_a_question_that_stands_alone_is_a_step_out(
    used_desk: Desk, words: list[str], question: str
) -> None:
    outcome = used_desk.terminal(words, [(question, f"<{ENTER}")])

    assert outcome.status == _INTERRUPTED
    assert "Afgebroken; er is niets opgeslagen." in outcome.out
    assert used_desk.count("incident") == 1


@pytest.mark.parametrize("stop", [CTRL_C, CTRL_D], ids=["Ctrl-C", "Ctrl-D"])
@pytest.mark.parametrize("answered", range(len(_ORDINARY)))
def test_stopping_at_any_question_stores_nothing(used_desk: Desk, answered: int, stop: str) -> None:
    before = used_desk.logbook.read_bytes()
    question, _ = _ORDINARY[answered]

    outcome = used_desk.terminal(["add"], [*_ORDINARY[:answered], (question, stop)])

    assert outcome.status == _INTERRUPTED
    assert "Afgebroken; er is niets opgeslagen." in outcome.out
    assert "Traceback" not in outcome.out
    assert used_desk.logbook.read_bytes() == before


def test_a_wrong_answer_is_explained_and_asked_again(used_desk: Desk) -> None:
    keys: list[Key] = [
        ("1. Soort", f"scheldt{ENTER}"),
        ("Bedoel je schelden", f"99{ENTER}"),
        ('"99" ken ik niet', f"7{ENTER}"),
        ("2. Wat", ENTER),
        ("een antwoord nodig", f"Schold uit.{ENTER}"),
        ("3. Nummer", f"06-123{ENTER}"),
        ("is geen telefoonnummer", f"06-87654321 020-1234567{ENTER}"),
        ("Typ één nummer", f"06-87654321{ENTER}"),
        ("4. Grens", f"soms{ENTER}"),
        ("Antwoord met nee", f"nee en beëindigd{ENTER}"),
        ("Antwoord met nee", f"beëindigd{ENTER}"),
        ("5. Iets toegezegd", f"nee{ENTER}"),
        _HELPED,
    ]

    outcome = used_desk.terminal(["add"], keys)

    assert outcome.status == 0, outcome
    assert _questions(outcome) == list("123456")
    assert "Traceback" not in outcome.out
    stored = _incident(used_desk, 2)
    assert (stored["soorten"], stored["beeindigd"], stored["nummer"]) == (["schelden"], True, "+31687654321")


def test_a_typed_byte_that_is_no_text_does_not_break_the_conversation(used_desk: Desk) -> None:
    keys: list[Key] = [_KIND, ("2. Wat", b"Schold\xe9 uit." + ENTER.encode()), *_ORDINARY[2:]]

    outcome = used_desk.terminal(["add"], keys, environ={"PYTHONIOENCODING": "utf-8:strict"})

    assert outcome.status == 0, outcome
    # Readline leaves out what is no character.
    assert _incident(used_desk, 2)["wat"] == "Schold uit."


def test_a_text_longer_than_a_terminal_line_is_stored_whole(used_desk: Desk) -> None:
    """A bare terminal hands over 4,096 characters at most and drops the rest."""
    long = "Zei steeds hetzelfde. " * 300

    assert used_desk.terminal(["add"], [_KIND, ("2. Wat", f"{long}{ENTER}"), *_ORDINARY[2:]]).status == 0
    assert _incident(used_desk, 2)["wat"] == long.strip()


def test_a_paste_of_several_lines_is_one_answer(used_desk: Desk) -> None:
    pasted = "\x1b[200~Belde over de afvalpas.\rK. de Vries\r\rterugbellen, vrijdag\r\x1b[201~"

    outcome = used_desk.terminal(["add"], [_KIND, ("2. Wat", f"{pasted}{ENTER}"), *_ORDINARY[2:]])

    assert outcome.status == 0, outcome
    stored = _incident(used_desk, 2)
    assert stored["wat"] == "Belde over de afvalpas.\nK. de Vries\n\nterugbellen, vrijdag"
    assert used_desk.rows("SELECT naam FROM beller WHERE id = 2") == [("J. Jansen",)]


def test_a_paste_of_several_lines_is_one_answer_to_any_command(used_desk: Desk) -> None:
    pasted = f"\x1b[200~Ik ben het er\rniet mee eens.\r\x1b[201~{ENTER}"

    outcome = used_desk.terminal(["avg", "zienswijze", "B1"], [("Wat zegt de beller zelf?", pasted)])

    assert outcome.status == 0, outcome
    assert used_desk.rows("SELECT tekst FROM zienswijze") == [("Ik ben het er\nniet mee eens.",)]


def test_nothing_that_was_typed_is_kept_in_a_history(used_desk: Desk) -> None:
    arrow_up = b"\x1b[A"
    keys: list[Key] = [
        _KIND,
        _WHAT,
        _WHO,
        _LIMITS,
        ("5. Iets", ENTER),
        ("6. Wat hielp", arrow_up + ENTER.encode()),
    ]

    assert used_desk.terminal(["add"], keys).status == 0

    assert _incident(used_desk, 2)["hielp"] is None
    assert not list(used_desk.home.rglob("*history*"))


def test_a_new_logbook_is_only_made_after_asking(desk: Desk) -> None:
    refused = desk.terminal(["add"], [("Nieuw maken?", f"nee{ENTER}")], columns=_WIDE)
    assert refused.status == _NOT_FOUND
    assert not desk.logbook.exists()
    stopped = desk.terminal(["add"], [("Nieuw maken?", CTRL_C)], columns=_WIDE)
    assert stopped.status == _INTERRUPTED
    assert not desk.logbook.exists()

    made = desk.terminal(["add"], [("Nieuw maken?", f"ja{ENTER}"), *_ORDINARY], columns=_WIDE)

    assert made.status == 0
    assert desk.count("incident") == 1


def test_stopping_halfway_makes_no_logbook(desk: Desk) -> None:
    outcome = desk.terminal(
        ["add"], [("Nieuw maken?", f"ja{ENTER}"), _KIND, ("2. Wat", CTRL_C)], columns=_WIDE
    )

    assert outcome.status == _INTERRUPTED
    assert not desk.logbook.exists()


def test_lookup_asks_for_the_number_so_that_no_shell_remembers_it(used_desk: Desk) -> None:
    outcome = used_desk.terminal(
        ["lookup"], [("Nummer", f"06-123{ENTER}"), ("is geen", f"0612345678{ENTER}")]
    )

    assert outcome.status == 0
    assert "BEKEND" in outcome.out


@pytest.mark.parametrize("asked", [["add"], ["edit", "1"], ["lookup"]], ids=" ".join)
def test_without_a_keyboard_or_a_screen_nothing_is_asked(used_desk: Desk, asked: list[str]) -> None:
    """stdin from a file on a terminal, and stdout to a file on a terminal."""
    before = used_desk.logbook.read_bytes()
    for redirection in ("</dev/null", ">/dev/null"):
        outcome = used_desk.terminal(asked, shell=f'exec "$@" {redirection}')
        assert outcome.status == _WRONG_USE
        assert "Er ontbreekt nog iets" in outcome.out
    assert used_desk.logbook.read_bytes() == before


def _short(desk: Desk) -> None:
    assert desk.run("add", "06-87654321", "--soort", "schelden", "--kort").status == 0


def test_edit_of_a_short_report_asks_only_what_is_missing(used_desk: Desk) -> None:
    _short(used_desk)
    assert _incident(used_desk, 2)["onvolledig"] is True

    keys = [_asked(place, key) for place, key in enumerate((_WHAT, _LIMITS, _PROMISE, _HELPED), start=1)]
    outcome = used_desk.terminal(["edit", "2"], keys)

    assert outcome.status == 0
    assert _questions(outcome) == list("1234")
    stored = _incident(used_desk, 2)
    assert (stored["onvolledig"], stored["soorten"], stored["nummer"]) == (
        False,
        ["schelden"],
        "+31687654321",
    )
    assert stored["hielp"] == "rustig uitleggen"
    assert used_desk.run("list", "--open", "--json").out.count('"id"') == 0


def test_stopping_in_the_middle_of_completing_changes_nothing(used_desk: Desk) -> None:
    _short(used_desk)
    before = used_desk.run("show", "2", "--geschiedenis", "--json").out

    outcome = used_desk.terminal(["edit", "2"], [_asked(1, _WHAT), ("2. Grens", CTRL_C)])

    assert outcome.status == _INTERRUPTED
    # It was on the screen: a look is kept, and nothing else.
    assert used_desk.run("show", "2", "--geschiedenis", "--json").out == before
