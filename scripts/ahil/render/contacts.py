"""Help: numbers that were verified in the last 90 days, or a line to fill in."""

from datetime import date

from ahil.model.curriculum import Curriculum
from ahil.model.interface import Interface
from ahil.model.register import Contact
from ahil.render.address import spoken

LINE = '<span class="help-line"></span>'


def help_lines(curriculum: Curriculum, interface: Interface) -> str:
    """A block of raw HTML: today's help lines, or lines to write on; never an old number."""
    fresh = [contact for contact in curriculum.contacts.values() if contact.fresh(curriculum.today)]
    if fresh:
        rows = "".join(f"<li>{one_line(contact, curriculum.today, interface)}</li>" for contact in fresh)
        return f'<div class="help"><ul>{rows}</ul></div>'
    blanks = "".join(
        f"<li>{interface.say(f'contact.{kind}')}: {LINE}</li>" for kind in ("emergency", "helpline", "person")
    )
    return f'<div class="help"><p>{interface.say("contact.none")}</p><ul>{blanks}</ul></div>'


def one_line(contact: Contact, today: date, interface: Interface) -> str:
    """A service and its number with the day it was checked; without a fresh check, a line instead of the number."""
    service = spoken(contact.service, interface.lang)
    if not contact.fresh(today) or contact.verified_on is None:
        return f"{service}: {LINE}"
    checked = interface.say("contact.checked", date=interface.date(contact.verified_on))
    return f"{service}: <strong>{contact.number}</strong> ({checked})"
