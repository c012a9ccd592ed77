"""S04, S06, S27: what is dated, and who must look at it again."""

from collections.abc import Iterator

from ahil.model.spot import Fault
from ahil.rules.engine import rule
from ahil.rules.ground import Ground

FRESH, SOON = 90, 60


@rule("RE701", "RE702", "RE703")
def contact_old(ground: Ground) -> Iterator[Fault]:
    """A help service was last checked more than 90 days ago (RE701), more than 60 days ago (RE702, for
    information), or on a day to come (RE703) (S04).

    Readers are shown a line to fill in instead of a number that may be dead. Call it, then change
    ``verified_on``. A service nobody has called yet (``verified_on: null``) is no finding: it is never
    shown.
    """
    today = ground.curriculum.today
    for contact in ground.curriculum.contacts.values():
        if contact.verified_on is None:
            continue
        spot = ground.entry("contacts", contact.id, "verified_on")
        days = (today - contact.verified_on).days
        gaps = {"id": contact.id, "days": days, "on": contact.verified_on}
        if days < 0:
            yield Fault("RE703", spot, gaps)
        elif days > FRESH or (contact.expires and today > contact.expires):
            yield Fault("RE701", spot, gaps)
        elif days > SOON:
            yield Fault("RE702", spot, {**gaps, "left": FRESH - days})


@rule("RE704", "RE705", "RE706", "RE707")
def fact_weak(ground: Ground) -> Iterator[Fault]:
    """A fact has no source (RE704), its sources differ and nothing says what to check on the spot (RE705),
    it has expired (RE706), or it was seen on a day to come (RE707) (S06).

    People act on it. Give ``sources`` with an address, ``local`` for a conflict, and look again before
    ``expires``.
    """
    today = ground.curriculum.today
    for fact in ground.curriculum.facts.values():
        if not fact.sources or not all(source.url for source in fact.sources):
            yield Fault("RE704", ground.entry("facts", fact.id, "sources"), {"id": fact.id})
        if fact.conflict is not (fact.status == "conflict") or (fact.conflict and not fact.local):
            yield Fault("RE705", ground.entry("facts", fact.id, "conflict"), {"id": fact.id})
        if today > fact.expires:
            yield Fault("RE706", ground.entry("facts", fact.id, "expires"), {"id": fact.id, "on": fact.expires})
        if fact.seen_on > today:
            yield Fault("RE707", ground.entry("facts", fact.id, "seen_on"), {"id": fact.id, "on": fact.seen_on})


@rule("RE708")
def review_due(ground: Ground) -> Iterator[Fault]:
    """The day has passed by which somebody had to read a page, module, handout or worksheet again (S27).

    Read it, mend it, then set ``review_by`` to a day within the next twelve months.
    """
    today = ground.curriculum.today
    for owner in ground.owners:
        if owner.review_by and owner.review_by < today:
            yield Fault("RE708", owner.spot("review_by"), {"name": owner.slug, "on": owner.review_by})
    for sheet in ground.curriculum.worksheets.values():
        if sheet.facts.review_by < today:
            gaps = {"name": sheet.slug, "on": sheet.facts.review_by}
            yield Fault("RE708", sheet.places.spot("review_by"), gaps)
