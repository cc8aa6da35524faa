"""The course of one import: understand the columns, read the rows, show what they bring, store them."""

from dataclasses import replace
from pathlib import Path

import typer

from agressielog.application.import_alike import Alike
from agressielog.application.import_columns import ColumnMap, is_own_export, setting_key, to_setting
from agressielog.application.import_errors import RowsRefused
from agressielog.application.import_incidents import (
    ImportReport,
    RowsRead,
    foresee_import,
    import_rows,
    keep_settings,
    read_rows,
)
from agressielog.application.table_text import Table, decode, read_table
from agressielog.bootstrap import App
from agressielog.cli.asking import StepBack, ask_yes_no, say
from agressielog.cli.exit_status import ExitStatus
from agressielog.cli.import_options import ImportOptions, read_columns, read_rules
from agressielog.cli.opening import announce_new
from agressielog.domain.value import value
from agressielog.presentation.console import Output
from agressielog.presentation.labels import clipped, counted, incidents
from agressielog.presentation.mistakes.three_lines import show_mistake
from agressielog.presentation.tables.import_json import import_json
from agressielog.presentation.tables.import_view import (
    refusal_of_rows,
    show_columns,
    show_coming,
    show_refused,
)
from agressielog.settings.safe_files import read_file

_TITLE = 60


@value(kw_only=True)
class Import:
    """One import on its way.

    Attributes:
        app, output: where to, and where to tell it.
        table: the register.
        typed: the options that say how to read it.
        dry_run: only show.
        skip: take the good rows, whatever happens to the others.
        changed: take rows that look like an incident that is there already.
        confirm: ask before storing, where there is somebody to ask.
        as_json: answer in JSON.
        asking: whether there is somebody to ask.
    """

    app: App
    output: Output
    table: Table
    typed: ImportOptions
    dry_run: bool
    skip: bool
    changed: bool
    confirm: bool
    as_json: bool
    asking: bool


def open_table(path: Path) -> Table:
    """Read the file of a register.

    Raises:
        FileTooLarge, OSError, and what `decode` and `read_table` raise.
    """
    return read_table(decode(read_file(path)).text)


def carry_out(order: Import) -> None:
    """Take a register over, or show what would happen.

    Raises:
        RowsRefused: nothing came in.
        RowsAlike: nothing came in.
        typer.Exit: with status 4, for a try-out in which nothing could come in and for JSON.
        The `WrongUse` family.
    """
    order, columns, read = _understand(order)
    if order.dry_run:
        _show_try_out(order, columns, read)
    elif order.as_json:
        _store_for_a_program(order, columns, read)
    elif order.asking:
        _store_after_asking(order, columns, read)
    else:
        _store(order, columns, read)


def _understand(order: Import) -> tuple[Import, ColumnMap, RowsRead]:
    """Find out what the columns hold, by asking if need be, and read the rows."""
    for title in order.table.titles:
        order.output.notice(f'Overgeslagen, want het is een titel en geen kop: "{clipped(title, _TITLE)}".')
    columns, was_kept = read_columns(order.app, order.table, order.typed)
    if was_kept:
        order.output.notice("Gelezen zoals eerder bij deze kolommen is gezegd; opnieuw vragen: --opnieuw.")
    if not order.asking:
        return order, columns, _read(order, columns)
    from agressielog.cli.import_dialogue import ask_columns, ask_gaps, ask_words

    asked = columns
    if not was_kept and not is_own_export(order.table.header):
        asked = ask_columns(order.table, asked, order.app.policy)
    asked = ask_words(order.table, asked, order.app.policy)
    read = _read(order, asked)
    filled = ask_gaps(asked, read, order.app.policy)
    if filled != asked:
        read = _read(order, filled)
    return _keep(order, filled), filled, read


def _read(order: Import, columns: ColumnMap) -> RowsRead:
    with order.output.progress(len(order.table.rows), "Lezen") as done:
        return read_rows(order.table, columns, read_rules(order.app, order.typed), done)


def _keep(order: Import, columns: ColumnMap) -> Import:
    """Keep the answers, so that a file with faults need not be explained twice."""
    app = order.app
    settings = _settings(order, columns)
    if not settings:
        return order
    question = f"Er is nog geen logboek. Nu maken ({app.path}), zodat je dit niet nog eens hoeft te zeggen?"
    if app.is_new and order.dry_run and not _agreed(question, default=True):
        return order
    keep_settings(app.store, app.deed("import"), settings)
    announce_new(app, order.output)
    say("Bewaard: bij een volgend bestand met deze kolommen wordt dit niet meer gevraagd.")
    return replace(order, app=replace(app, is_new=False, settings=app.settings | settings))


def _settings(order: Import, columns: ColumnMap) -> dict[str, str]:
    """Return what is to be kept of what a person said about these columns, if it is not kept yet."""
    key, text = setting_key(order.table.header), to_setting(columns)
    told = order.typed.says_something or (order.asking and not is_own_export(order.table.header))
    return {key: text} if told and order.app.settings.get(key) != text else {}


def _on_alike(order: Import) -> Alike:
    """Return what the options say of rows that look like an incident that is there already."""
    if order.changed:
        return Alike.TAKE
    return Alike.LEAVE if order.skip else Alike.REFUSE


def _show_try_out(order: Import, columns: ColumnMap, read: RowsRead) -> None:
    on_alike = _on_alike(order)
    report = foresee_import(order.app.store, read, on_alike=on_alike)
    refused = (bool(read.refused) and not order.skip) or (bool(report.alike) and on_alike is Alike.REFUSE)
    if order.as_json:
        order.output.answer.json(import_json(report, columns, order.table.header, stored=False))
    else:
        screen = order.output.answer
        show_columns(screen, columns, order.table.header)
        show_refused(screen, read.refused)
        _show_foreseen(order, report)
        screen.line("Dit was een proef: er is niets overgenomen.")
    if refused:
        raise typer.Exit(ExitStatus.REFUSED)


def _show_foreseen(order: Import, report: ImportReport) -> None:
    blocked = report.read.refused and not order.skip
    title = "Zou erin komen zonder die rijen (met --sla-over)" if blocked else "Komt erin"
    show_coming(order.output.answer, report, order.app.policy, title=title)


def _store_for_a_program(order: Import, columns: ColumnMap, read: RowsRead) -> None:
    try:
        report = _import(order, columns, read, skip=order.skip, on_alike=_on_alike(order))
    except RowsRefused as refused:
        show_mistake(refusal_of_rows(refused), order.output, as_json=True)
        raise typer.Exit(ExitStatus.REFUSED) from refused
    order.output.answer.json(import_json(report, columns, order.table.header, stored=True))


def _store(order: Import, columns: ColumnMap, read: RowsRead) -> None:
    show_refused(order.output.answer, read.refused)
    report = _import(order, columns, read, skip=order.skip, on_alike=_on_alike(order))
    show_coming(order.output.answer, report, order.app.policy, title="Overgenomen")


def _store_after_asking(order: Import, columns: ColumnMap, read: RowsRead) -> None:
    screen = order.output.answer
    show_refused(screen, read.refused)
    on_alike = _on_alike(order)
    report = foresee_import(order.app.store, read, on_alike=on_alike)
    _show_foreseen(order, report)
    skip = order.skip
    if report.alike and on_alike is Alike.REFUSE:
        rows = "Die rij" if len(report.alike) == 1 else f"Die {len(report.alike)} rijen"
        question = f"{rows} toch overnemen, zodat ze apart meetellen? Nee slaat ze over."
        on_alike = Alike.TAKE if _agreed(question, default=False) else Alike.LEAVE
    if read.refused and not skip and report.coming:
        rows = counted(len(read.refused), "rij", "rijen")
        skip = _agreed(f"Die {rows} overslaan en de rest overnemen?", default=False)
    elif report.coming and order.confirm and not _agreed("Overnemen?", default=True):
        screen.line("Er is niets overgenomen.")
        return
    report = _import(order, columns, read, skip=skip, on_alike=on_alike)
    screen.line(f"Overgenomen: {incidents(report.coming)}.")


def _import(
    order: Import, columns: ColumnMap, read: RowsRead, *, skip: bool, on_alike: Alike
) -> ImportReport:
    app = order.app
    with order.output.progress(len(read.accepted), "Overnemen") as done:
        report = import_rows(
            app.store,
            app.deed("import"),
            read,
            skip_refused=skip,
            on_alike=on_alike,
            settings=_settings(order, columns),
            done=done,
        )
    announce_new(app, order.output)
    return report


def _agreed(question: str, *, default: bool) -> bool:
    """Ask for a yes; who wants to go back says no."""
    try:
        return ask_yes_no(question, default=default)
    except StepBack:
        return False
