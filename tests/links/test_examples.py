"""What ``ahil explain`` shows of a link code is true: the wrong form is found, the right one is not."""

from pathlib import Path

import pytest

from ahil.cli.explain import story
from ahil.publish.link_examples import Example, link_examples
from ahil.publish.site_check import check_site
from ahil.publish.wording import messages
from links.a_site import SITE_URL, planted
from links.test_cases import written

PLANTED = {code: one for code, one in link_examples().items() if one.place != "file"}


def codes_of(root: Path, place: str, form: str, offline: bool) -> set[str]:
    swap = {"swap": {'<html lang="uz">': form}} if place == "html" else {place: form}
    files = planted({**swap, "offline": offline})
    return {problem.code for problem in check_site(written(root, files), site_url=SITE_URL, offline=offline)}


@pytest.mark.parametrize(("code", "example"), PLANTED.items(), ids=PLANTED)
def test_the_wrong_form_is_found_and_the_right_one_is_not(code: str, example: Example, tmp_path: Path) -> None:
    offline = code.startswith("LK2")
    assert code in codes_of(tmp_path / "bad", example.place, example.bad, offline)
    assert codes_of(tmp_path / "good", example.place, example.good, offline) == set()


def test_every_code_has_an_example_a_remedy_and_a_story() -> None:
    codes = {code for code in messages() if code.startswith("LK") and code[2] in "12456"}
    assert codes == set(link_examples())
    for code in sorted(codes):
        example = link_examples()[code]
        assert example.bad != example.good and story(code), code
        assert all(messages()[code].do.values()), code
    assert len(PLANTED) > 60
