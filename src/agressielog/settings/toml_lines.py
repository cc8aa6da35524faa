"""Finds on which line each key of a TOML file stands.

By hand, because tomllib reads values and forgets where they stood, and a parser that remembers (tomlkit)
would be a dependency for line numbers only. It trusts that tomllib has accepted the text.
"""

import re
from dataclasses import dataclass, field
from typing import TypeAlias

#: Names of keys and, in lists, numbers from 1 on.
Path: TypeAlias = tuple[str | int, ...]

_SPACE = re.compile(r"[ \t]*")
_BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
# A text as TOML has them; three quotes come first, and up to two more may belong to the text.
_TEXT = re.compile(
    r'"""(?:\\.|[^\\])*?"{3,5}' r"|'''.*?'{3,5}" r'|"(?:\\.|[^"\\\n])*"' r"|'[^'\n]*'",
    re.DOTALL,
)
_OTHER_VALUE = re.compile(r"[^,\]}#\r\n]*")


def lines_of(text: str) -> dict[Path, int]:
    """Return the line, from 1 on, of every key, table and list element of *text*, which is valid TOML."""
    scanner = _Scanner(text)
    scanner.scan()
    return scanner.lines


@dataclass(slots=True)
class _Scanner:
    text: str
    lines: dict[Path, int] = field(default_factory=dict)
    _at: int = 0
    _line: int = 1
    _counted: int = 0
    _tables: dict[Path, int] = field(default_factory=dict)

    def scan(self) -> None:
        table: Path = ()
        self._take(_BLANK)
        while self._at < len(self.text):
            if self.text[self._at] == "[":
                table = self._header()
            else:
                self._pair(table)
            self._take(_BLANK)

    def _header(self) -> Path:
        """Read `[a.b]` or `[[a.b]]`, and return the path of what follows."""
        repeated = self.text.startswith("[[", self._at)
        line = self._here()
        self._at += 2 if repeated else 1
        keys = self._dotted_key()
        self._at += 2 if repeated else 1
        path: Path = ()
        for key in keys[:-1]:
            path = self._latest((*path, key))
        path = (*path, keys[-1])
        if repeated:
            self._tables[path] = self._tables.get(path, 0) + 1
            self.lines.setdefault(path, line)
            path = (*path, self._tables[path])
        self.lines.setdefault(path, line)
        return path

    def _latest(self, path: Path) -> Path:
        """Return the table that *path* means now: the last one, where it comes more than once."""
        return (*path, self._tables[path]) if path in self._tables else path

    def _pair(self, table: Path) -> None:
        line = self._here()
        path = table
        for key in self._dotted_key():
            path = (*path, key)
            self.lines.setdefault(path, line)
        self._at += 1  # the =
        self._take(_SPACE)
        self._value(path)

    def _dotted_key(self) -> list[str]:
        keys = []
        while True:
            self._take(_SPACE)
            if self.text[self._at] in "\"'":
                keys.append(_unquoted(self._take(_TEXT)))
            else:
                keys.append(self._take(_BARE_KEY))
            self._take(_SPACE)
            if self.text[self._at] != ".":
                return keys
            self._at += 1

    def _value(self, path: Path) -> None:
        match self.text[self._at]:
            case '"' | "'":
                self._take(_TEXT)
            case "[":
                self._list(path)
            case "{":
                self._inline_table(path)
            case _:
                self._take(_OTHER_VALUE)

    def _list(self, path: Path) -> None:
        self._at += 1
        place = 0
        self._take(_BLANK)
        while self.text[self._at] != "]":
            place += 1
            self.lines.setdefault((*path, place), self._here())
            self._value((*path, place))
            self._take(_BLANK)
            if self.text[self._at] == ",":
                self._at += 1
                self._take(_BLANK)
        self._at += 1

    def _inline_table(self, path: Path) -> None:
        self._at += 1
        self._take(_SPACE)
        while self.text[self._at] != "}":
            self._pair(path)
            self._take(_SPACE)
            if self.text[self._at] == ",":
                self._at += 1
                self._take(_SPACE)
        self._at += 1

    def _take(self, pattern: re.Pattern[str]) -> str:
        found = pattern.match(self.text, self._at)
        assert found is not None, "tomllib accepted this text"  # noqa: S101 - tells mypy; see the docstring
        self._at = found.end()
        return found[0]

    def _here(self) -> int:
        """Return the line of what comes next."""
        self._line += self.text.count("\n", self._counted, self._at)
        self._counted = self._at
        return self._line


def _unquoted(text: str) -> str:
    """Return a quoted key without its quotes; escapes in keys are read by nobody, so they stay."""
    return text[1:-1]
