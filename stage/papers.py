"""The documents of the office session: a sheet, a letter, pages of a wiki; never leaves the folder it is given."""

from pathlib import Path

_SHEET = """Date,Account,Amount,Matched
2026-03-02,Suspense,120.50,yes
2026-03-02,Claims,980.00,no
2026-03-03,Suspense,44.10,yes
2026-03-03,Claims,1210.75,no
"""
_LETTER = """Dear Ms Ilves,

thank you for your report of the water damage in your kitchen.
"""
_PAGES = {
    "wiki.html": (
        "Water exclusions - Policy wiki",
        "Damage by rising damp is excluded. Damage by a burst pipe is covered up to the sum insured.",
    ),
    "news.html": ("Football results - BBC Sport", "Three matches ended in a draw."),
}


def lay_out(folder: Path) -> None:
    """Write every document into `folder`, which exists."""
    (folder / "Recon_March.csv").write_text(_SHEET, encoding="utf-8")
    (folder / "Claim letter Ilves.txt").write_text(_LETTER, encoding="utf-8")
    for name, (title, text) in _PAGES.items():
        page = f"<html><head><title>{title}</title></head><body><h1>{title}</h1><p>{text}</p></body></html>"
        (folder / name).write_text(page, encoding="utf-8")
