"""Shows tips: the card, one page, and a single sentence; readable at a glance."""

from agressielog.domain.tip_screen import CARD_INDENT
from agressielog.domain.tips import Sentence, SpokenTo, TipPage, Tips
from agressielog.presentation.console import Screen, Style, styled
from agressielog.presentation.json_documents import Json


def show_card(screen: Screen, tips: Tips, asked_by: str) -> None:
    """Print all phases, each with what to do and one sentence.

    Args:
        screen: where.
        tips: all of them.
        asked_by: what to type before a phase.
    """
    screen.line(styled("Tijdens het gesprek", Style.TITLE))
    for number, page in enumerate(tips.phases, start=1):
        label = f"{number} {page.title}".ljust(CARD_INDENT)
        screen.line(styled(label, Style.TITLE), page.short, hanging=CARD_INDENT)
        screen.line(said(page.say[0]), indent=CARD_INDENT)
    middle = tips.phases[len(tips.phases) // 2]
    screen.line(f"Meer over een fase: {asked_by} {middle.code}")
    if tips.topics:
        screen.line("Ook: ", ", ".join(page.code for page in tips.topics), hanging=5)


def show_page(screen: Screen, page: TipPage) -> None:
    """Print one page."""
    screen.line(styled(page.title, Style.TITLE))
    screen.line(page.short)
    to_colleague = page.spoken_to is SpokenTo.COLLEAGUE
    # First what can be said: in a call there is no time to read on.
    _part(screen, "Zeg tegen een collega" if to_colleague else "Zeg", [said(words) for words in page.say], "")
    _part(screen, "Doe", page.do, "· ")
    _part(screen, "Liever niet", page.avoid, "· ")


def show_sentence(screen: Screen, sentence: Sentence) -> None:
    """Print one sentence to say, and what it is good for."""
    screen.line(styled(said(sentence.words), Style.TITLE), indent=2)
    screen.line(styled(sentence.serves, Style.MUTED), indent=2)


def show_kept(screen: Screen, tips: Tips, *, own: bool) -> None:
    """Tell which texts are in use from now on."""
    whose = f"eigen teksten, versie {tips.version}" if own else "de meegeleverde teksten"
    screen.line(f"Voortaan in gebruik: {whose}, voor iedereen die met dit logboek werkt.")


def show_tips_faulty(notices: Screen, why: str) -> None:
    """Say why an organisation's own texts are not shown."""
    notices.line(f"De eigen teksten zijn niet te lezen; dit zijn de meegeleverde. {why}")


def tips_json(tips: Tips, pages: tuple[TipPage, ...], *, own: bool) -> Json:
    """Return the document of these pages."""
    phases = {page.code for page in tips.phases}
    return {
        "schema": "agressielog.tips/1",
        "versie": tips.version,
        "eigen": own,
        "bladzijden": [_page_json(page, phase=page.code in phases) for page in pages],
    }


def said(words: str) -> str:
    """Return a sentence between quotes."""
    return f"‘{words}’"


def _part(screen: Screen, title: str, items: tuple[str, ...] | list[str], sign: str) -> None:
    if not items:
        return
    screen.blank()
    screen.line(styled(title, Style.TITLE))
    for item in items:
        screen.line(sign, item, indent=2, hanging=len(sign))


def _page_json(page: TipPage, *, phase: bool) -> Json:
    return {
        "code": page.code,
        "titel": page.title,
        "fase": phase,
        "kort": page.short,
        "doe": list(page.do),
        "zeg": list(page.say),
        "niet": list(page.avoid),
        "tegen": page.spoken_to.value,
    }
