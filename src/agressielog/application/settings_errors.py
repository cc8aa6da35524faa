"""What can be wrong with a file of settings, as facts."""

from dataclasses import dataclass

from agressielog.domain.errors import Refused, WrongUse


@dataclass(eq=False)
class PolicyFaulty(Refused):
    """A policy file that cannot be used; `faults` are Dutch key paths with what is wrong there."""

    name: str
    faults: tuple[str, ...]


@dataclass(eq=False)
class UnknownPolicy(WrongUse):
    """No policy of this name is shipped."""

    name: str
    known: tuple[str, ...]


@dataclass(eq=False)
class ConfigFaulty(WrongUse):
    """The personal `config.toml` cannot be read; `why` names key or line."""

    path: str
    why: str
