"""Shows statements, restrictions and holds: what was just recorded, and what a decider must see."""

from agressielog.application.rights import OnHold, Restricted, Rights, Stated
from agressielog.domain.caller import Caller
from agressielog.domain.hold import Hold, look_again
from agressielog.domain.identity import CallerId, caller_code
from agressielog.domain.incident import Incident
from agressielog.domain.local_time import local_day
from agressielog.domain.restriction import Opening, Restriction
from agressielog.domain.statement import Statement
from agressielog.presentation.console import Screen, Style, styled
from agressielog.presentation.json_documents import Json
from agressielog.presentation.labels import show_caller
from agressielog.presentation.moments import iso, iso_day, show_day

#: What stands where details would.
RESTRICTED = "beperkt op verzoek"


def show_rights(screen: Screen, rights: Rights, *, indent: int = 0) -> None:
    """Print what a decider must see of a caller: the statements word for word, a restriction, holds."""
    for statement in rights.statements:
        screen.line(styled(f"Zienswijze van {show_day(statement.given_on)}", Style.TITLE), indent=indent)
        screen.paragraph(statement.text, indent=indent + 2)
    if rights.restriction is not None:
        screen.line(
            f"Beperkt op verzoek sinds {show_day(rights.restriction.since)}: {rights.restriction.reason}",
            indent=indent,
            hanging=2,
        )
    for opening in rights.openings:
        screen.line(
            f"Toch bekeken op {show_day(local_day(opening.at))} door {opening.by}: {opening.reason}",
            indent=indent,
            hanging=2,
        )
    for hold in rights.holds:
        screen.line(f"Vastgehouden {_span(hold)}: {hold.reason}", indent=indent, hanging=2)


def show_stated(screen: Screen, stated: Stated) -> None:
    """Print that a statement was added."""
    name = caller_code(stated.caller.id)
    screen.line(
        styled(f"Zienswijze van {show_day(stated.statement.given_on)} toegevoegd", Style.GOOD),
        f" bij {show_caller(stated.caller)}.",
    )
    screen.line(
        f"Wie over {name} besluit, leest haar erbij; ze gaat mee in een inzage en wij veranderen er niets aan.",
        indent=2,
        hanging=2,
    )


def show_restricted(screen: Screen, restricted: Restricted) -> None:
    """Print that a restriction began, or was lifted."""
    name = caller_code(restricted.caller.id)
    if restricted.restriction.lifted_on is not None:
        screen.line(
            styled("Beperking opgeheven", Style.GOOD),
            f": de bijzonderheden van {show_caller(restricted.caller)} zijn weer te zien.",
        )
        screen.line("De beller hoort dat vooraf te weten (AVG artikel 18 lid 3).", indent=2)
        return
    screen.line(
        styled("Beperkt op verzoek", Style.GOOD),
        f": de bijzonderheden van {show_caller(restricted.caller)} zijn uit het zicht.",
    )
    screen.line("De status en wat je bij een oproep doet, blijven staan.", indent=2)
    screen.line(f"Opheffen: agressielog avg beperk {name} --opheffen", indent=2)


def show_on_hold(screen: Screen, held: OnHold) -> None:
    """Print that something is held, or no longer."""
    what = _subject(held.subject)
    hold = held.holds[0]
    if hold.lifted_on is not None:
        screen.line(
            styled("Niet meer vastgehouden", Style.GOOD), f": {what}. De gewone bewaartermijnen gelden weer."
        )
        return
    screen.line(styled("Vastgehouden", Style.GOOD), f": {what}, {_span(hold)}.")
    name = caller_code(held.subject.id) if isinstance(held.subject, Caller) else str(held.subject.id)
    screen.line("Zolang dit loopt, wordt er niets van gewist.", indent=2)
    again = look_again([hold])
    if again is not None:
        screen.line(f"Uiterlijk {show_day(again)} vraagt taken of het nog nodig is.", indent=2)
    screen.line(f"Opheffen: agressielog avg vasthouden {name} --opheffen", indent=2)


def rights_json(rights: Rights) -> Json:
    """Return what a document about one caller has of these: `zienswijzen`, `beperkt_op_verzoek` and the others."""
    restriction = rights.restriction
    return {
        "zienswijzen": [statement_json(statement) for statement in rights.statements],
        "beperkt_op_verzoek": restriction_json(restriction) if restriction is not None else None,
        "toch_bekeken": [opening_json(opening, opening.by) for opening in rights.openings],
        "vastgehouden": [hold_json(hold) for hold in rights.holds],
    }


def remind(rights: Rights, caller: CallerId) -> list[str]:
    """Return what a decider should have read, for where nothing can be shown in full."""
    return [
        f"Er is een zienswijze van {show_day(statement.given_on)}; lees haar met agressielog beller show "
        f"{caller_code(caller)}"
        for statement in rights.statements
    ]


def stated_json(stated: Stated) -> Json:
    """Return the document of `avg zienswijze`."""
    return {
        "schema": "agressielog.avg.zienswijze/1",
        "beller": caller_code(stated.caller.id),
        "zienswijze": statement_json(stated.statement),
    }


def restricted_json(restricted: Restricted) -> Json:
    """Return the document of `avg beperk`."""
    return {
        "schema": "agressielog.avg.beperk/1",
        "beller": caller_code(restricted.caller.id),
        "beperking": restriction_json(restricted.restriction),
    }


def on_hold_json(held: OnHold) -> Json:
    """Return the document of `avg vasthouden`."""
    on_caller = isinstance(held.subject, Caller)
    return {
        "schema": "agressielog.avg.vasthouden/1",
        "beller": f"B{held.subject.id}" if on_caller else None,
        "incident": None if on_caller else held.subject.id,
        "vasthoudingen": [hold_json(hold) for hold in held.holds],
    }


def statement_json(statement: Statement) -> Json:
    """Return `zienswijze`."""
    return {"op": iso_day(statement.given_on), "tekst": statement.text}


def restriction_json(restriction: Restriction) -> Json:
    """Return `beperking`."""
    lifted = restriction.lifted_on
    return {
        "reden": restriction.reason,
        "sinds": iso_day(restriction.since),
        "opgeheven_op": iso_day(lifted) if lifted is not None else None,
    }


def opening_json(opening: Opening, by: str) -> Json:
    """Return `toch bekeken`; *by* is who looked, as the reader may know it."""
    return {"op": iso(opening.at), "door": by, "reden": opening.reason}


def hold_json(hold: Hold) -> Json:
    """Return `vasthouding`."""
    return {
        "reden": hold.reason,
        "van": iso_day(hold.since),
        "tot": iso_day(hold.until) if hold.until is not None else None,
        "opgeheven_op": iso_day(hold.lifted_on) if hold.lifted_on is not None else None,
    }


def _subject(subject: Caller | Incident) -> str:
    return show_caller(subject) if isinstance(subject, Caller) else f"incident {subject.id}"


def _span(hold: Hold) -> str:
    begun = f"sinds {show_day(hold.since)}"
    return (
        f"{begun}, t/m {show_day(hold.until)}"
        if hold.until is not None
        else f"{begun}, tot het wordt opgeheven"
    )
