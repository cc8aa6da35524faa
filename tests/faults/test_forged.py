"""Somebody puts a hand in the logbook with another program: eight attacks, sixty times each, and two more.

With an anchor every one of them is reported. Without one, a tail that was cut off, a history that was written
anew and an old copy are whole in themselves: nobody can see it, and `check` does not pretend to.
"""

import os
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import evidence
import forging
import pytest
import story
from office import Office
from telling import says

from agressielog.cli.exit_status import ExitStatus
from agressielog.domain.anchor import Anchor
from agressielog.domain.evidence import CheckName, FaultCode
from agressielog.storage.store import SqliteStore

pytestmark = [pytest.mark.faults, pytest.mark.timeout(900)]

_TIMES = 600 if os.environ.get("AGRESSIELOG_FOUTEN") == "lang" else 60
#: Which cases of each attack are also checked with the command itself.
_BY_COMMAND = (0, _TIMES // 2, _TIMES - 1)
_PAGE = 4096

_SEEN: dict[str, forging.Forgery] = {
    "een gegeven veranderd": forging.edit_a_row,
    "een rij weggehaald": forging.delete_a_row,
    "een rij ertussen gezet": forging.insert_a_row,
    "een logboekregel veranderd of leeggemaakt": forging.edit_an_entry,
    "een gegeven en zijn regels veranderd, met nieuwe verbintenis": forging.commit_anew,
    "twee logboekregels verwisseld": forging.swap_two_entries,
}
_WHOLE_IN_ITSELF: dict[str, forging.Forgery] = {
    "de laatste regels afgekapt, alles ervoor kloppend gemaakt": forging.cut_off_the_tail,
    "iets veranderd en de hele keten opnieuw geschreven": forging.write_it_anew,
}
_OLD, _TORN = "een oude kopie teruggezet", "bladzijden van een oude kopie teruggezet"


@dataclass(frozen=True, slots=True)
class Printed:
    """A logbook of which the head of the chain was printed, with what it was earlier."""

    whole: bytes
    anchor: Anchor
    earlier: tuple[bytes, ...]


@pytest.fixture
def printed(sqlite_store: SqliteStore) -> Printed:
    """A logbook with something in every table, and sixty writes of which each left a copy."""
    evidence.fill(sqlite_store, calls=40)
    earlier = []
    for turn in range(_TIMES + 1):
        earlier.append(sqlite_store.path.read_bytes())
        story.stored(sqlite_store, account=f"Belde voor de {turn}e keer.")
    anchor = evidence.head(sqlite_store.path)
    assert evidence.faults(sqlite_store.path, anchor) == ()
    return Printed(sqlite_store.path.read_bytes(), anchor, tuple(earlier))


@pytest.fixture
def forged(memory_folder: Path) -> Path:
    """Where a copy is forged."""
    place = memory_folder / "vervalst.db"
    place.touch(0o600)
    return place


@dataclass(slots=True)
class Tally:
    """What `check` said of so many forgeries: reported without an anchor, and with one."""

    cases: int = 0
    alone: int = 0
    unreported: int = 0


def _cases(printed: Printed, forged: Path, forgery: forging.Forgery, times: int) -> Iterator[int]:
    """Forge a fresh copy again and again, never the same way twice."""
    dice = random.Random(forgery.__name__)
    before: set[str] = set()
    turn = 0
    while len(before) < times:
        assert turn < 20 * times, before
        forged.write_bytes(printed.whole)
        done = forging.forge(forged, forgery, turn, dice)
        turn += 1
        if done is not None and done not in before:
            before.add(done)
            yield len(before) - 1


def _judge(tally: Tally, forged: Path, anchor: Anchor) -> None:
    outcomes = evidence.checked(forged, anchor).outcomes
    alone = any(outcome.faults for outcome in outcomes if outcome.check is not CheckName.ANCHOR)
    tally.cases += 1
    tally.alone += alone
    tally.unreported += not any(outcome.faults for outcome in outcomes)


class _Command:
    """`agressielog check` itself, asked with and without the printed anchor."""

    def __init__(self, office: Office, printed: Printed) -> None:
        self._office = office
        self._anchor = str(printed.anchor)

    def agrees(self, *, alone: bool) -> None:
        for words, seen in ((("check",), alone), (("check", "--anker", self._anchor), True)):
            shown = self._office.do(*words)
            assert shown.status == (ExitStatus.DAMAGED if seen else ExitStatus.DONE), shown
            assert bool(shown.out) == seen
            assert shown.err == ""


@pytest.fixture
def command(
    printed: Printed, forged: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> _Command:
    return _Command(Office(forged, monkeypatch, capsys), printed)


@pytest.mark.parametrize("attack", [*_SEEN, *_WHOLE_IN_ITSELF])
def test_with_an_anchor_every_forgery_is_reported(
    printed: Printed, forged: Path, command: _Command, attack: str, tell_result: Callable[..., None]
) -> None:
    tally = Tally()
    forgery = {**_SEEN, **_WHOLE_IN_ITSELF}[attack]
    for case in _cases(printed, forged, forgery, _times(printed, forged, forgery)):
        _judge(tally, forged, printed.anchor)
        if case in _BY_COMMAND:
            command.agrees(alone=attack in _SEEN)
    _tell(tell_result, attack, tally)
    assert tally.unreported == 0
    assert tally.alone == (tally.cases if attack in _SEEN else 0)


def _times(printed: Printed, forged: Path, forgery: forging.Forgery) -> int:
    """Return how often: each column has its turn."""
    if forgery is not forging.edit_a_row:
        return _TIMES
    forged.write_bytes(printed.whole)
    with forging.hands_on(forged) as connection:
        return max(_TIMES, len(forging.columns(connection)))


def _tell(tell_result: Callable[..., None], attack: str, tally: Tally) -> None:
    tell_result(attack, tally.cases, niet_gemeld=tally.unreported, keer_ook_zonder_anker_gemeld=tally.alone)


def test_an_old_copy_shows_by_the_anchor_alone(
    printed: Printed, forged: Path, command: _Command, tell_result: Callable[..., None]
) -> None:
    tally = Tally()
    for copy in printed.earlier:
        forged.write_bytes(copy)
        _judge(tally, forged, printed.anchor)
    command.agrees(alone=False)
    _tell(tell_result, _OLD, tally)
    assert (tally.alone, tally.unreported) == (0, 0)


def test_a_file_with_pages_of_an_old_copy_is_reported(
    printed: Printed, forged: Path, tell_result: Callable[..., None]
) -> None:
    """As a synchronisation program leaves it that was stopped halfway."""
    tally = Tally()
    dice = random.Random(_TORN)
    forged.write_bytes(printed.whole)
    now = says(forged)
    while tally.cases < _TIMES:
        torn = bytearray(printed.whole)
        old = dice.choice(printed.earlier)
        other = [
            place
            for place in range(0, len(old), _PAGE)
            if old[place : place + _PAGE] != torn[place : place + _PAGE]
        ]
        for place in dice.sample(other, dice.randrange(1, min(6, len(other)))):
            torn[place : place + _PAGE] = old[place : place + _PAGE]
        forged.write_bytes(torn)
        if says(forged) != now:
            _judge(tally, forged, printed.anchor)
    _tell(tell_result, _TORN, tally)
    assert tally.unreported == 0


def test_an_anchor_says_nothing_of_what_was_written_after_it(
    sqlite_store: SqliteStore, forged: Path, tell_result: Callable[..., None]
) -> None:
    """Why reports and letters have to be printed again and again, and kept elsewhere."""
    evidence.fill(sqlite_store)
    anchor = evidence.head(sqlite_store.path)
    story.stored(sqlite_store, reporter="Mia de Vries")
    forged.write_bytes(sqlite_store.path.read_bytes())
    evidence.meddle(
        forged,
        "UPDATE incident SET melder = 'Iemand anders' WHERE id = (SELECT max(id) FROM incident)",
        "UPDATE logboek SET na = replace(na, 'Mia de Vries', 'Iemand anders') WHERE id = (SELECT max(id) FROM logboek)",
    )
    with forging.hands_on(forged) as connection:
        forging.chain_anew(connection)
    unseen = evidence.faults(forged, anchor) == ()
    tell_result(
        "iets van na het anker veranderd en sluitend gemaakt", 1, control=True, onzichtbaar=int(unseen)
    )
    assert unseen
    (fault,) = evidence.faults(forged, evidence.head(sqlite_store.path))
    assert fault.code is FaultCode.ANCHOR_OTHER
