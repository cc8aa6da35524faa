"""Makes docs/snelheid.md from results; Dutch, for whoever runs the program and wants to know what to expect."""

from collections.abc import Iterable, Iterator
from textwrap import dedent

from agressielog.presentation.moments import show_long_day
from benchmarks.bars import bars
from benchmarks.commands import LIBRARIES, command_name
from benchmarks.figures import Figure, whole
from benchmarks.loading import Loading
from benchmarks.measuring import GroupFigures, Results
from benchmarks.side_by_side import Beside, Imported


def page(results: Results) -> str:
    """Return the page, in Markdown."""
    return "\n".join(
        [
            *_introduction(results),
            *_bars(results),
            *(line for group in results.groups for line in _group(group)),
            *_beside(results.beside),
            *_import(results.imported),
            *(line for loading in results.loadings for line in _loading(loading)),
            *_halving(results),
            *_again(),
        ]
    )


def _introduction(results: Results) -> Iterator[str]:
    machine = results.machine
    yield "# Hoe snel het is"
    yield ""
    yield "<!-- Gemaakt door `python -m benchmarks`; verander de cijfers niet met de hand. -->"
    yield ""
    if results.quick:
        yield "**Dit is een snelle meting, met weinig rondes: alleen om te zien of het meten werkt.**"
        yield ""
    yield (
        f"Gemeten op {show_long_day(results.on)} op {machine.system} met {machine.processors} processors en "
        f"{machine.memory} GiB geheugen, Python {machine.python} en SQLite {machine.sqlite}. Bij het begin wilden "
        f"{_number(machine.load, 1)} processen tegelijk rekenen."
    )
    yield from dedent("""
        Elke regel is een heel proces: van het starten tot het antwoord gelezen is en het proces weg is, van het
        programma zoals `pip` het installeert. De opdrachten van een tabel lopen om beurten (A B C A B C …). De
        verhouding is per ronde genomen; daarvan staat hier de middelste. Zo telt niet mee dat een machine het de
        ene minuut drukker heeft dan de andere. Milliseconden verschillen per machine, verhoudingen veel minder.

        Alle bellers, nummers en gesprekken zijn verzonnen. Elke beller heeft vijf incidenten; een op de vijftig
        kreeg maatregelen, een op de twintig gesprekken leverde een toezegging op.

        """).splitlines()


def _bars(results: Results) -> Iterator[str]:
    yield "## Wat het hoogstens mag zijn"
    yield ""
    yield from _table(
        ("wat", "hoogstens", "gemeten", ""),
        (
            (
                bar.about,
                _number(bar.limit, 2),
                _number(bar.measured, 2),
                "gehaald" if bar.met else "**niet gehaald**",
            )
            for bar in bars(results)
        ),
    )


def _group(group: GroupFigures) -> Iterator[str]:
    yield f"## {group.title}"
    yield ""
    yield f"{group.rounds} rondes; de verhouding is tot `{group.reference}`."
    yield ""
    yield from _table(
        ("opdracht", "ms", "van – tot", "ms processor", "verhouding", "processor", "MiB"),
        (
            (f"`{name}`" if name == group.reference else name, *_cells(figure))
            for name, figure in group.figures.items()
        ),
    )


def _cells(figure: Figure) -> tuple[str, ...]:
    return (
        _milliseconds(figure.wall),
        f"{_milliseconds(min(figure.walls))} – {_milliseconds(max(figure.walls))}",
        _milliseconds(figure.cpu),
        _number(figure.ratio, 2),
        _number(figure.cpu_ratio, 2),
        f"{figure.memory:.0f}",
    )


def _beside(beside: Beside) -> Iterator[str]:
    yield "## Opzoeken terwijl anderen vastleggen"
    yield ""
    yield (
        f"{beside.look_ups} keer opgezocht terwijl {beside.writes} keer `add` liep, het ene proces na het andere; "
        f"{beside.refused} keer geweigerd."
    )
    yield ""
    yield from _table(("", "middelste, ms", "99 van de 100 onder, ms", "langste, ms"), _side_by_side(beside))


def _side_by_side(beside: Beside) -> Iterator[tuple[str, ...]]:
    yield "in rust", _milliseconds(beside.quiet), _milliseconds(beside.quiet_slowest), ""
    yield (
        "intussen",
        _milliseconds(beside.busy),
        _milliseconds(beside.busy_slowest),
        _milliseconds(beside.longest),
    )
    yield (
        "verhouding",
        _number(beside.busy / beside.quiet, 2),
        _number(beside.busy_slowest / beside.quiet_slowest, 2),
        "",
    )


def _import(imported: Imported) -> Iterator[str]:
    sample, beside = imported.sample, imported.beside
    yield f"## {whole(imported.rows)} rijen importeren"
    yield ""
    yield (
        f"{_number(sample.wall, 1)} seconden ({_number(sample.cpu, 1)} rekenend): {whole(imported.rows / sample.wall)} rijen per "
        f"seconde, met hoogstens {sample.memory:.0f} MiB geheugen; alles of niets. Het geheugen groeit met het aantal "
        "rijen: alle rijen worden gelezen voordat de eerste erin komt, en de wijzigingen blijven in het geheugen tot "
        "ze in één keer worden vastgelegd, zodat iedereen tot dan kan opzoeken. De tijd is rekenen op één processor: volgens "
        "een profiel van 10.000 rijen begrijpen wat er staat een derde, de antwoorden voor `lookup` klaarzetten ook een "
        "derde, vastleggen en bellers terugvinden de rest."
    )
    yield ""
    yield (
        f"Intussen is {beside.look_ups} keer opgezocht, {beside.refused} keer geweigerd. Het bestand was bij het "
        f"vastleggen hoogstens {_milliseconds(imported.closed)} ms dicht."
    )
    yield ""
    yield from _table(("", "middelste, ms", "99 van de 100 onder, ms", "langste, ms"), _side_by_side(beside))


def _loading(loading: Loading) -> Iterator[str]:
    whole = sum(share.milliseconds for share in loading.shares)
    yield f"## Wat `{loading.command}` laadt"
    yield ""
    yield from _table(
        ("van wie", "modules", "ms", "deel"),
        (
            (
                share.owner,
                str(share.modules),
                _number(share.milliseconds, 1),
                f"{100 * share.milliseconds / whole:.0f} %",
            )
            for share in loading.shares
        ),
    )
    told = "Volgens `python -X importtime`, dat zelf ook tijd kost."
    if loading.classes:
        told += f" {loading.classes} waarden en andere dataclasses worden gemaakt; dat is {100 * loading.classes_share:.0f} % van de hele opdracht."
    yield told
    yield ""


def _halving(results: Results) -> Iterator[str]:
    """Say what it would take to halve `add`; how classes were made before was measured apart, on Python 3.11."""
    figure = {name: figure for group in results.groups for name, figure in group.figures.items()}
    if LIBRARIES not in figure:
        return
    share = figure[LIBRARIES].cpu / figure[command_name("add", results.largest)].cpu
    yield "## Wat het zou vragen om `add` te halveren"
    yield ""
    yield from dedent(f"""\
        Typer en sqlite-utils laden is {100 * share:.0f} % van de hele opdracht: halveren kan alleen zonder een van beide.
        Sqlite-utils draagt de tabellen, de stappen van versie naar versie en het schrijven, typer de hele
        opdrachtregel. Eén reguliere expressie van sqlite-utils 4.2.1, die voor `CREATE VIRTUAL TABLE`, kost bij elke
        start 14 ms. Van de klassen van het programma zelf wordt alleen `__init__` gecompileerd (`domain/value.py`); met
        de zes functies die `dataclass` voor elke klasse compileert kostte `add` een derde meer.
        """).splitlines()
    yield ""


def _again() -> Iterator[str]:
    yield from (
        dedent("""
        ## Zelf meten

            python -m benchmarks --snel
            python -m benchmarks

        Het eerste duurt een minuut en laat zien of het meten werkt, het tweede een kwartier. Nodig zijn een
        omgeving met de ontwikkelgereedschappen en `pip` dat bij zijn pakketten kan. Doe intussen niets anders op de
        machine. Met `--bellers 1000000` wordt er ook in een miljoen bellers opgezocht; reken op een uur en
        twintig gigabyte erbij. Wat gemaakt is blijft voor een volgende keer in de map van `--map` staan.
        """)
        .strip("\n")
        .splitlines()
    )
    yield ""


def _table(heading: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield f"| {' | '.join(heading)} |"
    yield f"|{'|'.join('---' if place == 0 else '---:' for place in range(len(heading)))}|"
    for row in rows:
        yield f"| {' | '.join(row)} |"
    yield ""


def _milliseconds(seconds: float) -> str:
    return _number(seconds * 1000, 1)


def _number(value: float, digits: int) -> str:
    return f"{value:.{digits}f}".replace(".", ",")
