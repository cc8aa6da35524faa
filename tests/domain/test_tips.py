"""Tips are found by whatever a colleague types in a hurry, and there is always another sentence."""

import pytest

from agressielog.domain.policy import KindCode
from agressielog.domain.tips import KindTip, SpokenTo, TipPage, Tips, UnknownTip


def page(
    code: str, title: str, *say: str, also: tuple[str, ...] = (), to: SpokenTo = SpokenTo.CALLER
) -> TipPage:
    return TipPage(
        code=code, title=title, also=also, short="Kort.", do=("Doe dit.",), say=say or ("Zin.",), spoken_to=to
    )


TIPS = Tips(
    version="1",
    phases=(
        page("begrip", "Begrip tonen", "Begrip een.", "Begrip twee."),
        page("grens", "Grens stellen", "Grens een.", also=("stop",)),
        page("beeindigen", "Beëindigen", also=("ophangen", "grensgeval")),
        page("na_afloop", "Na afloop", "Tegen een collega.", to=SpokenTo.COLLEAGUE),
    ),
    topics=(page("bedreiging", "Bedreiging"), page("onwel_verward", "Onwel of verward")),
    kinds=(KindTip(kind=KindCode("schelden"), tip="Noem je grens.", say=("Stop daarmee.",)),),
)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("grens", "grens"),
        ("Grens stellen", "grens"),
        ("GRENS_STELLEN", "grens"),
        ("  grens   stellen ", "grens"),
        ("gren", "grens"),
        ("2", "grens"),
        ("stop", "grens"),
        ("sto", "grens"),
        ("beëindigen", "beeindigen"),
        ("beeindigen", "beeindigen"),
        ("Beein", "beeindigen"),
        ("ophangen", "beeindigen"),
        ("na afloop", "na_afloop"),
        ("na-afloop", "na_afloop"),
        ("onwel", "onwel_verward"),
        ("onwel/verward", "onwel_verward"),
        ("bedr", "bedreiging"),
    ],
)
def test_a_page_is_found_by(typed: str, code: str) -> None:
    assert TIPS.page(typed).code == code


def test_the_name_of_a_page_goes_before_another_word_that_begins_like_it() -> None:
    assert TIPS.page("gre").code == "grens"


@pytest.mark.parametrize(
    ("typed", "nearest"),
    [
        ("be", ("begrip", "beeindigen", "bedreiging")),
        ("grns", ("grens",)),
        ("bedrijging", ("bedreiging",)),
        ("xyzzy", ()),
        ("5", ()),
        ("", ()),
        ("!", ()),
    ],
)
def test_what_fits_no_page_or_several_is_told_with_the_nearest(typed: str, nearest: tuple[str, ...]) -> None:
    with pytest.raises(UnknownTip) as unknown:
        TIPS.page(typed)
    assert unknown.value.nearest[: len(nearest)] == nearest
    assert bool(unknown.value.nearest) == bool(nearest)
    assert unknown.value.known == tuple(page.code for page in TIPS.pages)


def test_a_kind_has_its_own_line_or_none() -> None:
    fitting = TIPS.for_kind(KindCode("schelden"))
    assert fitting is not None
    assert fitting.tip == "Noem je grens."
    assert TIPS.for_kind(KindCode("belaging")) is None


def test_sentences_begin_with_the_kind_and_then_go_round_the_phases() -> None:
    said = [(sentence.words, sentence.serves) for sentence in TIPS.sentences(KindCode("schelden"))]
    assert said == [
        ("Stop daarmee.", "Noem je grens."),
        ("Begrip een.", "Begrip tonen"),
        ("Grens een.", "Grens stellen"),
        ("Zin.", "Beëindigen"),
        ("Begrip twee.", "Begrip tonen"),
    ]


@pytest.mark.parametrize("kind", [None, KindCode("belaging")])
def test_without_a_kind_that_helps_the_phases_alone_are_gone_round(kind: KindCode | None) -> None:
    assert TIPS.sentences(kind)[0].words == "Begrip een."


def test_what_is_said_to_a_colleague_is_never_offered_for_a_caller() -> None:
    assert "Tegen een collega." not in [sentence.words for sentence in TIPS.sentences(None)]
