"""`edit` of a whole report: the texts in the user's own editor, in a file that nobody else can read."""

import json
import stat
from collections.abc import Sequence
from pathlib import Path

import pytest
from desk import Desk

_WRONG_USE, _FILE = 2, 5


def _incident(desk: Desk, number: int) -> dict[str, object]:
    document = json.loads(desk.run("show", str(number), "--json").out)["incident"]
    assert isinstance(document, dict)
    return document


def _journal(desk: Desk) -> list[tuple[object, ...]]:
    return desk.rows("SELECT * FROM logboek ORDER BY id")


def _editor(desk: Desk, *lines: str) -> dict[str, str]:
    """An editor that writes down what it was given, and then does *lines* of shell to the file."""
    script = desk.home / "mijn editor.sh"
    notes = desk.home / "gezien"
    script.write_text(
        "\n".join(
            (
                "#!/bin/sh",
                f'echo "$1" > "{notes}.pad"',
                f'stat -c "%a" "$1" "$(dirname "$1")" > "{notes}.rechten"',
                f'cp "$1" "{notes}.tekst"',
                *lines,
                "",
            )
        ),
        encoding="utf-8",
    )
    script.chmod(0o700)
    return {"EDITOR": f"'{script}'", "TMPDIR": str(desk.home)}


def _assert_file_was_private_and_is_gone(desk: Desk) -> None:
    place = Path((desk.home / "gezien.pad").read_text(encoding="utf-8").strip())
    assert (desk.home / "gezien.rechten").read_text(encoding="ascii").split() == ["600", "700"]
    assert not place.exists()
    assert not place.parent.exists()
    assert not [
        path for path in desk.home.iterdir() if path.is_dir() and stat.S_IMODE(path.stat().st_mode) == 0o700
    ]


def test_an_editor_corrects_the_texts_in_a_file_for_the_user_alone(used_desk: Desk) -> None:
    environ = _editor(used_desk, 'sed -i "s/Schold de medewerker uit/Riep over de balie/" "$1"')

    outcome = used_desk.terminal(["edit", "1"], environ=environ)

    assert outcome.status == 0, outcome
    told = " ".join(outcome.out.split())
    assert f"De editor {environ['EDITOR']} opent; bewaar en sluit om door te gaan." in told
    assert "In vi: :wq bewaart en sluit, :q! sluit zonder bewaren." in told
    assert _incident(used_desk, 1)["wat"] == "Riep over de balie."
    assert "Schold de medewerker uit." in (used_desk.home / "gezien.tekst").read_text(encoding="utf-8")
    assert (
        used_desk.count("logboek", "tabel = 'incident' AND voor LIKE '%Schold%' AND na LIKE '%balie%'") == 1
    )
    _assert_file_was_private_and_is_gone(used_desk)


@pytest.mark.parametrize("umask", ["000", "077"])
def test_the_umask_decides_nothing_about_that_file(used_desk: Desk, umask: str) -> None:
    environ = _editor(used_desk)

    outcome = used_desk.terminal(["edit", "1"], environ=environ, shell=f'umask {umask}; exec "$@"')

    assert outcome.status == 0
    _assert_file_was_private_and_is_gone(used_desk)


@pytest.mark.parametrize(
    ("lines", "what"),
    [
        (["exit 1"], "editor"),
        (["kill -9 $$"], "editor"),
        (['rm "$1"; exit 3'], "editor"),
        (['rm "$1"'], ""),
        (['sed -i "/^=== citaat/d" "$1"'], "citaat"),
        (['printf "niets meer" > "$1"'], "wat"),
        (['printf "\\377\\376" >> "$1"'], ""),
        ([': > "$1"'], "wat"),
    ],
    ids=[
        "fails",
        "is killed",
        "fails without the file",
        "removes the file",
        "loses a heading",
        "loses all",
        "no text",
        "empties",
    ],
)
def test_an_editor_that_goes_wrong_changes_nothing_and_leaves_nothing(
    used_desk: Desk, lines: list[str], what: str
) -> None:
    before = _journal(used_desk)
    environ = _editor(used_desk, *lines)

    outcome = used_desk.terminal(["edit", "1"], environ=environ)

    assert outcome.status in {_WRONG_USE, _FILE}, outcome
    assert "Wat nu:" in outcome.out
    assert what in outcome.out
    assert "programma zelf" not in outcome.out
    assert _journal(used_desk) == before
    _assert_file_was_private_and_is_gone(used_desk)


@pytest.mark.parametrize("editor", ["/bestaat/niet", "'", ""], ids=["missing", "a lone quote", "empty"])
def test_an_editor_that_cannot_be_started_is_said_so(used_desk: Desk, editor: str) -> None:
    before = _journal(used_desk)
    environ = {"EDITOR": editor, "VISUAL": "", "TMPDIR": str(used_desk.home), "PATH": "/nergens"}

    outcome = used_desk.terminal(["edit", "1"], environ=environ)

    assert outcome.status in {_WRONG_USE, _FILE}, outcome
    assert "Wat nu:" in outcome.out
    assert "programma zelf" not in outcome.out
    assert _journal(used_desk) == before


_ODD_TEXTS: Sequence[str] = (
    "Regel een.\n\n  Ingesprongen regel.\n\nLaatste.",
    "=== wat\nLijkt op een kopje.",
    "# Lijkt op uitleg.",
    "Met een \r harde terugloop en \x0b en \x0c en \x85 en \u2028 erin.",
    "Emoji ☎ 😀, \u202eomgekeerd\u202c en \x1b[31mrood\x1b[0m.",
)


@pytest.mark.parametrize("text", _ODD_TEXTS, ids=ascii)
def test_an_edit_that_changes_nothing_writes_nothing(desk: Desk, text: str) -> None:
    desk.add("--citaat", text, "--onderwerp", "afval\rpas", "--hielp", "rust", text=text)
    before = _journal(desk)

    in_the_editor = desk.terminal(["edit", "1"], environ=_editor(desk))
    by_options = desk.run("edit", "1", "--wat", "-", "--hielp", "rust", stdin=text)

    for outcome in (in_the_editor, by_options):
        assert outcome.status == 0, outcome
        assert "niets veranderd" in outcome.out
    assert _journal(desk) == before
    _assert_file_was_private_and_is_gone(desk)
