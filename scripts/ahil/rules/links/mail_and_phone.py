"""Mail addresses and telephone numbers, as far as their form tells."""

import re
from collections.abc import Iterator
from urllib.parse import parse_qsl, unquote

from ahil.model.site import Flaw
from ahil.rules.links.address import MAIL, OTHER, PHONE
from ahil.rules.links.web import Use, Web, flaws, rule

_ADDRESS = re.compile(r"[^\s@<>()\[\],;:\\\"]+@(?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W\d_][\w-]*[^\W_]", re.U)
_NUMBER = re.compile(r"\+?[\d().-]*\d(?:;[\w-]+=[^;]*)*")
_LENGTHS = {"998": {12}, "7": {11}, "996": {12}, "992": {12}, "993": {11}, "1": {11}, "44": {11, 12, 13}}
_GEO = re.compile(r"geo:(-?\d+(?:\.\d+)?),(-?\d+(?:\.\d+)?)", re.I)


@rule("LK181", "LK183")
def mail_form(web: Web) -> Iterator[Flaw]:
    """LK181: not a mail address (``info@@site.uz``, ``info.site.uz``). LK183: the text shows another address.

    Nobody receives the letter. Write ``name@place.uz``.
    """
    for use in web.uses("link", "form", "pdf"):
        if use.target.kind != MAIL:
            continue
        path, _, query = use.target.url.partition(":")[2].partition("?")
        found = [unquote(one).strip() for one in path.split(",")] if path else []
        copies = [one for name, one in parse_qsl(query) if name.lower() in {"cc", "bcc", "to"}]
        wrong = [one for one in (*found, *copies) if not _is_mail(one.strip()) or unquote(path).startswith(" ")]
        if wrong or (not found and "=" not in query):
            yield from flaws("LK181", use, address=(wrong or [path])[0] or "—")
        elif (
            (shown := _ADDRESS.search(use.ref.text))
            and shown[0].lower() not in {one.lower() for one in found}
            and found
        ):
            yield from flaws("LK183", use, shown=shown[0])


def _is_mail(address: str) -> bool:
    inside = re.search(r"<([^<>]*)>$", address)
    one = inside[1] if inside else address
    local = one.partition("@")[0]
    return (
        bool(_ADDRESS.fullmatch(one))
        and not one.startswith("/")
        and ".." not in one
        and not local.startswith(".")
        and not local.endswith(".")
    )


@rule("LK182", "LK184")
def phone_form(web: Web) -> Iterator[Flaw]:
    """LK182: not a telephone number (letters, nothing, too few digits). LK184: the text shows another number.

    Write ``tel:+998712000000``; short numbers as ``tel:102``.
    """
    for use in web.uses("link", "pdf"):
        if use.target.kind != PHONE:
            continue
        number = unquote(use.target.url.partition(":")[2].partition("?")[0]).strip()
        digits = re.sub(r"\D", "", number.split(";")[0])
        if not _is_number(number, digits) and not (
            not number and use.target.url.lower().startswith("sms") and "?" in use.target.url
        ):
            yield from flaws("LK182", use, number=number or "—")
        elif _shows_another(use, digits):
            yield from flaws("LK184", use, shown=use.ref.text)


def _is_number(number: str, digits: str) -> bool:
    if not _NUMBER.fullmatch(number) or not 2 <= len(digits) <= 15 or number.count("+") > 1:
        return False
    abroad = number.startswith("+")
    if (abroad and len(digits) < 8) or (not abroad and digits.startswith("998") and len(digits) > 9):
        return False
    code = next((code for code in _LENGTHS if digits.startswith(code)), None)
    if code and (number.startswith("+") or (code == "998" and len(digits) >= 9)):
        return len(digits) in _LENGTHS[code]
    return True


def _shows_another(use: Use, digits: str) -> bool:
    shown = re.findall(r"\+?\d[\d\s()\u00a0‑–-]{5,}\d", use.ref.text)
    if len(shown) != 1:
        return False
    seen = re.sub(r"\D", "", shown[0])
    return len(seen) >= 7 and len(digits) >= 7 and seen[-7:] != digits[-7:]


@rule("LK185")
def place_form(web: Web) -> Iterator[Flaw]:
    """``geo:`` with no place on Earth: latitude beyond 90, longitude beyond 180, or no numbers.

    Write ``geo:41.31,69.28``.
    """
    for use in web.uses("link"):
        if use.target.kind == OTHER and use.target.url.lower().startswith("geo:"):
            found = _GEO.match(use.target.url)
            if not found or abs(float(found[1])) > 90 or abs(float(found[2])) > 180:
                yield from flaws("LK185", use)
