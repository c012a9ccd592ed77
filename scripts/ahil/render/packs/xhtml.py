"""HTML → XHTML: what books on a reader are made of."""

from xml.etree import ElementTree

import tinyhtml5

NAMESPACE = "http://www.w3.org/1999/xhtml"
_OLD = {"align": ("left", "center", "right")}
"""Attributes HTML has given up, and the values of them that become classes."""


def xhtml(body: str) -> str:
    """The same elements, every one closed, in the form a strict reader takes."""
    tree = tinyhtml5.parse(f"<!doctype html><body>{body}", namespace_html_elements=False)
    root = tree.find("body")
    assert root is not None
    for element in root.iter():
        _modernise(element)
    inside = "".join(ElementTree.tostring(child, encoding="unicode") for child in root)
    return (root.text or "") + inside


def _modernise(element: ElementTree.Element) -> None:
    for name, values in _OLD.items():
        value = element.attrib.pop(name, "")
        if value in values:
            element.set("class", f"{element.get('class', '')} {value}".strip())
    for name in [name for name in element.attrib if name.startswith(("data-", "on"))]:
        del element.attrib[name]
