"""The plan as a flat OpenDocument text, the file a person would have open in LibreOffice."""

from xml.sax.saxutils import escape

NAMES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in [
        ("office", "office"),
        ("style", "style"),
        ("text", "text"),
        ("table", "table"),
        ("fo", "xsl-fo-compatible"),
        ("svg", "svg-compatible"),
    ]
)
WEIGHTS = {"plain": "", "bold": ' fo:font-weight="bold"', "italic": ' fo:font-style="italic"'}


def paragraph_style(name, face, size, pitch, more, page=""):
    return (
        f'<style:style style:name="{name}" style:family="paragraph"{page}>'
        f'<style:paragraph-properties fo:line-height="{size * pitch:.2f}pt" {more}/>'
        f'<style:text-properties style:font-name="serif" fo:font-size="{size}pt"'
        f"{WEIGHTS[face]}/></style:style>"
    )


def page_layout(name, width, height, top):
    # The page number stands in the header, which is taken from the top margin.
    return (
        f'<style:page-layout style:name="{name}"><style:page-layout-properties'
        f' fo:page-width="{width}mm" fo:page-height="{height}mm" fo:margin-top="9mm"'
        ' fo:margin-bottom="20mm" fo:margin-left="30mm" fo:margin-right="15mm"/>'
        f'<style:header-style><style:header-footer-properties svg:height="{top - 9}mm"'
        ' fo:margin-bottom="0mm"/></style:header-style></style:page-layout>'
    )


def flat_odt(plan):
    size = plan["size"]
    left, centre = 'fo:text-align="start"', 'fo:text-align="center"'
    body = 'fo:text-align="justify" fo:text-indent="10mm" fo:margin-bottom="6pt"'
    styles = [
        paragraph_style("words", "plain", size, 1.15, left),
        paragraph_style("number", "plain", size, 1.15, centre),
        paragraph_style("heading", "bold", size, 1.15, centre),
    ]
    for face in WEIGHTS:
        styles.append(paragraph_style(f"body-{face}", face, 14, 1.25, body))
        styles.append(paragraph_style(f"middle-{face}", face, 12, 1.15, centre))
        styles.append(paragraph_style(f"left-{face}", face, 12, 1.15, left))
    # A paragraph without height of its own turns the page to another sheet.
    for sheet in ("upright", "across"):
        page = f' style:master-page-name="{sheet}"'
        styles.append(paragraph_style(f"to-{sheet}", "plain", 2, 1, left, page))
    for column, width in enumerate(plan["widths"]):
        styles.append(
            f'<style:style style:name="c{column}" style:family="table-column">'
            f'<style:table-column-properties style:column-width="{width}pt"/></style:style>'
        )
    styles.append(
        '<style:style style:name="plan" style:family="table"><style:table-properties'
        f' style:width="{sum(plan["widths"]):.2f}pt" table:align="left"/></style:style>'
        '<style:style style:name="row" style:family="table-row"><style:table-row-properties'
        ' fo:keep-together="auto"/></style:style>'
        '<style:style style:name="cell" style:family="table-cell"><style:table-cell-properties'
        ' fo:border="0.5pt solid #000000" fo:padding-left="4pt" fo:padding-right="4pt"'
        ' fo:padding-top="2.5pt" fo:padding-bottom="2.5pt"/></style:style>'
        '<style:style style:name="bare" style:family="table-cell"/>'
    )

    def lines(all_lines, kind):
        return "".join(
            f'<text:p text:style-name="{kind}-{face}">{escape(words)}</text:p>'
            for face, words in all_lines
        )

    def bare(inside):
        return f'<table:table-cell table:style-name="bare">{inside}</table:table-cell>'

    def beside(one, other, kind):
        return (
            '<table:table><table:table-column table:number-columns-repeated="2"/>'
            f'<table:table-row>{bare(lines(one, kind))}{bare(lines(other, "middle"))}'
            "</table:table-row></table:table>"
        )

    def row(cells, kinds):
        inside = "".join(
            '<table:table-cell table:style-name="cell" office:value-type="string">'
            f'<text:p text:style-name="{kind}">{escape(words)}</text:p></table:table-cell>'
            for words, kind in zip(cells, kinds)
        )
        return f'<table:table-row table:style-name="row">{inside}</table:table-row>'

    columns = "".join(f'<table:table-column table:style-name="c{at}"/>' for at in range(9))
    header = row(plan["titles"], ["heading"] * 9)
    rows = "".join(row(cells, ["number"] + ["words"] * 8) for cells in plan["rows"])
    number = '<text:p text:style-name="middle-plain"><text:page-number/></text:p>'

    def master(name, layout):
        return (
            f'<style:master-page style:name="{name}" style:page-layout-name="{layout}">'
            f"<style:header>{number}</style:header></style:master-page>"
        )

    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {NAMES} office:version="1.3"'
        ' office:mimetype="application/vnd.oasis.opendocument.text">'
        '<office:font-face-decls><style:font-face style:name="serif"'
        " svg:font-family=\"'Liberation Serif'\"/></office:font-face-decls>"
        f"<office:automatic-styles>{''.join(styles)}"
        f"{page_layout('p', 210, 297, 20)}{page_layout('l', 297, 210, 25)}"
        "</office:automatic-styles><office:master-styles>"
        f"{master('upright', 'p')}{master('across', 'l')}"
        "</office:master-styles><office:body><office:text>"
        '<text:p text:style-name="to-upright"/>'
        f"{beside(plan['head_left'], plan['head_right'], 'middle')}"
        f"{lines(plan['title'], 'middle')}"
        f"{lines(plan['before'], 'body')}"
        '<text:p text:style-name="to-across"/>'
        f'<table:table table:style-name="plan">{columns}'
        f"<table:table-header-rows>{header}</table:table-header-rows>{rows}</table:table>"
        '<text:p text:style-name="to-upright"/>'
        f"{lines(plan['after'], 'body')}{beside(plan['foot_left'], plan['foot_right'], 'left')}"
        "</office:text></office:body></office:document>"
    )
