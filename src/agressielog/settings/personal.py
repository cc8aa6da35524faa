"""The personal `config.toml`: a user's usual team and channel, and nothing that decides about people."""

import stat
from dataclasses import dataclass
from pathlib import Path

from agressielog.domain.errors import UnreadableValue
from agressielog.domain.vocabulary import Channel
from agressielog.settings.toml_text import BrokenToml, read_toml
from agressielog.application.settings_errors import ConfigFaulty

_LARGEST = 100_000


@dataclass(frozen=True, slots=True)
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
        if path.stat().st_mode & (stat.S_IWGRP | stat.S_IWOTH):
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
    team, channel = content.get("team"), content.get("kanaal", Channel.TELEPHONE.value)
    if team is not None and not isinstance(team, str):
        raise ConfigFaulty(str(path), "team moet tekst zijn")
    if channel not in {known.value for known in Channel}:
        raise ConfigFaulty(str(path), f"kanaal {channel!r} bestaat niet")
    return Personal(team=team, channel=Channel(channel))


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

