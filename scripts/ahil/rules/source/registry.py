"""S03, S05, S26: numbers that grow old or can kill stand in a register, with a date."""

import re
from collections.abc import Iterator

from ahil.model.spot import Fault
from ahil.rules.engine import rule
from ahil.rules.forms import matches, says
from ahil.rules.ground import Ground
from ahil.rules.source.targets import links

_LONG = (
    re.compile(r"998(?<![\w.]998)[\s()-]*\d{2}[\s()-]*\d{3}[\s-]*\d{2}[\s-]*\d{2}(?!\w)"),
    re.compile(r"\d(?<![\w.]\d)\d\)?[ -]\d{3}[ -]\d{2}[ -]\d{2}(?!\w)"),
)
_SHORT = re.compile(r"\d(?<![\w.,№+/–-]\d)\d{2,3}(?![\w%/–-]|[.,]\d)")
_EMERGENCY = frozenset({"101", "102", "103", "104", "112"})
_LAW = re.compile(r"(?<!\w)(?:ZRU|ЗРУ|O[ʻ'’‘`]RQ|ЎРҚ|UP|УП|PF|ПФ|PP|ПП|PQ|ПҚ|VMQ|ПКМ|ВМҚ)[-–‑ \u00a0]?\d+(?!\w)")
_LAWS = ("zru", "зру", "oʻrq", "rq", "ўрқ", "up", "уп", "pf", "пф", "pp", "пп", "pq", "пқ", "vmq", "пкм", "вмқ")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


@rule("SA603")
def telephone_typed(ground: Ground) -> Iterator[Fault]:
    """A telephone number is typed by hand (S03).

    A number that is out of date can cost a life; only ``data/contacts.yml`` knows when it was last called.
    Bad: “Call 102”. Good: ``{{ help }}``.
    """
    known = {re.sub(r"\D", "", contact.number) for contact in ground.curriculum.contacts.values()}
    for passage in ground.passages:
        words = ground.watch.said("telephone", passage.lang)
        found = [match for pattern in _LONG for match in pattern.finditer(passage.text)]
        for match in found:
            if not any(one is not match and one.start() < match.start() < one.end() for one in found):
                yield Fault("SA603", passage.spot(match.start()), {"number": match[0]})
        for match in _SHORT.finditer(passage.text):
            long = len(match[0]) == 4 and match[0] in known
            short = match[0] in known | _EMERGENCY and says(words, passage.sentence(match.start()))
            if long or short:
                yield Fault("SA603", passage.spot(match.start()), {"number": match[0]})
    for _, link, spot in links(ground):
        if link.target.lower().startswith(("tel:", "sms:")):
            yield Fault("SA603", spot, {"number": link.target})


@rule("SA605", "SA635")
def law_typed(ground: Ground) -> Iterator[Fault]:
    """A law is quoted by its number (SA605) or an article by its number (SA635), typed by hand (S05).

    Laws change; only ``data/facts.yml`` knows when a text was seen. Bad: “article 126”, “ZRU-561”. Good:
    ``{{ fact F01 }}``.
    """
    for passage in ground.passages:
        for match in _LAW.finditer(passage.text) if any(map(passage.has, _LAWS)) else ():
            yield Fault("SA605", passage.spot(match.start()), {"number": match[0]})
        for hit in matches(ground.watch.said("article", passage.lang), passage):
            yield Fault("SA635", passage.spot(hit.start), {"number": hit.said})


@rule("SA626")
def money_undated(ground: Ground) -> Iterator[Fault]:
    """An amount of money stands without its year (S26).

    A hundred million is a road in one year and a lamp in another. Write the year in the same section.
    Bad: “100 million UZS”. Good: “100 million UZS (2022)”.
    """
    for passage in ground.passages:
        if passage.kind == "drawing":
            continue
        for hit in matches(ground.watch.said("money", passage.lang), passage):
            if not _YEAR.search(passage.section(hit.start)):
                yield Fault("SA626", passage.spot(hit.start), {"amount": hit.said})
