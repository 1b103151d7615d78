"""The notice as a PDF file that can be kept, printed and posted; never accepts it and never shows it."""

from html import escape
from pathlib import Path

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter, QTextDocument

from core.errors import MachineError
from core.notice import Notice
from core.notice_page import Page
from core.paths import touch_private
from core.wording import translate

MARGIN_MM, RESOLUTION = 20, 300
STYLE = "body { font-size: 10pt } h1 { font-size: 17pt } h2 { font-size: 13pt } th, td { padding: 3pt 10pt 3pt 0 }"


def write_paper(notice: Notice, file: Path) -> Path:
    """Write `notice` to `file`, which is the person's alone; raises MachineError where that is impossible."""
    touch_private(file)
    writer = QPdfWriter(str(file))
    writer.setTitle(notice.title)
    writer.setCreator("Engineroom")
    writer.setResolution(RESOLUTION)
    margins = QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM)
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter
        )
    )
    document = QTextDocument()
    document.setDefaultStyleSheet(STYLE)
    document.setHtml(paper_html(notice))
    document.print_(writer)
    del writer  # it writes the end of the file when it goes
    if not file.stat().st_size:
        raise MachineError(f"{file} could not be written", "choose a file in a folder of yours with room for it")
    return file


def paper_html(notice: Notice) -> str:
    """Every word of it, and the hash by which a receipt names it."""
    receipt = translate("Notice", "A receipt names this text by its SHA-256 in English: {hash}")
    parts = [f"<h1>{escape(notice.title)}</h1>", *map(_page, notice.pages)]
    return "".join([*parts, f"<p><small>{escape(receipt.format(hash=notice.hash))}</small></p>"])


def _page(page: Page) -> str:
    parts = [f"<h2>{escape(page.headline)}</h2><p>{escape(page.lead)}</p>"]
    parts += [f"<p><b>{escape(point.head)}</b><br>{escape(point.text)}</p>" for point in page.points]
    if page.never:
        never = "".join(f"<li>{escape(text)}</li>" for text in page.never)
        words = escape(translate("Notice", "Never recorded"))
        parts.append(f"<p><b>{words}</b></p><ul>{never}</ul>")
    if page.table:
        head = ("", translate("Notice", "You"), translate("Notice", "Your supervisor"))
        rows = "".join(_row(row, "td") for row in page.table)
        parts.append(f'<table cellpadding="4">{_row(head, "th")}{rows}</table>')
    return "".join([*parts, f"<p>{escape(page.footnote)}</p>"])


def _row(cells: tuple[str, ...], tag: str) -> str:
    return "<tr>" + "".join(f'<{tag} align="left">{escape(cell)}</{tag}>' for cell in cells) + "</tr>"
