"""A letter in words, before it has the shape of a text or an office document."""

from enum import StrEnum

from agressielog.domain.value import value
from agressielog.presentation.visible import visible


class BlockKind(StrEnum):
    """What a piece of a letter is; an office template chooses its style by the value."""

    HEADING = "kop"
    PARAGRAPH = "alinea"
    ITEM = "punt"


@value
class Block:
    """One piece of the body, of one paragraph."""

    kind: BlockKind
    text: str


@value(kw_only=True)
class Page:
    """A letter from top to bottom; every text is one line, safe to show.

    Attributes:
        sender: name and address of the organisation, line by line.
        addressee: the lines of the address window.
        reference: names and values between address and body, such as date and subject.
        subject: what it is about; also among the reference.
        body: from after the salutation to before the closing.
        closing: on behalf of whom.
        signatory: name and role, line by line.
        registration: at the foot, by which the logbook of that moment can be proven; empty for none.
    """

    sender: tuple[str, ...]
    addressee: tuple[str, ...]
    reference: tuple[tuple[str, str], ...]
    subject: str
    salutation: str
    body: tuple[Block, ...]
    closing: tuple[str, ...]
    signatory: tuple[str, ...]
    registration: str = ""


def heading(text: str) -> Block:
    """Return a heading."""
    return Block(BlockKind.HEADING, text)


def paragraph(*sentences: str) -> Block:
    """Return a paragraph of these sentences; empty ones are left out."""
    return Block(BlockKind.PARAGRAPH, " ".join(sentence for sentence in sentences if sentence))


def item(text: str) -> Block:
    """Return one item of a list."""
    return Block(BlockKind.ITEM, text)


def said(text: str) -> str:
    """Return what somebody typed as it may stand in a letter: on one line, every odd character shown.

    Nothing in it is ever read as markup or template: the forms of a letter take it as a value.
    """
    return visible(" ".join(text.replace("\t", " ").replace("\r\n", "\n").split("\n"))).strip()


def stopped(text: str) -> str:
    """Return what somebody typed with a full stop behind it."""
    told = said(text)
    return told if told.endswith((".", "!", "?", "…", "”")) else f"{told}."
