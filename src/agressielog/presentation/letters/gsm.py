"""The alphabet of an SMS: what it costs to send a text, and how a text is brought into it.

One character outside the GSM alphabet more than halves what fits in a message (70 for 160), so texts are
written within it. By hand: the encoders for it in Python's ecosystem come with a whole gateway client.
Source: 3GPP TS 23.038, section 6.2.1.
"""

import re
import unicodedata

#: Units that fit in one message, and in each part of a longer one (a header takes the rest).
SINGLE, PART = 160, 153

_BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
    "abcdefghijklmnopqrstuvwxyzäöñüà"
)
_EXTENDED = frozenset("^{}\\[~]|€")
_ALIKE = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "…": "...", "•": "-", "\xa0": " "}
)
# What a telephone turns into a link; an e-mail address is none.
_LINK = re.compile(
    r"(?:https?:|www\.)|^[\w-]+(?:\.[\w-]+)*\.(?:nl|be|de|eu|com|org|net|info)(?:[/:?].*)?$", re.IGNORECASE
)


def in_gsm(text: str) -> str:
    """Return *text* in the GSM alphabet: accents it lacks are dropped, anything else becomes `?`.

    >>> in_gsm("Café „Zoë”")
    'Café "Zoe"'
    """
    return "".join(_letter(c) for c in text.translate(_ALIKE))


def units(text: str) -> int:
    """Return what a text in the GSM alphabet costs; the characters of its extension count twice."""
    return len(text) + sum(c in _EXTENDED for c in text)


def parts(text: str) -> int:
    """Return in how many messages a text in the GSM alphabet is sent."""
    cost = units(text)
    return 1 if cost <= SINGLE else -(-cost // PART)


def without_links(text: str) -> str:
    """Return *text* without web addresses: an SMS with a link looks like a fraud's.

    >>> without_links("telefoon 14 030, www.voorbeeldstad.nl of kcc@voorbeeldstad.nl")
    'telefoon 14 030, of kcc@voorbeeldstad.nl'
    """
    words = [word for word in text.split() if not _LINK.search(word.strip(".,;:()"))]
    return re.sub(r"[\s,;:]+$", "", " ".join(words))


def _letter(character: str) -> str:
    if character in _BASIC or character in _EXTENDED:
        return character
    bare = "".join(c for c in unicodedata.normalize("NFKD", character) if not unicodedata.combining(c))
    return bare if set(bare) <= _BASIC else "?"
