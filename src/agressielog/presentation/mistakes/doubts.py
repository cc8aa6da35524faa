"""Words why it is not clear whose call it was."""

from typing import assert_never

from agressielog.domain.matching import Doubt


def show_doubt(doubt: Doubt) -> str:
    """Return one Dutch sentence."""
    match doubt:
        case Doubt.SEVERAL_CALLERS:
            return "Meer bellers gebruiken dit nummer."
        case Doubt.OTHER_NAME:
            return "Deze naam past niet bij wie we van het nummer of klantnummer kennen."
        case Doubt.OTHER_CUSTOMER_NUMBER:
            return "Dit klantnummer past niet bij wie we van het nummer kennen."
        case Doubt.SAME_NAME:
            return "Er is al een beller met deze naam."
        case Doubt.SEVERAL_NAMESAKES:
            return "Er zijn meer bellers met deze naam."
        case Doubt.KNOWN_CUSTOMER:
            return "Er is al een beller met dit klantnummer."
        case Doubt.SEVERAL_CUSTOMERS:
            return "Meer bellers hebben dit klantnummer."
        case _:
            assert_never(doubt)
