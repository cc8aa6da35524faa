"""Keep a spreadsheet from reading a cell of our export as a formula, and get the cell back exactly."""

import unicodedata

#: `=` `+` `-` `@` with their full-width and small forms and the real minus; `|` and `%` started commands
#: in older spreadsheets. Too many cost nothing, since every cell comes back exactly.
_TRIGGERS = frozenset("=+-@|%＝＋－＠｜％﹦﹢﹣﹫﹪−")
_MARK = "'"


def protect(cell: str) -> str:
    """Return *cell* with an apostrophe before it if a spreadsheet could take it for a formula (CWE-1236).

    That is a cell that begins with a trigger, also after spaces and invisible characters, or with any
    control character (TAB, CR, LF and NUL start formulas somewhere; source: OWASP, CSV Injection). A cell
    that looks like a protected one gets an apostrophe too, so that `unprotect(protect(x)) == x` for all x.

    >>> protect("+31612345678"), protect("'s avonds")
    ("'+31612345678", "'s avonds")
    """
    return _MARK + cell if _acts(cell.lstrip(_MARK)) else cell


def unprotect(cell: str) -> str:
    """Return what `protect` was given.

    Any other cell comes back as it is, but for one: an apostrophe typed before a formula loses it. That
    apostrophe says "this is text" in a spreadsheet as well, so a file of somebody else loses nothing.
    """
    return cell[1:] if cell.startswith(_MARK) and _acts(cell.lstrip(_MARK)) else cell


def _acts(cell: str) -> bool:
    for character in cell:
        category = unicodedata.category(character)
        if character in _TRIGGERS or category == "Cc":
            return True
        if category[0] not in "CZ":  # the first character that can be seen
            return False
    return False
