"""One look as it waits beside the logbook, on a line of its own; imports nothing, because the fast start has no time.

A look-up is told in milliseconds, and noting it may cost no more than a write to a file that is there already
(`storage.spool` says why). A line begins and ends with a line break, so that one that was cut off by a full disk or
a power cut spoils only itself.
"""

#: Behind the name of the logbook: the file in which looks wait to be taken in.
SPOOL = "-inzage"
#: Before the mark on its first line, by which whoever takes looks in knows what was taken already.
MARK = "merk "
#: Of that mark, in random bytes.
MARK_BYTES = 8

_LONGEST_NAME = 200


def line_of(at: str, *told: str) -> str:
    """Return the line of a look.

    Args:
        at: UTC epoch second.
        told: login, claimed name (both `plain`), command, and the ids of the callers in the answer with a space
            between; nothing for a stranger, of whom only the day is counted.
    """
    return "\n" + "\t".join((at, *told)) + "\n"


def plain(name: str) -> bool:
    """Tell whether a name fits on a line as it is, and is kept in the logbook as it is."""
    return name.isprintable() and name == name.strip() != "" and len(name) <= _LONGEST_NAME
