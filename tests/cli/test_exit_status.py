"""How a command ends: the exit status of each family, of a signal, of output that goes nowhere, of a fault of ours."""

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType

import pytest
import typer

from agressielog.cli.dutch import Listed
from agressielog.cli.exit_status import EXPLAINED, ExitStatus, LookupStatus, lookup_status, status_of
from agressielog.cli.main import run
from agressielog.domain.errors import (
    AgressielogError,
    Damaged,
    FileTrouble,
    NotFound,
    Refused,
    TextEmpty,
    WrongUse,
)
from agressielog.domain.vocabulary import Standing

Ending = Callable[[], None]

# The body of a made-up command, run in a process of its own.
PROGRAM = """
import sys, time, types
sys.modules["verzonnen"] = module = types.ModuleType("verzonnen")
from agressielog.cli.dutch import Listed
from agressielog.cli.main import run

def command() -> None:
    try:
        print("begonnen", flush=True)
        {body}
    finally:
        print("opgeruimd", file=sys.stderr, flush=True)

module.command = command
sys.exit(run(["verzonnen"], [Listed("verzonnen", "verzonnen", "Verzonnen.")]))
"""


@pytest.fixture
def end_with(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., tuple[int, str, str]]:
    """Run a made-up command that ends as told; give the status and both outputs."""

    def once(ending: Ending, *words: str) -> tuple[int, str, str]:
        def command() -> None:
            ending()

        module = ModuleType("verzonnen")
        vars(module).update(command=command)
        monkeypatch.setitem(sys.modules, "verzonnen", module)
        status = run(["verzonnen", *words], [Listed("verzonnen", "verzonnen", "Verzonnen.")])
        return (status, *capsys.readouterr())

    return once


def _raising(error: BaseException) -> Ending:
    def ending() -> None:
        raise error

    return ending


@contextmanager
def _started(body: str) -> "Iterator[subprocess.Popen[str]]":
    """Run the made-up command up to its first line."""
    command = [sys.executable, "-c", PROGRAM.format(body=body)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert _line(process) == "begonnen\n"
        yield process


def _line(process: "subprocess.Popen[str]") -> str:
    assert process.stdout is not None
    return process.stdout.readline()


def _without_reader(process: "subprocess.Popen[str]") -> tuple[str, int]:
    """Close the pipe at our end; give what the program said about it, and its status."""
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    return process.stderr.read(), process.wait(timeout=30)


# Families -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("family", "status"),
    [(WrongUse, 2), (NotFound, 3), (Refused, 4), (FileTrouble, 5), (Damaged, 6), (AgressielogError, 1)],
)
def test_every_family_has_its_own_status(family: type[AgressielogError], status: int) -> None:
    assert status_of(family()) == status


def test_an_error_of_a_family_ends_the_command_with_its_status(
    end_with: Callable[..., tuple[int, str, str]],
) -> None:
    status, out, err = end_with(_raising(TextEmpty("--wat")))
    assert (status, out) == (2, "")
    assert err.startswith("Wat:     Bij --wat staat niets.\n")


@pytest.mark.parametrize("status", [0, 7, 30])
def test_a_command_may_choose_its_status(end_with: Callable[..., tuple[int, str, str]], status: int) -> None:
    assert end_with(_raising(typer.Exit(status))) == (status, "", "")


@pytest.mark.parametrize(
    ("standing", "status"),
    [
        ("onbekend", 0),
        ("anoniem", 0),
        ("bekend", 10),
        ("waarschuwing", 20),
        ("beperking", 25),
        ("contactverbod", 30),
    ],
)
def test_a_look_up_can_tell_by_its_status(standing: str, status: int) -> None:
    assert lookup_status(Standing(standing)) == status


def test_the_heavier_the_standing_the_higher_the_status() -> None:
    statuses = [lookup_status(standing) for standing in Standing]
    assert statuses == sorted(statuses)
    assert set(statuses) == set(LookupStatus)


def test_the_help_explains_every_status(capsys: pytest.CaptureFixture[str]) -> None:
    run(["--help"])
    page = capsys.readouterr().out
    explained = {int(number) for number in re.findall(r"^ +(\d+)  ", page, re.MULTILINE)}
    assert explained == set(ExitStatus) == set(EXPLAINED)


# JSON -----------------------------------------------------------------------------------------------


def test_asked_for_json_an_error_is_one_document_on_stdout(capsys: pytest.CaptureFixture[str]) -> None:
    status = run(["lookup", "--json", "--kwijt=\x1b"])
    out, err = capsys.readouterr()
    assert (status, err) == (2, "")
    assert json.loads(out) == {
        "schema": "agressielog.fout/1",
        "fout": {
            "code": "onbekende_optie",
            "wat": '"--kwijt" is geen optie van agressielog lookup.',
            "waarom": "Zo'n optie is er niet.",
            "nu": "Zie agressielog lookup --help voor alle opties.",
        },
    }


def test_json_after_two_dashes_is_a_word_and_no_wish(capsys: pytest.CaptureFixture[str]) -> None:
    run(["lookup", "--kwijt", "--", "--json"])
    assert capsys.readouterr().out == ""


# Faults of our own ----------------------------------------------------------------------------------


def test_a_fault_of_ours_tells_where_and_never_what(end_with: Callable[..., tuple[int, str, str]]) -> None:
    status, out, err = end_with(_raising(KeyError("Jan Jansen, 06-12345678")))
    assert (status, out) == (1, "")
    assert re.fullmatch(
        r"Wat:     Er ging iets mis in het programma zelf\.\n"
        r"Waarom:  KeyError in cli/dutch\.py:\d+\.\n"
        r"Wat nu:  Probeer het opnieuw; .*\n",
        err,
    )


def test_the_traceback_is_there_for_who_asks_for_it(
    end_with: Callable[..., tuple[int, str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AGRESSIELOG_DEBUG", "1")
    err = end_with(_raising(KeyError("kwijt")))[2]
    assert "Traceback" in err
    assert "KeyError: 'kwijt'" in err


# The system -----------------------------------------------------------------------------------------


def test_a_file_that_the_system_refuses_is_trouble_with_a_file(
    end_with: Callable[..., tuple[int, str, str]], tmp_path: Path
) -> None:
    def ending() -> None:
        tmp_path.read_bytes()

    status, _, err = end_with(ending)
    assert status == 5
    assert err.startswith(
        f"Wat:     {tmp_path} is niet te gebruiken.\nWaarom:  Het is een map en geen bestand.\n"
    )


@pytest.mark.parametrize("breaking_off", [KeyboardInterrupt(), EOFError(), typer.Abort()])
def test_breaking_off_is_told_in_one_word(
    end_with: Callable[..., tuple[int, str, str]], breaking_off: BaseException
) -> None:
    assert end_with(_raising(breaking_off)) == (130, "", "Afgebroken.\n")


@pytest.mark.parametrize(
    ("number", "status", "said"),
    [
        (signal.SIGINT, 130, "opgeruimd\nAfgebroken.\n"),
        (signal.SIGTERM, 143, "opgeruimd\n"),
        pytest.param(getattr(signal, "SIGHUP", None), 129, "opgeruimd\n", marks=pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGHUP")),
    ],
)  # fmt: skip
def test_a_signal_lets_the_command_undo_and_ends_it_quietly(
    number: signal.Signals, status: int, said: str
) -> None:
    with _started("time.sleep(60)") as process:
        process.send_signal(number)
        _, err = process.communicate(timeout=30)
    assert (process.returncode, err) == (status, said)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pseudo-terminals")
def test_on_a_terminal_breaking_off_gets_a_line_of_its_own() -> None:
    import pty

    ours, theirs = pty.openpty()
    command = [sys.executable, "-c", PROGRAM.format(body="raise KeyboardInterrupt")]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=theirs):
        os.close(theirs)
        seen = b"".join(iter(lambda: _read(ours), b""))
    os.close(ours)
    assert seen == b"opgeruimd\r\n\r\nAfgebroken.\r\n"


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 1000)
    except OSError:  # Linux reports the end of a pseudo-terminal so
        return b""


EARLY = """
import os, signal, sys
class Early:
    def find_spec(self, name, path=None, target=None):
        if name == "agressielog.cli.main":
            os.kill(os.getpid(), signal.SIGINT)
sys.meta_path.insert(0, Early())
from agressielog.start import main
main()
"""


@pytest.mark.skipif(os.name == "nt", reason="there a signal cannot be sent to oneself")
def test_breaking_off_while_the_program_is_loading_is_quiet() -> None:
    ran = subprocess.run([sys.executable, "-c", EARLY], capture_output=True, check=False)
    assert (ran.returncode, ran.stderr) == (-signal.SIGINT, b"")


def test_while_it_is_undoing_a_second_signal_is_ignored() -> None:
    body = "time.sleep(60)\n    except BaseException:\n        print('undoing', flush=True); time.sleep(0.5); raise"
    with _started(body) as process:
        process.send_signal(signal.SIGTERM)
        assert _line(process) == "undoing\n"
        process.send_signal(signal.SIGTERM)
        _, err = process.communicate(timeout=30)
    assert (process.returncode, err) == (143, "opgeruimd\n")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGHUP")
def test_a_signal_that_the_parent_ignores_stays_ignored() -> None:
    code = (
        "import signal, os; signal.signal(signal.SIGHUP, signal.SIG_IGN); "
        + PROGRAM.format(body="import os, signal; os.kill(os.getpid(), signal.SIGHUP)").lstrip()
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stderr) == (0, "opgeruimd\n")


@pytest.fixture(params=["", "1"], ids=["buffered", "unbuffered"])
def buffering(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Output that fails does so at another moment when Python keeps none of it back."""
    monkeypatch.setenv("PYTHONUNBUFFERED", request.param)


@pytest.mark.usefixtures("buffering")
@pytest.mark.parametrize("lines", [1, 100_000])
def test_a_reader_that_stops_reading_ends_it_quietly(lines: int) -> None:
    with _started(f"time.sleep(0.2); print('regel\\n' * {lines})") as process:
        assert _without_reader(process) == ("opgeruimd\n", 141)


@pytest.mark.usefixtures("buffering")
def test_help_that_nobody_reads_ends_quietly_too() -> None:
    command = [sys.executable, "-m", "agressielog", "--help"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert _without_reader(process) == ("", 141)


@pytest.mark.usefixtures("buffering")
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
@pytest.mark.parametrize(
    ("words", "status", "what"),
    [
        (["--help"], 5, "De uitvoer kan nergens heen."),
        (["lookup", "--json", "--kwijt"], 2, '"--kwijt" is geen optie van agressielog lookup.'),
    ],
)
def test_a_full_disk_behind_the_output_is_told(words: list[str], status: int, what: str) -> None:
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run(
            [sys.executable, "-m", "agressielog", *words],
            stdout=full, stderr=subprocess.PIPE, text=True, check=False,
        )  # fmt: skip
    assert ran.returncode == status
    assert ran.stderr.splitlines()[0] == f"Wat:     {what}"
    assert len(ran.stderr.splitlines()) == 3


@pytest.mark.usefixtures("buffering")
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_an_error_that_cannot_be_told_still_has_its_status() -> None:
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run([sys.executable, "-m", "agressielog", "kwijt"], stderr=full, check=False)
    assert ran.returncode == 2


@pytest.mark.skipif(os.name == "nt", reason="the shell's >&- is not there")
@pytest.mark.parametrize(("closed", "words", "status"), [(">&-", "--help", 0), ("2>&-", "kwijt", 2)])
def test_a_program_without_output_still_works(closed: str, words: str, status: int) -> None:
    ran = subprocess.run(
        ["/bin/sh", "-c", f'"{sys.executable}" -m agressielog {words} {closed}'],
        capture_output=True,
        check=False,
    )
    assert (ran.returncode, ran.stdout, ran.stderr) == (status, b"", b"")
