"""``ahil explain``: what a code means, whom it hurts, what to do."""

from difflib import get_close_matches
from inspect import getdoc

import click

from ahil.model.lang import Lang
from ahil.publish.external_links import CODES as EXTERNAL_CODES
from ahil.publish.external_links import judge
from ahil.publish.link_examples import link_examples
from ahil.publish.wording import messages
from ahil.rules import engine


@click.command("explain")
@click.argument("code")
@click.option("--lang", type=click.Choice([str(lang) for lang in Lang]), default="en", help="Language of the message.")
def verb(code: str, lang: str) -> None:
    """Explain CODE, as it stands in a report: its story, its message, an example.

    Exit codes: 0 explained; 2 there is no such code.
    """
    known = messages()
    code = code.upper()
    if code not in known:
        near = get_close_matches(code, known, n=3) or sorted(known)[:3]
        raise click.BadParameter(f"{code} → {', '.join(near)}", param_hint="CODE")
    message = known[code]
    click.echo(f"{code} · {message.gravity}\n\n  {message.what[Lang(lang)]}\n  → {message.do[Lang(lang)]}\n")
    if told := story(code):
        click.echo(told)
    if example := link_examples().get(code):
        click.echo(f"\n  ✗ {example.bad}\n  ✓ {example.good}")


def story(code: str) -> str:
    """The docstring of the rule that gives a code; empty for what loading finds."""
    engine.all_rules()
    if code in engine.RULES:
        return engine.RULES[code].story
    from ahil.rules import links

    told = judge if code in EXTERNAL_CODES else links.CODES.get(code)
    return getdoc(told) or "" if told else ""
