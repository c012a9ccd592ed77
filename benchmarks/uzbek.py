"""How many Uzbek words the converter writes wrongly in Cyrillic, of words written down without looking at its lists.

Run ``python benchmarks/uzbek.py``: it prints the figures and fails above 2 % of the words no list knows.
"""

import sys
import time
from pathlib import Path

from ahil.publish.inventory import spellings
from ahil.render.uzbek.doubt import is_doubtful
from ahil.render.uzbek.text import Cyrillic

MOST = 0.02
_TREE = Path(__file__).resolve().parents[1]


def main() -> int:
    """Count, and say which words nobody would have been asked about."""
    cyrillic = Cyrillic(spellings(_TREE)[0])
    lines = (_TREE / "benchmarks" / "uzbek_words.tsv").read_text("utf-8").splitlines()
    words = [line.split("\t") for line in lines if line and not line.startswith("#")]
    unlisted = [one for one in words if cyrillic.speller.known(one[0]) is None]
    for name, some in (("all", words), ("in no list of ours", unlisted)):
        wrong = [latin for latin, right in some if cyrillic(latin) != right]
        silent = [latin for latin in wrong if not is_doubtful(latin)]
        print(f"{len(some)} words ({name}): {len(wrong)} wrong, {len(wrong) / len(some):.2%}", end="; ")
        print(f"{len(silent)} of them without asking: {', '.join(silent)}")
    asked = sum(is_doubtful(latin) for latin, _ in unlisted)
    print(f"asked about: {asked} of {len(unlisted)} unlisted words, {asked / len(unlisted):.1%}")
    text = " ".join(latin for latin, _ in words) * 200
    start = time.process_time()
    cyrillic(text)
    print(f"{len(text) / 1e6:.1f} MB of text in {time.process_time() - start:.2f} CPU s")
    return int(sum(cyrillic(latin) != right for latin, right in unlisted) > MOST * len(unlisted))


if __name__ == "__main__":
    sys.exit(main())
