from gui.presenters.retelling import Retelling

FORMS = (
    ("Nothing is there", "Da ist nichts"),
    ("{file} cannot be read: {why}", "{file} ist nicht lesbar: {why}"),
    ("{file}, line {line}: {why}", "{file}, Zeile {line}: {why}"),
    ("this is not UTF-8", "das ist kein UTF-8"),
    ('app is "{word}"', "Programm ist „{word}“"),
)


def test_a_sentence_is_known_by_its_form() -> None:
    """What was filled in stays, and may stand elsewhere."""
    told = Retelling(FORMS)

    assert told.tell("Nothing is there") == "Da ist nichts"
    assert told.tell("/a/b: c cannot be read: no such file") == "/a/b: c ist nicht lesbar: no such file"


def test_what_was_filled_in_may_be_a_sentence_itself() -> None:
    """Such as the reason within a fault of a file."""
    assert Retelling(FORMS).tell("rules.toml, line 3: this is not UTF-8") == "rules.toml, Zeile 3: das ist kein UTF-8"


def test_a_sentence_does_not_take_in_the_ones_behind_it() -> None:
    """Where all of them are known; the reason of the first is not the rest of the text."""
    told = Retelling([("It {reason}.", "Es {reason}."), ("is empty", "ist leer"), ("Do {what}.", "Tun Sie {what}.")])

    assert told.tell("It is empty. Do something.") == "Es ist leer. Tun Sie something."


def test_what_fits_no_form_stays_english() -> None:
    """A sentence that is half told would be worse."""
    assert Retelling(FORMS).tell("Nothing is there, or is it") == "Nothing is there, or is it"
    assert Retelling(FORMS).tell('app is "a" and "b"') == 'app is "a" and "b"'
