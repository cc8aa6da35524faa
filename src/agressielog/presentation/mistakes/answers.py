"""What is said in a conversation when an answer cannot be read: one line, without options."""

from agressielog.domain.errors import AgressielogError, TextEmpty, UnknownKind, UnreadableValue
from agressielog.presentation.mistakes.three_lines import either, quoted
from agressielog.presentation.mistakes.wording import word


def answer_refused(error: AgressielogError) -> str:
    """Return what would do; never one of several choices as if it were the right one."""
    match error:
        case UnreadableValue(choices=choices) if choices:
            return f"Antwoord met {either(choices)}."
        case UnknownKind(raw=raw, nearest=nearest):
            meant = f" Bedoel je {either(nearest)}?" if nearest else ""
            asked = f"{quoted(raw)} ken ik niet." if raw else "Hier is een antwoord nodig."
            return f"{asked}{meant} Typ een nummer uit de lijst, of ? voor uitleg."
        case TextEmpty():
            return "Hier is een antwoord nodig."
        case _:
            mistake = word(error)
            return f"{mistake.what} {mistake.now}"
