"""A letter as plain text: on paper, or as an e-mail."""

import textwrap
from typing import assert_never

from agressielog.presentation.letters.page import Block, BlockKind, Page

# A line of an e-mail stays whole in every program up to here (RFC 3676), and prints on A4.
_WIDTH = 76


def as_letter(page: Page) -> str:
    """Return a letter to print: sender, address, reference, body, signature."""
    widest = max(len(name) for name, _ in page.reference)
    return _joined(
        "\n".join(page.sender),
        "\n".join(page.addressee),
        "\n".join(
            textwrap.fill(f"{name + ':':<{widest + 2}}{value}", _WIDTH, subsequent_indent=" " * (widest + 2))
            for name, value in page.reference
        ),
        _message(page),
        page.registration,
    )


def as_e_mail(page: Page) -> str:
    """Return an e-mail: its subject on the first line, then the text."""
    mark = next(value for name, value in page.reference if name == "Ons kenmerk")
    return _joined(
        f"Onderwerp: {page.subject} ({mark})", _message(page), "\n".join(page.sender), page.registration
    )


def _message(page: Page) -> str:
    return _joined(
        page.salutation, body_text(page.body), "\n".join(page.closing), "\n".join(page.signatory)
    ).rstrip("\n")


def body_text(blocks: tuple[Block, ...]) -> str:
    """Return the body: an empty line before everything but a text below its heading and the next item of a list."""
    text = ""
    for before, block in zip((None, *blocks), blocks, strict=False):
        close = before is not None and (
            before.kind is BlockKind.HEADING or (before.kind is block.kind is BlockKind.ITEM)
        )
        text += ("" if before is None else "\n" if close else "\n\n") + _wrapped(block)
    return text


def _wrapped(block: Block) -> str:
    match block.kind:
        case BlockKind.HEADING:
            return block.text
        case BlockKind.PARAGRAPH:
            return _filled(block.text, "", "")
        case BlockKind.ITEM:
            return _filled(block.text, "- ", "  ")
        case _:
            assert_never(block.kind)


def _filled(text: str, first: str, rest: str) -> str:
    return textwrap.fill(
        text,
        _WIDTH,
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _joined(*parts: str) -> str:
    return "\n\n".join(part for part in parts if part) + "\n"
