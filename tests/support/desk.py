"""A desk with the real program: starts it in a process of its own, in an environment of its own."""

import errno
import os
import pty
import select
import signal
import sqlite3
import struct
import subprocess
import sys
import termios
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from fcntl import ioctl
from pathlib import Path
from typing import TypeAlias

import agressielog

#: Longer than any command may take on a busy machine, in seconds; nothing waits for it to pass.
PATIENCE = 60.0
#: Ends every input that is typed on a terminal.
ENTER = "\r"
CTRL_C, CTRL_D = "\x03", "\x04"

_SOURCE = Path(agressielog.__file__).parents[1]
_EXEC_FAILED = 127

#: What has to stand on the screen first, and what is typed then.
Key: TypeAlias = tuple[str, str | bytes]
Words: TypeAlias = Sequence[str | bytes]


class SilenceError(AssertionError):
    """The program ended or fell silent where it should have said something."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a command ended. On a terminal both streams are one: `raw_out`.

    Attributes:
        status: as a shell sees it: 128 + the number of the signal that ended it.
    """

    status: int
    raw_out: bytes
    raw_err: bytes = b""

    @property
    def out(self) -> str:
        return self.raw_out.decode("utf-8", "surrogateescape")

    @property
    def err(self) -> str:
        return self.raw_err.decode("utf-8", "surrogateescape")

    @property
    def acknowledged(self) -> bool:
        """Whether the user was told that it was stored."""
        return self.status == 0 or b"Opgeslagen als" in self.raw_out

    @property
    def mistake(self) -> "ThreeLines":
        """The three lines on stderr; fails where there is anything else."""
        return three_lines(self.err)


@dataclass(frozen=True, slots=True)
class ThreeLines:
    """What went wrong, why, and what to do now."""

    what: str
    why: str
    now: str

    @property
    def text(self) -> str:
        return f"{self.what} {self.why} {self.now}"


def three_lines(err: str) -> ThreeLines:
    """Read the three lines of a mistake; fails where they are not exactly three."""
    lines = err.splitlines()
    labels = ("Wat:", "Waarom:", "Wat nu:")
    assert [line.split("  ")[0].strip() for line in lines] == list(labels), err
    what, why, now = (line.removeprefix(label).strip() for label, line in zip(labels, lines, strict=True))
    assert what, err
    assert why, err
    assert now, err
    return ThreeLines(what, why, now)


@dataclass(frozen=True)
class Desk:
    """A home folder and a logbook that need not exist yet; every command works on that logbook."""

    home: Path
    environ: Mapping[str, str] = field(default_factory=dict)

    @property
    def logbook(self) -> Path:
        return Path(self.environment({})["AGRESSIELOG_DB"])

    def run(
        self,
        *words: str | bytes,
        stdin: str | bytes = b"",
        environ: Mapping[str, str] | None = None,
        prefix: Words = (),
    ) -> Outcome:
        """Give one command and wait for its end.

        Args:
            words: after the program's name; bytes where they are no text.
            stdin: all there is to read.
            environ: on top of the desk's own.
            prefix: a program to start it with, such as strace.
        """
        typed = stdin.encode("utf-8", "surrogateescape") if isinstance(stdin, str) else stdin
        done = subprocess.run(
            [*prefix, *self.command(*words)],
            input=typed,
            capture_output=True,
            env=self.environment(environ or {}),
            cwd=self.home,
            timeout=PATIENCE,
            check=False,
        )
        return Outcome(as_shell(done.returncode), done.stdout, done.stderr)

    @contextmanager
    def start(
        self, *words: str | bytes, environ: Mapping[str, str] | None = None
    ) -> Iterator[subprocess.Popen[bytes]]:
        """Give a command that goes on, with pipes on all three streams; it is killed on leaving."""
        with subprocess.Popen(
            self.command(*words),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=self.environment(environ or {}),
            cwd=self.home,
        ) as process:
            try:
                yield process
            finally:
                process.kill()

    def terminal(
        self,
        words: Words,
        keys: Sequence[Key] = (),
        *,
        environ: Mapping[str, str] | None = None,
        columns: int = 80,
    ) -> Outcome:
        """Give a command on a pseudo-terminal.

        Args:
            words: after the program's name.
            keys: each is typed once its text has come on the screen after the one before.
            environ: on top of the desk's own.
            columns: width of the terminal.
        """
        environment = self.environment({"TERM": "xterm-256color", **(environ or {})})
        command = self.command(*words)
        process, screen = pty.fork()
        if process == 0:
            try:
                os.chdir(self.home)
                os.execve(command[0], command, environment)
            finally:
                os._exit(_EXEC_FAILED)
        try:
            ioctl(screen, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
            shown = _type(screen, keys)
        except BaseException:
            os.kill(process, signal.SIGKILL)
            os.waitpid(process, 0)
            raise
        finally:
            os.close(screen)
        _, status = os.waitpid(process, 0)
        return Outcome(as_shell(os.waitstatus_to_exitcode(status)), shown)

    def add(
        self, *words: str, number: str = "06-12345678", text: str = "Schold de medewerker uit."
    ) -> Outcome:
        """Record an ordinary incident that must succeed, its text over standard input."""
        outcome = self.run("add", number, "--soort", "schelden", "--wat", "-", *words, stdin=text)
        assert outcome.status == 0, outcome
        return outcome

    def command(self, *words: str | bytes) -> list[bytes]:
        """Return the words that start the program."""
        return [os.fsencode(word) for word in (sys.executable, "-m", "agressielog", *words)]

    def rows(self, query: str, *values: str | int) -> list[tuple[object, ...]]:
        """Ask the logbook itself, past the program."""
        with closing(sqlite3.connect(self.logbook)) as connection:
            return list(connection.execute(query, values))

    def count(self, table: str, condition: str = "1", *values: str | int) -> int:
        """Count rows of the logbook."""
        ((found,),) = self.rows(f"SELECT count(*) FROM {table} WHERE {condition}", *values)
        assert isinstance(found, int)
        return found

    def environment(self, more: Mapping[str, str]) -> dict[str, str]:
        """Nothing of the user who runs the tests, but for what measures coverage in a child process."""
        kept = {name: value for name, value in os.environ.items() if name.startswith("COVERAGE_")}
        inputrc = self.home / ".inputrc"
        if not inputrc.exists():
            # Readline would send codes of its own around a question.
            inputrc.write_text("set enable-bracketed-paste off\nset enable-meta-key off\n", encoding="ascii")
        return kept | {
            "PATH": os.environ.get("PATH", os.defpath),
            "PYTHONPATH": str(_SOURCE),
            "PYTHONDONTWRITEBYTECODE": "1",
            "LANG": "C.UTF-8",
            "HOME": str(self.home),
            "USER": "mdevries",
            "LOGNAME": "mdevries",
            "INPUTRC": str(inputrc),
            "AGRESSIELOG_DB": str(self.home / "logboek.db"),
            **self.environ,
            **more,
        }


def read_until(source: int, wanted: bytes) -> bytes:
    """Read from a pipe or terminal until *wanted* has come; fails when it ends or stays silent."""
    got = b""
    while wanted not in got:
        piece = _read(source)
        if not piece:
            raise SilenceError(f"ended before {wanted!r} came: {got!r}")
        got += piece
    return got


def _type(screen: int, keys: Sequence[Key]) -> bytes:
    shown, seen = b"", 0
    for expected, typed in keys:
        wanted = expected.encode()
        while wanted not in shown[seen:]:
            piece = _read(screen)
            if not piece:
                raise SilenceError(f"ended before {expected!r} came: {shown.decode(errors='replace')}")
            shown += piece
        seen = len(shown)
        os.write(screen, typed.encode() if isinstance(typed, str) else typed)
    while piece := _read(screen):
        shown += piece
    return shown


def _read(source: int) -> bytes:
    """Read what is there; nothing at the end, which a terminal tells with EIO."""
    ready, _, _ = select.select([source], [], [], PATIENCE)
    if not ready:
        raise SilenceError("nothing came any more")
    try:
        return os.read(source, 65536)
    except OSError as error:
        if error.errno == errno.EIO:
            return b""
        raise


def as_shell(code: int) -> int:
    """Return an exit status as a shell tells it, from one of Python: minus the signal."""
    return 128 - code if code < 0 else code
