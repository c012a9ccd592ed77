"""What may follow a stem: endings of Uzbek nouns and of verbs made of them.

An exception holds for its stem and these endings only: *tush* with a soft sign must not reach into *tushunib*.
"""

import re

_MADE = "chilik|lik|lig|li|siz|chi|cha|dor|parast|shunos|xona|namo|simon|boz|soz|kor|gar|dosh|iy|viy|chan|ona"
_DOING = "(?:lash|lan|la)(?:[a-zʻʼ]*)"
_WHOSE = "lari|imiz|ingiz|miz|ngiz|im|ing|si|i|m|ng"
_WHERE = "ning|niki|ni|gacha|ga|ka|qa|dagi|dan|da|dek|day|cha"
_SAID = "dirlar|dir|man|san|siz|mi|ku|gina|yu|u|da"
_ENDINGS = re.compile(f"(?:{_MADE})*(?:{_DOING}|(?:lar)?(?:{_WHOSE})?(?:{_WHERE})*(?:{_SAID})*)")


def is_ending(letters: str) -> bool:
    """Whether letters after a stem are endings, small."""
    return bool(_ENDINGS.fullmatch(letters))
