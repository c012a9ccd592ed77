"""The font of form fields, made from the whole Source Sans 3.

A PDF carries the whole font of its fields, so that any letter can be typed: this one holds only the letters
of our languages. The licence keeps the name of the original for unchanged copies; a subset needs another.
"""

from io import BytesIO

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

NAME = "Ahil Form"
LETTERS = (
    *range(0x20, 0x7F),
    *range(0xA0, 0x180),  # Latin-1 and Latin Extended-A: ö ğ ş ç of the new alphabet
    *range(0x400, 0x500),  # Cyrillic, with ў қ ғ ҳ
    *(0x2BB, 0x2BC, 0x301, 0x303),  # ʻ and ʼ; the accents people type separately
    *(0x1E20, 0x1E21, 0x14C, 0x14D),
    *(0x2010, 0x2011, 0x2013, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x201E, 0x2026, 0x2116, 0x20AC, 0x2212),
)


def form_font(source_sans: bytes) -> bytes:
    """Keep our letters and no features, and give it its own name."""
    options = Options(layout_features=[], name_IDs=["*"], hinting=False, notdef_outline=True)
    font = TTFont(BytesIO(source_sans), recalcTimestamp=False)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=LETTERS)
    subsetter.subset(font)
    for record in list(font["name"].names):
        match record.nameID:
            case 1 | 4 | 16:
                record.string = NAME
            case 3 | 6:
                record.string = NAME.replace(" ", "")
            case 2 | 17:
                record.string = "Regular"
            case 7:
                font["name"].names.remove(record)
    made = BytesIO()
    font.save(made)
    return made.getvalue()
