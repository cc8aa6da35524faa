"""What a user searches for, as words: nothing typed is ever read as query syntax (reliability 8)."""

import re
import unicodedata

from agressielog.domain.errors import WrongUse
from agressielog.domain.value import value

# More words than this never help, and each costs an index visit.
_MOST_WORDS = 20
_LONGEST_QUERY = 500


class NoSearchWords(WrongUse):
    """There is no letter or digit in what was typed."""

    raw: str


@value
class SearchWords:
    """One or more words; all must be present, the last one may be the beginning of a word."""

    words: tuple[str, ...]

    @classmethod
    def parse(cls, raw: str) -> "SearchWords":
        r"""Take the words (`\w+`) out of anything typed.

        >>> SearchWords.parse('factuur "te laat" -OR-')
        SearchWords(words=('factuur', 'te', 'laat', 'OR'))

        Raises:
            NoSearchWords: nothing but punctuation.
        """
        # An accent that was typed apart belongs to its letter, and would else cut the word in two.
        text = unicodedata.normalize("NFC", raw[:_LONGEST_QUERY])
        words = tuple(word for word in re.findall(r"\w+", text) if any(c.isalnum() for c in word))[
            :_MOST_WORDS
        ]
        if not words:
            raise NoSearchWords(raw)
        return cls(words)
