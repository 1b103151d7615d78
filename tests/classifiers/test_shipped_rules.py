"""Every shipped rule with a window that it must decide and one that it must leave alone."""

import re
import tomllib

import pytest

from classifiers.judging import RuleJudge
from classifiers.loading import load_ruleset, shipped_files
from core.category import Kind
from core.span import Context

SHIPPED = load_ruleset()

EXAMPLES: dict[str, tuple[tuple[str, str], tuple[str, str]]] = {
    # id: (app and title that the rule decides), (app and title that it does not)
    "help-viewers": (("yelp", "Ubuntu Desktop Guide"), ("help-desk", "Tickets")),
    "manuals": (("firefox-esr", "Printer manual - Mozilla Firefox"), ("firefox-esr", "Done manually")),
    "manuals-in-words": (("AcroRd32.exe", "Organisationshandbuch.pdf"), ("winword.exe", "Organisationshandbuch.docx")),
    "guidelines": (("msedge.exe", "Travel guidelines - Edge"), ("msedge.exe", "Policy 4711 - Claims")),
    "guidelines-in-words": (("chrome", "Reisekostenrichtlinie"), ("chrome", "Richtig reisen")),
    "encyclopedias": (("chromium", "Invoice - Wikipedia"), ("thunderbird", "Wikipedia asks for a gift")),
    "wikis": (("dillo", "Claims wiki: total loss"), ("dillo", "Wikinger von heute")),
    "intranet": (("microsoft edge", "Cafeteria | Intranet"), ("microsoft edge", "Intranets compared")),
    "notes": (("ONENOTE.EXE", "Meeting notes - OneNote"), ("notepad", "Meeting notes")),
    "learning": (("firefox", "Moodle: fire safety"), ("firefox", "Trainingsplan Marathon")),
    "search": (("google chrome", "vat rate - Google Search"), ("google chrome", "Google Chrome")),
    "answers": (("firefox", "vlookup - Stack Overflow"), ("firefox", "Overflowing stacks")),
    "dictionaries": (("safari", "DeepL Translate"), ("safari", "Response times")),
    "law": (("firefox", "§ 823 BGB - dejure.org"), ("firefox", "Law and Order")),
    "spreadsheets": (("EXCEL.EXE", "Recon_7.xlsx - Excel"), ("excelsior", "Game")),
    "spreadsheets-libreoffice": (("soffice.bin", "a.ods - LibreOffice Calc"), ("soffice.bin", "a.odt")),
    "documents": (("libreoffice-writer", "letter.odt"), ("libreoffice-math", "formula.odf")),
    "documents-libreoffice": (("soffice.exe", "a.odt - LibreOffice Writer"), ("soffice.exe", "a.ods")),
    "presentations": (("Microsoft PowerPoint", "Quarter"), ("keynotes", "Quarter")),
    "presentations-libreoffice": (("soffice.bin", "a.odp - LibreOffice Impress"), ("soffice.bin", "a.odt")),
    "office-suites": (("MSACCESS.EXE", "Suppliers : Database"), ("access", "Door 3")),
    "pdf": (("evince", "contract.pdf"), ("evince", "User guide.pdf")),
    "text-editors": (("mousepad", "*todo.txt - Mousepad"), ("mouse", "todo")),
    "calendar-in-mail": (("outlook.exe", "Calendar - Anna - Outlook"), ("outlook.exe", "Your calendar changed")),
    "mail": (("sylpheed", "Inbox - Sylpheed 3.7"), ("dillo", "Inbox")),
    "calendar": (("org.gnome.Calendar", "March 2026"), ("chrome", "March 2026")),
    "calls": (("zoom.us", "Zoom Meeting"), ("zoomer", "Pictures")),
    "chat": (("ms-teams.exe", "Anna | Microsoft Teams"), ("teamspeak", "Lobby")),
    "back-office-programs": (("saplogon.exe", "Vendor invoice: Overview"), ("sapling", "Trees")),
    "back-office-datev": (("DATEV.Rechnungswesen", "Buchen"), ("dates", "Buchen")),
    "back-office-titles": (("chrome.exe", "Case 12 | Salesforce"), ("chrome.exe", "Things disappear")),
    "host-sessions": (("x3270", "x3270-4 host"), ("x32", "host")),
    "accounting": (("gnucash", "Accounts"), ("cash", "Accounts")),
    "document-archives": (("dwdesktop", "Inbox - DocuWare"), ("dwdesktop", "Inbox")),
    "remote-desktops": (("mstsc.exe", "server7 - Remote Desktop"), ("mstsc.exe", "SAP on server7")),
    "files": (("thunar", "Invoices - Thunar"), ("filezilla", "Invoices")),
    "calculators": (("gnome-calculator", "Calculator"), ("libreoffice-calc", "Calculator")),
    "scanning": (("simple-scan", "Document Scanner"), ("scandal", "News")),
    "terminals": (("xterm", "anna@desk: ~"), ("determined", "~")),
    "web-calendar": (("firefox", "Google Calendar - Week of March 2"), ("firefox", "Calendar of saints")),
    "web-mail": (("chrome", "Mail - Anna - Outlook"), ("chrome", "Inbox - Gmail")),
    "web-office": (("chrome", "Budget - Google Sheets"), ("chrome", "Bed sheets")),
    "web-files": (("firefox", "My Drive - Google Drive"), ("firefox", "Drive safely")),
    "web-calls": (("chrome", "Meet – abc-defg-hij"), ("chrome", "Meet our team")),
    "web-chat": (("msedge", "Anna | Microsoft Teams"), ("msedge", "Teams of the league")),
    "web-boards": (("firefox", "[OPS-3] Printer - Jira"), ("firefox", "Boards and planks")),
    "videos": (("chrome", "Cats - YouTube - Google Chrome"), ("youtube-dl", "Cats - YouTube")),
    "social-media": (("firefox", "Anna on X: hello / X"), ("firefox", "Malcolm X")),
    "shopping": (("chrome", "Shopping cart - Amazon.de"), ("chrome", "Amazon river - Britannica")),
    "sport": (("firefox", "Live: kicker"), ("firefox", "Kickers and boots")),
    "news": (("safari", "Home - BBC News"), ("safari", "Newsletter March")),
    "private-chat": (("Telegram", "Family"), ("telegrams", "Family")),
    "private-web-chat": (("chrome", "(2) WhatsApp"), ("chrome", "What's up")),
    "music": (("spotify", "Spotify Free"), ("chrome", "Music theory")),
    "games": (("aisleriot", "Klondike"), ("sole-trader", "Klondike")),
}


def test_every_rule_has_a_row_and_every_row_a_rule() -> None:
    """A rule without examples, or an example without its rule, does not pass."""
    assert [rule.id for rule in SHIPPED.rules] == list(EXAMPLES)


@pytest.mark.parametrize("rule_id", EXAMPLES)
def test_the_rule_decides_its_example_and_leaves_the_other_alone(rule_id: str) -> None:
    """Each rule wins its own window among all shipped rules and does not take the near miss."""
    judge = RuleJudge(SHIPPED)
    hit, miss = EXAMPLES[rule_id]

    assert rule_id == judge.default(Context(*hit)).rule_id
    assert rule_id != judge.default(Context(*miss)).rule_id


@pytest.mark.parametrize("app", ["firefox", "chrome.exe", "Google Chrome", "msedge", "dillo", "Safari"])
@pytest.mark.parametrize("title", ["", "New Tab", "Inbox", "Mozilla Firefox"])
def test_a_browser_whose_title_says_nothing_stays_unclassified(app: str, title: str) -> None:
    """Better unclassified than wrong."""
    assert RuleJudge(SHIPPED).default(Context(app, title)).category.kind == Kind.UNCLASSIFIED


def test_the_set_yields_work_knowledge_and_personal() -> None:
    """No shipped rule gives Unclassified, which is what remains when none matches."""
    assert {Kind.WORK, Kind.KNOWLEDGE, Kind.PERSONAL} == {rule.category.kind for rule in SHIPPED.rules if rule.category}


def test_no_word_stands_twice_in_one_condition() -> None:
    """A list with a doubled word was put together carelessly."""
    for rule in SHIPPED.rules:
        for matcher in rule.matchers:
            folded = [word.casefold() for word in matcher.written]
            assert sorted(set(folded)) == sorted(folded), rule.id


def test_no_program_belongs_to_two_rules_that_look_at_nothing_else() -> None:
    """The second of two such rules could never decide it."""
    owners: dict[str, str] = {}
    for rule in SHIPPED.rules:
        if [matcher.key for matcher in rule.matchers] == ["app"]:
            for app in rule.matchers[0].written:
                assert owners.setdefault(app.casefold(), rule.id) == rule.id, app


def test_the_example_in_the_header_is_a_rule() -> None:
    """What the comment at the top of the first file shows can be copied."""
    text = next(shipped_files()).text
    example = re.search(r"^#   \[\[rule\]\]\n(?:#   .*\n)+", text, re.MULTILINE)
    assert example is not None

    rule = tomllib.loads(re.sub(r"^#   ", "", example[0], flags=re.MULTILINE))["rule"][0]

    assert {"id", "app", "title_contains", "category", "comment"} == set(rule)
