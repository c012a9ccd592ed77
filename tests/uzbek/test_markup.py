import re

import pytest
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from ahil.model.alphabet import Alphabet, editions
from ahil.publish.inventory import spellings
from ahil.render.uzbek.markup import SPOKEN, converted
from ahil.render.uzbek.page import Ways, agenda_in, page_in, search_in
from ahil.render.uzbek.text import Cyrillic, NewLatin

SPELLINGS, _ = spellings(ROOT)
cyrillic, new = Cyrillic(SPELLINGS), NewLatin(SPELLINGS)
LATIN, IN_CYRILLIC = editions([Alphabet.LATIN, Alphabet.CYRILLIC])
OWN = frozenset({"index.html", "modules/a/index.html", "modules/a/figures/tree.svg", "agenda/uz.js"})
WAYS = Ways(IN_CYRILLIC, LATIN, OWN, "https://ahil.example/")
HERE = "modules/a/index.html"


@pytest.mark.parametrize(
    ("latin", "right"),
    [
        ("<p>Salom, <b>doʻst</b>!</p>", "<p>Салом, <b>дўст</b>!</p>"),
        ('<img src="choy.svg" alt="Choy">', '<img src="choy.svg" alt="Чой">'),
        (
            '<a href="choy.html#non" id="shu" title="Non">non</a>',
            '<a href="choy.html#non" id="shu" title="Нон">нон</a>',
        ),
        ('<input placeholder="Ism" name="ism" value="ha">', '<input placeholder="Исм" name="ism" value="ha">'),
        ('<button aria-label="Yopish" data-x="yop">×</button>', '<button aria-label="Ёпиш" data-x="yop">×</button>'),
        ('<p>Bu <span lang="en">new word</span> soʻz</p>', '<p>Бу <span lang="en">new word</span> сўз</p>'),
        ('<p lang="en">new <b lang="uz">soʻz</b> word</p>', '<p lang="en">new <b lang="uz">soʻz</b> word</p>'),
        ('<p>ism <span translate="no">Ahil</span></p>', '<p>исм <span translate="no">Ahil</span></p>'),
        ("<p><code>choy</code> va <kbd>non</kbd></p>", "<p><code>choy</code> ва <kbd>non</kbd></p>"),
        ("<script>var choy = 'non';</script><p>non</p>", "<script>var choy = 'non';</script><p>нон</p>"),
        ("<style>.non{color:red}</style>non", "<style>.non{color:red}</style>нон"),
        ("<!-- choy --><p>bir &amp; ikki&nbsp;uch</p>", "<!-- choy --><p>бир &amp; икки&nbsp;уч</p>"),
        (
            "<svg><title>Daraxt</title><text x='1'>Ildiz</text></svg>",
            "<svg><title>Дарахт</title><text x='1'>Илдиз</text></svg>",
        ),
        ('<meta name="description" content="Tinch yoʻl.">', '<meta name="description" content="Тинч йўл.">'),
        ('<meta name="viewport" content="width=device-width">', '<meta name="viewport" content="width=device-width">'),
        ("<option value='yosh'>yosh</option>", "<option value='yosh'>ёш</option>"),
        ("<p>2 < 3 deydi</p></b><i>non</i>", "<p>2 < 3 дейди</p></b><i>нон</i>"),
        ("<br>non<br/>choy<p title='5 > 3 non'>", "<br>нон<br/>чой<p title='5 > 3 нон'>"),
    ],
)
def test_words_change_and_markup_does_not(latin: str, right: str) -> None:
    assert converted(latin, cyrillic) == right


WORDS = st.text(alphabet="abdefghijklmnopqrstuvxyzʻʼ ,.", max_size=30)
NAMES = st.text(alphabet="abcdefgh-", min_size=1, max_size=8).filter(lambda name: name.strip("-"))
TAGS = st.sampled_from(["p", "b", "li", "td", "h2", "a", "span", "div", "em"])


@st.composite
def fragments(draw: st.DrawFn) -> str:
    tag, inner = draw(TAGS), draw(st.lists(st.one_of(WORDS, fragments()), max_size=3))
    href, identity, alt = draw(NAMES), draw(NAMES), draw(WORDS)
    return f'<{tag} id="{identity}" class="{href}" data-to="{identity}" title="{alt}">{"".join(inner)}</{tag}>'


def bones(html: str) -> list[object]:
    """Every tag with everything it says to programs, in order."""
    return [
        (node.tag, sorted((key, value) for key, value in node.attributes.items() if key not in SPOKEN))
        for node in LexborHTMLParser(html).css("*")
    ]


@given(fragments())
def test_tags_links_and_ids_stay_whatever_the_words_are(html: str) -> None:
    for convert in (cyrillic, new):
        made = converted(html, convert)
        assert bones(made) == bones(html)
        assert converted(made, convert) == made


@given(fragments())
def test_a_page_in_another_language_is_left_alone(html: str) -> None:
    whole = f'<div lang="ru">{html}</div>'
    assert converted(whole, cyrillic) == whole


@given(st.text(alphabet="абвгдқўҳ <>&;/='\"!-", max_size=60))
def test_broken_markup_breaks_nothing(html: str) -> None:
    assert converted(html, cyrillic) == html


@pytest.mark.parametrize(
    ("address", "moved"),
    [
        ("../../index.html", "../../index.html"),
        ("../../index.html#top", "../../index.html#top"),
        ("figures/tree.svg", "figures/tree.svg"),
        ("figures/plain.svg", "../../../modules/a/figures/plain.svg"),
        ("../../assets/ahil.css", "../../../assets/ahil.css"),
        ("../../ru/modules/a/index.html", "../../../ru/modules/a/index.html"),
        ("../../print/uz/m01.pdf", "../../../print/uz-cyrl/m01.pdf"),
        ("../../print/ru/m01.pdf", "../../../print/ru/m01.pdf"),
        ("../../", "../../../"),
        ("#steps", "#steps"),
        ("https://lex.uz/", "https://lex.uz/"),
        ("data:,", "data:,"),
        ("mailto:a@b.uz", "mailto:a@b.uz"),
        ("", ""),
    ],
)
def test_an_address_leads_where_it_led(address: str, moved: str) -> None:
    assert WAYS.moved(address, HERE) == moved


def test_a_page_says_its_alphabet_and_its_switch_follows() -> None:
    page = (
        '<html lang="uz"><head><link rel="canonical" href="https://ahil.example/modules/a/index.html">'
        '<link rel="alternate" hreflang="uz" href="https://ahil.example/modules/a/index.html"></head>'
        '<body data-root="../../"><a href="index.html" hreflang="uz" translate="no" aria-current="true">Oʻz</a>'
        '<a href="../../uz-cyrl/modules/a/index.html" hreflang="uz-Cyrl" translate="no">Ўз</a>'
        '<a href="../../print/uz/m01.pdf" hreflang="uz">uz</a>'
        '<script type="application/json" id="ahil-words">{"close":"Yopish","n":{"of":"{n} ta"}}</script></body></html>'
    )
    made = page_in(page, HERE, WAYS, cyrillic)
    assert '<html lang="uz-Cyrl">' in made
    assert 'rel="canonical" href="https://ahil.example/uz-cyrl/modules/a/index.html"' in made
    assert 'hreflang="uz" href="https://ahil.example/modules/a/index.html"' in made
    assert '<body data-root="../../../" data-alphabet="uz-cyrl">' in made
    assert '<a href="../../../modules/a/index.html" hreflang="uz" translate="no">Oʻz</a>' in made
    assert 'href="index.html" hreflang="uz-Cyrl" translate="no" aria-current="true">Ўз' in made
    assert 'href="../../../print/uz-cyrl/m01.pdf" hreflang="uz-Cyrl"' in made
    assert '{"close": "Ёпиш", "n": {"of": "{n} та"}}' in made


def test_scripts_of_data_change_their_words_alone() -> None:
    names = '(ahil.names ??= {})["uz"] = {"home":"","pages":[{"url":"a.html","title":"Non","kind":"page","anchors":["non"],"headings":["Choy"]}]};\n'
    made = search_in(names, WAYS, cyrillic)
    assert made.startswith('(ahil.names ??= {})["uz"] = {"home":"uz-cyrl/",')
    assert '{"url":"uz-cyrl/a.html","title":"Нон","kind":"page","anchors":["non"],"headings":["Чой"]}' in made
    agenda = 'ahil.agenda = {"title":"Salom","href":"index.html","pdf":"print/uz/m01.pdf","lang":"uz","group":"pairs","minutes":10,"words":{"path":{"full":"choy"}}};\n'
    assert agenda_in(agenda, WAYS, cyrillic) == (
        'ahil.agenda = {"title":"Салом","href":"index.html","pdf":"../print/uz-cyrl/m01.pdf",'
        '"lang":"uz-Cyrl","group":"pairs","minutes":10,'
        '"words":{"path":{"full":"чой"}}};\n'
    )


def test_the_alphabet_at_the_root_and_those_beside_it() -> None:
    everything = list(Alphabet)
    assert [(one.folder, one.tag) for one in editions(everything)] == [
        ("", "uz"), ("uz-cyrl", "uz-Cyrl"), ("uz-new", "uz-Latn-x-new"),
    ]  # fmt: skip
    assert [(one.folder, one.tag) for one in editions(everything, Alphabet.NEW)] == [
        ("", "uz"), ("uz-latn", "uz-Latn"), ("uz-cyrl", "uz-Cyrl"),
    ]  # fmt: skip
    assert [one.tag for one in editions([Alphabet.LATIN], Alphabet.CYRILLIC)] == ["uz-Cyrl", "uz-Latn"]
    assert not re.search("[A-Z]", "".join(one.folder for one in editions(everything)))
