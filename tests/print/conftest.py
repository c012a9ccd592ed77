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
def real_jobs(tmp_path_factory: pytest.TempPathFactory) -> list[PrintJob]:
    """What the repository prints today, in every language; one module stands for all."""
    config = site_config(ROOT, tmp_path_factory.mktemp("site"), WEB)
    room = PrintRoom(read(ROOT), Typesetter(config, tmp_path_factory.mktemp("markdown")), "https://ahil.example.org/")
    kept = (PrintKind.HANDOUT, PrintKind.MODULE)
    return [job for job in print_jobs(room) if job.kind in kept and job.code in {"M03", "H03", "H16"}]


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
