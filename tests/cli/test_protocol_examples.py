"""The examples that `standaard` must bring out, told at the desk: what was typed, and what `advies --json` then says."""

from typing import Any

import pytest
from office import Office

#: Each story day by day: what happened or was decided, and the measure, its length and the police after it.
STORIES = {
    "one call, and nobody was warned": """
        1-11-2026   schelden                        mondelinge_waarschuwing      -          nee
    """,
    "warned in the call": """
        10-1-2026   schelden gewaarschuwd           -                            -          nee
        10-11-2026  schelden                        schriftelijke_waarschuwing   -          nee
    """,
    "three in four months and nobody ever warned, and six of them": """
        5-1-2026    schelden                        mondelinge_waarschuwing      -          nee
        2-3-2026    schelden                        mondelinge_waarschuwing      -          nee
        1-5-2026    schelden                        schriftelijke_waarschuwing   -          nee
        5-6-2026    schelden                        schriftelijke_waarschuwing   -          nee
        1-7-2026    schelden                        schriftelijke_waarschuwing   -          nee
        1-8-2026    schelden                        schriftelijke_waarschuwing   -          nee
    """,
    "after a delivered written warning the bans grow to six months": """
        10-1-2024   schelden                        mondelinge_waarschuwing      -          nee
        20-1-2024   besluit schriftelijk            -                            -          nee
        1-5-2024    schelden                        contactverbod                1_maand    nee
        3-5-2024    besluit verbod_1_maand          -                            -          nee
        1-8-2024    schelden                        contactverbod                3_maanden  nee
        3-8-2024    besluit verbod_3_maanden        -                            -          nee
        1-1-2025    schelden                        contactverbod                6_maanden  nee
        3-1-2025    besluit verbod_6_maanden        -                            -          nee
        1-9-2025    schelden                        contactverbod                6_maanden  nee
    """,
    "one threat": """
        1-11-2026   bedreiging                      contactverbod                3_maanden  ja
    """,
    "five times criticism": """
        1-7-2026    emotie_kritiek                  -                            -          nee
        1-8-2026    emotie_kritiek                  -                            -          nee
        1-9-2026    emotie_kritiek                  -                            -          nee
        1-10-2026   emotie_kritiek                  -                            -          nee
        1-11-2026   emotie_kritiek                  -                            -          nee
    """,
    "answered by no measure, and then a new call": """
        1-11-2026   schelden                        mondelinge_waarschuwing      -          nee
        2-11-2026   geen                            -                            -          nee
        10-11-2026  schelden                        mondelinge_waarschuwing      -          nee
    """,
    "in month eleven after a written warning, read in month thirteen": """
        1-10-2025   schelden                        mondelinge_waarschuwing      -          nee
        10-10-2025  besluit schriftelijk            -                            -          nee
        10-9-2026   schelden                        contactverbod                1_maand    nee
        15-11-2026  niets                           contactverbod                1_maand    nee
    """,
    "a threat, warned in the call": """
        1-11-2026   bedreiging gewaarschuwd         contactverbod                3_maanden  ja
    """,
    "after the ban for a threat, one call of somebody who was never warned in writing": """
        1-1-2026    bedreiging                      contactverbod                3_maanden  ja
        2-1-2026    besluit verbod_3_maanden        -                            -          nee
        1-6-2026    schelden                        contactverbod                1_maand    nee
    """,
}
BY = ("--besluit-door", "R. Smit", "--reden", "Volgens het protocol.")


@pytest.mark.parametrize("story", STORIES.values(), ids=STORIES)
def test_the_desk_reads_what_the_protocol_says(office: Office, story: str) -> None:
    lines = [line.split() for line in story.strip().splitlines()]
    told, expected = [], []
    for day, *happened, measure, length, police in lines:
        _carry_out(office, day, happened)
        told.append((day, *_advised(office, day)))
        expected.append((day, measure, length, police))
    assert told == expected


def test_a_new_call_gets_an_advice_of_its_own(office: Office) -> None:
    for day, happened in (("1-11-2026", ["schelden"]), ("2-11-2026", ["geen"]), ("10-11-2026", ["schelden"])):
        _carry_out(office, day, happened)
    assert _advice(office, "10-11-2026")["incidenten"] == [2]


def test_nobody_who_only_criticises_is_in_the_list(office: Office) -> None:
    for _ in range(5):
        office.add("0612345678", "-s", "emotie_kritiek", "-w", "Boos over een brief.")
    assert office.do("advies", "--json").document["adviezen"] == []


def test_the_same_question_gives_the_same_bytes(office: Office) -> None:
    office.add("0612345678", "-s", "bedreiging", "-w", "x", "-t", "1-11-2026 10:00")
    before = office.journal()
    for question in (("advies",), ("advies", "B1"), ("advies", "B1", "--peildatum", "10-11-2026")):
        assert office.do(*question, "--json").out == office.do(*question, "--json").out
    assert office.journal() == before
    assert office.do("lookup", "B1", "--json").out == office.do("lookup", "B1", "--json").out


def test_too_long_unheard_without_reasons_and_channel_are_exactly_four_reasons_and_not_a_byte_changes(
    office: Office,
) -> None:
    for day, happened in (
        ("10-1-2026", ["schelden"]),
        ("20-1-2026", ["besluit", "schriftelijk"]),
        ("1-11-2026", ["schelden"]),
    ):
        _carry_out(office, day, happened)
    before = office.logbook.read_bytes()
    ban = (
        "--soort",
        "contactverbod",
        "--duur",
        "24 maanden",
        "--besluit-door",
        "R. Smit",
        "--afwijking",
        "x",
    )
    shown = office.do("maatregel", "add", "B1", *ban, "--json")
    assert shown.status == 4
    assert [reason["code"] for reason in shown.document["fout"]["redenen"]] == [
        "geen_reden",
        "te_lang",
        "geen_kanaal",
        "niet_gehoord",
    ]
    assert office.logbook.read_bytes() == before


def _carry_out(office: Office, day: str, happened: list[str]) -> None:
    match happened:
        case ["niets"]:
            return
        case ["geen"]:
            done = office.do("maatregel", "add", "B1", "--geen", *BY, "--peildatum", day)
        case ["besluit", rung]:
            ready = ("--gehoord", day, "--kanaal-over", "post", "--afwijking", "x")
            given = ("--uitgereikt", f"{day} 12:00", "--peildatum", day)
            done = office.do("maatregel", "add", "B1", "--trede", rung, *BY, *_fitting(rung, ready), *given)
        case [kind, *warned]:
            limits = ["--gewaarschuwd"] if warned else []
            done = office.do("add", "0612345678", "-s", kind, "-w", "x", "-t", f"{day} 10:00", *limits)
        case _:
            raise AssertionError(happened)
    assert done.status == 0, done.err


def _fitting(rung: str, ready: tuple[str, ...]) -> tuple[str, ...]:
    """Leave out what is only asked for a ban."""
    return ready if rung.startswith("verbod") else ready[-2:]


def _advice(office: Office, day: str) -> Any:
    (case,) = office.do("advies", "B1", "--peildatum", day, "--json").document["adviezen"]
    return case["advies"]


def _advised(office: Office, day: str) -> tuple[str, str, str]:
    advice = _advice(office, day)
    return (
        advice["maatregel"] or "-",
        (advice["duur"] or "-").replace(" ", "_"),
        advice["aangifte"],
    )
