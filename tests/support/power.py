"""A disk whose power is cut: replays the system calls of a writer and shows what could be left of its files.

What strace saw a process do is split into what was safe (synced) and what was still on its way. After any
call the power may go: of what was on its way any part may have reached the disk, in sectors of 512 bytes,
and of names made and removed since their folder was synced any may be there. That is more pessimistic than
a journaling file system is; a program that survives this survives that.
"""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

#: The calls that change a file or a folder, or make them safe.
CALLS = ("openat", "pwrite64", "write", "ftruncate", "fsync", "fdatasync", "unlink")
#: The options of strace under which a log can be read back here: whole texts in hexadecimal, names of files.
OPTIONS = ("-y", "-xx", "-s", "1000000", "-e", f"trace={','.join(CALLS)}")

_LINE = re.compile(r"^(?:\d+ +)?(?P<call>\w+)\((?P<arguments>.*)\) += (?P<result>-?\d+)")
_PLACE = re.compile(r"^(?P<number>\d+)<(?P<path>[^>]*)>")
_TEXT = re.compile(r'"(?P<hex>(?:\\x[0-9a-f]{2})*)"')
_SECTOR = 512


@dataclass(frozen=True, slots=True)
class Step:
    """One call: what it did to which file; `data` of a write, `at` its place or the new length."""

    call: str
    name: str
    data: bytes = b""
    at: int = 0


@dataclass(slots=True)
class _File:
    safe: bytearray = field(default_factory=bytearray)
    waiting: list[Step] = field(default_factory=list)

    def left(self, chance: random.Random) -> bytes:
        """Return what may be left of it: some of what waited, torn at sectors."""
        found = bytearray(self.safe)
        luck = chance.choice((0.0, 0.5, 0.9, 1.0))
        for step in self.waiting:
            for part in _parts(step):
                if chance.random() < luck:
                    _apply(found, part)
        return bytes(found)

    def sync(self) -> None:
        for step in self.waiting:
            _apply(self.safe, step)
        self.waiting.clear()


class Disk:
    """One folder on a disk, with what is safe there and what still waits."""

    def __init__(self) -> None:
        self._names: dict[str, _File] = {}
        self._safe_names: dict[str, _File] = {}
        self._changes: list[tuple[str, _File | None]] = []

    def take(self, step: Step) -> None:
        """Do what a call did."""
        match step.call:
            case "openat" if step.name not in self._names:
                self._rename(step.name, _File())
            case "unlink":
                self._rename(step.name, None)
            case "pwrite64" | "ftruncate":
                self._names[step.name].waiting.append(step)
            case "fsync" | "fdatasync" if step.name:
                self._names[step.name].sync()
            case "fsync" | "fdatasync":
                for name, file in self._changes:
                    _put(self._safe_names, name, file)
                self._changes.clear()
            case _:
                # A file that was there already was opened once more.
                pass

    def left(self, chance: random.Random) -> dict[str, bytes]:
        """Return the files that may be left when the power goes now."""
        names = dict(self._safe_names)
        for name, file in self._changes:
            if chance.random() < 0.5:
                _put(names, name, file)
        return {name: file.left(chance) for name, file in names.items()}

    def _rename(self, name: str, file: _File | None) -> None:
        _put(self._names, name, file)
        self._changes.append((name, file))


def steps_of(log: Path, folder: Path) -> Iterator[Step]:
    """Yield what the calls in a log of strace did to the files of *folder*, in order; failed calls left out.

    The folder itself has the name "".
    """
    for line in log.read_text(encoding="ascii").splitlines():
        found = _LINE.match(line)
        if found is None or int(found["result"]) < 0:
            continue
        step = _step(found["call"], found["arguments"], folder)
        if step is not None:
            yield step


def _step(call: str, arguments: str, folder: Path) -> Step | None:
    if call in {"openat", "unlink"}:
        text = _TEXT.search(arguments)
        assert text is not None, arguments
        name = _name(_decoded(text["hex"]).decode(), folder)
        wanted = call == "unlink" or "O_CREAT" in arguments
        return Step(call, name) if name and wanted else None
    place = _PLACE.match(arguments)
    name = _name(_unescaped(place["path"]), folder) if place is not None else None
    if name is None:
        return None
    match call:
        case "pwrite64":
            text = _TEXT.search(arguments)
            assert text is not None
            return Step(call, name, _decoded(text["hex"]), int(arguments.rsplit(",", 1)[1]))
        case "write":
            text = _TEXT.search(arguments)
            assert text is not None
            return Step(call, name, _decoded(text["hex"]))
        case "ftruncate":
            return Step(call, name, at=int(arguments.rsplit(",", 1)[1]))
        case _:
            return Step(call, name)


def _name(path: str, folder: Path) -> str | None:
    """Return the name within *folder*, "" for the folder itself, None for what lies elsewhere."""
    if path == str(folder):
        return ""
    return Path(path).name if str(Path(path).parent) == str(folder) else None


def _decoded(text: str) -> bytes:
    return bytes.fromhex(text.replace("\\x", ""))


def _unescaped(path: str) -> str:
    return _decoded(path).decode() if path.startswith("\\x") else path


def _put(names: dict[str, _File], name: str, file: _File | None) -> None:
    if file is None:
        names.pop(name, None)
    else:
        names[name] = file


def _parts(step: Step) -> Sequence[Step]:
    """Return the pieces of a write that reach a disk whole: its sectors."""
    if step.call == "ftruncate":
        return (step,)
    return [
        Step(step.call, step.name, step.data[place : place + _SECTOR], step.at + place)
        for place in range(0, len(step.data), _SECTOR)
    ]


def _apply(content: bytearray, step: Step) -> None:
    if step.call == "ftruncate":
        if step.at < len(content):
            del content[step.at :]
        else:
            content.extend(bytes(step.at - len(content)))
        return
    if len(content) < step.at:
        content.extend(bytes(step.at - len(content)))
    content[step.at : step.at + len(step.data)] = step.data
