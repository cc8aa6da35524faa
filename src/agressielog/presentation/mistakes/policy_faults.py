"""Words what is wrong with a policy, each fault with its key and line: `trede 3, duur (regel 41): …`."""

from collections.abc import Sequence

from agressielog.domain.policy_fault import FaultCode, PolicyFault, Where
from agressielog.presentation.mistakes.three_lines import either, nearest, quoted

#: What is wrong, with the facts of the fault in the order of `FaultCode` filled in.
_FIXED = {
    FaultCode.NOT_TOML: "dit is geen geldige TOML; staat elke tekst tussen aanhalingstekens?",
    FaultCode.STANDS_TWICE: "deze sleutel of dit kopje staat er al; een kopje dat vaker komt, heeft dubbele haken",
    FaultCode.NOT_UTF8: "het bestand is geen UTF-8; sla het op als UTF-8",
    FaultCode.TOO_LARGE: "het bestand is groter dan {0} bytes",
    FaultCode.MISSING: "ontbreekt",
    FaultCode.NOT_TEXT: "moet een tekst tussen aanhalingstekens zijn, die iets zegt",
    FaultCode.NOT_CODE: "moet een code zijn: kleine letters, cijfers, - en _, hoogstens 60",
    FaultCode.NOT_YES_NO: "moet true of false zijn",
    FaultCode.NOT_COUNT: "moet een heel getal van {0} tot en met {1} zijn",
    FaultCode.NOT_LIST: 'moet een lijst zijn, zoals ["a", "b"]',
    FaultCode.EMPTY_LIST: "is leeg; noem er ten minste één",
    FaultCode.COUNTS_NEVER: "past niet bij ernst geen: zo'n soort telt nooit mee",
    FaultCode.BREACH_COUNTS: "een overtreding van een verbod telt nooit mee; de ernst is altijd geen",
    FaultCode.NOTHING_FOLLOWS: "er zijn geen treden en geen bereik; op geen enkel incident volgt iets",
    FaultCode.NO_ENTRY: "ontbreekt, en er zijn soorten met ernst {0}",
    FaultCode.FALLING_ENTRY: "de instap van {0} ligt lager dan die van {1}",
    FaultCode.NEEDS_RUNGS: "kan alleen in een beleid met treden",
    FaultCode.PATTERN_TOO_HIGH: "ligt boven {0}: een patroon zonder waarschuwing brengt niemand een verbod",
    FaultCode.WARNING_BINDS: "{0} is zelf een beperking of verbod; noem de trede van de waarschuwing",
    FaultCode.UNWRITTEN_ALONE: "kan niet zonder eerst_waarschuwen",
    FaultCode.UNWRITTEN_TOO_LOW: "ligt lager dan eerst_waarschuwen ({0})",
    FaultCode.WARNING_UNNAMED: "true kan alleen als eerst_waarschuwen een trede noemt",
    FaultCode.IN_CALL_TOO_HIGH: "kan alleen bij de eerste trede",
    FaultCode.IN_CALL_BINDS: "een beperking of verbod geef je niet in het gesprek zelf",
    FaultCode.LENGTH_MISSING: "ontbreekt: {0} is een beperking of verbod en moet een einde hebben",
    FaultCode.LENGTH_UNFIT: "hoort niet bij {0}, dat geen beperking of verbod is; een waarschuwing heeft geldig",
    FaultCode.VALIDITY_UNFIT: "hoort niet bij {0}, dat een beperking of verbod is; die hebben een duur",
    FaultCode.LENGTH_REVERSED: "de kortste termijn is langer dan de langste",
    FaultCode.MIXED_UNITS: "mengt eenheden ({0} en {1}); schrijf alle termijnen in dezelfde",
    FaultCode.DECISION_TOO_LONG: "{0} is langer dan één besluit mag duren ({1}, bij besluit, hoogstens)",
    FaultCode.RENEWAL_TOO_LONG: "is langer dan hoogstens ({0})",
    FaultCode.ALTERNATIVE_UNFIT: "{0} past niet in plaats van de maatregel: alleen één van de twee heeft een einde",
    FaultCode.COMPANION_UNFIT: "{0} is een beperking of verbod, en deze trede heeft geen duur",
    FaultCode.TWICE_IN_RUNG: "{0} staat al in deze trede",
    FaultCode.NATURE_FIXED: "{0} is altijd {1}",
    FaultCode.RANGE_WITH_RUNGS: "kan alleen in een beleid zonder treden",
    FaultCode.NO_RANGE: "ontbreekt: deze soort telt, en zonder bereik volgt er niets",
    FaultCode.REPLACES_ITSELF: "deze soort staat zelf in het beleid",
    FaultCode.KIND_IN_USE: "{0} komt voor in het logboek en ontbreekt; neem die soort op, "
    'of zet bij [vervangt] {0} = "…"',
    FaultCode.LINE_TOO_LONG: "is langer dan {0} tekens",
    FaultCode.PAGE_TOO_LONG: "past niet op één scherm; haal {0} regels weg",
    FaultCode.TERM_TOO_SHORT: "wat zwaarder weegt, of langer mag blijven, blijft minstens {0}",
    FaultCode.TOO_MANY: "er mogen er hoogstens {0} zijn",
}
_UNKNOWN = {
    FaultCode.UNKNOWN_RUNG: "trede",
    FaultCode.UNKNOWN_MEASURE: "maatregel",
    FaultCode.UNKNOWN_KIND: "soort",
}
_MOST_NAMED = 8


def show_fault(fault: PolicyFault) -> str:
    """Return one fault as a sentence without its stop: where it is, and what is wrong there."""
    named = show_where(fault.where)
    line = f"regel {fault.line}" if fault.line is not None else ""
    place = f"{named} ({line})" if named and line else named or line
    return f"{place}: {show_what(fault)}" if place else show_what(fault)


def show_where(where: Where) -> str:
    """Return a key as a reader finds it: `trede 3, duur`.

    >>> show_where(("soort", 2, "bereik", "duur", 1))
    'soort 2, bereik, duur, 1'
    """
    shown = ""
    for place, part in enumerate(where):
        between = "" if place == 0 else " " if isinstance(part, int) and place == 1 else ", "
        shown += f"{between}{part}"
    return shown


def show_what(fault: PolicyFault) -> str:
    """Return what is wrong, without where."""
    match fault.code, fault.facts:
        case FaultCode.UNKNOWN_KEY, ():
            return "deze sleutel bestaat niet"
        case FaultCode.UNKNOWN_KEY, near:
            return f"deze sleutel bestaat niet (wel: {either(near)})"
        case FaultCode.DUPLICATE, (value,):
            return f"{quoted(value)} staat er al"
        case FaultCode.NOT_SPAN, facts:
            shown = f"{quoted(facts[0])} is " if facts else "is "
            return f'{shown}geen termijn; schrijf bijvoorbeeld "12 maanden" of "90 dagen"'
        case FaultCode.NOT_CHOICE, (value, *choices):
            return f"{quoted(value)} kan niet; kies {either(choices)}"
        case FaultCode.NOT_TABLE, _:
            return f"moet een tabel zijn: {_table(fault.where)}"
        case FaultCode.NOT_TABLES, _:
            return f"moet een of meer tabellen zijn: [[{fault.where[0]}]]"
        case (FaultCode.UNKNOWN_RUNG | FaultCode.UNKNOWN_MEASURE | FaultCode.UNKNOWN_KIND) as code, facts:
            return _unknown(_UNKNOWN[code], facts[0], facts[1:])
        case code, facts:
            return _FIXED[code].format(*facts)


def _unknown(what: str, code: str, known: Sequence[str]) -> str:
    others = nearest(code, known) or known[:_MOST_NAMED]
    return f"er is geen {what} {quoted(code)}" + (f" (wel: {either(others)})" if others else "")


def _table(where: Where) -> str:
    name = str(where[0])
    return f"[[{name}]]" if len(where) > 1 and isinstance(where[1], int) else f"[{name}]"
