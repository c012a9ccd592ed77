"""What a person hears for a link."""

from selectolax.lexbor import LexborNode

Attributes = dict[str, str | None]


def name_of(node: LexborNode, tag: str, attrs: Attributes) -> str:
    """What a person hears for this link: its label, its text, the texts of its images, its title."""
    label = attrs.get("aria-label")
    if label:
        return label.strip()
    if tag == "area":
        return (attrs.get("alt") or attrs.get("title") or "").strip()
    text = " ".join(node.text().split())
    return text or hidden_name(node, attrs)


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
