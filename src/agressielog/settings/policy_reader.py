"""Turns the text of a policy file into a `Policy`, or refuses it with every fault at its line.

Two rounds in one go: each value by itself (`policy_table`), then the policy as a whole
(`domain.policy_check`). A value that did not fit is read as something harmless, so that the second round
says nothing that is only a consequence of the first.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import replace

from agressielog.application.settings_errors import PolicyFaulty
from agressielog.domain.aftercare import MOST_LATER_TALKS
from agressielog.domain.ladder import (
    STANDARD_MEASURES,
    Ladder,
    MeasureCode,
    MeasureKind,
    MeasureNature,
    Pattern,
    Range,
    Rung,
    RungCode,
)
from agressielog.domain.policy import BREACH, Kind, KindCode, Policy
from agressielog.domain.policy_check import faults
from agressielog.domain.policy_fault import FaultCode, PolicyFault, Where
from agressielog.domain.safeguards import Gate, Remedy, RemedyKind, Safeguards
from agressielog.domain.span import Span
from agressielog.domain.terms import Terms
from agressielog.domain.vocabulary import Delivery, IncidentStatus, PoliceReport, Severity, Standing
from agressielog.settings.policy_schema import Section
from agressielog.settings.policy_sections import RANGE, SECTIONS, TOP
from agressielog.settings.policy_table import Notes, Table, nearest
from agressielog.settings.toml_text import BrokenToml, read_toml

#: Every policy that leads to measures has this kind, so that a call in spite of a ban can be recorded.
_BREACH = Kind(
    code=BREACH,
    label="Overtreding contactverbod",
    description="Zoekt contact ondanks een verbod; telt zelf niet mee. Kies ook de soort van wat er verder gebeurde.",
    severity=Severity.NONE,
    ground="Een overtreding maakt het verbod niet langer.",
)


def read_policy(name: str, text: str) -> Policy:
    """Turn the text of a policy file into a policy, checked in one go.

    Args:
        name: how the file is called in a refusal.
        text: TOML.

    Raises:
        PolicyFaulty: with every fault found, in the order of the file.
    """
    try:
        content = read_toml(text)
    except BrokenToml as error:
        code = FaultCode.STANDS_TWICE if error.twice else FaultCode.NOT_TOML
        raise PolicyFaulty(name, (PolicyFault((), code, line=error.line),)) from error
    notes = Notes()
    policy = _Reader(content, notes).policy(text)
    judged = [fault for fault in faults(policy) if fault.code not in notes.unjudged]
    # A key that two parts of the policy are made from is read twice, and told once.
    found = tuple(dict.fromkeys([*notes.faults, *judged]))
    if found:
        from agressielog.settings.toml_lines import lines_of  # noqa: PLC0415 - a policy in use has no faults

        raise PolicyFaulty(name, _located(found, content, lines_of(text)))
    return policy


class _Reader:
    """Reads one file, part by part, in the order in which the reference explains them."""

    def __init__(self, content: Mapping[str, object], notes: Notes) -> None:
        self._content = content
        self._notes = notes
        top = {key: value for key, value in content.items() if key not in SECTIONS or key == "bereik"}
        for key in [key for key in top if key not in TOP.keys]:
            notes.note((key,), FaultCode.UNKNOWN_KEY, *nearest(key, {*TOP.keys, *SECTIONS} - {"bereik"}))
            del top[key]
        self._top = Table(TOP, top, (), notes)
        self._parts: dict[str, Table] = {}

    def policy(self, text: str) -> Policy:
        """Return the policy, which may only be used if no fault was noted."""
        kinds, measures, ladder = self._kinds(), self._measures(), self._ladder()
        counting, written, breaches = (self._one(part) for part in ("telling", "schriftelijk", "overtreding"))
        instructions = self._one("instructie")
        return Policy(
            name=self._top.code("naam") or "",
            version=self._top.text("versie"),
            description=self._top.text("omschrijving"),
            sha256=hashlib.sha256(text.encode()).hexdigest(),
            kinds=kinds,
            instructions=tuple((standing, instructions.text(standing.value)) for standing in Standing),
            instruction_pending=instructions.text("ligt_ter_beoordeling"),
            instruction_pending_severe=instructions.text("ligt_ter_beoordeling_zwaar"),
            window=counting.span("venster"),
            counts_from=IncidentStatus(counting.choice("telt_vanaf") or IncidentStatus.REPORTED),
            ladder=ladder,
            measures=measures,
            written_ways=frozenset(Delivery(way) for way in written.choices("wijzen")),
            breaches_from=breaches.count("beoordelen_vanaf") if breaches.given else None,
            safeguards=self._safeguards(ladder),
            remedy=self._remedy(),
            retention=self._retention(),
            terms=self._terms(),
            grounds=self._grounds(),
            replaces=self._replaces(),
        )

    def _one(self, part: str) -> Table:
        if part not in self._parts:
            self._parts[part] = Table(SECTIONS[part], self._content.get(part), (part,), self._notes)
        return self._parts[part]

    def _many(self, part: str) -> list[Table]:
        raw = self._content.get(part)
        if raw is None or (isinstance(raw, list) and not raw):
            if SECTIONS[part].required:
                self._notes.note((part,), FaultCode.MISSING)
            return []
        if not isinstance(raw, list):
            self._notes.note((part,), FaultCode.NOT_TABLES)
            return []
        return [
            Table(SECTIONS[part], item, (part, place), self._notes) for place, item in enumerate(raw, start=1)
        ]

    def _kinds(self) -> tuple[Kind, ...]:
        kinds = [self._kind(table, place) for place, table in enumerate(self._many("soort"), start=1)]
        replaced = self._content.get("vervangt")
        elsewhere = isinstance(replaced, dict) and BREACH in replaced
        if not elsewhere and not any(kind.code == BREACH or kind.label == _BREACH.label for kind in kinds):
            kinds.append(_BREACH)
        return tuple(kinds)

    def _kind(self, table: Table, place: int) -> Kind:
        code = table.code("code")
        if code is None:
            self._notes.unjudged.add(FaultCode.UNKNOWN_KIND)
        severity = table.choice("ernst")
        police = PoliceReport(table.choice("aangifte") or PoliceReport.NO)
        entry, span = table.code("instap"), table.table("bereik", RANGE)
        reach = self._range(span, police) if span is not None else None
        known = severity is not None
        return Kind(
            code=KindCode(code or f"?{place}"),
            label=table.text("label") or f"?{place}",
            description=table.text("omschrijving"),
            severity=Severity(severity) if severity is not None else Severity.NONE,
            police=police if known else PoliceReport.NO,
            entry=RungCode(entry) if entry is not None and known else None,
            range=reach if known else None,
            ground=table.text("grondslag"),
        )

    def _range(self, table: Table, police: PoliceReport) -> Range:
        both, most = table.length("duur"), table.optional_span("hoogstens")
        if both is not None and most is not None:
            self._notes.note((*table.where, "hoogstens"), FaultCode.DUPLICATE, "duur")
        return Range(
            measure=self._measure_of(table),
            shortest=both[0] if both is not None else None,
            longest=both[1] if both is not None else most,
            police=police,
            ground=table.text("grondslag"),
        )

    def _measure_of(self, table: Table) -> MeasureCode:
        """Return the measure of a rung or range; one that fits its length where it is not told."""
        fitting = STANDARD_MEASURES[-1 if table.has("duur") or table.has("hoogstens") else 0].code
        return MeasureCode(table.code("maatregel") or fitting)

    def _measures(self) -> tuple[MeasureKind, ...]:
        """Return all measures, lightest first: the listed ones in their order, each other one after its kin."""
        listed = [
            MeasureKind(
                code=MeasureCode(table.code("code") or f"?{place}"),
                label=table.text("label"),
                nature=MeasureNature(table.choice("aard") or MeasureNature.TALK),
            )
            for place, table in enumerate(self._many("maatregel"), start=1)
        ]
        if any(measure.code.startswith("?") for measure in listed):
            self._notes.unjudged.add(FaultCode.UNKNOWN_MEASURE)
        weights = list(MeasureNature)
        found = list(listed)
        for standard in STANDARD_MEASURES:
            if standard.code not in {measure.code for measure in listed}:
                lighter = [
                    weights.index(measure.nature) <= weights.index(standard.nature) for measure in found
                ]
                found.insert(
                    max((place for place, is_it in enumerate(lighter, start=1) if is_it), default=0), standard
                )
        return tuple(found) if listed else STANDARD_MEASURES

    def _ladder(self) -> Ladder | None:
        rungs = tuple(self._rung(table, place) for place, table in enumerate(self._many("trede"), start=1))
        entries, pattern, warned = (self._one(part) for part in ("instap", "patroon", "waarschuwen"))
        first, highest = warned.code("eerst_waarschuwen"), warned.code("hoogste_zonder_schriftelijk")
        if not rungs:
            if "trede" not in self._content:
                self._needs_rungs([*(table for table in (entries, pattern) if table.given)], first or highest)
            return None
        if first is None and warned.has("eerst_waarschuwen"):
            self._notes.unjudged |= {FaultCode.UNWRITTEN_ALONE, FaultCode.WARNING_UNNAMED}
        return Ladder(
            rungs=rungs,
            entries=self._entries(entries),
            pattern=self._pattern(pattern) if pattern.given else None,
            warn_first=RungCode(first) if first is not None else None,
            highest_unwritten=RungCode(highest) if highest is not None else None,
            warn_first_ground=warned.ground(),
            entry_ground=entries.ground(),
        )

    def _needs_rungs(self, given: Iterable[Table], warned: str | None) -> None:
        for table in given:
            self._notes.note(table.where, FaultCode.NEEDS_RUNGS)
        if warned is not None:
            self._notes.note(("waarschuwen",), FaultCode.NEEDS_RUNGS)

    def _rung(self, table: Table, place: int) -> Rung:
        code, length = table.code("code"), table.length("duur")
        if code is None:
            self._notes.unjudged.add(FaultCode.UNKNOWN_RUNG)
        return Rung(
            code=RungCode(code or f"?{place}"),
            label=table.text("label"),
            measure=self._measure_of(table),
            alternatives=tuple(MeasureCode(item) for item in table.codes("of")),
            companions=tuple(MeasureCode(item) for item in table.codes("met")),
            validity=table.optional_span("geldig"),
            shortest=length[0] if length is not None else None,
            longest=length[1] if length is not None else None,
            in_call=table.yes_no("in_gesprek") or False,
            police=PoliceReport(table.choice("aangifte") or PoliceReport.NO),
            ground=table.text("grondslag"),
        )

    def _entries(self, table: Table) -> tuple[tuple[Severity, RungCode], ...]:
        found = []
        for severity in Severity:
            if severity is not Severity.NONE and table.has(severity.value):
                code = table.code(severity.value)
                if code is None:
                    self._notes.unjudged |= {FaultCode.NO_ENTRY, FaultCode.FALLING_ENTRY}
                else:
                    found.append((severity, RungCode(code)))
        return tuple(found)

    def _pattern(self, table: Table) -> Pattern | None:
        count, rung, ground = table.count("aantal"), table.code("trede"), table.text("grondslag")
        return Pattern(count=count, rung=RungCode(rung), ground=ground) if rung is not None else None

    def _safeguards(self, ladder: Ladder | None) -> Safeguards:
        hearing, review, decision, warned, always, deciders, reaction, remedy = (
            self._one(part)
            for part in (
                "horen",
                "evaluatie",
                "besluit",
                "waarschuwen",
                "open",
                "beslissers",
                "reactie",
                "rechtsmiddel",
            )
        )
        demanded = warned.yes_no("verplicht")
        if demanded is None:
            demanded = ladder is not None and ladder.warn_first is not None
        return Safeguards(
            hearing=Gate(on=hearing.yes_no("verplicht") is not False, ground=hearing.ground()),
            warned_first=Gate(on=demanded, ground=warned.ground()),
            review=Gate(on=review.yes_no("verplicht") is not False, ground=review.ground()),
            review_at_latest=review.span("uiterlijk"),
            longest_decision=decision.optional_span("hoogstens"),
            longest_without_new=decision.optional_span("zonder_nieuw_besluit"),
            open_always=always.texts("altijd"),
            deciders=tuple((MeasureCode(name), deciders.text(name)) for name in deciders.names()),
            reaction_hours=reaction.count("binnen_uren"),
            moves_off_weekends=remedy.yes_no("schuift") or False,
        )

    def _remedy(self) -> Remedy | None:
        table = self._one("rechtsmiddel")
        if not table.given:
            self._notes.note(("rechtsmiddel",), FaultCode.MISSING)
            return None
        return Remedy(
            kind=RemedyKind(table.choice("soort") or RemedyKind.COMPLAINT),
            where=table.text("waar"),
            term=table.span("termijn"),
            answer_term=table.span("antwoord"),
            ground=table.text("grondslag"),
        )

    def _retention(self) -> tuple[tuple[Severity, Span], ...]:
        table = self._one("bewaren")
        return tuple(
            (severity, table.span(severity.value)) for severity in Severity if table.has(severity.value)
        )

    def _terms(self) -> Terms:
        kept, care, privacy, police, number = (
            self._one(part) for part in ("bewaren", "nazorg", "privacy", "aangifte", "nummer")
        )
        return Terms(
            first_talk_hours=care.count("gesprek_binnen_uren") if care.given else None,
            later_talks=self._later_talks(care),
            last_talk_at_latest=care.span("laatste_uiterlijk") if care.given else None,
            offer_care_again=care.optional_span("opnieuw_aanbieden") if care.given else None,
            access_answer=privacy.span("antwoord_inzage") if privacy.given else None,
            erasure_answer=privacy.span("antwoord_verwijderen") if privacy.given else None,
            police_complaint=police.span("klachttermijn") if police.given else None,
            number_stale_after=number.span("verouderd_na") if number.given else None,
            withdrawn_kept=kept.optional_span("ingetrokken"),
            severe_kept_at_most=kept.optional_span("zwaar_hoogstens"),
            look_ups_kept=kept.optional_span("opzoeken"),
        )

    def _later_talks(self, care: Table) -> tuple[Span, ...]:
        talks = care.spans("daarna") if care.given else ()
        if len(talks) > MOST_LATER_TALKS:
            where = (*care.where, "daarna", MOST_LATER_TALKS + 1)
            self._notes.note(where, FaultCode.TOO_MANY, str(MOST_LATER_TALKS))
        return talks

    def _grounds(self) -> tuple[tuple[str, str], ...]:
        """Return the ground of every part that is no list, also of the defaults."""
        tables = [self._one(part) for part, section in SECTIONS.items() if _has_own_ground(part, section)]
        return tuple((str(table.where[0]), ground) for table in tables if (ground := table.ground()))

    def _replaces(self) -> tuple[tuple[KindCode, KindCode], ...]:
        table = self._one("vervangt")
        found = [(KindCode(name), table.code(name)) for name in table.names()]
        return tuple((old, KindCode(new)) for old, new in found if new is not None)


def _has_own_ground(part: str, section: Section) -> bool:
    return "grondslag" in section.keys and not section.repeated and part != "bereik"


def _located(
    found: Iterable[PolicyFault], content: Mapping[str, object], lines: Mapping[Where, int]
) -> tuple[PolicyFault, ...]:
    """Return the faults with their lines, in the order of the file."""
    places = _listed_measures(content)
    located = (_at_line(_by_place(fault, places), lines) for fault in found)
    return tuple(sorted(located, key=lambda fault: fault.line or 0))


def _listed_measures(content: Mapping[str, object]) -> dict[str, int]:
    """Return the last place in the file of each measure it lists."""
    listed = content.get("maatregel")
    tables = enumerate(listed, start=1) if isinstance(listed, list) else ()
    return {str(table.get("code")): place for place, table in tables if isinstance(table, dict)}


def _by_place(fault: PolicyFault, places: Mapping[str, int]) -> PolicyFault:
    """Name a measure by its place in the file instead of its code."""
    match fault.where:
        case ("maatregel", str(code), key):
            return replace(fault, where=("maatregel", places[code], key))
        case _:
            return fault


def _at_line(fault: PolicyFault, lines: Mapping[Where, int]) -> PolicyFault:
    """Add the line of the key, or of the nearest part around it that is in the file."""
    for end in range(len(fault.where), 0, -1):
        if fault.where[:end] in lines:
            return replace(fault, line=lines[fault.where[:end]])
    return fault
