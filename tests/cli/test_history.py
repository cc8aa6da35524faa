"""`--geschiedenis`: the life of an incident, a caller and a measure, in words."""

import evidence
import pytest
import story
from office import Office

from agressielog.bootstrap import open_app
from agressielog.storage.writing import SqliteWriting


@pytest.fixture
def desk(office: Office) -> Office:
    """A desk that recorded one call and corrected it."""
    office.add(
        *("0612345678", "--naam", "J. Jansen", "-s", "schelden", "-w", "schold", "--toezegging", "bellen")
    )
    assert office.do("edit", "1", "--team", "KCC", "--soort", "bedreiging").status == 0
    return office


def _told(desk: Office, *arguments: str) -> list[str]:
    shown = desk.do(*arguments, "--geschiedenis")
    assert shown.status == 0, shown.err
    return [line.strip() for line in shown.out.splitlines() if line]


def test_an_incident_tells_who_changed_what_and_with_which_command(desk: Office) -> None:
    told = _told(desk, "show", "1")
    assert told[0] == "Geschiedenis van incident 1"
    assert "incident 1 vastgelegd (add)" in told
    assert "toezegging T1 vastgelegd (add)" in told
    changed = told[told.index("incident 1 veranderd (edit)") :]
    assert "soort: Schelden → Bedreiging" in changed
    assert "team: (leeg) → KCC" in changed
    assert all(", door Anna (inlognaam " in line for line in told if "door" in line)


def test_who_says_the_name_of_the_login_is_named_once(desk: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("agressielog.settings.places.login_name", lambda: "anna")
    desk.do("--als", "anna", "edit", "1", "--team", "Balie")
    assert any(line.endswith("door anna") for line in _told(desk, "show", "1"))


def test_a_caller_tells_of_numbers_that_were_taken_away_too(desk: Office) -> None:
    desk.do("beller", "edit", "B1", "--adres", "Dorpsstraat 1")
    desk.do("beller", "nummer", "add", "B1", "0687654321")
    desk.do("beller", "nummer", "remove", "B1", "0687654321")
    told = _told(desk, "beller", "show", "0612345678")
    assert told[0] == "Geschiedenis van beller B1"
    assert "adres: (leeg) → Dorpsstraat 1" in told
    assert "nummer 06-12345678 van beller B1 vastgelegd (add)" in told
    assert "nummer 06-87654321 van beller B1 verwijderd (beller nummer remove)" in told


def test_a_caller_tells_of_restrictions_and_holds(desk: Office) -> None:
    desk.do("avg", "beperk", "B1", "--reden", "betwist")
    desk.do("avg", "vasthouden", "B1", "--reden", "klacht")
    told = _told(desk, "beller", "show", "B1")
    assert any(line.startswith("beperking op verzoek 1 vastgelegd (avg beperk)") for line in told)
    assert any(line.startswith("vasthouding 1 vastgelegd (avg vasthouden)") for line in told)


def test_a_measure_tells_of_its_delivery(desk: Office) -> None:
    desk.do("maatregel", "add", "B1", "--reden", "x", "--besluit-door", "R", "--kanaal-over", "post")
    made = desk.do(
        *("maatregel", "add", "B1", "--soort", "schriftelijke_waarschuwing", "--reden", "x"),
        *("--besluit-door", "R", "--afwijking", "y"),
    )
    assert made.status == 0, made.err
    assert desk.do("maatregel", "deliver", "M1", "--wijze", "post").status == 0
    told = _told(desk, "maatregel", "show", "M1")
    assert "maatregel M1 vastgelegd (maatregel add)" in told
    assert "wijze: (leeg) → post" in told
    assert any(line.startswith("uitgereikt op: (leeg) → ") for line in told)


def test_what_was_erased_is_said_so(desk: Office) -> None:
    with open_app(desk.logbook, None).store.writing(story.deed("avg vergeet")) as tx:
        assert isinstance(tx, SqliteWriting)
        tx.erase_journal_contents([("incident", "1"), ("beller_nummer", "1/1")])
    assert _told(desk, "show", "1").count("incident 1: wat hier stond, is gewist") == 2
    assert "nummer 1 van beller B1: wat hier stond, is gewist" in _told(desk, "beller", "show", "B1")
    assert desk.do("check").status == 0


def test_as_a_document_it_has_the_values_as_other_documents_write_them(desk: Office) -> None:
    document = desk.do("show", "1", "--geschiedenis", "--json").document
    assert document["schema"] == "agressielog.show.geschiedenis/1"
    changed = [step for step in document["geschiedenis"] if step["wat"] == "veranderd"]
    assert {"veld": "soort", "voor": ["schelden"], "na": ["bedreiging"]} in changed[0]["veranderingen"]
    assert (changed[0]["tabel"], changed[0]["sleutel"], changed[0]["opdracht"]) == ("incident", "1", "edit")


@pytest.mark.parametrize(
    "arguments", [("show", "99"), ("beller", "show", "B99"), ("maatregel", "show", "M99")]
)
def test_what_is_not_there_has_no_history(desk: Office, arguments: tuple[str, ...]) -> None:
    assert desk.do(*arguments, "--geschiedenis").status == 3


@pytest.mark.parametrize(
    "content", ["7", "geen JSON", '{"op": "gisteren"}', '{"soorten": 7}', '{"beller": "x"}']
)
def test_a_history_that_this_program_cannot_have_written_is_damage(desk: Office, content: str) -> None:
    evidence.meddle(desk.logbook, f"UPDATE logboek SET voor = '{content}' WHERE opdracht = 'edit'")
    shown = desk.do("show", "1", "--geschiedenis")
    assert (shown.status, shown.out) == (6, "")
