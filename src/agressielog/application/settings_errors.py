"""What can be wrong with a file of settings, as facts."""

from agressielog.domain.errors import Refused, WrongUse
from agressielog.domain.policy_fault import PolicyFault


class PolicyFaulty(Refused):
    """A policy file that cannot be used, with everything that is wrong with it in the order of the file."""

    name: str
    faults: tuple[PolicyFault, ...]


class UnknownPolicy(WrongUse):
    """No policy of this name is shipped."""

    name: str
    known: tuple[str, ...]


class ConfigFaulty(WrongUse):
    """The personal `config.toml` cannot be read; `why` names key or line."""

    path: str
    why: str
