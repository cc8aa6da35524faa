"""The program in a fork of a process that has loaded it already, for tests that give hundreds of commands.

What runs is the console entry `agressielog.start.main` with the same words, streams and environment; only
the 200 ms that Python needs to load it are saved.
"""

import os
import shutil
import signal
import sys
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import NoReturn

from desk import Desk, Outcome, as_shell

import agressielog.bootstrap
import agressielog.cli.add
import agressielog.cli.lookup
import agressielog.cli.main
import agressielog.presentation.mistakes.wording
import agressielog.storage.schema
import agressielog.storage.writing  # noqa: F401 - loaded for the forks
from agressielog import start

_GO = b"g"
_BROKEN = 70


@dataclass(frozen=True, slots=True)
class Running:
    """A command that waits for `go` before its first step."""

    process: int
    gate: int
    out: int
    err: int

    def go(self) -> None:
        os.write(self.gate, _GO)

    def kill(self, number: signal.Signals) -> None:
        os.kill(self.process, number)

    def wait(self) -> Outcome:
        """Read all it says (never more than a pipe holds on stderr) and wait for its end."""
        said, complained = _all_of(self.out), _all_of(self.err)
        os.close(self.gate)
        _, status = os.waitpid(self.process, 0)
        return Outcome(as_shell(os.waitstatus_to_exitcode(status)), said, complained)


@dataclass(frozen=True)
class WarmDesk(Desk):
    """A desk whose commands need not be loaded."""

    def fork(
        self, *words: str | bytes, stdin: bytes = b"", first: Callable[[], None] | None = None
    ) -> Running:
        """Start a command; it waits for `go`.

        Args:
            words: after the program's name.
            stdin: all there is to read; less than a pipe holds.
            first: done in the new process, before the program.
        """
        environment = self.environment({})
        read_gate, gate = os.pipe()
        read_in, into = os.pipe()
        out, write_out = os.pipe()
        err, write_err = os.pipe()
        os.write(into, stdin)
        os.close(into)
        # Held back until the new process is no copy of the test run any more: there it would end the tests.
        before = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
        process = os.fork()
        if process == 0:
            try:
                # As while the program itself is loading: Ctrl-C ends it on the spot.
                signal.signal(signal.SIGINT, signal.SIG_DFL)
                signal.pthread_sigmask(signal.SIG_SETMASK, before)
                os.close(gate)
                for number, end in enumerate((read_in, write_out, write_err)):
                    os.dup2(end, number)
                os.environ.clear()
                os.environ.update(environment)
                os.chdir(self.home)
                sys.dont_write_bytecode = True
                if first is not None:
                    first()
                os.read(read_gate, 1)
                _be_the_program([os.fsdecode(word) for word in words])
            except BaseException:  # noqa: BLE001 - nothing may go up into the copy of the test run
                traceback.print_exc()
            finally:
                os._exit(_BROKEN)
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
        for end in (read_gate, read_in, write_out, write_err):
            os.close(end)
        return Running(process, gate, out, err)

    def warm(
        self, *words: str | bytes, stdin: bytes = b"", first: Callable[[], None] | None = None
    ) -> Outcome:
        """Give one command and wait for its end."""
        running = self.fork(*words, stdin=stdin, first=first)
        running.go()
        return running.wait()


def like(before: Path, tries: Path) -> Iterator[WarmDesk]:
    """Yield desks that are copies of one, each in a folder of its own below *tries*; without end."""
    for number in count(1):
        yield WarmDesk(Path(shutil.copytree(before, tries / str(number))))


def _be_the_program(words: list[str]) -> NoReturn:
    sys.argv = ["agressielog", *words]
    sys.stdin = open(0, encoding="utf-8", errors="surrogateescape", closefd=False)  # noqa: SIM115
    sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.stderr = open(2, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
    status = 0
    try:
        start.main()
    except SystemExit as leaving:
        status = leaving.code if isinstance(leaving.code, int) else _BROKEN
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)


def _all_of(source: int) -> bytes:
    with os.fdopen(source, "rb") as stream:
        return stream.read()
