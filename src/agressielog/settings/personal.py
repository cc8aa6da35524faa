"""The personal `config.toml`: a user's usual team and channel, and nothing that decides about people."""

import os
import stat
from pathlib import Path

from agressielog.application.settings_errors import ConfigFaulty
from agressielog.domain.errors import UnreadableValue, WrongUse
from agressielog.domain.text import optional_line
from agressielog.domain.value import value
from agressielog.domain.vocabulary import Channel
from agressielog.settings.toml_text import BrokenToml, read_toml

_LARGEST = 100_000


@value
class Personal:
    """What a user fills in by habit."""

    team: str | None = None
    channel: Channel = Channel.TELEPHONE


def read_personal(path: Path) -> Personal:
    """Read the file; a missing one says nothing, one that others may write is not trusted.

    Raises:
        ConfigFaulty: broken TOML, an unknown key, a wrong value, or a file that others may change.
    """
    try:
        # Windows has no such bits: there every file that is not read-only seems to be anybody's.
        if os.name == "posix" and path.stat().st_mode & (stat.S_IWGRP | stat.S_IWOTH):
            raise ConfigFaulty(str(path), "anderen mogen dit bestand wijzigen")
        with path.open("rb") as file:
            text = file.read(_LARGEST).decode("utf-8-sig")
        content = read_toml(text)
    except FileNotFoundError:
        return Personal()
    except UnicodeDecodeError as error:
        raise ConfigFaulty(str(path), "geen UTF-8") from error
    except BrokenToml as error:
        raise ConfigFaulty(str(path), str(error)) from error
    except OSError as error:
        raise ConfigFaulty(str(path), "het bestand is niet te lezen") from error
    unknown = sorted(set(content) - {"team", "kanaal"})
    if unknown:
        raise ConfigFaulty(str(path), f"onbekende sleutel {unknown[0]!r}; bekend zijn team en kanaal")
    channel = content.get("kanaal", Channel.TELEPHONE.value)
    if channel not in [known.value for known in Channel]:
        raise ConfigFaulty(str(path), f"kanaal {channel!r} bestaat niet")
    return Personal(team=_team(path, content.get("team")), channel=Channel(channel))


def _team(path: Path, team: object) -> str | None:
    if team is not None and not isinstance(team, str):
        raise ConfigFaulty(str(path), "team moet tekst zijn")
    try:
        return optional_line("team", team)
    except WrongUse as error:
        raise ConfigFaulty(
            str(path), "team is te lang, of er staat iets in dat niet te bewaren is"
        ) from error


def parse_channel(raw: str) -> Channel:
    """Read a channel as typed.

    Raises:
        UnreadableValue: with the channels there are.
    """
    wanted = " ".join(raw.casefold().split())
    for channel in Channel:
        if wanted in {channel.value, channel.value.replace("-", "")}:
            return channel
    raise UnreadableValue("--kanaal", raw, tuple(channel.value for channel in Channel))
