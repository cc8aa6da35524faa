"""What the fast start leaves to the full program once it has begun to answer: an answer or a look that got stuck."""

import sys
from datetime import UTC, datetime
from pathlib import Path

from agressielog.bootstrap import store_at
from agressielog.cli.ending import ended_by
from agressielog.cli.last_write import LastWrite
from agressielog.cli.looking import say_not_kept
from agressielog.cli.process import send_or_drop
from agressielog.domain.identity import CallerId
from agressielog.domain.local_time import local_day
from agressielog.domain.look import Look


def unsent(error: BaseException) -> int:
    """End a look-up whose answer could not be sent, as `main.run` does; returns the exit status."""
    status = ended_by(error, LastWrite(), as_json=False)
    send_or_drop(sys.stdout)
    send_or_drop(sys.stderr)
    return status


def keep_look(logbook: str, at: str, *told: str) -> None:
    """Keep a look in the logbook itself; where that fails it is said, and changes nothing else.

    Args:
        logbook: its path.
        at: UTC epoch second.
        told: as in `spooled_look.line_of`.
    """
    moment = datetime.fromtimestamp(int(at), UTC)
    try:
        store = store_at(Path(logbook), lambda _stored: None)
        if told:
            login, name, command, callers = told
            ids = tuple(CallerId(int(one)) for one in callers.split())
            store.note_looks([Look(at=moment, login=login, name=name, command=command, callers=ids)])
        else:
            store.note_looks([], [local_day(moment)])
    except Exception as error:  # noqa: BLE001 - the answer has been given, and stands
        say_not_kept(error)
