"""Whether two typed names can be one person's; in doubt they are not (never accuse the wrong person)."""

from functools import lru_cache

from agressielog.domain.text import fold

_MALE = frozenset({"dhr", "hr", "heer", "meneer", "mijnheer", "mr"})
_FEMALE = frozenset({"mevr", "mw", "mevrouw", "mej", "mrs"})
_PARTICLES = frozenset({"van", "de", "der", "den", "het", "ter", "ten", "te", "el", "al", "'t", "’t"})


def can_be_one_person(one: str, other: str) -> bool:
    """Tell whether two spellings do not contradict each other.

    Every word of the shorter one must stand in the longer one, an initial standing for a first name;
    forms of address must agree. Two different initials before one surname are two people: that is
    how a household shows.

    >>> can_be_one_person("Jansen", "dhr. J. Jansen")
    True
    >>> can_be_one_person("J. Jansen", "P. Jansen")
    False
    """
    address, words = _parts(one)
    other_address, other_words = _parts(other)
    if address and other_address and address != other_address:
        return False
    if not words or not other_words or words == other_words:
        return True
    shorter, longer = sorted((words, other_words), key=len)
    if not any(len(word) > 1 and word in longer for word in shorter):
        return False
    left = list(longer)
    # Whole words first, and the same word before an initial: "J. Jansen" fits "Jansen, Jan P.".
    for word in sorted(shorter, key=len, reverse=True):
        match = word if word in left else next((other for other in left if _fits(word, other)), None)
        if match is None:
            return False
        left.remove(match)
    return True


def _fits(one: str, other: str) -> bool:
    return one == other or (1 in {len(one), len(other)} and one[0] == other[0])


def telling_words(name: str) -> tuple[str, ...]:
    """Return the words of a name that tell people apart; two names without one in common are two people's.

    A name without any (`mevrouw`) can be everybody's.

    >>> telling_words("mevr. A. de Vries")
    ('a', 'vries')
    """
    return _parts(name)[1]


@lru_cache(maxsize=50_000)
def _parts(name: str) -> tuple[str, tuple[str, ...]]:
    """Return the form of address ("m", "v" or "") and the words that tell people apart.

    Remembered: an import holds the same names against each other over and over.
    """
    address = ""
    words = []
    # Commas and dots part words: "Jansen, J.P." and "J.P. Jansen" are the same three.
    for word in fold(name).replace(".", " ").replace(",", " ").split():
        if word in _MALE:
            address = "m"
        elif word in _FEMALE:
            address = "v"
        elif word not in _PARTICLES:
            words.append(word)
    return address, tuple(words)
