"""The plan as reportlab sets it: with_reportlab.py FONTS PLAN.json OUT.pdf [ROWS]

With ROWS the table is cut into tables of so many rows, each on a page of its own: reportlab
copies what is left of a table at each page, so its time grows with the square of the rows.
"""

import json
import sys
from xml.sax.saxutils import escape

from reportlab import rl_config
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import (
    BaseDocTemplate,
    Frame,
    LongTable,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
)

fonts, source, out, *piece = sys.argv[1:]
# Streams as text of 85 letters would only cost time and bytes.
rl_config.useA85 = 0
FACES = {"plain": "Regular", "bold": "Bold", "italic": "Italic"}
for face, file in FACES.items():
    pdfmetrics.registerFont(TTFont(face, f"{fonts}/LiberationSerif-{file}.ttf"))
with open(source, encoding="utf-8") as file:
    plan = json.load(file)


def style(face, size, pitch=1.15, **more):
    return ParagraphStyle("", fontName=face, fontSize=size, leading=size * pitch, **more)


def beside(left, right, align_left):
    def cell(lines, align):
        return [Paragraph(escape(words), style(face, 12, alignment=align)) for face, words in lines]

    width = (210 - 45) * mm
    return Table([[cell(left, align_left), cell(right, TA_CENTER)]], [width * 0.4, width * 0.6])


def paragraphs(lines):
    faces = {
        face: style(face, 14, 1.25, alignment=TA_JUSTIFY, firstLineIndent=10 * mm, spaceAfter=6)
        for face in FACES
    }
    return [Paragraph(escape(words), faces[face]) for face, words in lines]


def page_number(canvas, document):
    canvas.setFont("plain", 14)
    width, height = canvas._pagesize
    canvas.drawCentredString((width + 15 * mm) / 2, height - 14 * mm, str(document.page))


def sheet(name, size, top):
    width, height = size
    frame = Frame(
        30 * mm,
        20 * mm,
        width - 45 * mm,
        height - (top + 20) * mm,
        leftPadding=0,
        rightPadding=0,
        topPadding=0,
        bottomPadding=0,
    )
    return PageTemplate(name, [frame], onPage=page_number, pagesize=size)


size = plan["size"]
words = style("plain", size)
number = style("plain", size, alignment=TA_CENTER)
heading = style("bold", size, alignment=TA_CENTER)
titles = [Paragraph(escape(title), heading) for title in plan["titles"]]


def table(rows):
    cells = [titles]
    for first, *others in rows:
        others = [Paragraph(escape(cell), words) for cell in others]
        cells.append([Paragraph(first, number), *others])
    # No splitInRow: no row here is higher than a page, and it costs a twentieth more.
    return LongTable(
        cells,
        plan["widths"],
        repeatRows=1,
        style=[
            ("GRID", (0, 0), (-1, -1), 0.5, "black"),
            ("VALIGN", (0, 0), (-1, 0), "MIDDLE"),
            ("VALIGN", (0, 1), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 4),
            ("RIGHTPADDING", (0, 0), (-1, -1), 4),
            ("TOPPADDING", (0, 0), (-1, -1), 2.5),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 2.5),
        ],
    )


rows = plan["rows"]
step = int(piece[0]) if piece else len(rows)
tables = []
for start in range(0, len(rows), step):
    tables += [PageBreak(), table(rows[start : start + step])]
title = [
    Paragraph(escape(line), style(face, 14, alignment=TA_CENTER)) for face, line in plan["title"]
]
document = BaseDocTemplate(out, pagesize=A4, pageCompression=1)
document.addPageTemplates([sheet("upright", A4, 20), sheet("across", landscape(A4), 25)])
document.build(
    [beside(plan["head_left"], plan["head_right"], TA_CENTER), Spacer(1, 12)]
    + title
    + [Spacer(1, 12)]
    + paragraphs(plan["before"])
    + [NextPageTemplate("across"), *tables, NextPageTemplate("upright"), PageBreak()]
    + paragraphs(plan["after"])
    + [beside(plan["foot_left"], plan["foot_right"], 0)]
)
