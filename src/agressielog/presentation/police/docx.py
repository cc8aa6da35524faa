"""The sheet for the police as an office document.

Made without a template: it goes to the police and carries no house style, and what users typed can then
only be text.
"""

import io
from typing import assert_never

from agressielog.application.letter_errors import OfficeSupportMissing
from agressielog.presentation.letters.page import Block, BlockKind


def as_docx(title: str, lead: str, blocks: tuple[Block, ...]) -> bytes:
    """Return an office document of A4 pages.

    Raises:
        OfficeSupportMissing: the extra `[brief]` is not installed.
    """
    try:
        from docx import Document
        from docx.oxml.ns import qn
        from docx.shared import Mm, Pt, RGBColor
    except ImportError as error:
        raise OfficeSupportMissing from error
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(25)
    section.top_margin = section.bottom_margin = Mm(20)
    for name, size in (("Normal", 10.5), ("Heading 1", 15), ("Heading 2", 10.5)):
        style = document.styles[name]
        style.font.name, style.font.size = "Arial", Pt(size)
        style.font.color.rgb = RGBColor(0, 0, 0)
        # The theme's own typeface would win from the name.
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            style.element.get_or_add_rPr().get_or_add_rFonts().attrib.pop(qn(f"w:{theme}"), None)
    # The default properties name the library's author.
    document.core_properties.author = ""
    document.core_properties.title = title
    document.add_heading(title, level=1)
    document.add_paragraph(lead)
    for block in blocks:
        match block.kind:
            case BlockKind.HEADING:
                document.add_heading(block.text, level=2)
            case BlockKind.PARAGRAPH:
                document.add_paragraph(block.text)
            case BlockKind.ITEM:
                document.add_paragraph(block.text, style="List Bullet")
            case _:
                assert_never(block.kind)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()
