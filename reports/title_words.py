"""The words of a title that may say what it is about; never looks at a program and never counts anything."""

import re

SHORTEST = 3
_MARK = re.compile(r"‹[^‹›]*›")
_WORD = re.compile(r"\w+")
"""Between what a rule's `title_word` takes for the ends of a word."""
_STOP_WORDS = frozenset(
    """
    about all and any are aus been but can com copy das dass dem den der des did die diese dieser dieses document
    does dokument durch ein eine einem einen einer eines for from für gmbh had has have her his htm html http https
    ich ihr ihre inc index ist its kein keine kopie ltd mehr mein mich mit nach neu neue neuer neues new nicht noch not
    now nur oder one our out page pdf seite she sich sie sind tab the their they this titel title
    und uns unser unsere unter untitled unbenannt user using über via vom von vor was welcome wenn werden what when
    which who will willkommen window wir wird with www you your zu zum zur
    """.split()  # noqa: SIM905 - a list of so many words is read as text
)


def title_words(title: str) -> frozenset[str]:
    """Folded; without marks such as `‹number›`, words with digits, short ones, and those that every title may have."""
    found = _WORD.findall(_MARK.sub(" ", title.casefold()))
    return frozenset(
        word for word in found if len(word) >= SHORTEST and word not in _STOP_WORDS and word.replace("_", "a").isalpha()
    )
