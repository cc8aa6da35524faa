"""What of the tips fits on one screen of 80 × 24, whose last line is the shell's: read at a glance or not at all."""

from textwrap import wrap

from agressielog.domain.tips import TipPage

WIDTH, ROWS = 80, 23
#: Where texts begin, in columns: items of a page after their sign, and the texts of the card after the titles.
ITEM_INDENT, CARD_INDENT = 4, 17

#: The most phases there may be: two lines each, and room for what stands around them.
MOST_PHASES = 9
#: Lengths in characters, inclusive. The short line and the first sentence of a phase stand on the card.
LONGEST_TITLE = CARD_INDENT - 3
LONGEST_SHORT = WIDTH - CARD_INDENT
LONGEST_CARD_SENTENCE = WIDTH - CARD_INDENT - 2
LONGEST_TOPIC_SHORT = WIDTH
LONGEST_ITEM = 2 * (WIDTH - ITEM_INDENT) - 16
#: Below a look-up, after `Tip: `.
LONGEST_TIP = 71


def rows_over(page: TipPage) -> int:
    """Return how many lines of a page do not fit on one screen; 0 where all of it does.

    A page has its title, its short line, and up to three parts, each after an empty line and with a heading.
    """
    filled = [part for part in (page.do, page.say, page.avoid) if part]
    lines = 2 + sum(2 + sum(_lines(item) for item in part) for part in filled)
    return max(0, lines - ROWS)


def _lines(item: str) -> int:
    return len(wrap(item, WIDTH - ITEM_INDENT)) or 1
