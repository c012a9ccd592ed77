"""Uzbek as it is written in Latin today → the same in Cyrillic, and in the new Latin alphabet.

``letters`` knows the rules, ``words`` the exceptions, ``kept`` what is no Uzbek word at all, ``text`` a run of
text, ``markup`` HTML and SVG, ``page`` a built page, ``doubt`` which words nobody can be sure of.
"""
