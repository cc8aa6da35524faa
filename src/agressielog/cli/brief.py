"""`agressielog brief`: the letter about a measure."""

import hashlib
from pathlib import Path
from typing import Annotated

import typer

from agressielog.application.errors import MissingAnswers
from agressielog.application.letters import Letter, issue, prepare
from agressielog.application.measure_views import caller_of
from agressielog.application.usage_errors import Contradiction
from agressielog.bootstrap import App
from agressielog.cli.despite import Reden, Toch, despite
from agressielog.cli.document_target import file_of, is_office
from agressielog.cli.opening import opened, seen
from agressielog.cli.reading_options import read_code, read_day
from agressielog.domain.identity import MeasureId, parse_measure_code
from agressielog.domain.letter import Issued, LetterForm, LetterKind
from agressielog.domain.value import value
from agressielog.presentation.console import Output, standard_output
from agressielog.presentation.letters.compose import compose
from agressielog.presentation.letters.docx import as_docx
from agressielog.presentation.letters.forms import as_text
from agressielog.presentation.letters.issued_view import letter_json, show_notices, templates_json
from agressielog.settings.letter_templates import DEFAULT_TEMPLATE, read_template, shipped_templates
from agressielog.settings.safe_files import written_aside

#: Stands where a measure would, and asks for the templates.
_TEMPLATES = "sjablonen"
_OFFICE = ".docx"


@value
class _Target:
    """Where a letter goes: nowhere but the screen, a text file, or an office document from a template."""

    path: Path | None
    template: Path | None
    overwrite: bool

    @property
    def is_office(self) -> bool:
        return self.path is not None and is_office(self.path)


def command(
    ctx: typer.Context,
    measure: Annotated[
        str,
        typer.Argument(metavar="MAATREGEL", help="De maatregel, bijvoorbeeld M3; of het woord sjablonen."),
    ],
    target: Annotated[
        str | None,
        typer.Option(
            "--uitvoer",
            "-o",
            metavar="BESTAND",
            help="Het bestand om te maken: .docx voor Word, anders tekst.",
        ),
    ] = None,
    form: Annotated[
        str, typer.Option("--vorm", metavar="VORM", help="brief, e-mail, sms of voorlezen.")
    ] = LetterForm.LETTER.value,
    kind: Annotated[
        str | None,
        typer.Option(
            "--soort",
            metavar="SOORT",
            help="waarschuwing, beperking, contactverbod, evaluatie, opheffing of bezwaar; gewoonlijk wat er nu bij hoort.",
        ),
    ] = None,
    template: Annotated[
        str | None,
        typer.Option("--sjabloon", metavar="BESTAND", help="Een eigen Word-sjabloon, in de huisstijl."),
    ] = None,
    day: Annotated[
        str | None,
        typer.Option("--peildatum", metavar="DATUM", help="De datum van de brief; gewoonlijk vandaag."),
    ] = None,
    overwrite: Annotated[
        bool, typer.Option("--overschrijf", help="Vervang het bestand als het er al is.")
    ] = False,
    all_the_same: Toch = False,
    reason: Reden = None,
    as_json: Annotated[bool, typer.Option("--json", help="Antwoord als JSON.")] = False,
) -> None:
    """Maak de brief bij een maatregel, of de tekst om te sturen of voor te lezen.

    Ontbreekt er iets dat in zo'n brief hoort, dan komt er geen brief, maar een lijst van wat ontbreekt.
    Wat er uitkomt, wordt met datum en kenmerk bij de maatregel bewaard.

      agressielog brief M3
      agressielog brief M3 -o brief.docx
      agressielog brief M3 --vorm sms

    De sjablonen voor Word zijn te vervangen door die van je eigen huisstijl:

      agressielog brief sjablonen -o MAP
      agressielog brief M3 -o brief.docx --sjabloon huisstijl.docx
    """
    place = _Target(
        file_of(target),
        Path(template) if template is not None else None,
        overwrite,
    )
    if measure.casefold() == _TEMPLATES:
        _copy_templates(place, as_json=as_json)
        return
    chosen = _read_form(place, form)
    app, output = opened(ctx)
    name, wanted = parse_measure_code(measure), _read_kind(kind)
    letter = prepare(
        app.store,
        name,
        app.policy,
        app.settings,
        on=read_day(app, day) or app.today,
        kind=wanted,
        despite=_despite(app, name, wanted, all_the_same=all_the_same, reason=reason),
    )
    seen(ctx, [caller_of(app.store, name)])
    _hand_out(app, output, letter, chosen, place, as_json=as_json)


def _read_form(place: _Target, typed: str) -> LetterForm:
    """Return the form that was asked for; refuse one that does not go where the letter goes."""
    form = read_code("--vorm", typed, LetterForm)
    if place.is_office and form is not LetterForm.LETTER:
        raise Contradiction(f"--vorm {form.value}", f"een bestand op {_OFFICE}")
    if place.template is not None and not place.is_office:
        raise Contradiction("--sjabloon", f"een uitvoer die niet op {_OFFICE} eindigt")
    return form


def _read_kind(typed: str | None) -> LetterKind | None:
    return read_code("--soort", typed, LetterKind) if typed is not None else None


def _despite(
    app: App, measure: MeasureId, kind: LetterKind | None, *, all_the_same: bool, reason: str | None
) -> bool:
    """Tell whether the letter may tell why; one that never does opens nothing, whatever was given."""
    whose = caller_of(app.store, measure) if kind is None or kind.tells_why else None
    return despite(app, whose, wanted=all_the_same, reason=reason)


def _hand_out(
    app: App, output: Output, letter: Letter, form: LetterForm, place: _Target, *, as_json: bool
) -> None:
    """Write or print the letter, and keep with the measure that it was made; not the one without the other."""
    text = None if place.is_office else as_text(letter.kind, letter.facts, form)
    document = _office_document(letter, place.template) if text is None else text.encode()
    issued = Issued(letter.kind, form, hashlib.sha256(document).hexdigest(), app.now)
    deed = app.deed("brief")
    if place.path is None:
        issue(app.store, deed, letter.facts.measure, issued)
    else:
        with written_aside(place.path, overwrite=place.overwrite, never=app.path) as file:
            file.write(document)
            issue(app.store, deed, letter.facts.measure, issued)
    if as_json:
        output.answer.json(letter_json(letter, issued, text, str(place.path) if place.path else None))
    elif place.path is None:
        output.answer.paragraph((text or "").removesuffix("\n"))
    else:
        output.answer.line(f"De brief staat in {place.path}.")
    show_notices(output, letter, form, text)


def _office_document(letter: Letter, template: Path | None) -> bytes:
    page = compose(letter.kind, letter.facts, LetterForm.LETTER)
    return as_docx(page, read_template(template), str(template or DEFAULT_TEMPLATE))


def _copy_templates(place: _Target, *, as_json: bool) -> None:
    """Write the templates that come with the program to a folder, for somebody to change."""
    if place.path is None:
        raise MissingAnswers(("--uitvoer",), on_terminal=False)
    place.path.mkdir(parents=True, exist_ok=True)
    written = []
    for name, content in shipped_templates().items():
        target = place.path / name
        with written_aside(target, overwrite=place.overwrite, never=target) as file:
            file.write(content)
        written.append(str(target))
    output = standard_output()
    if as_json:
        output.answer.json(templates_json(tuple(written)))
        return
    for path in written:
        output.answer.line(path)
    output.notice("Pas ze aan in Word of LibreOffice; laat de velden tussen accolades staan.")
