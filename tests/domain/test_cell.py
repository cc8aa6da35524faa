"""Cells of an export that no spreadsheet runs, and that come back exactly."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agressielog.domain.cell import protect, unprotect

LIKELY = st.text(st.sampled_from("'=+-@ \t\r\n\0\x1b\u200b\u00a0\ufeff＝＠a1;\""), max_size=6)
ANY_TEXT = st.text(st.characters()) | LIKELY


@pytest.mark.parametrize(
    "cell",
    [
        "=1+1",
        "+31612345678",
        "-1",
        "@SUM(A1)",
        "=cmd|' /C calc'!A0",
        "|calc",
        "%0A-3",
        "  =1+1",
        "\u00a0=1+1",
        "\u200b=1+1",
        "\ufeff=1+1",
        "\t",
        "\t=1+1",
        "\r=1+1",
        "\n=1+1",
        "\0",
        "\x1b[2J",
        "＝1+1",
        "＋31",
        "－1",
        "＠SUM",
        "﹣1",
        "−1",
    ],
)
def test_a_cell_that_could_run_gets_an_apostrophe(cell: str) -> None:
    assert protect(cell) == "'" + cell


@pytest.mark.parametrize(
    "cell",
    [
        "",
        " ",
        "0612345678",
        "schelden",
        "'s avonds",
        "'",
        "''",
        "' '=1",
        "a=1",
        "31-2-2026",
        "(=)",
        "\u200b",
        "é",
    ],
)
def test_an_ordinary_cell_stays_as_it_is(cell: str) -> None:
    assert protect(cell) == cell
    assert unprotect(cell) == cell


@pytest.mark.parametrize(("cell", "kept"), [("'=1+1", "''=1+1"), ("''+31", "'''+31"), ("' =1", "'' =1")])
def test_a_cell_that_looks_protected_gets_one_more(cell: str, kept: str) -> None:
    assert protect(cell) == kept


def test_an_apostrophe_typed_before_a_formula_goes() -> None:
    assert unprotect("'+31612345678") == "+31612345678"


@given(ANY_TEXT)
def test_every_cell_comes_back_exactly(cell: str) -> None:
    assert unprotect(protect(cell)) == cell


@given(ANY_TEXT)
def test_no_protected_cell_begins_with_a_trigger(cell: str) -> None:
    seen = [c for c in protect(cell) if unicodedata.category(c) not in {"Zs", "Zl", "Zp", "Cf"}]
    first = unicodedata.normalize("NFKC", seen[0]) if seen else ""
    assert first not in {"=", "+", "-", "@", "\t", "\r", "\n", "\0"}
