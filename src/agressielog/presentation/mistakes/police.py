"""What stands in the way of a sheet for the police."""

from agressielog.application.police_sheet import NothingToReport
from agressielog.presentation.mistakes.three_lines import Mistake, Reason, refusal


def nothing_to_report(error: NothingToReport) -> Mistake:
    """Word an incident of which nobody is reported."""
    return refusal(
        Reason("incident_vervallen", f"Het incident is {error.status.value}: er staat niets meer van."),
        what=f"Van incident {error.incident} is geen aangifteblad te maken.",
        now=f"Klopt dat niet, zet het dan terug: agressielog edit {error.incident} --status gemeld",
    )
