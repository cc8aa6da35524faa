"""Two thousand spoilt files: each reading command ends in Dutch, and not a byte of the file changes."""

import os
import random
from collections.abc import Callable
from pathlib import Path

import pytest
from office import Office

from agressielog.cli.looking import Looking

pytestmark = pytest.mark.faults

_FILES = 20_000 if os.environ.get("AGRESSIELOG_FOUTEN") == "lang" else 2_000
_SEED = 20261122
_PAGE, _HEADER = 4096, 100
_COMMANDS = (
    ("lookup", "06-12345678"),
    ("list",),
    ("show", "1"),
    ("search", "medewerker"),
    ("report", "--maand"),
    ("advies",),
    ("beller", "list"),
    ("maatregel", "list"),
    ("export",),
)
_DONE, _WRONG_USE, _NOT_FOUND, _FILE, _DAMAGED = 0, 2, 3, 5, 6


def _cut(whole: bytes, chance: random.Random) -> bytes:
    return whole[: chance.randrange(len(whole))]


def _cut_at_a_sector(whole: bytes, chance: random.Random) -> bytes:
    return whole[: 512 * chance.randrange(len(whole) // 512)]


def _without_a_page(whole: bytes, chance: random.Random) -> bytes:
    return _over_a_page(whole, chance, bytes(_PAGE))


def _noise_for_a_page(whole: bytes, chance: random.Random) -> bytes:
    return _over_a_page(whole, chance, chance.randbytes(_PAGE))


def _page_twice(whole: bytes, chance: random.Random) -> bytes:
    at = _PAGE * chance.randrange(len(whole) // _PAGE)
    return _over_a_page(whole, chance, whole[at : at + _PAGE])


def _over_a_page(whole: bytes, chance: random.Random, page: bytes) -> bytes:
    at = _PAGE * chance.randrange(len(whole) // _PAGE)
    return whole[:at] + page + whole[at + _PAGE :]


def _noise_in_the_header(whole: bytes, chance: random.Random) -> bytes:
    at, length = chance.randrange(_HEADER), chance.randrange(1, 8)
    return (whole[:at] + chance.randbytes(length) + whole[at + length :])[: len(whole)]


def _wrong_bytes(whole: bytes, chance: random.Random) -> bytes:
    spoilt = bytearray(whole)
    for _ in range(chance.randrange(1, 200)):
        spoilt[chance.randrange(len(spoilt))] = chance.randrange(256)
    return bytes(spoilt)


def _longer(whole: bytes, chance: random.Random) -> bytes:
    return whole + chance.randbytes(chance.randrange(1, 3 * _PAGE))


def _noise(_whole: bytes, chance: random.Random) -> bytes:
    return chance.randbytes(chance.randrange(3 * _PAGE))


def _text(_whole: bytes, chance: random.Random) -> bytes:
    return ("Beste meneer Jansen,\n" * chance.randrange(1, 500)).encode()


_SPOILERS: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    _cut,
    _cut_at_a_sector,
    _without_a_page,
    _noise_for_a_page,
    _page_twice,
    _noise_in_the_header,
    _wrong_bytes,
    _longer,
    _noise,
    _text,
)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Office:
    """A desk with a little of everything in its logbook; who looks is not noted: that would be a change."""
    monkeypatch.setattr(Looking, "keep", lambda _looking: None)
    office = Office(tmp_path / "logboek.db", monkeypatch, capsys)
    for number in ("06-12345678", "06-87654321", "020-1234567"):
        office.add(
            number, "-s", "bedreiging", "-w", "Bedreigde de medewerker.", "--toezegging", "terugbellen"
        )
        office.add(
            number, "-s", "schelden", "-w", "Schold de medewerker uit.", "--naam", f"Jansen {number[-2:]}"
        )
    office.do("maatregel", "add", "B1", "--geen", "--reden", "x", "--besluit-door", "R. Smit")
    return office


@pytest.mark.timeout(3000)
@pytest.mark.parametrize("spoil", _SPOILERS, ids=lambda spoil: spoil.__name__.strip("_"))
def test_a_spoilt_file_is_read_or_refused_and_stays_as_it_is(
    desk: Office, spoil: Callable[[bytes, random.Random], bytes], tell_result: Callable[..., None]
) -> None:
    whole = desk.logbook.read_bytes()
    chance = random.Random(f"{_SEED} {spoil.__name__}")
    journal = desk.logbook.with_name(desk.logbook.name + "-journal")
    for number in range(_FILES // len(_SPOILERS)):
        journal.unlink(missing_ok=True)
        spoilt = spoil(whole, chance)
        desk.logbook.write_bytes(spoilt)
        shown = desk.do(*_COMMANDS[number % len(_COMMANDS)])
        assert shown.status in {_DONE, _WRONG_USE, _NOT_FOUND, _FILE, _DAMAGED}, (number, shown)
        assert "Traceback" not in shown.err
        if shown.status not in {_DONE, _WRONG_USE}:
            assert [line.split(":")[0] for line in shown.err.splitlines() if line[:1] != " "] == [
                "Wat",
                "Waarom",
                "Wat nu",
            ], (number, shown)
        assert desk.logbook.read_bytes() == spoilt, (number, shown)
    tell_result("bedorven bestand", _FILES // len(_SPOILERS), programmafouten=0, bytes_veranderd=0)
