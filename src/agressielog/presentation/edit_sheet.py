"""The texts of an incident as one sheet for the user's editor, and back."""

from agressielog.application.usage_errors import SheetUnreadable
from agressielog.domain.incident import Incident
from agressielog.domain.text import keep_text, optional_line, optional_text
from agressielog.domain.value import value

_MARK = "=== "
# Before a line of a text that looks like one of our headings.
_NO_HEADING = "\\"
_HEADINGS = ("wat", "citaat", "onderwerp", "niet toegezegd", "wat hielp")
_EXPLANATION = """\
# Verbeter de tekst onder de kopjes, bewaar en sluit. Laat de kopjes staan.
# Verander je niets, dan wordt er niets opgeslagen.
"""


@value
class Sheet:
    """The free texts of an incident."""

    account: str
    quote: str | None
    subject: str | None
    refused: str | None
    helped: str | None


def write_sheet(incident: Incident) -> str:
    """Return the sheet as it is opened."""
    texts = (incident.account, incident.quote, incident.subject, incident.refused, incident.helped)
    parts = [
        f"{_MARK}{heading}\n{_kept_apart(text or '')}\n"
        for heading, text in zip(_HEADINGS, texts, strict=True)
    ]
    return _EXPLANATION + "\n" + "\n".join(parts)


def read_sheet(text: str) -> Sheet:
    """Return what the user left.

    Raises:
        SheetUnreadable: a heading is missing, unknown or there twice.
        TextEmpty, TextTooLong, TextUnstorable: what happened may be corrected, not emptied.
    """
    found: dict[str, list[str]] = {}
    lines: list[str] = []
    for line in text.replace("\r\n", "\n").split("\n"):
        if line.startswith(_MARK):
            heading = line.removeprefix(_MARK).strip()
            if heading not in _HEADINGS or heading in found:
                raise SheetUnreadable(heading)
            lines = found[heading] = []
        else:
            lines.append(_given_back(line))
    for heading in _HEADINGS:
        if heading not in found:
            raise SheetUnreadable(heading)
    account, quote, subject, refused, helped = ("\n".join(found[heading]).strip() for heading in _HEADINGS)
    return Sheet(
        account=keep_text("--wat", account),
        quote=optional_text("--citaat", quote),
        subject=optional_line("--onderwerp", subject),
        refused=optional_line("--niet-toegezegd", refused),
        helped=optional_line("--hielp", helped),
    )


def _kept_apart(text: str) -> str:
    """Return *text* with a backslash before each line that would be read as a heading."""
    return "\n".join(f"{_NO_HEADING}{line}" if _like_heading(line) else line for line in text.split("\n"))


def _given_back(line: str) -> str:
    return line.removeprefix(_NO_HEADING) if line.startswith(_NO_HEADING) and _like_heading(line) else line


def _like_heading(line: str) -> bool:
    return line.lstrip(_NO_HEADING).startswith(_MARK)
