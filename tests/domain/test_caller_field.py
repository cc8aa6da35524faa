"""The fields of a caller that people fill in."""

import pytest
import story

from agressielog.domain.caller_field import CallerField, clean_field, field_values, with_fields
from agressielog.domain.errors import TextTooLong, UnreadableValue


@pytest.mark.parametrize(
    ("field", "option"),
    [
        (CallerField.NAME, "--naam"),
        (CallerField.CUSTOMER_NUMBER, "--klantnummer"),
        (CallerField.ADDRESS, "--adres"),
        (CallerField.E_MAIL, "--e-mail"),
        (CallerField.LANGUAGE_OR_HELP, "--taal"),
    ],
)
def test_every_field_has_its_option(field: CallerField, option: str) -> None:
    assert field.option == option


@pytest.mark.parametrize("field", CallerField)
def test_a_field_reads_back_what_was_put_in_it(field: CallerField) -> None:
    assert field_values(with_fields(story.caller(), {field: "x@y"}))[field] == "x@y"


def test_a_field_that_is_not_named_stays() -> None:
    caller = story.caller(name="J. Jansen", address="Dorpsstraat 1")
    assert with_fields(caller, {CallerField.ADDRESS: None}).name == "J. Jansen"


@pytest.mark.parametrize("field", CallerField)
@pytest.mark.parametrize("nothing", ["", "  ", "\n"])
def test_nothing_typed_is_nothing_known(field: CallerField, nothing: str) -> None:
    assert clean_field(field, nothing) is None


def test_a_line_break_in_a_field_becomes_a_space() -> None:
    assert (
        clean_field(CallerField.ADDRESS, "Dorpsstraat 1\n1234 AB Ons Dorp ")
        == "Dorpsstraat 1 1234 AB Ons Dorp"
    )


@pytest.mark.parametrize("raw", ["jansen", "j jansen@voorbeeld.nl", "@voorbeeld.nl", "j@", "a@b@c"])
def test_what_no_mail_can_be_sent_to_is_refused(raw: str) -> None:
    with pytest.raises(UnreadableValue) as refused:
        clean_field(CallerField.E_MAIL, raw)
    assert (refused.value.field, refused.value.raw) == ("--e-mail", raw)


@pytest.mark.parametrize("raw", ["j.jansen@voorbeeld.nl", "jan+balie@münchen.de"])
def test_an_address_that_can_be_written_to_is_kept_as_typed(raw: str) -> None:
    assert clean_field(CallerField.E_MAIL, raw) == raw


def test_a_name_longer_than_a_line_is_refused() -> None:
    with pytest.raises(TextTooLong):
        clean_field(CallerField.NAME, "x" * 201)
