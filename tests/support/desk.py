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
from time import monotonic
from typing import TypeAlias

from terminal_rule import PASTES

import agressielog

#: Longer than any command may take on a busy machine, in seconds; nothing waits for it to pass.
PATIENCE = 30.0
#: Ends every input that is typed on a terminal.
ENTER = "\r"
CTRL_C, CTRL_D = "\x03", "\x04"

_SOURCE = Path(agressielog.__file__).parents[1]
_EXEC_FAILED = 127
_ROWS = 24

#: What has to stand on the screen first, and what is typed then.
Key: TypeAlias = tuple[str, str | bytes]
Words: TypeAlias = Sequence[str | bytes]


class SilenceError(AssertionError):
    """The program ended or fell silent where it should have said something."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a command ended. On a terminal both streams are one: `raw_out`; `out` is without the marks of pastes.

    Attributes:
        asked: whether something was typed on a terminal: only there pastes are marked.
        status: as a shell sees it: 128 + the number of the signal that ended it.
    """

    status: int
    raw_out: bytes
    raw_err: bytes = b""
    asked: bool = False

    @property
    def out(self) -> str:
        text = self.raw_out.decode("utf-8", "surrogateescape")
        return PASTES.sub("", text) if self.asked else text

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
        shell: str = "",
    ) -> Outcome:
        """Give a command on a pseudo-terminal and wait for its end.

        Args:
            words: after the program's name.
            keys: each is typed once its text has come on the screen after the one before, and the
                command waits.
            environ: on top of the desk's own.
            columns: width of the terminal.
            shell: what to do first, and redirections after the `"$@"` that starts the program.
        """
        with self.sit_down(*words, environ=environ, columns=columns, shell=shell) as terminal:
            for expected, typed in keys:
                terminal.see(expected)
                terminal.wait_for_reader()
                terminal.type(typed)
            return terminal.end()

    @contextmanager
    def sit_down(
        self,
        *words: str | bytes,
        environ: Mapping[str, str] | None = None,
        columns: int = 80,
        shell: str = "",
    ) -> Iterator["Terminal"]:
        """Give a command on a pseudo-terminal that goes on; it is killed on leaving."""
        environment = self.environment({"TERM": "xterm-256color", **(environ or {})})
        command = self.command(*words)
        if shell:
            command = [b"/bin/sh", b"-c", shell.encode(), b"sh", *command]
        process, screen = pty.fork()
        if process == 0:
            try:
                os.chdir(self.home)
                os.execve(command[0], command, environment)
            finally:
                os._exit(_EXEC_FAILED)
        ioctl(screen, termios.TIOCSWINSZ, struct.pack("HHHH", _ROWS, columns, 0, 0))
        terminal = Terminal(process, screen)
        try:
            yield terminal
        finally:
            terminal.leave()

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
            # Readline would send codes of its own when it starts.
            inputrc.write_text("set enable-meta-key off\n", encoding="ascii")
        return kept | {
            "PATH": os.environ.get("PATH", os.defpath),
            "PYTHONPATH": str(_SOURCE),
            # A full disk or a failing write would spoil the compiled modules of the tests themselves.
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


class Terminal:
    """A command that runs on a pseudo-terminal, as somebody sees it who sits at it."""

    def __init__(self, process: int, screen: int) -> None:
        self.process = process
        self._screen: int | None = screen
        self._shown = b""
        self._seen = 0
        self._status: int | None = None
        self._asked = False

    def see(self, text: str) -> None:
        """Wait until *text* is on the screen, after what was seen before; fails when it never comes."""
        wanted = text.encode()
        while wanted not in self._shown[self._seen :]:
            if not self._more():
                raise SilenceError(f"ended before {text!r} came: {self._shown.decode(errors='replace')}")
        self._seen = self._shown.index(wanted, self._seen) + len(wanted)

    def wait_for_reader(self) -> None:
        """Wait until the command sleeps: it has asked, and listens."""
        state = Path(f"/proc/{self.process}/stat")
        until = monotonic() + PATIENCE
        while state.read_text(encoding="ascii", errors="replace").rpartition(")")[2].split()[0] != "S":
            assert monotonic() < until
            os.sched_yield()

    def type(self, keys: str | bytes) -> None:
        """Type *keys*; ENTER ends an answer."""
        assert self._screen is not None
        self._asked = True
        os.write(self._screen, keys.encode() if isinstance(keys, str) else keys)

    def hang_up(self) -> None:
        """Close the window."""
        if self._screen is not None:
            os.close(self._screen)
            self._screen = None

    def end(self) -> Outcome:
        """Wait for the end of the command."""
        while self._screen is not None and self._more():
            pass
        if self._status is None:
            _, self._status = os.waitpid(self.process, 0)
        return Outcome(as_shell(os.waitstatus_to_exitcode(self._status)), self._shown, asked=self._asked)

    def leave(self) -> None:
        """End the command whatever it does."""
        if self._status is None:
            os.kill(self.process, signal.SIGKILL)
            _, self._status = os.waitpid(self.process, 0)
        self.hang_up()

    def _more(self) -> bool:
        assert self._screen is not None
        try:
            piece = _read(self._screen)
        except SilenceError as error:
            raise SilenceError(f"{error}: {self._shown.decode(errors='replace')}") from error
        self._shown += piece
        return bool(piece)


def read_line(source: int, holding: bytes = b"") -> bytes:
    """Read from a pipe until a line that holds something has ended; fails when the pipe ends or stays silent."""
    got = b""
    while not any(holding in line for line in got.split(b"\n")[:-1]):
        piece = _read(source)
        if not piece:
            raise SilenceError(f"ended before {holding!r} came: {got!r}")
        got += piece
    return got


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
