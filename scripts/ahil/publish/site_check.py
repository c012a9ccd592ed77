"""The check of a built site: read it once, ask every rule, say each fault where it stands."""

from dataclasses import replace
from functools import cache
from pathlib import Path

import yaml

from ahil.model.lang import Lang
from ahil.model.site import Flaw, Site
from ahil.model.spot import Fault, Problem, Spot
from ahil.publish.link_places import Places
from ahil.publish.markdown_origin import Origins
from ahil.publish.site_reader import read_site
from ahil.publish.template_faults import grouped
from ahil.publish.wording import our_data, put_into_words
from ahil.rules.links import examine


def check_site(
    root: Path,
    *,
    site_url: str | None = None,
    offline: bool = False,
    origins: Path | None = None,
    beside: bool = False,
    lang: Lang = Lang.EN,
) -> list[Problem]:
    """Check every link of a built site.

    With ``origins`` (the folder that holds the sources) a problem stands at its Markdown line and the built
    page is named beside it; with ``beside`` the two change places.
    """
    site = read_site(root, site_url=site_url, offline=offline)
    places = Places(root, site)
    sources = Origins(origins, site) if origins else None
    found: list[Problem] = []
    for flaw, pages in grouped(site, examine(site)):
        problem = put_into_words([_fault(site, places, flaw)], lang)[0]
        if pages > 1:
            problem = replace(problem, what=f"{problem.what} ({_on_all_pages(lang, pages)})")
        found.append(
            _with_origin(problem, sources.of(flaw, problem.spot, everywhere=pages > 1) if sources else None, beside)
        )
    return sorted(set(found))


def _fault(site: Site, places: Places, flaw: Flaw) -> Fault:
    other = Spot(flaw.other) if flaw.other else None
    return Fault(flaw.code, places.spot(flaw), dict(flaw.gaps), other)


def _with_origin(problem: Problem, source: Spot | None, beside: bool) -> Problem:
    if source is None:
        return problem
    if beside:
        return replace(problem, other=problem.other or source)
    return replace(problem, spot=source, other=problem.spot)


def _on_all_pages(lang: Lang, pages: int) -> str:
    return _words_of_template_faults()[lang].format(count=pages)


@cache
def _words_of_template_faults() -> dict[str, str]:
    words = yaml.safe_load((our_data() / "words.yml").read_text("utf-8"))
    return {str(lang): str(said) for lang, said in words["links"]["on_all_pages"].items()}
