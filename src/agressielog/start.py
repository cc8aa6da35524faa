"""The console entry: tells the prepared answer to `lookup NUMMER`, and hands everything else to the full program.

The phone is ringing, and loading the full program takes ten times as long as this. So it imports next to nothing and
knows one question in one form. Whatever is not just as usual (the number, the place, the streams, the file, the card)
raises something, and is for the full program before a letter is printed; both print the same (tests/e2e/test_start.py).
It is the one module that reads the clock and the file past the rooms that do so for everybody else.
"""

import os
import sys
import time
from stat import S_ISREG

from agressielog.domain.card import COLOURS, EDITION, NOBODY, WIDTH
from agressielog.domain.dutch_number import dutch_key, written
from agressielog.domain.spooled_look import MARK, MARK_BYTES, SPOOL, line_of, plain

_COMMANDS = ("lookup", "opzoeken")
# Where Python's getpass finds the login name.
_LOGINS = ("LOGNAME", "USER", "LNAME", "USERNAME")
# So many objects are made before the collector looks at them: more than there are of a loaded program.
_YOUNG = 100_000
# So often, after so many seconds each time; whoever still writes then is waited for once more by the full program,
# which can say so. SQLite's own waiting asks again only after a tenth of a second.
_TRIES, _PAUSE = 400, 0.005
_BUSY = 5
# Of a file that is ours, of this layout and in no other mode, as `storage.files` and `storage.connection` have it.
_HEADER = (b"SQLite format 3\0", b"\1\1", b"\0\0\0\1", b"AGLG")
_PRAGMAS = ("query_only=ON", "cell_size_check=ON", "mmap_size=0", "fullfsync=ON", "trusted_schema=OFF")
# The card of the number where a caller has it, nobody's elsewhere: one row, by its key.
_CARD = """SELECT kaart.stand = kaartenbak.stand AND uitgave = ?1 AND land = 'NL',
        nummer, status, tekst, gevouwen, bellers, melding
    FROM kaartenbak, kaart WHERE id = 1 AND vanaf <= ?2
        AND nummer = CASE WHEN EXISTS (SELECT 1 FROM beller_nummer WHERE nummer = ?3) THEN ?3 ELSE ?4 END
    ORDER BY vanaf DESC LIMIT 1"""


def main() -> None:
    """Do what was typed and leave with its exit status."""
    words = sys.argv[1:]
    try:
        if len(words) > 1 and words[0] in _COMMANDS:
            _tell(*_prepared(words[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
    except Exception:  # noqa: BLE001, S110 - the full program meets it again, and can say what it is
        pass
    try:
        import gc

        # It would go through all that was just loaded, seventy times, and find next to nothing: a twentieth of `add`.
        gc.set_threshold(_YOUNG)
        import signal  # with enum it costs more than a fast answer may

        # While the program is loading there is nothing to undo: Ctrl-C ends it at once, as SIGTERM does.
        if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
            signal.signal(signal.SIGINT, signal.SIG_DFL)

        from agressielog.cli.main import run
        from agressielog.cli.process import send_or_drop
    except KeyboardInterrupt:
        sys.exit(130)
    status = run(words)
    send_or_drop(sys.stderr)
    # As after a fast answer: taking four hundred modules down neatly costs a tenth of `add`.
    os._exit(status)


def _prepared(words: list[str]) -> tuple[str, str, str, tuple[str, ...]]:
    """Return the notice and the answer as they are printed, and where the look is left, with what it says."""
    now, login = str(int(time.time())), next(filter(None, map(os.environ.get, _LOGINS)), "") or _login()
    name = os.environ.get("AGRESSIELOG_GEBRUIKER") or login
    key = dutch_key(" ".join(words))
    if key is None or any(word.startswith("-") for word in words) or not (plain(login) and plain(name)):
        raise ValueError
    folding, colouring, logbook = *_surface(), _place()
    found, status, text, folded, callers, notice = _card(logbook, key, now)
    if folding and folded is not None:
        text = folded
    head, line_break, rest = text.partition("\n")
    if found == NOBODY:
        head += written(key.removeprefix("+31"))
    if colouring and COLOURS[status]:
        word, gap, asked = head.partition("  ")
        head = f"\x1b[{COLOURS[status]}m{word}\x1b[0m{gap}{asked}"
    told = (now, login, name, _COMMANDS[0], callers) if callers else (now,)
    return notice, head + line_break + rest, logbook, told


def _login() -> str:
    """Return the login name where the environment has none, as in a container."""
    import pwd

    return pwd.getpwuid(os.getuid()).pw_name


def _usual(holds: bool) -> None:
    if not holds:
        raise ValueError


def _surface() -> tuple[bool, bool]:
    """Return whether lines are folded and whether there is colour, as `console.Surface` has it."""
    out, err, environ = sys.stdout, sys.stderr, os.environ
    _usual(os.name == "posix" and sys.stdin is not None and out.encoding.lower() == "utf-8")
    told = environ.get("COLUMNS", "")
    columns = int(told) if told.isdecimal() else 0
    for terminal in (one for one in (out, err) if one.isatty()):
        # A terminal that tells no width counts as one of 80 columns.
        _usual((columns or os.get_terminal_size(terminal.fileno()).columns or WIDTH) >= WIDTH)
    shows = out.isatty() and environ.get("TERM") != "dumb"
    return out.isatty(), bool(environ.get("FORCE_COLOR") or shows) and not environ.get("NO_COLOR")


def _place() -> str:
    """Return where the logbook is, as `settings.places` has it on Linux."""
    if path := os.environ.get("AGRESSIELOG_DB"):
        _usual(not path.startswith(("~", "//")))
        return path if path.startswith("/") else f"{os.getcwd()}/{path}"
    data, home = os.environ.get("XDG_DATA_HOME", ""), os.environ["HOME"]
    _usual(sys.platform == "linux" and home.startswith("/") and "ANDROID_DATA" not in os.environ)
    return f"{data if data.startswith('/') else home + '/.local/share'}/agressielog/logboek.db"


def _card(logbook: str, key: str, now: str) -> tuple[str, str, str, str | None, str, str]:
    """Read what the card says that tells about a number now."""
    file = os.lstat(logbook)
    _usual(S_ISREG(file.st_mode) and file.st_nlink == 1)
    descriptor = os.open(logbook, os.O_RDONLY)
    head = os.read(descriptor, 100)
    os.close(descriptor)
    _usual((head[:16], head[18:20], head[60:64], head[68:72]) == _HEADER)
    _usual(file.st_size % int.from_bytes(head[16:18], "big") == 0)
    # Without its wrapper `sqlite3`, which brings datetime and collections: a tenth of the whole. Where a Python has
    # it otherwise, the import fails, and the full program answers.
    from _sqlite3 import OperationalError, connect

    # For writing: a crash may have left something to undo first.
    place = logbook.replace("%", "%25").replace("?", "%3f").replace("#", "%23")
    connection = connect(f"file:{place}?mode=rw", uri=True, timeout=0, isolation_level=None)
    try:
        for pragma in _PRAGMAS:
            connection.execute("PRAGMA " + pragma)
        for left in reversed(range(_TRIES)):
            try:
                fresh, *card, notice = connection.execute(_CARD, [EDITION, int(now), key, NOBODY]).fetchone()
                break
            except OperationalError as error:
                if error.sqlite_errorcode != _BUSY or not left:
                    raise
                time.sleep(_PAUSE)
    finally:
        # Before anything is printed: a terminal that stands still may not keep others from writing.
        connection.close()
    _usual(fresh and (notice is None or notice.isascii()))
    return *card, "" if notice is None else notice + "\n"


def _tell(notice: str, answer: str, logbook: str, told: tuple[str, ...]) -> None:
    """Print the answer, then leave the look where the next write takes it in, and end the process."""
    try:
        sys.stderr.write(notice)
        sys.stdout.write(answer)
        sys.stdout.flush()
        try:
            _leave(logbook + SPOOL, line_of(*told))
        except (OSError, ValueError):
            from agressielog.cli.after_start import keep_look

            keep_look(logbook, *told)
        sys.stderr.flush()
    except BaseException as error:  # noqa: BLE001 - nothing may come back from here: the answer was told
        from agressielog.cli.after_start import unsent

        sys.exit(unsent(error))
    # Taking Python down neatly costs a tenth of the whole, and there is nothing left to be neat about.
    os._exit(0)


def _leave(spool: str, line: str) -> None:
    descriptor = os.open(spool, os.O_RDWR | os.O_APPEND | os.O_NOFOLLOW | os.O_NONBLOCK)
    os.lockf(descriptor, os.F_TLOCK, 0)
    file = os.fstat(descriptor)
    _usual(S_ISREG(file.st_mode) and file.st_nlink == 1)
    content = (line if file.st_size else MARK + os.urandom(MARK_BYTES).hex() + line).encode()
    if os.write(descriptor, content) != len(content):
        os.ftruncate(descriptor, file.st_size)
        raise OSError
    os.close(descriptor)
