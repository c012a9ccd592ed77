"""The fonts of the web pages: cut from the whole ones in ``theme/fonts``, one file a script.

Run as ``python -m ahil.publish.webfonts theme`` after the whole fonts change; the result is committed,
so that a build needs no font tools and its bytes never move.
"""

import sys
from pathlib import Path

from fontTools import subset

_COMMON = " !\"%&'()*+,-./0123456789:;=?[]_«»„“”–—…№·\u00a0"
_LATIN = (
    "".join(map(chr, range(0x20, 0x7F)))
    + _COMMON
    + "ʻʼ‘’“”§©°×•→←−\u202f"
    + "ĞğŞşÖöÇçÜüéñ"  # the alphabet of 2021 and a few names
)
_CYRILLIC = "".join(map(chr, range(0x410, 0x450))) + "ЁёҚқҒғҲҳЎў" + _COMMON

_LETTERS = "".join(map(chr, [*range(0x41, 0x5B), *range(0x61, 0x7B)]))

SCRIPTS = {"latin": _LATIN, "cyrillic": _CYRILLIC}
FACES = {
    "sans-400": "SourceSans3-Regular.ttf",
    "sans-600": "SourceSans3-SemiBold.ttf",
    "serif-600": "SourceSerif4-SemiBold.ttf",
}


def cut(whole: Path, characters: str, out: Path) -> None:
    """Keep the characters of one script, without hints; headings without kerning, a third of their weight."""
    features = [] if "Serif" in whole.name else ["kern"]
    options = subset.Options(
        flavor="woff2",
        hinting=False,
        layout_features=features,
        name_IDs=[1, 2, 13, 14],
        glyph_names=False,
        notdef_outline=False,
    )
    options.drop_tables += ["BASE", "STAT", "GDEF", "gasp"]
    with subset.load_font(whole, options) as font:
        font["head"].modified = font["head"].created
        font.recalcTimestamp = False
        cutter = subset.Subsetter(options)
        cutter.populate(text=characters)
        cutter.subset(font)
        subset.save_font(font, out, options)


def cut_all(theme: Path) -> None:
    """Write every face in every script beside the other assets of the web pages."""
    for face, whole in FACES.items():
        for script, characters in SCRIPTS.items():
            # Latin words stand in Russian text too; in headings they borrow the face of the text.
            more = "" if face.startswith("serif") else _LETTERS
            cut(theme / "fonts" / whole, characters + more, theme / "web/assets/fonts" / f"{face}-{script}.woff2")


if __name__ == "__main__":
    cut_all(Path(sys.argv[1]))
