import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from ahil.model.lang import Lang
from ahil.model.outlet import WEB
from ahil.model.print import PrintEdition, PrintJob, PrintKind
from ahil.publish.markdown_html import Typesetter
from ahil.publish.pdf import print_all
from ahil.publish.printing import PrintRoom, print_jobs
from ahil.publish.reading import read
from ahil.publish.site import site_config
from print.print_samples import handout, module, sheet

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def all_jobs(tmp_path_factory: pytest.TempPathFactory) -> list[PrintJob]:
    """What the repository prints today."""
    config = site_config(ROOT, tmp_path_factory.mktemp("site"), WEB)
    room = PrintRoom(read(ROOT), Typesetter(config, tmp_path_factory.mktemp("markdown")), "https://ahil.example.org/")
    return list(print_jobs(room))


@pytest.fixture(scope="session")
def real_jobs(all_jobs: list[PrintJob]) -> list[PrintJob]:
    """Some of it in every language; one module stands for all."""
    kept = (PrintKind.HANDOUT, PrintKind.MODULE)
    return [job for job in all_jobs if job.kind in kept and job.code in {"M03", "H03", "H16"}]


@pytest.fixture(scope="session")
def forms(all_jobs: list[PrintJob], tmp_path_factory: pytest.TempPathFactory) -> dict[Path, PrintJob]:
    """Every worksheet in Uzbek, some in Russian and in English: PDF → its job. What did not change is kept."""
    sheets = [job for job in all_jobs if job.kind is PrintKind.WORKSHEET]
    wanted = [job for job in sheets if job.lang is Lang.UZ or int(job.code[1:]) % 6 == (job.lang is Lang.RU)]
    out = tmp_path_factory.mktemp("forms")
    made = print_all(wanted, out, ROOT / ".cache" / "forms")
    assert [fault for one in made for fault in one.faults] == []
    return {out / job.name: job for job in wanted}


@pytest.fixture(scope="session")
def jobs(real_jobs: list[PrintJob]) -> dict[str, PrintJob]:
    """Every job of the tests by the name of its PDF."""
    samples = [
        made for lang in Lang for made in (module(lang), module(lang, PrintEdition.TRAINER), handout(lang), sheet(lang))
    ]
    return {job.name: job for job in [*samples, *real_jobs]}


@pytest.fixture(scope="session")
def printed(jobs: dict[str, PrintJob], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with every PDF; made by two workers, as a build does."""
    out = tmp_path_factory.mktemp("printed")
    made = print_all(list(jobs.values()), out, out / "cache")
    assert [fault for one in made for fault in one.faults] == []
    return out


@pytest.fixture(scope="session")
def text_of() -> Callable[..., str]:
    """Poppler's reading of a PDF."""

    def read_back(path: Path, *options: str) -> str:
        done = subprocess.run(["pdftotext", *options, str(path), "-"], capture_output=True, check=True)
        return done.stdout.decode("utf-8")

    return read_back
