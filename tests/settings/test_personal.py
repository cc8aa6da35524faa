"""The personal config.toml: a usual team and channel, from a file that only its owner can change."""

import os
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agressielog.application.settings_errors import ConfigFaulty
from agressielog.domain.errors import UnreadableValue
from agressielog.domain.vocabulary import Channel
from agressielog.settings.personal import Personal, parse_channel, read_personal


def _file(folder: Path, content: bytes, mode: int = 0o600) -> Path:
    path = folder / "config.toml"
    path.write_bytes(content)
    path.chmod(mode)
    return path


def test_without_a_file_nothing_is_filled_in(tmp_path: Path) -> None:
    assert read_personal(tmp_path / "config.toml") == Personal(team=None, channel=Channel.TELEPHONE)


@pytest.mark.parametrize(
    ("content", "personal"),
    [
        (b"", Personal()),
        (b"# niets\n", Personal()),
        (b'team = "Zuid"\n', Personal(team="Zuid")),
        (b'team = "  Zuid "\n', Personal(team="Zuid")),
        (b'team = ""\n', Personal()),
        (b'kanaal = "balie"\n', Personal(channel=Channel.COUNTER)),
        ('\ufeffteam = "Zuid-Oost é"\nkanaal = "e-mail"\n'.encode(), Personal("Zuid-Oost é", Channel.E_MAIL)),
    ],
)
def test_the_file_says_what_a_user_fills_in_by_habit(
    tmp_path: Path, content: bytes, personal: Personal
) -> None:
    assert read_personal(_file(tmp_path, content)) == personal


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"team = ", "TOML"),
        (b'team = "a"\nteam = "b"', "TOML"),
        (b'team = "\xff"', "UTF-8"),
        (b"team = 12", "team"),
        (b'team = "a\\u0000b"', "team"),
        (b'team = "' + b"x" * 201 + b'"', "team"),
        (b'kanaal = "fax"', "fax"),
        (b"kanaal = 3", "3"),
        (b'kanaal = ["telefoon"]', "telefoon"),
        (b"kanaal = {a = 1}", "kanaal"),
        (b'beleid = "streng"', "beleid"),
    ],
)
def test_a_faulty_file_is_refused_with_the_reason(tmp_path: Path, content: bytes, why: str) -> None:
    path = _file(tmp_path, content)
    with pytest.raises(ConfigFaulty) as refused:
        read_personal(path)
    assert refused.value.path == str(path)
    assert why in refused.value.why


@pytest.mark.parametrize("mode", [0o660, 0o606, 0o666], ids=oct)
def test_a_file_that_others_may_change_is_not_trusted(tmp_path: Path, mode: int) -> None:
    with pytest.raises(ConfigFaulty, match="anderen"):
        read_personal(_file(tmp_path, b'team = "Zuid"', mode))


def test_where_modes_mean_nothing_the_file_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = _file(tmp_path, b'team = "Zuid"', 0o666)
    monkeypatch.setattr(os, "name", "nt")
    personal = read_personal(path)
    monkeypatch.undo()
    assert personal == Personal(team="Zuid")


def test_a_folder_in_its_place_is_refused(tmp_path: Path) -> None:
    (tmp_path / "config.toml").mkdir(mode=0o700)
    with pytest.raises(ConfigFaulty):
        read_personal(tmp_path / "config.toml")


@given(st.binary(max_size=60))
def test_whatever_is_in_the_file_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    path = _file(tmp_path_factory.getbasetemp(), content)
    with suppress(ConfigFaulty):
        assert isinstance(read_personal(path), Personal)


@pytest.mark.parametrize(
    ("raw", "channel"),
    [
        *((channel.value, channel) for channel in Channel),
        (" Telefoon ", Channel.TELEPHONE),
        ("EMAIL", Channel.E_MAIL),
        ("sociale  media", Channel.SOCIAL_MEDIA),
    ],
)
def test_a_channel_is_read_as_typed(raw: str, channel: Channel) -> None:
    assert parse_channel(raw) is channel


def test_another_channel_is_refused_with_those_there_are() -> None:
    with pytest.raises(UnreadableValue) as refused:
        parse_channel("fax")
    assert (refused.value.field, refused.value.raw) == ("--kanaal", "fax")
    assert refused.value.choices == tuple(channel.value for channel in Channel)
