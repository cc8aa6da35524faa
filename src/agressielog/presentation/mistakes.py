"""Words every error in Dutch; adding one is a function beside its kin and a line here."""

from collections.abc import Callable
from functools import singledispatch

from agressielog.domain.errors import AgressielogError
from agressielog.presentation import (
    export_mistakes,
    file_mistakes,
    import_mistakes,
    logbook_mistakes,
    moment_mistakes,
    number_mistakes,
    option_mistakes,
    settings_mistakes,
    system_mistakes,
    table_mistakes,
    text_mistakes,
    usage_mistakes,
)
from agressielog.presentation.three_lines import Mistake

__all__ = ["Mistake", "word"]


@singledispatch
def word(error: AgressielogError) -> Mistake:
    """Return the wording of *error*, by its class.

    A class without a wording of its own is a fault of ours: a test finds it before a user does.
    """
    return system_mistakes.unexpected(error, "presentation/mistakes.py")


_WORDINGS: tuple[Callable[..., Mistake], ...] = (
    text_mistakes.unreadable_value,
    text_mistakes.text_too_long,
    text_mistakes.text_unstorable,
    text_mistakes.text_empty,
    text_mistakes.unknown_kind,
    text_mistakes.no_search_words,
    number_mistakes.unreadable_number,
    number_mistakes.withheld_number,
    moment_mistakes.unreadable_moment,
    moment_mistakes.unreadable_day,
    moment_mistakes.moment_without_time,
    moment_mistakes.moment_in_future,
    moment_mistakes.missing_hour,
    moment_mistakes.unreadable_period,
    import_mistakes.mapping_unreadable,
    import_mistakes.heading_not_found,
    import_mistakes.column_taken_twice,
    import_mistakes.moment_unmapped,
    import_mistakes.kinds_unmapped,
    import_mistakes.rows_refused,
    import_mistakes.ragged_cells,
    import_mistakes.relative_moment,
    import_mistakes.time_missing,
    import_mistakes.number_though_withheld,
    import_mistakes.ulid_twice,
    import_mistakes.promise_kept,
    export_mistakes.file_too_large,
    export_mistakes.target_exists,
    export_mistakes.target_is_link,
    export_mistakes.target_is_logbook,
    export_mistakes.export_to_screen,
    table_mistakes.not_a_table,
    table_mistakes.unreadable_encoding,
    table_mistakes.empty_table,
    table_mistakes.broken_quotes,
    table_mistakes.cell_too_large,
    option_mistakes.contradiction,
    option_mistakes.too_many_days,
    option_mistakes.stdin_twice,
    option_mistakes.days_reversed,
    option_mistakes.not_positive,
    option_mistakes.editor_failed,
    option_mistakes.sheet_unreadable,
    file_mistakes.logbook_missing,
    logbook_mistakes.incident_not_found,
    logbook_mistakes.caller_not_found,
    logbook_mistakes.ambiguous_caller,
    logbook_mistakes.caller_unclear,
    logbook_mistakes.missing_answers,
    logbook_mistakes.nothing_to_split,
    logbook_mistakes.already_merged,
    logbook_mistakes.merge_with_itself,
    logbook_mistakes.customer_number_taken,
    logbook_mistakes.nothing_to_confirm,
    logbook_mistakes.folder_holds_logbook,
    logbook_mistakes.number_not_linked,
    logbook_mistakes.unknown_setting,
    file_mistakes.logbook_busy,
    file_mistakes.disk_full,
    file_mistakes.logbook_read_only,
    file_mistakes.logbook_unreachable,
    file_mistakes.logbook_replaced,
    file_mistakes.logbook_is_folder,
    file_mistakes.not_a_logbook,
    file_mistakes.logbook_newer,
    file_mistakes.write_failed,
    file_mistakes.outcome_uncertain,
    file_mistakes.logbook_damaged,
    settings_mistakes.policy_faulty,
    settings_mistakes.unknown_policy,
    settings_mistakes.config_faulty,
    usage_mistakes.unknown_command,
    usage_mistakes.missing_command,
    usage_mistakes.unknown_option,
    usage_mistakes.option_before_command,
    usage_mistakes.option_after_command,
    usage_mistakes.missing_value,
    usage_mistakes.value_not_taken,
    usage_mistakes.missing_parameter,
    usage_mistakes.extra_words,
    usage_mistakes.not_a_number,
    usage_mistakes.unclear_usage,
    system_mistakes.system_refused,
)

for _wording in _WORDINGS:
    word.register(_wording)
