"""What the steps of a module are called in a reader's language."""

from ahil.model.lang import Lang
from ahil.model.module import Module, Step


def words_lang(module: Module, lang: Lang) -> Lang:
    """The language a reader of ``lang`` meets the module in."""
    return lang if lang in module.words else next(iter(module.words), lang)


def step_title(step: Step, module: Module, lang: Lang) -> str:
    """The heading of a step; its id where nobody has written it yet."""
    prose = module.words.get(words_lang(module, lang))
    return next((one.title for one in prose.headings if one.id == step.id), step.id) if prose else step.id


def lang_of(module: Module, lang: Lang) -> str:
    """The ``lang`` attribute where the words are in another language than the page."""
    words = words_lang(module, lang)
    return f' lang="{words.tag}"' if words is not lang else ""
