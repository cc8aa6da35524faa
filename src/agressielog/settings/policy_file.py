"""Finds policies by name, among those that come with the program, or in a file."""

from pathlib import Path

from agressielog.application.settings_errors import PolicyFaulty, UnknownPolicy
from agressielog.domain.policy import Policy
from agressielog.domain.policy_fault import FaultCode, PolicyFault
from agressielog.settings.policy_reader import read_policy
from agressielog.settings.shipped_files import SHIPPED_FILES

__all__ = [
    "DEFAULT_POLICY",
    "policy_file_text",
    "read_policy",
    "shipped_names",
    "shipped_policy",
    "shipped_text",
]

#: The policy a new logbook starts with.
DEFAULT_POLICY = "standaard"
_SUFFIX = ".toml"
_POLICIES = SHIPPED_FILES / "policies"
#: In bytes: ten times the longest one that is shipped, and far from filling a memory.
LARGEST_FILE = 200_000


def shipped_names() -> tuple[str, ...]:
    """Return the names of the policies that come with the program."""
    return tuple(sorted(file.stem for file in _POLICIES.glob(f"*{_SUFFIX}")))


def shipped_text(name: str) -> str:
    """Return the text of a policy that comes with the program.

    Raises:
        UnknownPolicy.
    """
    if name not in shipped_names():
        raise UnknownPolicy(name, shipped_names())
    return (_POLICIES / f"{name}{_SUFFIX}").read_bytes().decode()


def policy_file_text(path: Path) -> str:
    """Return the text of a policy file, its line ends as they are.

    Raises:
        PolicyFaulty: too large, or not UTF-8.
        OSError: the file is not there or cannot be read.
    """
    with path.open("rb") as file:
        content = file.read(LARGEST_FILE + 1)
    if len(content) > LARGEST_FILE:
        raise PolicyFaulty(str(path), (PolicyFault((), FaultCode.TOO_LARGE, (str(LARGEST_FILE),)),))
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise PolicyFaulty(str(path), (PolicyFault((), FaultCode.NOT_UTF8, line=line),)) from error


def shipped_policy(name: str) -> Policy:
    """Read a policy that comes with the program.

    Raises:
        UnknownPolicy, PolicyFaulty.
    """
    return read_policy(name, shipped_text(name))
