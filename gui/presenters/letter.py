"""A letter to data protection, ready to be sent by its writer; never sends it and encloses nothing."""

from datetime import date

from core.config import Organisation
from core.wording import translate
from gui.presenters.durations import day_of_year


def letter(organisation: Organisation, person: str, first: date, last: date, today: date) -> str:
    """About the days from `first` to `last`; what is asked for stands there to be struck out."""
    days = day_of_year(first) if first == last else f"{day_of_year(first)} – {day_of_year(last)}"
    return translate(
        "Letter",
        "To: {contact}\n"
        "From: {person}\n"
        "Date: {today}\n"
        "\n"
        "About: what Engineroom recorded about me at {organisation}, {days}\n"
        "\n"
        "Please (strike out what you do not mean)\n"
        "– tell me which of these data anybody but me has seen, and for what purpose;\n"
        "– correct what I describe below;\n"
        "– note that I object to these data being used, for the reason below.\n"
        "\n"
        "What I want to say:\n"
        "\n"
        "\n"
        "{person}\n",
    ).format(
        contact=organisation.contact, person=person, today=day_of_year(today), organisation=organisation.name, days=days
    )
