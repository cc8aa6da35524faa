"""What a file says of its own layout; apart from `storage.schema`, because reading needs no sqlite-utils."""

import re
import sqlite3

#: Where sqlite-utils keeps which steps were taken.
STEPS = "_sqlite_migrations"
_STEP = re.compile(r"m(\d{3})_(adds_)?\w+", re.ASCII)


def answers_look_ups_of(connection: sqlite3.Connection, version: int, newer: int) -> bool:
    """Tell whether a file of layout *newer* still answers the look-ups of a program that knows layout *version*.

    One upgraded desk must not blind the others (design 5): a step that leaves alone what look-ups read says so in
    its name. A file that does not name the step to its own layout says nothing of the kind.
    """
    named = [_STEP.fullmatch(str(name)) for (name,) in connection.execute(f"SELECT name FROM {STEPS}")]  # noqa: S608 - our own name
    steps = [step for step in named if step is not None]
    since = {int(step[1]): step[2] for step in steps if int(step[1]) > version}
    return len(steps) == len(named) and newer in since and all(since.values())
