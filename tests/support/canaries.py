"""People who leave words in a logbook that nobody else would leave, to look for when they are forgotten."""

import random
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path

import decisions
import story

from agressielog.application.forgetting import Files, Wanted
from agressielog.application.merging import merge, split
from agressielog.application.ports.logbook import Store
from agressielog.application.undo import undo
from agressielog.bootstrap import CardMaking
from agressielog.domain.aftercare import AftercareStep, StepDone
from agressielog.domain.caller import Caller, NewCaller, NumberLink
from agressielog.domain.decision import Objection, Review, ReviewOutcome, Verdict
from agressielog.domain.good_call import GoodCall
from agressielog.domain.hold import NewHold
from agressielog.domain.identity import CallerId, IncidentId, MeasureId, caller_code
from agressielog.domain.incident import Made, NewPromise
from agressielog.domain.letter import Issued, LetterForm, LetterKind
from agressielog.domain.measure import Delivered, Ended, EndKind
from agressielog.domain.phone import PhoneNumber
from agressielog.domain.request import Answer, NewRequest, RequestKind, RequestOutcome
from agressielog.domain.restriction import NewOpening, NewRestriction
from agressielog.domain.statement import NewStatement
from agressielog.domain.vocabulary import Certainty, Country, Delivery, Severity
from agressielog.storage.copies import SqliteCopies
from agressielog.storage.remains import SqliteRemains
from agressielog.storage.store import SqliteStore

NL = Country.NETHERLANDS
_LETTERS = "bcdfghjklmnpqrstvwxz"


@dataclass(frozen=True, slots=True)
class Person:
    """A caller with everything that can be kept of one, and every word and number that only this one left."""

    caller: CallerId
    incidents: tuple[IncidentId, ...]
    measures: tuple[MeasureId, ...]
    words: tuple[str, ...]

    @property
    def code(self) -> str:
        """How the caller is named in a command."""
        return caller_code(self.caller)


class Words:
    """Words that no other text holds, the same in each run."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)
        self.told: list[str] = []

    def word(self) -> str:
        """Return a new word, as a user could type it."""
        new = "".join(self._chance.choices(_LETTERS, k=12)).capitalize()
        self.told.append(new)
        return new

    def number(self) -> PhoneNumber:
        """Return a new number."""
        new = PhoneNumber(f"+316{self._chance.randrange(10**7, 10**8)}")
        self.told += [new.key, new.key.removeprefix("+31")]
        return new


def live(store: Store, seed: int, *, at_days_ago: int = 40) -> Person:
    """Let a person call, be corrected, merged, parted, warned and heard, and return all of it."""
    words = Words(seed)
    first, second, gone = words.number(), words.number(), words.number()
    day = story.TODAY - timedelta(days=at_days_ago)
    at = story.NOW - timedelta(days=at_days_ago)
    with store.writing(story.deed("add")) as tx:
        caller = tx.add_caller(NewCaller(name=words.word()))
        for number in (first, second, gone):
            tx.link(caller.id, NumberLink(number, Certainty.CERTAIN, day))
        tx.unlink(caller.id, gone)
        # The old name stays in the history only.
        tx.replace_caller(
            replace(
                tx.caller(caller.id),
                name=f"{words.word()} Jänsen",
                customer_number=words.word(),
                address=words.word(),
                e_mail=f"{words.word()}@voorbeeld.nl",
                language_or_help=words.word(),
            )
        )
    incidents = tuple(_call(store, words, (caller, first), place, at) for place in range(2))
    measure = _decide(store, words, caller, incidents, day)
    _follow_up(store, words, measure, incidents[0])
    _ask_for_rights(store, words, caller, day)
    _take_back(store, words, caller)
    _pass_through_others(store, words, caller, incidents[0])
    return Person(caller.id, incidents, (measure,), tuple(words.told))


def _call(
    store: Store, words: Words, whose: tuple[Caller, PhoneNumber], place: int, at: datetime
) -> IncidentId:
    caller, number = whose
    told = story.stored(
        store,
        at=at,
        number=number,
        number_typed=f"{number.key[3:]} {words.word()}",
        caller=caller.id,
        certainty=Certainty.CERTAIN,
        severity=Severity.LIGHT,
        account=f"Riep {words.word()} en daarna {words.word()}.\nEn nog iets.",
        quote=f'"{words.word()}!"',
        # What others call about as well stays in the reports.
        subject=f"het dossier {words.word()}" if place else "parkeren",
        refused=words.word(),
        helped=words.word(),
        name_told=words.word(),
        customer_number_told=words.word(),
        promises=(NewPromise(words.word(), story.TODAY),),
    )
    with store.writing(story.deed("edit")) as tx:
        # As an import keeps what was decided in the register before this one.
        told = replace(told, answered=f"brief over {words.word()}")
        tx.replace_incident(told)
        tx.replace_incident(
            replace(told, account=f"Riep {words.word()}. {'Heel lang. ' * 500}{words.word()}")
        )
    return told.id


def _decide(
    store: Store, words: Words, caller: Caller, incidents: tuple[IncidentId, ...], day: date
) -> MeasureId:
    about = decisions.stored_decision(
        store,
        caller=caller.id,
        incidents=incidents,
        reason=words.word(),
        scope=words.word(),
        channel_left=words.word(),
        arrangement=words.word(),
        not_heard=words.word(),
        deviation=words.word(),
    )
    with store.writing(story.deed("avg")) as tx:
        tx.add_request(
            NewRequest(caller=caller.id, kind=RequestKind.ERASURE, received_on=day, answer_by=story.TODAY)
        )
        hold = tx.add_hold(NewHold(caller=caller.id, reason=words.word(), since=day))
        tx.lift_hold(hold.id, story.TODAY)
        tx.add_promises_to(caller.id, [NewPromise(words.word(), made=Made(story.NOW, "Mia"))])
    return about.id


def _follow_up(store: Store, words: Words, measure: MeasureId, incident: IncidentId) -> None:
    """Let the decision be delivered, objected to, reviewed and lifted, and care be given."""
    day, at = story.TODAY, story.NOW
    with store.writing(story.deed("maatregel")) as tx:
        tx.replace_decision(
            replace(
                tx.decision(measure),
                delivered=Delivered(at, Delivery.POST),
                objection=Objection(day, day, day, Verdict.DISMISSED, words.word()),
                review=Review(day, ReviewOutcome.LIFT, words.word()),
                ended=Ended(EndKind.LIFTED, day, words.word()),
            )
        )
        tx.note_letter(measure, Issued(LetterKind.BAN, LetterForm.LETTER, "0" * 64, at))
        tx.add_good_call(GoodCall(measure, at, "Mia"))
        tx.add_care_step(incident, StepDone(AftercareStep.FIRST, "R. Smit", at))
        tx.add_care_declined(incident, day)
        tx.add_hold(NewHold(incident=incident, reason=words.word(), since=day, until=day))


def _ask_for_rights(store: Store, words: Words, caller: Caller, day: date) -> None:
    """Let a person tell the other side of it, be restricted and looked at all the same, and be answered."""
    with store.writing(story.deed("avg")) as tx:
        tx.add_statement(
            NewStatement(caller=caller.id, given_on=day, text=f"{words.word()} was anders.\n{words.word()}")
        )
        kept = tx.add_restriction(NewRestriction(caller=caller.id, reason=words.word(), since=day))
        tx.add_opening(NewOpening(caller=caller.id, reason=words.word(), at=story.NOW, by="Mia"))
        tx.lift_restriction(kept.id, story.TODAY)
        (request,) = tx.requests_of(caller.id)
        tx.answer_request(request.id, Answer(story.TODAY, RequestOutcome.REFUSED, words.word()))


def _take_back(store: Store, words: Words, caller: Caller) -> None:
    """Keep something and take it back: only the journal then tells of it."""
    with store.writing(story.deed("avg zienswijze")) as tx:
        tx.add_statement(NewStatement(caller=caller.id, given_on=story.TODAY, text=words.word()))
    undo(store, story.deed("undo"))


def _pass_through_others(store: Store, words: Words, caller: Caller, incident: IncidentId) -> None:
    """Give a call to somebody else and back, and be one with somebody else for a while."""
    other = story.stored_caller(store, name="Van den Berg")
    with store.writing(story.deed("edit")) as tx:
        tx.move_incidents([incident], other.id)
        tx.move_incidents([incident], caller.id)
    merge(store, story.deed("beller merge"), caller_code(other.id), caller_code(caller.id), NL)
    split(store, story.deed("beller split"), caller_code(other.id), NL)
    former = story.stored_caller(store, words.number(), name=words.word(), address=words.word())
    merge(store, story.deed("beller merge"), caller_code(caller.id), caller_code(former.id), NL)


def logbook_with_cards(path: Path) -> SqliteStore:
    """Return a logbook as it is at a desk, where each write also prepares the answers of `lookup`."""
    return SqliteStore(path, may_create=True, card_maker=CardMaking(path).on)


def files_of(logbook: Path, backups: Path | None = None) -> Files:
    """Return a logbook as files."""
    return Files(
        copies=SqliteCopies(logbook, story.NOW),
        remains=SqliteRemains(logbook),
        folder=str(logbook.parent),
        backups=str(backups) if backups is not None else None,
    )


def wish(person: Person) -> Wanted:
    """Return the wish to forget a person, whatever stands in the way."""
    return Wanted(asked=person.code, country=NL, all_the_same=True, reason="op verzoek", decided_by="R. Smit")


def hits(words: tuple[str, ...], *places: Path) -> list[tuple[str, str]]:
    """Return which words lie in which files, in any encoding, as typed or as the search index has them."""
    found = []
    for place in places:
        for path in sorted(place.rglob("*")) if place.is_dir() else [place]:
            if path.is_file():
                content = path.read_bytes()
                found += [
                    (word, path.name)
                    for word in words
                    for form in {word, word.lower()}
                    for encoding in ("utf-8", "utf-16-le", "utf-16-be")
                    if form.encode(encoding) in content
                ]
    return found
