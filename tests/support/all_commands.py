"""Every command of the program, for tests that go over all of them."""

from collections.abc import Iterator

from agressielog.cli.dutch import DutchGroup, LazyGroup
from agressielog.cli.main import build


def every_command() -> Iterator[str]:
    """Yield every command as it is typed: `lookup`, `avg inzage`."""
    program = build()
    for listed in program.listed:
        yield from _leaves(listed.name, program)


def _leaves(name: str, group: LazyGroup | DutchGroup) -> Iterator[str]:
    command = group.commands[name] if not isinstance(group, LazyGroup) else group.get_command(None, name)  # type: ignore[arg-type]
    if isinstance(command, DutchGroup):
        for word, inner in command.commands.items():
            if not inner.hidden:
                yield from (f"{name} {leaf}" for leaf in _leaves(word, command))
    else:
        yield name
