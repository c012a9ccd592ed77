"""A worksheet on the web: its form, what can be done with what was typed, and help where the theme is hard."""

from html import escape

from ahil.model.curriculum import Curriculum
from ahil.model.interface import Interface
from ahil.model.worksheet import Worksheet
from ahil.render.contacts import help_lines
from ahil.render.form_words import button
from ahil.render.worksheet import worksheet_facts, worksheet_form

_TOLD = ("kept", "refused", "saved", "opened", "strange", "sure", "erased", "back")


def worksheet_page(sheet: Worksheet, curriculum: Curriculum, interface: Interface) -> str:
    """The page: the desk is hidden until its script is there; without it the form is for reading and for print."""
    facts = worksheet_facts(sheet, interface)
    if sheet.facts.sensitive:
        facts += help_lines(curriculum, interface)
    below = f'<p class="to-desk"><a href="#sheet-desk">{escape(interface.say("sheet.to-desk"))}</a></p>'
    return f"{facts}{_desk(sheet, interface)}{worksheet_form(sheet, interface)}{below}"


def _desk(sheet: Worksheet, interface: Interface) -> str:
    """Buttons, and what they answer."""
    say = interface.say
    told = "".join(f' data-{key}="{escape(say(f"sheet.{key}"))}"' for key in _TOLD)
    private = " data-private" if sheet.private else ""
    promise = f"<p>{escape(say('sheet.promise'))}</p>"
    if sheet.private:
        promise += f"<p>{escape(say('sheet.private'))}</p>"
    acts = ["save", "open", "print", "erase"] if sheet.private else ["keep", "save", "open", "print", "erase"]
    buttons = "".join(button(act, say(f"sheet.{act}")) for act in acts)
    upload = f'<input type="file" accept=".json,application/json" hidden aria-label="{escape(say("sheet.file"))}">'
    return (
        f'<section class="sheet-desk" aria-labelledby="sheet-desk" hidden{private}{told}>'
        f'<h2 id="sheet-desk">{escape(say("sheet.title"))}</h2>{promise}'
        f'<p class="acts">{buttons}</p>{upload}<p role="status"></p></section>'
    )
