"""Words that help during a call: one page per phase and per topic, and a line per kind of behaviour."""

import difflib
from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import zip_longest

from agressielog.domain.errors import WrongUse
from agressielog.domain.policy import KindCode
from agressielog.domain.text import fold
from agressielog.domain.value import value

#: How many suggestions are made for a phase that is not there.
_MOST_NEAREST = 3
#: How much a word must look like one that is known to be suggested: in haste a wrong suggestion is worse than none.
_LEAST_ALIKE = 0.75
#: How many of the words of a page are its own names: code and title.
_NAMES = 2


class UnknownTip(WrongUse):
    """No page, or more than one, fits `raw`; `nearest` are the codes most like it, or those that all fit."""

    raw: str
    nearest: tuple[str, ...]
    known: tuple[str, ...]


class SpokenTo(StrEnum):
    """Who hears the sentences of a page."""

    CALLER = "beller"
    COLLEAGUE = "collega"


@value(kw_only=True)
class TipPage:
    """One screen of help.

    Attributes:
        code: how it is asked for.
        title: how it is called.
        also: other words that find it.
        short: what to do, in one line.
        do: what to do.
        say: sentences that can be said as they stand, the best one first; at least one.
        avoid: what makes it worse.
        spoken_to: who hears them.
    """

    code: str
    title: str
    also: tuple[str, ...] = ()
    short: str
    do: tuple[str, ...]
    say: tuple[str, ...]
    avoid: tuple[str, ...] = ()
    spoken_to: SpokenTo = SpokenTo.CALLER


@value(kw_only=True)
class KindTip:
    """What helps with one kind of behaviour: a line for the look-up, and sentences to say."""

    kind: KindCode
    tip: str
    say: tuple[str, ...]


@value
class Sentence:
    """Something that can be said now, and what it is good for."""

    words: str
    serves: str


@value(kw_only=True)
class Tips:
    """All texts of an organisation.

    Attributes:
        version: of the texts.
        phases: the pages of a call, in the order of a call.
        topics: further pages.
        kinds: by kind of behaviour; not every kind needs one.
    """

    version: str
    phases: tuple[TipPage, ...]
    topics: tuple[TipPage, ...] = ()
    kinds: tuple[KindTip, ...] = ()

    @property
    def pages(self) -> tuple[TipPage, ...]:
        """Every page, the phases first."""
        return (*self.phases, *self.topics)

    def page(self, typed: str) -> TipPage:
        """Find a page by its number on the card, its code, its title, another word for it, or how one of them begins.

        Raises:
            UnknownTip.
        """
        wanted = _bare(typed)
        if wanted.isdecimal() and 1 <= int(wanted) <= len(self.phases):
            return self.phases[int(wanted) - 1]
        begun: list[TipPage] = []
        for found in self._fitting(wanted):
            if len(found) == 1:
                return found[0]
            begun = begun or found
        known = tuple(page.code for page in self.pages)
        raise UnknownTip(typed, tuple(page.code for page in begun) or self._nearest(wanted), known)

    def _fitting(self, wanted: str) -> Iterator[list[TipPage]]:
        """Give the pages that fit, the surest way first: the whole word, how a name begins, how another word begins."""
        yield [page for page in self.pages if wanted in _words(page)]
        if wanted:
            for part in (slice(None, _NAMES), slice(_NAMES, None)):
                yield [p for p in self.pages if any(word.startswith(wanted) for word in _words(p)[part])]

    def _nearest(self, wanted: str) -> tuple[str, ...]:
        every = {word: page.code for page in self.pages for word in _words(page)}
        alike = difflib.get_close_matches(wanted, every, n=_MOST_NEAREST * 2, cutoff=_LEAST_ALIKE)
        return tuple(dict.fromkeys(every[word] for word in alike))[:_MOST_NEAREST]

    def for_kind(self, kind: KindCode) -> KindTip | None:
        """Return what helps with a kind; None where these texts say nothing about it."""
        return next((tip for tip in self.kinds if tip.kind == kind), None)

    def sentences(self, kind: KindCode | None) -> tuple[Sentence, ...]:
        """Return what can be said to a caller: for the kind first, then one of each phase, then the next of each.

        Args:
            kind: what this caller is known for most; None for nothing.
        """
        fitting = self.for_kind(kind) if kind is not None else None
        first = [Sentence(words, fitting.tip) for words in fitting.say] if fitting is not None else []
        return (*first, *self._round())

    def _round(self) -> Iterator[Sentence]:
        columns: Sequence[Sequence[Sentence]] = [
            [Sentence(words, page.title) for words in page.say]
            for page in self.phases
            if page.spoken_to is SpokenTo.CALLER
        ]
        for row in zip_longest(*columns):
            yield from (sentence for sentence in row if sentence is not None)


def _words(page: TipPage) -> tuple[str, ...]:
    return tuple(_bare(word) for word in (page.code, page.title, *page.also))


def _bare(text: str) -> str:
    """Return letters and digits only, without accents and case: `Grens stellen` and `grens_stellen` are one."""
    return "".join(character for character in fold(text) if character.isalnum())
