"""Shows a colleague what is kept about them: of what kind, why, how long, and their rights; never a number."""

from agressielog.application.employee_file import EmployeeFile, KeptKind, OwnRecords
from agressielog.domain.identity import measure_code, promise_code
from agressielog.presentation.console import Screen, Style, styled
from agressielog.presentation.json_documents import Json
from agressielog.presentation.moments import iso_day, show_short_day

#: Per kind: what it is, why it is kept, and how long.
_TOLD = {
    KeptKind.REPORTS: ("meldingen", "nazorg, en vertellen wat ermee is gedaan", "met het incident"),
    KeptKind.CARE: ("nazorg die nog komt", "nazorg", "met het incident"),
    KeptKind.DECISIONS: ("besluiten", "een besluit heeft een naam", "met de maatregel"),
    KeptKind.PROMISES: ("open toezeggingen", "nakomen", "met de toezegging"),
    KeptKind.WRITTEN: ("wat je vastlegde of veranderde", "bewijs", "geen termijn"),
    KeptKind.LOOKED: ("wie je opzocht of bekeek", "misbruik kunnen vaststellen", ""),
}
#: What a colleague may ask.
RIGHTS = (
    "Je mag dit inzien, fouten laten verbeteren, vragen om wissen of beperken, en bezwaar maken (AVG artikel 15 tot en "
    "met 21)."
)
_CHAIN = "Naam en moment in de keten blijven: zonder die is er geen bewijs. Er worden geen cijfers per medewerker van gemaakt."


def show_employee_file(screen: Screen, kept: EmployeeFile, contact: str | None) -> None:
    """Print what is kept about a colleague; *contact* is where questions about personal data go."""
    screen.line(styled(f"Wat dit logboek bewaart over {kept.name}", Style.TITLE))
    present = kept.present
    if present is None or kept.own is None:
        rows = [(what, why, _term(kind, kept)) for kind, (what, why, _) in _TOLD.items()]
        screen.table(["Wat", "Waarom", "Hoe lang"], rows)
        screen.line(f"Wat er is, ziet {kept.name} zelf, met deze opdracht onder de eigen naam.", hanging=2)
    else:
        screen.table(
            ["Wat", "Is er", "Waarom", "Hoe lang"],
            [
                (what, "ja" if kind in present else "nee", why, _term(kind, kept))
                for kind, (what, why, _) in _TOLD.items()
            ],
        )
        _show_own(screen, kept.own)
    where = f" Vraag dat aan: {contact}" if contact else ""
    screen.line(RIGHTS + where, hanging=2)
    screen.line(_CHAIN, hanging=2)


def employee_json(kept: EmployeeFile, contact: str | None) -> Json:
    """Return the document of `avg inzage --medewerker`."""
    own = kept.own
    return {
        "schema": "agressielog.avg.inzage.medewerker/1",
        "medewerker": kept.name,
        "op": iso_day(kept.on),
        "soorten": [
            {
                "soort": kind.value,
                "aanwezig": kind in kept.present if kept.present is not None else None,
                "waarom": why,
                "bewaard": _term(kind, kept),
            }
            for kind, (_, why, _) in _TOLD.items()
        ],
        "eigen": _own_json(own) if own is not None else None,
        "rechten": RIGHTS,
        "privacycontact": contact,
    }


def _own_json(own: OwnRecords) -> Json:
    return {
        "meldingen": [{"id": incident, "dag": iso_day(day)} for incident, day in own.reports],
        "besluiten": [{"id": measure_code(one), "dag": iso_day(day)} for one, day in own.decisions],
        "toezeggingen": [
            {"id": promise_code(one), "voor": iso_day(due) if due is not None else None}
            for one, due in own.promises
        ],
        "nazorg": [
            {"incident": incident, "stap": step.value, "uiterlijk": iso_day(day)}
            for incident, step, day in own.care
        ],
    }


def _show_own(screen: Screen, own: OwnRecords) -> None:
    rows = [
        ("Meldingen", _listed([f"{one} ({show_short_day(day)})" for one, day in own.reports])),
        ("Besluiten", _listed([f"{measure_code(m)} ({show_short_day(d)})" for m, d in own.decisions])),
        ("Open toezeggingen", _listed([promise_code(promise) for promise, _ in own.promises])),
        (
            "Nazorg die nog komt",
            _listed([f"{step.value} bij incident {i} (voor {show_short_day(d)})" for i, step, d in own.care]),
        ),
    ]
    screen.fields(rows, indent=2)


def _term(kind: KeptKind, kept: EmployeeFile) -> str:
    return str(kept.looks_kept) if kind is KeptKind.LOOKED else _TOLD[kind][2]


def _listed(names: list[str]) -> str:
    return ", ".join(names) or "geen"
