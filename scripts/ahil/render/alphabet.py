"""The order of the alphabet: Python's own puts oʻ gʻ sh ch in the wrong place."""

from ahil.model.lang import Lang

_UZBEK = tuple("a b d e f g h i j k l m n o p q r s t u v x y z oʻ gʻ sh ch ng".split(" "))  # noqa: SIM905 - a row is read as a row
_RANK = {letter: f"{rank:02}" for rank, letter in enumerate(_UZBEK)}


def sort_key(text: str, lang: Lang) -> str:
    """A key under which words stand as in a dictionary of their language."""
    word = text.casefold()
    if lang is Lang.RU:
        return word.replace("ё", "е\uffff")
    if lang is not Lang.UZ:
        return word
    key, at = [], 0
    while at < len(word):
        step = 2 if word[at : at + 2] in _RANK and word[at : at + 2] != "ng" else 1
        key.append(_RANK.get(word[at : at + step], f"99{word[at]}" if word[at].isalnum() else ""))
        at += step
    return "".join(key)
