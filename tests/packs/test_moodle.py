"""The question bank."""

from xml.etree import ElementTree

import pytest

from ahil.model.lang import Lang
from packs.conftest import Made


@pytest.mark.parametrize("lang", Lang)
def test_each_question_has_one_right_answer_and_a_name_of_its_own(made: Made, lang: Lang) -> None:
    bank = ElementTree.fromstring(made("moodle", lang)["moodle/quizzes-trainer.xml"])
    kinds = [question.get("type") for question in bank]
    assert kinds == ["category", *["multichoice"] * 4]
    questions = bank.findall("question[@type='multichoice']")
    assert [question.findtext("idnumber") for question in questions] == [
        "m01-first",
        "m01-second",
        "m01-third",
        "m01-fourth",
    ]
    for question in questions:
        shares = sorted(int(answer.get("fraction", "")) for answer in question.iter("answer"))
        assert shares == [0, 0, 100]
        assert (question.findtext("questiontext/text") or "").startswith("<p>")


def test_words_of_xml_and_html_stay_words() -> None:
    from ahil.render.packs.moodle import _html

    assert _html("a < b & c") == "a &amp;lt; b &amp;amp; c"
