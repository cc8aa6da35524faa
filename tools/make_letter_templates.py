"""Makes the office templates that come with the program: `python tools/make_letter_templates.py`.

A template is a letter with fields (docxtpl, Jinja). The address stands where a Dutch envelope of size DL or
C5 has its window: 20 mm from the left, or 120 mm for a window on the right; 50 mm from the top.
"""

from datetime import UTC, datetime
from pathlib import Path

from docx import Document
from docx.document import Document as DocumentType
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length, Mm, Pt, RGBColor
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph
from docx.text.run import Run

TARGET = Path(__file__).parents[1] / "src" / "agressielog" / "settings" / "templates"
FONT = "Arial"
GREY = RGBColor(0x55, 0x55, 0x55)
LEFT, RIGHT = Mm(25), Mm(22)
TEXT_WIDTH = Length(Mm(210) - LEFT - RIGHT)
#: From the top of the page to the address, and how high it is.
WINDOW_TOP, WINDOW_HEIGHT = Mm(50), Mm(31)


def main() -> None:
    """Write both templates."""
    TARGET.mkdir(exist_ok=True)
    letter(window_left=Mm(0)).save(str(TARGET / "brief.docx"))
    letter(window_left=Length(Mm(120) - LEFT)).save(str(TARGET / "brief-venster-rechts.docx"))


def letter(*, window_left: Length) -> DocumentType:
    """Return a letter with the address *window_left* from the margin."""
    document = Document()
    page(document)
    styles(document)
    first_page_header(document)
    next_page_header(document)
    for footer in (document.sections[0].first_page_footer, document.sections[0].footer):
        footer.is_linked_to_previous = False
        page_number(footer.paragraphs[0])
    address(document, window_left)
    references(document)
    body(document)
    closing(document)
    core = document.core_properties
    core.author, core.title, core.comments, core.language = "", "Brief", "", "nl-NL"
    core.created = core.modified = datetime(2026, 11, 1, tzinfo=UTC)
    return document


def page(document: DocumentType) -> None:
    """Set A4 with the margins of a letter."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = LEFT, RIGHT
    section.top_margin, section.bottom_margin = Mm(28), Mm(24)
    section.header_distance, section.footer_distance = Mm(15), Mm(12)
    section.different_first_page_header_footer = True


def styles(document: DocumentType) -> None:
    """Set type, distances and language; no lonely lines, no heading without its text."""
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(10.5)
    normal.paragraph_format.space_after = Pt(6)
    normal.paragraph_format.line_spacing = 1.15
    normal.paragraph_format.widow_control = True
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "nl-NL")
    normal.element.get_or_add_rPr().append(language)
    heading = document.styles["Heading 2"]
    heading.font.name, heading.font.size, heading.font.bold = FONT, Pt(10.5), True
    heading.font.color.rgb = RGBColor(0, 0, 0)
    # The theme's own typeface would win from the name.
    fonts = heading.element.get_or_add_rPr().get_or_add_rFonts()
    for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{name}"), None)
    heading.paragraph_format.space_before, heading.paragraph_format.space_after = Pt(9), Pt(1)
    heading.paragraph_format.keep_with_next = True
    bullet = document.styles["List Bullet"]
    bullet.paragraph_format.space_after = Pt(3)
    bullet.paragraph_format.keep_together = True


def first_page_header(document: DocumentType) -> None:
    """Put the sender at the top; the row is as high as it takes to reach the window of the envelope."""
    header = document.sections[0].first_page_header
    header.is_linked_to_previous = False
    table = header.add_table(1, 1, TEXT_WIDTH)
    table.rows[0].height = Length(WINDOW_TOP - Mm(19))
    table.rows[0].height_rule = WD_ROW_HEIGHT_RULE.AT_LEAST
    cell = table.rows[0].cells[0]
    no_padding(table)
    name = cell.paragraphs[0]
    tight(name)
    text(name, "{{ afzender[0] }}", bold=True, size=14)
    loop(cell, "regel", "afzender[1:]", "{{ regel }}", size=9)
    shrink(header.paragraphs[0])
    header._element.remove(header.paragraphs[0]._p)  # noqa: SLF001 - python-docx cannot begin with a table
    last = header.add_paragraph()
    shrink(last)


def next_page_header(document: DocumentType) -> None:
    """Say on a second page whose letter it is."""
    header = document.sections[0].header
    header.is_linked_to_previous = False
    text(header.paragraphs[0], "{{ afzender[0] }}, kenmerk {{ kenmerk }}, {{ datum }}", size=8.5, grey=True)


def page_number(paragraph: Paragraph) -> None:
    """Write `pagina 1 van 2`."""
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    text(paragraph, "pagina ", size=8.5, grey=True)
    field(paragraph, "PAGE")
    text(paragraph, " van ", size=8.5, grey=True)
    field(paragraph, "NUMPAGES")


def address(document: DocumentType, window_left: Length) -> None:
    """Put the address where the window is."""
    shrink(document.paragraphs[0]) if document.paragraphs else None
    table = document.add_table(1, 2)
    table.autofit = False
    no_padding(table)
    set_widths(table, window_left or Mm(85))
    table.rows[0].height = WINDOW_HEIGHT
    table.rows[0].height_rule = WD_ROW_HEIGHT_RULE.AT_LEAST
    cell = table.rows[0].cells[1 if window_left else 0]
    tight(cell.paragraphs[0])
    text(cell.paragraphs[0], "{{ adres[0] }}")
    loop(cell, "regel", "adres[1:]", "{{ regel }}")


def references(document: DocumentType) -> None:
    """Put date, reference, delivery and subject below each other."""
    table = document.add_table(4, 2)
    table.autofit = False
    no_padding(table)
    rows = (
        ("Datum", "{{ datum }}"),
        ("Ons kenmerk", "{{ kenmerk }}"),
        ("Verzending", "{{ verzending }}"),
        ("Onderwerp", "{{ onderwerp }}"),
    )
    set_widths(table, Mm(30))
    for row, (name, value) in zip(table.rows, rows, strict=True):
        for cell in row.cells:
            tight(cell.paragraphs[0])
        text(row.cells[0].paragraphs[0], name, grey=True)
        text(row.cells[1].paragraphs[0], value, bold=name == "Onderwerp")


def body(document: DocumentType) -> None:
    """Put the salutation and every block in the style of its sort."""
    salutation = document.add_paragraph("{{ aanhef }}")
    salutation.paragraph_format.space_before = Pt(16)
    document.add_paragraph("{%p for blok in blokken %}")
    document.add_paragraph("{%p if blok.soort == 'kop' %}")
    document.add_paragraph("{{ blok.tekst }}", style="Heading 2")
    document.add_paragraph("{%p elif blok.soort == 'punt' %}")
    document.add_paragraph("{{ blok.tekst }}", style="List Bullet")
    document.add_paragraph("{%p elif loop.last %}")
    last = document.add_paragraph("{{ blok.tekst }}").paragraph_format
    # A signature never stands alone on a page.
    last.keep_together = last.keep_with_next = True
    document.add_paragraph("{%p else %}")
    document.add_paragraph("{{ blok.tekst }}").paragraph_format.keep_together = True
    document.add_paragraph("{%p endif %}")
    document.add_paragraph("{%p endfor %}")


def closing(document: DocumentType) -> None:
    """Put the closing, room to sign, and who signs; they stay together on one page."""
    first = document.add_paragraph("{{ afsluiting[0] }}")
    first.paragraph_format.space_before = Pt(12)
    tight(first)
    first.paragraph_format.keep_with_next = True
    behalf = document.add_paragraph("{{ afsluiting[1] }}")
    tight(behalf)
    behalf.paragraph_format.keep_with_next = True
    behalf.paragraph_format.space_after = Mm(15)
    name = document.add_paragraph("{{ ondertekening[0] }}")
    tight(name)
    loop(document, "regel", "ondertekening[1:]", "{{ regel }}")
    registration = document.add_paragraph()
    registration.paragraph_format.space_before = Pt(16)
    text(registration, "{{ registratie }}", size=8.5, grey=True)


def loop(place: DocumentType | _Cell, name: str, of: str, line: str, size: float | None = None) -> None:
    """Write one line per value."""
    place.add_paragraph(f"{{%p for {name} in {of} %}}")
    paragraph = place.add_paragraph()
    tight(paragraph)
    text(paragraph, line, size=size)
    place.add_paragraph("{%p endfor %}")


def text(
    paragraph: Paragraph, value: str, *, bold: bool = False, size: float | None = None, grey: bool = False
) -> Run:
    """Add a run."""
    run = paragraph.add_run(value)
    run.font.name = FONT
    run.bold = bold or None
    if size is not None:
        run.font.size = Pt(size)
    if grey:
        run.font.color.rgb = GREY
    return run


def field(paragraph: Paragraph, name: str) -> None:
    """Add a field that the word processor fills in; each part has a run of its own, so that all have its size."""
    for part in ("begin", name, "separate", "1", "end"):
        run = text(paragraph, part if part == "1" else "", size=8.5, grey=True)
        if part == name:
            element = OxmlElement("w:instrText")
            element.set(qn("xml:space"), "preserve")
            element.text = f" {name} "
        elif part == "1":
            continue
        else:
            element = OxmlElement("w:fldChar")
            element.set(qn("w:fldCharType"), part)
        run._r.append(element)  # noqa: SLF001 - python-docx has no fields


def set_widths(table: Table, first: Length) -> None:
    """Make the first of two columns *first* wide and the other one the rest."""
    for column, width in zip(table.columns, (first, Length(TEXT_WIDTH - first)), strict=True):
        column.width = width
        for cell in column.cells:
            cell.width = width


def tight(paragraph: Paragraph) -> None:
    """Set lines close together."""
    paragraph.paragraph_format.space_after = Pt(0)
    paragraph.paragraph_format.line_spacing = 1.1


def shrink(paragraph: Paragraph) -> None:
    """Make an empty paragraph that must be there take no room."""
    paragraph.paragraph_format.space_after = Pt(0)
    paragraph.paragraph_format.line_spacing = Pt(1)


def no_padding(table: Table) -> None:
    """Let the text of a table begin at the margin."""
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        edge = OxmlElement(f"w:{side}")
        edge.set(qn("w:w"), "0")
        edge.set(qn("w:type"), "dxa")
        margins.append(edge)
    table._tbl.tblPr.append(margins)  # noqa: SLF001 - python-docx has no cell margins


if __name__ == "__main__":
    main()
