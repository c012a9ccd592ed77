"""A lesson of a learning platform."""

import zipfile
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pytest

from ahil.model.lang import Lang
from packs.conftest import Made

PACKAGE = "scorm/m01-scorm12.zip"


@pytest.mark.parametrize("lang", Lang)
def test_the_manifest_names_every_file_and_one_lesson(made: Made, lang: Lang) -> None:
    with zipfile.ZipFile(BytesIO(made("scorm", lang)[PACKAGE])) as archive:
        names = archive.namelist()
        root = ElementTree.fromstring(archive.read("imsmanifest.xml"))
    assert names[0] == "imsmanifest.xml"
    assert {file.get("href") for file in root.iterfind(".//{*}file")} == {"index.html"} == set(names[1:])
    lessons = [one for one in root.iterfind(".//{*}resource") if "sco" in one.attrib.values()]
    assert len(lessons) == 1
    assert {item.get("identifierref") for item in root.iterfind(".//{*}item")} == {lessons[0].get("identifier")}


def test_a_platform_hears_the_beginning_the_score_and_the_end(made: Made, look, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    zipfile.ZipFile(BytesIO(made("scorm", Lang.RU)[PACKAGE])).extractall(tmp_path)
    seen = look("scorm", tmp_path)
    assert seen["faults"] == [] and seen["complaints"] == []
    assert seen["begun"] == "incomplete" and '"first":' in seen["kept"]
    assert (seen["done"], seen["score"]) == ("completed", "100")
    assert seen["left"]["finished"] == "yes" and seen["left"]["cmi.core.session_time"].startswith("0000:00:")
    assert seen["back"] == "completed"


def test_a_real_platforms_library_hears_the_same(made: Made, look, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    zipfile.ZipFile(BytesIO(made("scorm", Lang.UZ)[PACKAGE])).extractall(tmp_path)
    seen = look("scorm-again", tmp_path)
    assert seen["complaints"] == [] and seen["begun"] == "incomplete" and '"first":' in seen["kept"]
    assert (seen["done"], seen["score"]) == ("completed", "100")
