"""Papers in Cyrillic: their words, those around them, their language for readers who listen."""

from datetime import date
from io import BytesIO

import pikepdf
from conftest import ROOT

from ahil.model.alphabet import Alphabet, Edition
from ahil.model.lang import Lang
from ahil.model.print import PrintJob, PrintKind
from ahil.publish.inventory import spellings
from ahil.publish.pdf_finish import finished
from ahil.publish.pdf_shop import our_shop
from ahil.render.print_page import print_page
from ahil.render.uzbek.paper import job_in
from ahil.render.uzbek.text import Cyrillic

cyrillic = Cyrillic(spellings(ROOT)[0])
WORDS = "Mahalladagi oʻzgarishlarni birgalikda muhokama qilamiz, kelishuvlarimizni qogʻozga yozamiz. " * 6
LATIN = PrintJob(
    kind=PrintKind.HANDOUT,
    lang=Lang.UZ,
    code="H99",
    title="Yaxshi suhbat",
    summary="Qisqa.",
    body_html=f'<p>{WORDS}</p><p><img src="figures/a.svg" alt="Daraxt"></p><p lang="en">Left in English.</p>',
    source="handouts/x/uz.md",
    figures={
        "figures/a.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><text y="5">Ildiz</text></svg>'
    },
    page_url="https://ahil.example/handouts/h99.html",
    edition_code="abcdef",
    edition_date=date(2026, 11, 22),
    draft=True,
)
EDITION = Edition(Alphabet.CYRILLIC, "uz-cyrl")
JOB = job_in(LATIN, EDITION, cyrillic, "https://ahil.example/uz-cyrl/handouts/h99.html")


def test_a_job_of_an_edition_has_its_own_name_words_and_language() -> None:
    assert (LATIN.name, LATIN.tag) == ("print/uz/h99.pdf", "uz-Latn")
    assert (JOB.name, JOB.tag) == ("print/uz-cyrl/h99.pdf", "uz-Cyrl")
    assert JOB.title == "Яхши суҳбат"
    assert 'alt="Дарахт"' in JOB.body_html and "Left in English." in JOB.body_html
    assert "Илдиз" in JOB.figures["figures/a.svg"]


def test_what_stands_around_the_text_is_in_the_same_alphabet() -> None:
    page = print_page(JOB, our_shop().words(JOB))
    assert '<html lang="uz-Cyrl"' in page
    assert "2026 йил 22 ноябрь" in page and "2026-yil 22-noyabr" in print_page(LATIN, our_shop().words(LATIN))
    assert "Қоралама" in page and "Тарқатма материал" in page


def test_each_alphabet_is_kept_under_a_name_of_its_own() -> None:
    assert our_shop().key(JOB) != our_shop().key(LATIN)


def test_the_paper_speaks_and_breaks_its_words_as_cyrillic() -> None:
    shop = our_shop()
    sheet = shop.press.pages_of(print_page(JOB, shop.words(JOB)))
    with pikepdf.open(BytesIO(finished(sheet.pdf, JOB))) as document:
        assert str(document.Root.Lang) == "uz-Cyrl"
        assert str(document.docinfo["/Title"]) == "Яхши суҳбат"
    assert sheet.complaints == ()
