from pathlib import Path

from docs.rooms import PAGE, ROOT, with_table
from tests.architecture.tree import named, product_files


def test_the_table_of_rooms_says_what_the_files_say() -> None:
    """Whoever adds or renames a file runs `make rooms`."""
    page = PAGE.read_text(encoding="utf-8")

    assert with_table(page) == page, "run `make rooms`"


def test_every_file_of_the_product_has_its_line() -> None:
    """No room is forgotten."""
    page = PAGE.read_text(encoding="utf-8")
    names = [named(path).removesuffix("__init__.py") for path in product_files()]

    assert [name for name in names if f"| `{name}` |" not in page] == []


def test_links_between_documents_lead_somewhere() -> None:
    """A newcomer never meets a dead end; pictures are checked too."""
    for page in (*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")):
        for target in linked_from(page):
            assert (page.parent / target).exists(), f"{page.name} links to {target}"


def linked_from(page: Path) -> list[str]:
    targets = (part.partition(")")[0] for part in page.read_text(encoding="utf-8").split("](")[1:])
    return [target for target in targets if "://" not in target]
