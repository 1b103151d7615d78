"""Tooltips that show a text letter by letter, whatever tags a page's title is about; never decides what is shown."""

from html import escape

from PySide6.QtGui import Qt


def plain_tip(text: str) -> str:
    """`text` for a tooltip: Qt would take `Centre a <div>` for a page of its own, and leave the tag out."""
    return "<qt>" + escape(text).replace("\n", "<br>") + "</qt>" if Qt.mightBeRichText(text) else text
