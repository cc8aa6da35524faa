"""The file of one person as a text to give out: everything about them, in plain Dutch, and nobody else in it."""

import textwrap
from collections.abc import Sequence

from agressielog.application.access import Access, KeptDecision, KeptIncident
from agressielog.domain.decision import Decision
from agressielog.domain.identity import measure_code, promise_code, request_code
from agressielog.domain.incident import Incident
from agressielog.domain.local_time import local_day, to_local
from agressielog.domain.look import Look
from agressielog.domain.promise import PromiseRecord
from agressielog.domain.request import Request
from agressielog.domain.retention import RecordKind, RetentionReason, withdrawn_kept
from agressielog.domain.safeguards import RemedyKind
from agressielog.domain.setting import Setting
from agressielog.domain.vocabulary import Certainty, Country
from agressielog.presentation.advice_words import measure_label
from agressielog.presentation.labels import show_kinds, show_limits, show_number
from agressielog.presentation.letters.page import Block, heading, item, paragraph, said, stopped
from agressielog.presentation.letters.plain import body_text
from agressielog.presentation.letters.sentences import SUPERVISOR
from agressielog.presentation.moments import show_long_day

#: Why it is kept at all.
PURPOSE = (
    "Wij leggen vast wat er in gesprekken gebeurt om onze medewerkers te beschermen, om te weten wie er belt en om "
    "zorgvuldig te besluiten."
)
#: Who else is told.
RECIPIENTS = (
    "Medewerkers die contact met u hebben, hun leidinggevenden en wie over maatregelen besluit. De politie, als er "
    "aangifte is gedaan. Niemand anders."
)
_PUBLIC_GROUND = (
    "Wij doen dat om onze publieke taak veilig uit te voeren (AVG artikel 6 lid 1 onder e) en omdat een werkgever "
    "voor veilig werk moet zorgen (onder c)."
)
_PRIVATE_GROUND = "Wij doen dat omdat wij belang hebben bij veilig werk (AVG artikel 6 lid 1 onder f)."
# What keeps something longer than its term.
_LONGER = {
    RetentionReason.HELD: "langer zolang een klacht of zaak loopt",
    RetentionReason.MEASURE: "langer zolang een maatregel loopt of meetelt",
    RetentionReason.COUNTS: "en zolang het meetelt in ons beleid",
    RetentionReason.PROMISE: "langer zolang wij u nog iets moeten nakomen",
    RetentionReason.REQUEST: "langer zolang uw verzoek openstaat",
    RetentionReason.OBJECTION: "langer zolang uw bezwaar openstaat",
}
_WIDTH = 76
_NOTHING = "Niets."


def access_text(access: Access) -> str:
    """Return the whole file as plain text."""
    title = f"Inzage: wat er over u in ons logboek staat op {show_long_day(access.on)}"
    lead = "\n".join(textwrap.wrap(_lead(access), _WIDTH))
    return "\n\n".join((title, lead, body_text(_blocks(access)))) + "\n"


def ground(access: Access) -> str:
    """Return on what ground it is kept: a body that takes objections is a public one."""
    remedy = access.policy.remedy
    public = remedy is not None and remedy.kind is RemedyKind.OBJECTION
    return _PUBLIC_GROUND if public else _PRIVATE_GROUND


def supervisor(access: Access) -> str:
    """Return where a complaint about personal data goes."""
    return SUPERVISOR[Country(access.settings.get(Setting.COUNTRY, Country.NETHERLANDS))]


def _lead(access: Access) -> str:
    whose = access.settings.get(Setting.ORGANISATION)
    sender = f"{said(whose)} geeft" if whose else "Wij geven"
    return (
        f"{sender} u hierbij alles wat er over u is vastgelegd. Namen en nummers van anderen zijn weggelaten: op die "
        "plekken staat iets tussen rechte haken."
    )


def _blocks(access: Access) -> tuple[Block, ...]:
    return (
        heading("Wie u bent"),
        *_person(access),
        heading("Wat er gebeurde"),
        *_each([block for kept in access.incidents for block in _incident(kept, access)]),
        heading("Wat wij besloten"),
        *_each([block for kept in access.decisions for block in _decision(kept, access)]),
        heading("Wat wij u beloofden"),
        *_each([item(_promise(record)) for record in access.promises]),
        heading("Uw zienswijze"),
        *_each(
            [paragraph(f"Op {show_long_day(one.given_on)}: {stopped(one.text)}") for one in access.statements]
        ),
        heading("Wat u vroeg"),
        *_each([item(_request(request)) for request in access.requests]),
        heading("Wat er verder is vastgelegd"),
        *_each(_further(access)),
        heading("Wie dit bekeek"),
        *_each([item(_look(look)) for look in access.looks]),
        heading("Waarom wij dit bewaren"),
        paragraph(PURPOSE, ground(access)),
        heading("Hoe lang"),
        *_terms(access),
        heading("Wie het krijgt"),
        paragraph(RECIPIENTS),
        heading("Uw rechten"),
        *_rights(access),
    )


def _each(blocks: Sequence[Block]) -> Sequence[Block]:
    return blocks or [paragraph(_NOTHING)]


def _person(access: Access) -> list[Block]:
    caller = access.caller
    known = [
        ("Naam", caller.name),
        ("Klantnummer", caller.customer_number),
        ("Adres", caller.address),
        ("E-mail", caller.e_mail),
        ("Taal of hulp", caller.language_or_help),
    ]
    told = [item(f"{label}: {said(value)}") for label, value in known if value is not None]
    for link in caller.numbers:
        sure = "" if link.certainty is Certainty.CERTAIN else ", vermoedelijk van u"
        told.append(item(f"Nummer: {show_number(link.number)}{sure}, sinds {show_long_day(link.since)}"))
    formerly = {one.name: None for one in access.formerly if one.name is not None and one.name != caller.name}
    told += [item(f"Eerder ook bekend als: {said(name)}") for name in formerly]
    return [*told, item(f"In het logboek sinds: {show_long_day(local_day(caller.created_at))}")]


def _incident(kept: KeptIncident, access: Access) -> list[Block]:
    told = kept.incident
    at = to_local(told.at)
    head = f"Incident {told.id}, {show_long_day(at.date())} om {at:%H:%M} ({told.channel.value})"
    if not kept.surely:
        return [
            paragraph(
                f"{head}.",
                "Dit gesprek was vermoedelijk van u; dat staat niet vast en het telt niet mee. Omdat het van een "
                "ander kan zijn, staat hier niet wat er gezegd is.",
            )
        ]
    facts = [
        *_told(told, access),
        ("Vastgelegd", f"{show_long_day(local_day(told.recorded_at))}, door een medewerker"),
        ("Bewaard", kept_until(kept)),
    ]
    return [paragraph(f"{head}."), *_facts(facts), *_before(kept, access)]


def _before(kept: KeptIncident, access: Access) -> list[Block]:
    """Return what stood there before each correction, which is kept too."""
    after = [*(earlier.incident for earlier in kept.earlier[1:]), kept.incident]
    blocks: list[Block] = []
    for earlier, then in zip(kept.earlier, after, strict=False):
        changed = set(_told(earlier.incident, access)) - set(_told(then, access))
        facts = [fact for fact in _told(earlier.incident, access) if fact in changed]
        told = [item(f"{label}: {said(value) if value is not None else 'niets'}") for label, value in facts]
        if told:
            blocks += [
                paragraph(f"Tot een verbetering op {show_long_day(local_day(earlier.until))} stond er:")
            ]
            blocks += told
    return blocks


def _told(told: Incident, access: Access) -> list[tuple[str, str | None]]:
    """Return what was told of a call, which a correction can change."""
    return [
        ("Soort", f"{show_kinds(told.kinds, access.policy)} ({told.severity.value})"),
        ("Nummer", show_number(told.number)),
        ("U noemde", ", ".join(filter(None, (told.name_told, told.customer_number_told))) or None),
        ("Onderwerp", told.subject),
        ("Wat er gebeurde", told.account or None),
        ("Letterlijk gezegd", told.quote),
        ("Wat wij deden", show_limits(told, nothing="niets vastgelegd")),
        ("Niet toegezegd", told.refused),
        ("Wat hielp", told.helped),
        ("Fout bij ons", "ja" if told.our_fault else None),
        ("Uw excuses", show_long_day(told.apologised_on) if told.apologised_on is not None else None),
        ("Aangifte volgens ons beleid", told.police_report.value),
        ("Status", told.status.value),
    ]


def kept_until(kept: KeptIncident) -> str | None:
    """Return until when an incident is kept, and what keeps it longer, as its caller reads it."""
    judged = kept.judged
    if judged is None or judged.term_ends is None:
        return None
    day = f"tot en met {show_long_day(judged.term_ends)}"
    if judged.kind is RecordKind.LINK:
        day = f"dat u dit was {day}"
    longer = "het gaat weg bij het eerstvolgende opschonen" if judged.goes else _LONGER.get(judged.reason)
    return f"{day}; {longer}" if longer is not None else day


def _decision(kept: KeptDecision, access: Access) -> list[Block]:
    told = kept.decision
    what = measure_label(told.measure, access.policy) if told.measure is not None else "geen maatregel"
    answers = ", ".join(map(str, told.incidents))
    return [
        paragraph(f"{measure_code(told.id)}: {said(what)}, besloten op {show_long_day(told.decided_on)}."),
        *_facts(
            [
                ("Reden", told.reason),
                ("Voor incident", answers or None),
                ("Besloten door", function_of_decider(access, told)),
                ("Van", show_long_day(told.first) if told.measure is not None else None),
                ("Tot en met", show_long_day(told.last) if told.last is not None else None),
                (
                    "Telt tot en met",
                    show_long_day(told.valid_until) if told.valid_until is not None else None,
                ),
                ("Geldt voor", told.scope),
                ("Zo bereikt u ons wel", told.channel_left),
                ("Afspraak", told.arrangement),
                ("Gehoord op", show_long_day(told.heard_on) if told.heard_on is not None else None),
                ("Niet gehoord omdat", told.not_heard),
                ("Afwijking van het advies", told.deviation),
                ("Evaluatie op", show_long_day(told.review_on) if told.review_on is not None else None),
                *_what_became(told),
                *[
                    ("Brief", f"{letter.kind.value}, {show_long_day(local_day(letter.at))}")
                    for letter in kept.letters
                ],
            ]
        ),
    ]


def _what_became(told: Decision) -> list[tuple[str, str | None]]:
    found: list[tuple[str, str | None]] = []
    if told.delivered is not None:
        found.append(("Uitgereikt", f"{show_long_day(told.delivered.day)}, {told.delivered.way.value}"))
    if told.objection is not None:
        found.append(("Uw bezwaar", f"ontvangen op {show_long_day(told.objection.received_on)}"))
        if told.objection.verdict is not None:
            reason = f": {told.objection.reason}" if told.objection.reason else ""
            found.append(("Ons antwoord", f"{told.objection.verdict.value}{reason}"))
    if told.review is not None:
        day = show_long_day(told.review.on)
        found.append(("Geëvalueerd", f"{day}, {told.review.outcome.value}: {told.review.reason}"))
    if told.ended is not None:
        day = show_long_day(told.ended.on)
        found.append(("Beëindigd", f"{day}, {told.ended.kind.value}: {told.ended.reason}"))
    return found


def function_of_decider(access: Access, told: Decision) -> str:
    """Return what the decider is, as the policy or the organisation calls it."""
    guards = access.policy.safeguards
    by_policy = dict(guards.deciders).get(told.measure) if guards is not None and told.measure else None
    return by_policy or access.settings.get(Setting.DECIDER) or "een leidinggevende"


def _facts(facts: Sequence[tuple[str, str | None]]) -> list[Block]:
    return [item(f"{label}: {said(value)}") for label, value in facts if value is not None]


def _promise(record: PromiseRecord) -> str:
    promise = record.promise
    due = f", voor {show_long_day(promise.due)}" if promise.due is not None else ""
    kept = f", nagekomen op {show_long_day(local_day(promise.done_at))}" if promise.done_at else ""
    day = show_long_day(local_day(record.made_at))
    return f"{promise_code(promise.id)}, op {day}: {said(promise.what)}{due}{kept}"


def _request(request: Request) -> str:
    asked = (
        f"{request_code(request.id)}: {request.kind.value}, ontvangen op {show_long_day(request.received_on)}"
    )
    if request.answer is None:
        return f"{asked}, antwoord uiterlijk op {show_long_day(request.answer_by)}"
    reason = f": {said(request.answer.reason)}" if request.answer.reason else ""
    return f"{asked}, {request.answer.outcome.value} op {show_long_day(request.answer.on)}{reason}"


def _further(access: Access) -> list[Block]:
    told = []
    for one in access.restrictions:
        until = f" tot {show_long_day(one.lifted_on)}" if one.lifted_on is not None else ""
        told.append(item(f"Beperking vanaf {show_long_day(one.since)}{until}: {said(one.reason)}"))
    told += [
        item(f"Toch bekeken op {show_long_day(local_day(one.at))} door een medewerker: {said(one.reason)}")
        for one in access.openings
    ]
    for hold in access.holds:
        until = f" tot {show_long_day(hold.lifted_on)}" if hold.lifted_on is not None else ""
        told.append(item(f"Vastgehouden vanaf {show_long_day(hold.since)}{until}: {said(hold.reason)}"))
    told += [item(f"Een goed gesprek op {show_long_day(day)}") for day in access.good_calls]
    return told


def _look(look: Look) -> str:
    at = to_local(look.at)
    return f"{show_long_day(at.date())} om {at:%H:%M}, een medewerker ({look.command})"


def _terms(access: Access) -> list[Block]:
    told = [
        item(f"Ernst {severity.value}: {term} na uw laatste gesprek dat meetelt")
        for severity, term in access.policy.retention
    ]
    at_most = access.policy.terms.severe_kept_at_most if access.policy.terms is not None else None
    longer = (
        [item(f"Ernst zwaar, als daar een reden voor is: hoogstens {at_most}")] if at_most is not None else []
    )
    return [
        *told,
        *longer,
        item(f"Wat is ingetrokken of afgewezen: {withdrawn_kept(access.policy)} daarna"),
        item("Besluiten, brieven, beloften en uw zienswijze: zo lang als de incidenten waar ze bij horen"),
        item(f"Wie u opzocht of bekeek: {access.looks_kept}"),
        item("Zolang een klacht of zaak loopt, kan het langer zijn"),
    ]


def _rights(access: Access) -> list[Block]:
    contact = access.settings.get(Setting.PRIVACY_CONTACT)
    point = access.settings.get(Setting.CONTACT_POINT)
    where = f"Vraag dat aan: {stopped(contact)}" if contact else ""
    questions = f"Andere vragen: {stopped(point)}" if point else ""
    return [
        paragraph(
            "U mag vragen om uw gegevens te verbeteren, te verwijderen of tijdelijk uit het zicht te halen.",
            "U mag bezwaar maken tegen het gebruik van uw gegevens.",
            "U mag ook uw eigen verhaal laten toevoegen.",
            where,
            questions,
            f"Vindt u dat wij niet goed met uw gegevens omgaan? Dan kunt u klagen bij {supervisor(access)}.",
        )
    ]
