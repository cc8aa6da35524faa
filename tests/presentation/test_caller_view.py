"""How callers read on a screen, where no command leads there yet or the details matter."""

import io

import pytest
import story
from story import LANDLINE, MOBILE

from agressielog.application.callers import CallerCard, CallerLine, Found
from agressielog.domain.caller import Caller, NumberLink
from agressielog.domain.caller_field import CallerField
from agressielog.domain.identity import CallerId
from agressielog.domain.vocabulary import Certainty, IncidentStatus
from agressielog.presentation.caller_view import (
    FIELD_NAMES,
    FIELD_QUESTIONS,
    named,
    show_callers,
    show_card,
    show_followed,
)
from agressielog.presentation.console import Screen


def _listed(caller: Caller) -> str:
    paper = io.StringIO()
    show_callers(Screen(paper), [CallerLine(caller, 3)], None)
    return paper.getvalue().splitlines()[1]


@pytest.mark.parametrize(
    ("caller", "line"),
    [
        (story.caller(), "B1      –     –            –                 3"),
        (
            story.caller(
                name="Wilhelmina van den Bergh-Oosterhuis",
                customer_number="K-1234567890123",
                numbers=(
                    NumberLink(MOBILE, Certainty.PRESUMED, story.TODAY),
                    NumberLink(LANDLINE, Certainty.CERTAIN, story.TODAY),
                ),
            ),
            "B1      Wilhelmina van den Bergh-…  K-123456789…  06-••••5678? +1           3",
        ),
    ],
)
def test_a_caller_fits_on_one_line_of_eighty_columns(caller: Caller, line: str) -> None:
    assert _listed(caller) == line
    assert len(line) <= 80


@pytest.mark.parametrize("status", [IncidentStatus.WITHDRAWN, IncidentStatus.REJECTED])
def test_an_incident_that_does_not_stand_says_so_and_needs_no_confirming(status: IncidentStatus) -> None:
    paper = io.StringIO()
    incident = story.incident(certainty=Certainty.PRESUMED, status=status)
    show_card(Screen(paper), CallerCard(Found(story.caller()), (incident,), (), None), story.policy())
    assert paper.getvalue().splitlines()[-1].endswith(f"06-12345678  {status.value}")


def test_every_field_has_a_name_and_a_question() -> None:
    assert list(FIELD_NAMES) == list(FIELD_QUESTIONS) == list(CallerField)


def test_who_was_meant_goes_without_saying_and_who_was_followed_does_not() -> None:
    assert show_followed(Found(story.caller(1))) is None
    assert (
        show_followed(Found(story.caller(1), CallerId(2))) == "B2 is samengevoegd met B1; dit gaat over B1."
    )


@pytest.mark.parametrize(
    ("names", "sentence"), [(["B1"], "B1"), (["B1", "B2"], "B1 en B2"), (["B1", "B2", "B3"], "B1, B2 en B3")]
)
def test_names_read_as_a_list_in_a_sentence(names: list[str], sentence: str) -> None:
    assert named(names) == sentence
