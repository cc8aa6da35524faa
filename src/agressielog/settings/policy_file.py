"""Reads policy files: TOML with Dutch keys, turned into a frozen `Policy` or refused with every fault."""

from importlib import resources
from typing import cast

from agressielog.application.settings_errors import PolicyFaulty, UnknownPolicy
from agressielog.domain.policy import Kind, KindCode, Policy
from agressielog.domain.vocabulary import Severity, Standing
from agressielog.settings.toml_text import BrokenToml, read_toml

#: The policy a new logbook starts with.
DEFAULT_POLICY = "standaard"
_SUFFIX = ".toml"


def shipped_names() -> tuple[str, ...]:
    """Return the names of the policies that come with the program."""
    folder = resources.files("agressielog.settings") / "policies"
    return tuple(
        sorted(file.name.removesuffix(_SUFFIX) for file in folder.iterdir() if file.name.endswith(_SUFFIX))
    )


def shipped_policy(name: str) -> Policy:
    """Read a policy that comes with the program.

    Raises:
        UnknownPolicy, PolicyFaulty.
    """
    if name not in shipped_names():
        raise UnknownPolicy(name, shipped_names())
    file = resources.files("agressielog.settings") / "policies" / f"{name}{_SUFFIX}"
    return read_policy(name, file.read_text(encoding="utf-8"))


def read_policy(name: str, text: str) -> Policy:
    """Turn the text of a policy file into a policy, checked in one go.

    Args:
        name: how the file is called in a refusal.
        text: TOML.

    Raises:
        PolicyFaulty: with every fault found.
    """
    try:
        content = read_toml(text)
    except BrokenToml as error:
        raise PolicyFaulty(name, (str(error),)) from error
    faults: list[str] = []
    kinds = _kinds(content.get("soort"), faults)
    instructions = _instructions(content.get("instructie", {}), faults)
    title, version = (_text(content, key, key, faults) for key in ("naam", "versie"))
    if faults:
        raise PolicyFaulty(name, tuple(faults))
    return Policy(name=title, version=version, kinds=kinds, instructions=instructions)


def _kinds(raw: object, faults: list[str]) -> tuple[Kind, ...]:
    if not isinstance(raw, list) or not raw:
        faults.append("soort: er moet minstens één [[soort]] zijn")
        return ()
    kinds: list[Kind] = []
    for place, entry in enumerate(raw, start=1):
        where = f"soort {place}"
        if not isinstance(entry, dict):
            faults.append(f"{where}: moet een tabel [[soort]] zijn")
            continue
        table = cast("dict[str, object]", entry)
        code, label, description, severity = (
            _text(table, key, f"{where}, {key}", faults) for key in ("code", "label", "omschrijving", "ernst")
        )
        if severity and severity not in {known.value for known in Severity}:
            faults.append(f"{where}, ernst: {severity!r} is geen ernst")
        elif code in {kind.code for kind in kinds}:
            faults.append(f"{where}, code: {code!r} staat er al")
        elif code and severity:
            kinds.append(
                Kind(code=KindCode(code), label=label, description=description, severity=Severity(severity))
            )
    return tuple(kinds)


def _instructions(raw: object, faults: list[str]) -> tuple[tuple[Standing, str], ...]:
    if not isinstance(raw, dict):
        faults.append("instructie: moet een tabel [instructie] zijn")
        return ()
    table = cast("dict[str, object]", raw)
    known = {standing.value for standing in Standing}
    faults.extend(f"instructie, {key}: is geen uitkomst van opzoeken" for key in table if key not in known)
    return tuple(
        (Standing(key), _text(table, key, f"instructie, {key}", faults)) for key in table if key in known
    )


def _text(table: dict[str, object], key: str, where: str, faults: list[str]) -> str:
    value = table.get(key)
    if isinstance(value, str) and value.strip():
        return value.strip()
    faults.append(f"{where}: ontbreekt of is leeg")
    return ""
