"""What a person hears for a link."""

from selectolax.lexbor import LexborNode

_UNSEEN = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
Attributes = dict[str, str | None]


def name_of(node: LexborNode, tag: str, attrs: Attributes) -> str:
    """What a person hears for this link: its label, its text, the texts of its images, its title."""
    label = attrs.get("aria-label")
    if label:
        return label.strip()
    if tag == "area":
        return (attrs.get("alt") or attrs.get("title") or "").strip()
    return spoken(node) or hidden_name(node, attrs)


def spoken(node: LexborNode) -> str:
    """The text of a link; a mere sign is asked whether it is read out at all."""
    text = " ".join(node.text().split())
    if len(text) > 2 or not text or text.isalnum():
        return text
    silent = sum(len(part.text().strip()) for part in node.css("[aria-hidden=true]")) >= len(text)
    return "" if silent or not text.strip(_UNSEEN) else text


def hidden_name(node: LexborNode, attrs: Attributes) -> str:
    """The name of a link without text."""
    for inner in node.css("[alt],[aria-label],[aria-labelledby],[title],title"):
        given = inner.attributes
        for name in ("aria-label", "alt", "title", "aria-labelledby"):
            if (given.get(name) or "").strip():
                return (given[name] or "").strip()
        if inner.tag == "title" and inner.text().strip():
            return inner.text().strip()
    return (attrs.get("title") or attrs.get("aria-labelledby") or "").strip()
