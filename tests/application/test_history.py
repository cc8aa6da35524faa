"""What an entry of the journal changed, field by field, as somebody who reads it is told."""

from datetime import date

import pytest
import story

from agressielog.application.errors import RecordDamaged
from agressielog.application.history import changes
from agressielog.application.ports.evidence import Image

#: A field as the journal keeps it before and after, and how it is told.
TOLD: list[tuple[str, tuple[object, object], tuple[str, object, object]]] = [
    ("gewaarschuwd", (0, 1), ("gewaarschuwd", False, True)),
    ("team", (None, "KCC"), ("team", None, "KCC")),
    ("van", ("2026-11-22", "2026-11-23"), ("van", date(2026, 11, 22), date(2026, 11, 23))),
    ("beeindigd", (1, 0), ("beëindigd", True, False)),
    ("resterend_kanaal", ("post", "balie"), ("resterend kanaal", "post", "balie")),
]


@pytest.mark.parametrize(("field", "kept", "told"), TOLD, ids=[field for field, *_ in TOLD])
def test_a_field_is_told_by_its_name_and_its_values(
    field: str, kept: tuple[object, object], told: tuple[str, object, object]
) -> None:
    (difference,) = changes(story.step("incident", {field: kept[0]}, {field: kept[1]}))
    assert (difference.field, difference.before, difference.after) == told


@pytest.mark.parametrize(
    ("before", "after"),
    [({"soorten": ["schelden"]}, {"soorten": "schelden"}), ({"van": None}, {"van": "overmorgen"})],
    ids=["kinds that are no list", "a day that is none"],
)
def test_what_this_program_cannot_have_written_is_damage(before: Image, after: Image) -> None:
    with pytest.raises(RecordDamaged):
        changes(story.step("incident", before, after))
