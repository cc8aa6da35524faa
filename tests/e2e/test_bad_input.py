"""Input that cannot be right: three Dutch lines, the exit status that belongs to it, and nothing stored."""

import json

import pytest
from desk import Desk, Outcome
from warm_desk import WarmDesk

_WRONG_USE, _NOT_FOUND = 2, 3
_LIMIT = 20_000
_MEGABYTE = 1_000_000
#: A byte that is no UTF-8, as an argument of the shell.
_NO_TEXT = b"caf\xe9"


def _add(
    *more: str, number: str = "06-12345678", kind: str = "schelden", text: str = "Schold."
) -> tuple[str, ...]:
    return ("add", number, "--soort", kind, "--wat", text, *more)


Case = tuple[tuple[str, ...], int, tuple[str, ...]]

_NUMBERS: list[Case] = [
    (("lookup", "06-123"), _WRONG_USE, ('"06-123" is geen telefoonnummer', "minder cijfers")),
    (("lookup", "06-12345678", "020-1234567"), _WRONG_USE, ("twee nummers achter elkaar",)),
    (("lookup", "06-12345678x"), _WRONG_USE, ("letters",)),
    (("lookup", "06-1234567O"), _WRONG_USE, ("letters",)),
    (_add(number="06-123"), _WRONG_USE, ('"06-123" is geen telefoonnummer',)),
    (_add(number="06-12345678 / 020-1234567"), _WRONG_USE, ("twee nummers achter elkaar",)),
    (_add(number="06-12345678 Jan"), _WRONG_USE, ("letters",)),
    (_add(number="1e adres rechts"), _WRONG_USE, ("geen telefoonnummer",)),
    (_add("--anoniem"), _WRONG_USE, ("NUMMER en --anoniem kunnen niet samen",)),
    (("edit", "1", "--nummer", "06-123"), _WRONG_USE, ('"06-123" is geen telefoonnummer',)),
    (("list", "--nummer", "06-123"), _WRONG_USE, ('"06-123" is geen telefoonnummer',)),
]

_KINDS: list[Case] = [
    (
        _add(kind="scheldt"),
        _WRONG_USE,
        ('"scheldt" is geen soort', "lijkt op schelden", "Typ --soort schelden."),
    ),
    (_add(kind="Bedreigen"), _WRONG_USE, ("bedreiging",)),
    (_add(kind="xyzzy"), _WRONG_USE, ('"xyzzy" is geen soort', "Kies uit", "schelden", "bedreiging")),
    (_add(kind=""), _WRONG_USE, ("geen soort", "Kies uit")),
    (("edit", "1", "--soort", "scheldt"), _WRONG_USE, ("Typ --soort schelden.",)),
    (("list", "--soort", "scheldt"), _WRONG_USE, ("Typ --soort schelden.",)),
]

_MOMENTS: list[Case] = [
    (_add("--wanneer", "morgen 14:00"), _WRONG_USE, ("moet nog komen",)),
    (_add("--wanneer", "31-12-2098 10:00"), _WRONG_USE, ("moet nog komen",)),
    (_add("--wanneer", "31-2-2026"), _WRONG_USE, ('"31-2-2026"', "niet op de kalender")),
    (_add("--wanneer", "29-3-2026 2:30"), _WRONG_USE, ("was het nooit 02:30", "zomertijd")),
    (_add("--wanneer", "vanochtend"), _WRONG_USE, ("niet duidelijk hoe laat", "14:30")),
    (_add("--wanneer", ""), _WRONG_USE, ("geen moment",)),
    (_add("--wanneer", "1-1-0001 10:00"), _WRONG_USE, ("Het jaar",)),
    (_add("--wanneer", "31-12-9999 10:00"), _WRONG_USE, ("Het jaar",)),
    (("edit", "1", "--wanneer", "29-3-2026 2:30"), _WRONG_USE, ("was het nooit 02:30",)),
    (("list", "--sinds", "31-2-2026"), _WRONG_USE, ("niet op de kalender",)),
    (("list", "--sinds", "3-4-2026", "--tot", "2-4-2026"), _WRONG_USE, ("2 april 2026",)),
    (_add("--toezegging", "bellen", "--voor", "31-2-2026"), _WRONG_USE, ("niet op de kalender",)),
    (_add("--voor", "vrijdag"), _WRONG_USE, ("--toezegging",)),
]

_TEXTS: list[Case] = [
    (_add(text=""), _WRONG_USE, ("Bij --wat staat niets",)),
    (_add(text=" \t "), _WRONG_USE, ("Bij --wat staat niets",)),
    (_add("--naam", ""), _WRONG_USE, ("Bij --naam staat niets",)),
    (_add("--citaat", "x" * (_LIMIT + 1)), _WRONG_USE, ("--citaat is te lang", "20.001", "20.000")),
    (_add("--naam", "x" * 201), _WRONG_USE, ("--naam is te lang", "201", "200")),
    (("--als", "x" * 201, *_add()), _WRONG_USE, ("--als is te lang",)),
    (("--als", "x" * 201, "edit", "1", "--team", "Zuid"), _WRONG_USE, ("--als is te lang",)),
    (("edit", "1", "--wat", "", "--team", "Zuid"), _WRONG_USE, ("Bij --wat staat niets",)),
    (("search", "!?*"), _WRONG_USE, ("geen woord",)),
    (("search", ""), _WRONG_USE, ("geen woord",)),
    (("lookup", "--naam", ""), _WRONG_USE, ("Bij --naam staat niets",)),
    (("lookup", "--klantnummer", " "), _WRONG_USE, ("Bij --klantnummer staat niets",)),
]

_NAMES_OF_THINGS: list[Case] = [
    (("show", "2"), _NOT_FOUND, ("Incident 2 is er niet",)),
    (("show", "twee"), _WRONG_USE, ('"twee" past niet bij incident',)),
    (("show", "0"), _WRONG_USE, ("past niet bij incident",)),
    (("show", "9" * 30), _WRONG_USE, ("past niet bij incident",)),
    (("edit", "2", "--team", "Zuid"), _NOT_FOUND, ("Incident 2 is er niet",)),
    (("lookup", "B9"), _NOT_FOUND, ('Bij "B9" hoort geen beller',)),
    (_add("--beller", "B9"), _NOT_FOUND, ('Bij "B9" hoort geen beller',)),
    (_add("--beller", "Jansen"), _WRONG_USE, ("past niet bij beller",)),
    (("edit", "1", "--beller", "B9"), _NOT_FOUND, ('Bij "B9" hoort geen beller',)),
    (("list", "--beller", "B9"), _NOT_FOUND, ('Bij "B9" hoort geen beller',)),
    (_add("--kanaal", "telefon"), _WRONG_USE, ("Typ --kanaal telefoon.",)),
    (_add("--ulid", "abc"), _WRONG_USE, ("ULID",)),
    (("list", "--ernst", "erg"), _WRONG_USE, ("geen, licht, middel of zwaar",)),
    (("list", "--limit", "0"), _WRONG_USE, ("--limit",)),
    (("list", "--limit", "veel"), _WRONG_USE, ("--limit",)),
]

_MISSING: list[Case] = [
    (("add",), _WRONG_USE, ("NUMMER", "--anoniem", "--soort", "--wat")),
    (("add", "06-12345678"), _WRONG_USE, ("--soort", "--wat")),
    (("add", "06-12345678", "--soort", "schelden"), _WRONG_USE, ("--wat",)),
    (("add", "--kort"), _WRONG_USE, ("NUMMER", "--soort")),
    (("lookup",), _WRONG_USE, ("NUMMER",)),
    (("edit", "1"), _WRONG_USE, ("--wat", "--soort")),
]


def _assert_refused(outcome: Outcome, status: int, wanted: tuple[str, ...]) -> None:
    assert outcome.status == status, outcome
    assert outcome.out == ""
    for word in wanted:
        assert word in outcome.mistake.text


@pytest.mark.parametrize(
    ("words", "status", "wanted"), [*_NUMBERS, *_KINDS, *_MOMENTS, *_TEXTS, *_NAMES_OF_THINGS, *_MISSING]
)
def test_what_cannot_be_right_is_refused_and_leaves_the_logbook_as_it_was(
    quick_desk: WarmDesk, words: tuple[str, ...], status: int, wanted: tuple[str, ...]
) -> None:
    before = quick_desk.logbook.read_bytes()

    _assert_refused(quick_desk.warm(*words), status, wanted)

    assert quick_desk.logbook.read_bytes() == before


@pytest.mark.parametrize(
    ("words", "status", "wanted"),
    [table[0] for table in (_NUMBERS, _KINDS, _MOMENTS, _TEXTS, _NAMES_OF_THINGS, _MISSING)],
)
def test_the_program_as_it_is_started_by_hand_says_the_same(
    used_desk: Desk, words: tuple[str, ...], status: int, wanted: tuple[str, ...]
) -> None:
    _assert_refused(used_desk.run(*words), status, wanted)


@pytest.mark.parametrize("words", [_add(number="06-123"), _add(kind="scheldt"), _add(text=""), ("add",)])
def test_a_first_add_that_is_refused_makes_no_logbook(desk: Desk, words: tuple[str, ...]) -> None:
    assert desk.run(*words).status == _WRONG_USE
    assert not desk.logbook.exists()


@pytest.mark.parametrize(
    ("words", "status", "code"),
    [
        (("lookup", "06-123", "--json"), _WRONG_USE, "onleesbaar_nummer"),
        (("add", "--json"), _WRONG_USE, "gegevens_ontbreken"),
        (("show", "2", "--json"), _NOT_FOUND, "incident_niet_gevonden"),
        ((*_add(kind="scheldt"), "--json"), _WRONG_USE, "onbekende_soort"),
    ],
)
def test_a_program_hears_it_as_json(used_desk: Desk, words: tuple[str, ...], status: int, code: str) -> None:
    outcome = used_desk.run(*words)

    assert (outcome.status, outcome.err) == (status, "")
    document = json.loads(outcome.out)
    assert document["schema"] == "agressielog.fout/1"
    assert document["fout"]["code"] == code
    assert all(document["fout"][line] for line in ("wat", "waarom", "nu"))


def test_the_longest_text_is_stored_whole_and_one_character_more_is_refused(desk: Desk) -> None:
    longest = "ë" * _LIMIT

    stored = desk.run(*_add(text="-"), stdin=longest)
    refused = desk.run(*_add(text="-"), stdin=longest + "ë")

    assert stored.status == 0
    assert desk.rows("SELECT wat FROM incident") == [(longest,)]
    _assert_refused(refused, _WRONG_USE, ("20.001", "20.000"))


def test_ten_megabytes_of_text_are_refused_with_the_limit(used_desk: Desk) -> None:
    outcome = used_desk.run(*_add(text="-"), stdin=b"A" * 10 * _MEGABYTE)

    _assert_refused(outcome, _WRONG_USE, ("--wat is te lang", "10.000.000", "20.000"))
    assert used_desk.count("incident") == 1


def test_nul_is_refused_by_name(used_desk: Desk) -> None:
    outcome = used_desk.run(*_add(text="-"), stdin=b"Schold\0uit.")

    _assert_refused(outcome, _WRONG_USE, ("--wat", "niet te bewaren", "U+0000"))
    assert used_desk.count("incident") == 1


_TEXT_OPTIONS = (
    "--naam",
    "--klantnummer",
    "--citaat",
    "--team",
    "--onderwerp",
    "--melder",
    "--niet-toegezegd",
    "--hielp",
    "--toezegging",
)


@pytest.mark.parametrize("option", _TEXT_OPTIONS)
def test_bytes_that_are_no_text_are_refused_by_the_field_they_stand_in(used_desk: Desk, option: str) -> None:
    outcome = used_desk.run(*_add(), option, _NO_TEXT)

    _assert_refused(outcome, _WRONG_USE, (f"bij {option} bevat", "U+DCE9"))
    assert used_desk.count("incident") == 1


@pytest.mark.parametrize(
    "words",
    [
        ("--als", _NO_TEXT, *_add()),
        ("--als", _NO_TEXT, "edit", "1", "--team", "Zuid"),
        ("add", _NO_TEXT, "--soort", "schelden", "--wat", "Schold."),
        ("add", "06-12345678", "--soort", _NO_TEXT, "--wat", "Schold."),
        ("add", "06-12345678", "--soort", "schelden", "--wat", _NO_TEXT),
        (*_add(), "--wanneer", _NO_TEXT),
        (*_add(), "--kanaal", _NO_TEXT),
        (*_add(), "--ulid", _NO_TEXT),
        (*_add(), "--beller", _NO_TEXT),
        ("edit", "1", "--team", _NO_TEXT),
        ("edit", "1", "--beller", _NO_TEXT),
        ("lookup", _NO_TEXT),
        ("lookup", "--naam", _NO_TEXT),
        ("lookup", "--klantnummer", _NO_TEXT),
        ("list", "--team", _NO_TEXT),
        ("list", "--beller", _NO_TEXT),
        ("show", _NO_TEXT),
        (_NO_TEXT,),
        (b"--" + _NO_TEXT,),
    ],
)
def test_bytes_that_are_no_text_never_get_past_the_command_line(
    quick_desk: WarmDesk, words: tuple[str | bytes, ...]
) -> None:
    outcome = quick_desk.warm(*words)

    assert outcome.status == _WRONG_USE, outcome
    assert outcome.mistake.what
    assert b"\xe9" not in outcome.raw_err
    assert quick_desk.count("incident") == 1


@pytest.mark.parametrize("encoding", ["", "utf-8:strict", "utf-8:surrogateescape", "ascii"])
def test_bytes_on_stdin_that_are_no_text_are_refused_in_every_locale(used_desk: Desk, encoding: str) -> None:
    environ = {"PYTHONIOENCODING": encoding} if encoding else {}

    outcome = used_desk.run(*_add(text="-"), stdin=_NO_TEXT, environ=environ)

    _assert_refused(outcome, _WRONG_USE, ("--wat", "U+DCE9"))
    assert used_desk.count("incident") == 1


def test_a_login_name_that_is_no_text_is_written_down_as_far_as_it_can_be_read(desk: Desk) -> None:
    outcome = desk.run(*_add(), environ={"LOGNAME": "ren\udce9e"})

    assert outcome.status == 0
    assert desk.rows("SELECT DISTINCT login FROM logboek") == [("ren\\udce9e",)]


_SEARCHES = (
    "'; DROP TABLE incident; --",
    '" OR 1=1 --',
    "medewerker' UNION SELECT sql FROM sqlite_master --",
    "wat:medewerker",
    "medewerker NEAR(uit, 2)",
    "NOT medewerker",
    "medewerker AND NOT schold",
    "AND OR NOT",
    "(medewerker",
    '"medewerker',
    "medewerker*",
    "^medewerker",
    "{wat citaat}: medewerker",
    "-medewerker",
    "+medewerker",
    "mede%werker_",
    "zoekindex MATCH 'x'",
    "medewerker\\",
    "medewerker\n--limit\n1",
    "' || (SELECT naam FROM beller) || '",
)


def test_search_words_are_never_read_as_a_query(quick_desk: WarmDesk) -> None:
    """SQL, the query language of FTS5 and wildcards are words to look for, or no words at all."""
    for words in _SEARCHES:
        outcome = quick_desk.warm("search", "--json", "--", words)
        assert outcome.status == 0, (words, outcome)
        found = json.loads(outcome.out)["incidenten"]
        if any(
            operator in words
            for operator in ("OR", "AND", "NOT", "NEAR", "UNION", "SELECT", "wat", "--limit")
        ):
            assert found == [], (words, "an operator that is obeyed would find something else")
    assert quick_desk.warm("search", "medewerker").out.count("Schold") == 1
    assert quick_desk.count("incident") == 1


@pytest.mark.parametrize(
    "text",
    [
        "'); DROP TABLE incident; --",
        '"; DELETE FROM beller; --',
        "Robert'); DROP TABLE beller;--",
        "50% van _ \\ ' \" ;",
    ],
)
def test_sql_in_a_field_is_a_text_like_any_other(quick_desk: WarmDesk, text: str) -> None:
    words = ("--naam", text, "--klantnummer", text, "--team", text, "--hielp", text)

    assert quick_desk.warm(*_add(*words, text=text)).status == 0

    found = json.loads(quick_desk.warm("list", "--team", text, "--json").out)["incidenten"]
    assert [(incident["wat"], incident["team"], incident["hielp"]) for incident in found] == [
        (text, text, text)
    ]
    seen = json.loads(quick_desk.warm("lookup", "--naam", text, "--json").out)["bellers"]
    assert [caller["naam"] for caller in seen] == [text]
    seen = json.loads(quick_desk.warm("lookup", "--klantnummer", text, "--json").out)["bellers"]
    assert [caller["klantnummer"] for caller in seen] == [text]


@pytest.mark.parametrize(
    "words", [("list", "--limit", "9" * 30), ("search", "medewerker", "--limit", "9" * 30)]
)
def test_more_than_there_can_be_is_everything(used_desk: Desk, words: tuple[str, ...]) -> None:
    outcome = used_desk.run(*words)

    assert outcome.status == 0
    assert outcome.out.count("Schold") == 1
