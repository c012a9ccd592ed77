"""One thing is planted in a clean site: exactly the announced codes are found, where it was planted."""

from pathlib import Path

import pytest
import yaml

from ahil.publish.site_check import check_site
from ahil.publish.wording import messages
from ahil.rules.links import CODES
from links.a_site import PAGE_UNDER_TEST, SITE_URL, planted

HERE = Path(__file__).parent
CASES = [
    {**case, "offline": case.get("offline", path.stem.endswith("offline")), "family": path.stem}
    for path in sorted((HERE / "cases").glob("*.yml"))
    for case in yaml.safe_load(path.read_text("utf-8"))
]


def written(root: Path, files: dict[str, bytes]) -> Path:
    for path, data in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)
    return root


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['family']}: {case['name']}")
def test_a_case_has_the_faults_it_announces(case: dict, tmp_path: Path) -> None:
    root = written(tmp_path, planted(case))
    url = case.get("site_url", SITE_URL)
    problems = check_site(root, site_url=url, offline=case["offline"])
    found = [problem for problem in problems if problem.gravity != "info"]
    assert set(case.get("info", [])) <= {p.code for p in problems}
    codes, announced = {p.code for p in found}, set(case.get("expect", []))
    told = [f"{p.spot} {p.code} {p.what}" for p in found]
    if case.get("loose") == "any":
        assert codes and codes <= announced, told
    else:
        assert announced <= codes if case.get("loose") else announced == codes, told
    if found and "at" not in case:
        assert case.get("page", PAGE_UNDER_TEST) in {p.spot.path for p in found}
    elif found:
        assert case["at"] in {p.spot.path for p in found}


def test_every_code_has_words_and_a_case() -> None:
    planted_codes = {code for case in CASES for code in (*case.get("expect", []), *case.get("info", []))}
    assert set(CODES) - planted_codes - {"LK626"} == set()
    assert {code for code in messages() if code.startswith("LK") and code[2] in "1246"} == set(CODES)
