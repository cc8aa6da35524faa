"""Keeps everybody else out of what one person is given about themselves (AVG art. 15 lid 4).

Stricter than `employee_names`, which leaves a letter readable: here a word too many may go rather than a
name stay, because whoever gives the file out can still put it back.
"""

import re
from collections.abc import Iterable, Sequence

from agressielog.domain.employee_names import MASK
from agressielog.domain.errors import WrongUse
from agressielog.domain.phone import NumberSort, PhoneNumber, parse_number
from agressielog.domain.text import fold
from agressielog.domain.vocabulary import Country

#: What stands where the name of another caller stood.
SOMEBODY = "[iemand anders]"
#: What stands where the number of somebody else stood.
NUMBER = "[nummer van iemand anders]"

# Letters with their accents, also those that were typed apart.
_WORD = re.compile(r"(?:[^\W\d_]|[\u0300-\u036f])+")
_SHORTEST = 3
_NO_NAME = frozenset({"van", "von", "den", "der", "het", "ter", "ten", "bij", "aan", "dhr", "mevr"})
_FIGURES = re.compile(r"\+?\(?[0-9]+\)?")
# Between two groups of figures of one number.
_BETWEEN = re.compile(r"[\s./()\-\u00a0\u2010-\u2015]{0,3}")
# A telephone number has so many figures, and stands in so many groups.
_FEWEST, _MOST_GROUPS = 8, 8
_CUSTOMER = re.compile(r"[^\W_]+(?:[-./][^\W_]+)*")
_SHORTEST_CUSTOMER = 4


class Names:
    """Names to take out of texts, in any spelling; each word of one also alone, where it has a capital.

    Args:
        names: whose.
        spare: names that may stay: a word of them alone is not taken out, whoever else is called so.
    """

    def __init__(self, names: Iterable[str], spare: Iterable[str] = ()) -> None:
        kept = [tuple(_words(name)) for name in spare]
        own = {word for words in kept for word in words}
        self._alone: set[str] = set()
        self._whole: dict[str, list[tuple[str, ...]]] = {}
        for name in names:
            words = tuple(_words(name))
            if not words or words in kept:
                continue
            self._alone.update(w for w in words if len(w) >= _SHORTEST and w not in own | _NO_NAME)
            if len(words) > 1 and any(len(word) >= _SHORTEST for word in words):
                self._whole.setdefault(words[0], []).append(words)

    def out_of(self, text: str, mask: str) -> str:
        """Return *text* with *mask* in the place of every name."""
        found = list(_WORD.finditer(text))
        words = [fold(match[0]) for match in found]
        pieces: list[str] = []
        done = place = 0
        while place < len(found):
            length = self._length_at(words, place, capital=found[place][0][0].isupper())
            if length:
                pieces += [text[done : found[place].start()], mask]
                done = found[place + length - 1].end()
            place += length or 1
        return "".join([*pieces, text[done:]])

    def _length_at(self, words: Sequence[str], place: int, *, capital: bool) -> int:
        whole = [
            len(name)
            for name in self._whole.get(words[place], ())
            if tuple(words[place : place + len(name)]) == name
        ]
        return max(whole, default=1 if capital and words[place] in self._alone else 0)


class Veil:
    """Takes everybody else out of a text.

    Args:
        employees: their names.
        others: the names of the other callers.
        own_names: what the person is called.
        own_numbers: the person's numbers.
        own_customer_numbers: the person's customer numbers.
        customer_numbers: those of the other callers.
        country: whose numbers need no country code.
    """

    def __init__(
        self,
        *,
        employees: Iterable[str],
        others: Iterable[str],
        own_names: Sequence[str],
        own_numbers: Iterable[PhoneNumber],
        own_customer_numbers: Iterable[str],
        customer_numbers: Iterable[str],
        country: Country,
    ) -> None:
        self._employees = Names(employees, own_names)
        self._others = Names(others, own_names)
        self._own = {number.key for number in own_numbers}
        self._own_customer = {fold(number) for number in own_customer_numbers}
        self._customer = {
            fold(number) for number in customer_numbers if len(number) >= _SHORTEST_CUSTOMER
        } - self._own_customer
        self._country = country

    def over(self, text: str) -> str:
        """Return *text* without anybody else's name, telephone number or customer number."""
        text = self._without_numbers(text)
        text = _CUSTOMER.sub(lambda found: NUMBER if fold(found[0]) in self._customer else found[0], text)
        return self._others.out_of(self._employees.out_of(text, MASK), SOMEBODY)

    def over_any(self, text: str | None) -> str | None:
        """Return the same of a text that may not be there."""
        return self.over(text) if text is not None else None

    def _without_numbers(self, text: str) -> str:
        groups = list(_FIGURES.finditer(text))
        pieces: list[str] = []
        done = place = 0
        while place < len(groups):
            length = self._length_at(text, groups, place)
            if length:
                pieces += [text[done : groups[place].start()], NUMBER]
                done = groups[place + length - 1].end()
            place += length or 1
        return "".join([*pieces, text[done:]])

    def _length_at(self, text: str, groups: Sequence[re.Match[str]], place: int) -> int:
        """Return of how many groups somebody else's number is made that begins here; 0 for none."""
        longest = 1
        while (
            place + longest < len(groups)
            and longest < _MOST_GROUPS
            and _BETWEEN.fullmatch(text, groups[place + longest - 1].end(), groups[place + longest].start())
        ):
            longest += 1
        for length in range(longest, 0, -1):
            written = text[groups[place].start() : groups[place + length - 1].end()]
            if self._is_somebody_elses(written):
                return length
        return 0

    def _is_somebody_elses(self, written: str) -> bool:
        if sum(map(str.isdigit, written)) < _FEWEST or fold(written) in self._own_customer:
            return False
        try:
            number = parse_number(written, self._country)
        except WrongUse:
            return False
        return (
            isinstance(number, PhoneNumber)
            and number.sort is NumberSort.ORDINARY
            and number.key not in self._own
        )


def _words(name: str) -> list[str]:
    return [fold(word) for word in _WORD.findall(name)]
