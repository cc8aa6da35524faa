"""Callers as JSON: the keys of design 3.1 `beller`, and the documents of `agressielog beller`."""

from collections.abc import Iterable, Sequence

from agressielog.application.callers import CallerCard, CallerLine, Edited, NumberAdded, NumberRemoved
from agressielog.application.merging import Merged, Split
from agressielog.domain.caller import Caller
from agressielog.domain.caller_field import field_values
from agressielog.domain.identity import caller_code
from agressielog.domain.phone import PhoneNumber
from agressielog.domain.vocabulary import Certainty
from agressielog.presentation.moments import iso


def caller_json(caller: Caller) -> dict[str, object]:
    """Return *caller* key by key; numbers stand in full, oldest link first."""
    return {
        "id": caller_code(caller.id),
        "naam": caller.name,
        "klantnummer": caller.customer_number,
        "nummers": [
            {"nummer": link.number.key, "zekerheid": link.certainty.value} for link in caller.numbers
        ],
        "adres": caller.address,
        "e_mail": caller.e_mail,
        "taal_of_hulp": caller.language_or_help,
    }


def callers_json(lines: Sequence[CallerLine]) -> dict[str, object]:
    """Return the document of `beller list`."""
    return {
        "schema": "agressielog.beller.list/1",
        "bellers": [{**caller_json(line.caller), "incidenten": line.incidents} for line in lines],
    }


def card_json(card: CallerCard) -> dict[str, object]:
    """Return the document of `beller show`; incidents by id, the last one first."""
    return {
        "schema": "agressielog.beller.show/1",
        "beller": caller_json(card.found.caller),
        "aangemaakt_op": iso(card.found.caller.created_at),
        "samengevoegd": [caller_code(merged.id) for merged in card.merged],
        "te_splitsen": caller_code(card.splits_off) if card.splits_off is not None else None,
        "incidenten": [incident.id for incident in card.incidents],
        "vermoedelijk": [i.id for i in card.incidents if i.certainty is Certainty.PRESUMED],
    }


def edited_json(edited: Edited) -> dict[str, object]:
    """Return the document of `beller edit`."""
    before, after = field_values(edited.before), field_values(edited.after)
    return {
        "schema": "agressielog.beller.edit/1",
        "beller": caller_json(edited.after),
        "veranderd": [
            {"veld": field.value, "voor": before[field], "na": after[field]} for field in edited.changed
        ],
    }


def number_added_json(added: NumberAdded) -> dict[str, object]:
    """Return the document of `beller nummer add`."""
    return {
        "schema": "agressielog.beller.nummer.add/1",
        "beller": caller_json(added.after),
        "nummer": added.number.key,
        "veranderd": added.after != added.before,
        "ook_van": [caller_code(other.id) for other in added.others],
    }


def number_removed_json(removed: NumberRemoved) -> dict[str, object]:
    """Return the document of `beller nummer remove`; `incidenten` counts those that keep the number."""
    return {
        "schema": "agressielog.beller.nummer.remove/1",
        "beller": caller_json(removed.after),
        "nummer": removed.number.key,
        "incidenten": removed.incidents,
    }


def merged_json(merged: Merged) -> dict[str, object]:
    """Return the document of `beller merge`."""
    kept, absorbed = merged.kept.caller, merged.absorbed.caller
    own, other = field_values(kept), field_values(absorbed)
    return {
        "schema": "agressielog.beller.merge/1",
        "beller": caller_json(merged.joining.kept),
        "opgegaan": caller_code(absorbed.id),
        "incidenten": list(merged.incidents),
        "nummers": _keys(link.number for link in absorbed.numbers if kept.link_to(link.number) is None),
        "overgenomen": [field.value for field in merged.joining.filled],
        "verschilt": [
            {"veld": field.value, "blijft": own[field], "vervalt": other[field]}
            for field in merged.joining.differing
        ],
    }


def split_json(split: Split) -> dict[str, object]:
    """Return the document of `beller split`.

    `incidenten` went back; `verplaatst` had been given to somebody else and stay there; `sindsdien` came
    since the merge and stay, `vermoedelijk` are those of them that were sure. `gedeeld` are numbers of both now, `weggehaald` those that stay away,
    `verbeterd` fields that keep what was corrected since.
    """
    return {
        "schema": "agressielog.beller.split/1",
        "beller": caller_json(split.parting.kept),
        "losgemaakt": caller_json(split.parting.restored),
        "incidenten": list(split.returned),
        "verplaatst": list(split.elsewhere),
        "sindsdien": list(split.since),
        "vermoedelijk": list(split.doubted),
        "gedeeld": _keys(split.parting.shared),
        "weggehaald": _keys(split.parting.lost),
        "verbeterd": [field.value for field in split.parting.edited],
        "nummers_vermoedelijk": _keys(split.parting.doubted),
    }


def _keys(numbers: Iterable[PhoneNumber]) -> list[str]:
    return [number.key for number in numbers]
