"""Small print jobs that hold everything at once: every block, table, box, letter and kind of field."""

from datetime import date

from pydantic import TypeAdapter

from ahil.load.interface import read_interface
from ahil.model.lang import Lang
from ahil.model.print import PrintEdition, PrintJob, PrintKind
from ahil.model.text import Places
from ahil.model.worksheet import Worksheet, WorksheetFacts
from ahil.publish.wording import our_data
from ahil.render.worksheet import worksheet_body

INTERFACES = read_interface((our_data() / "words.yml").read_text("utf-8"))
CANARY = "Zqxcanary"
DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 260">'
    '<path d="M10 10h780v240h-780z" fill="none" stroke="#1f2937"/>'
    '<text x="400" y="130" font-family="Source Sans 3, sans-serif" font-size="30">Ғ ў oʻ ё</text></svg>'
)
TITLES = {
    Lang.EN: "Talk before you act: ‘a small test’",
    Lang.RU: "Сначала разговор: «маленькая проверка»",
    Lang.UZ: "Avval suhbat: “kichik sinov” oʻtkazamiz",
}
PROSE = {
    Lang.EN: "Neighbourhood representatives throughout the district discuss responsibilities, infrastructure "
    "and misunderstandings, № 12, 40 %, “quietly”; a reconciliation commission — never a confrontation – "
    "recommends it. ",
    Lang.RU: "Представители махаллинских комитетов обсуждают ответственность, инфраструктуру и "
    "недопонимание, № 12, 40 %, «спокойно»; примирительная комиссия — никогда не противостояние — "
    "рекомендует её, ещё раз. ",
    Lang.UZ: "Mahallalarning vakillari masʼuliyat, infratuzilma va tushunmovchiliklarni muhokama qiladilar, "
    "№ 12, 40 %, “xotirjamlik bilan”; kelishtiruvchilar oʻzgartirishlarni maʼqullaydilar, mashgʻulotlarda "
    "qatnashadilar. ",
}
BLOCKS = ("say", "draw", "activity", "cards", "safety", "discuss", "case", "key")


def body(lang: Lang, *, trainer: bool = False) -> str:
    """One page of a module as staging hands it over."""
    say = INTERFACES[lang].say
    prose = PROSE[lang]
    blocks = "".join(_block(name, say(f"block.{name}"), prose) for name in BLOCKS)
    own = _block("trainer", "T", f"{CANARY} {prose}") + _block("answer", "A", CANARY) if trainer else ""
    right = " checked" if trainer else ""
    return (
        f'<h2 id="one">{prose[:30]}</h2><p>{prose * 3}<a href="../../glossary.html#x">{prose[:12]}</a></p>'
        f'<h3 id="two">{prose[:25]}</h3><p class="step-facts"><span>10</span> <span class="core">x</span></p>'
        f'{blocks}{own}<table class="timetable"><thead><tr><th>A</th><th>B</th></tr></thead><tbody>'
        f"<tr><th>C</th><td>1</td></tr><tr><th>D</th><td>2</td></tr></tbody></table>"
        f'<h3 id="quiz-one">{prose[:20]}</h3><ul class="task-list"><li class="task-list-item">'
        f'<input type="checkbox" disabled{right}/> {prose[:30]}</li><li class="task-list-item">'
        f'<input type="checkbox" disabled/> {prose[30:60]}</li></ul><p class="help-line"></p>'
    )


def _block(name: str, title: str, prose: str) -> str:
    inner = f"<p>{prose}</p>"
    if name == "cards":
        inner = "<ol>" + "".join(f"<li>{prose[: 40 + n]}</li>" for n in range(10)) + "</ol>"
    if name == "draw":
        inner += '<p><img alt="A drawing of a box." src="figures/box.svg"></p>'
    return f'<div class="admonition {name}"><p class="admonition-title">{title}</p>{inner}</div>'


def job(kind: PrintKind, lang: Lang, code: str, body_html: str, **more: object) -> PrintJob:
    """A job with everything around it filled in."""
    facts: dict[str, object] = {
        "title": TITLES[lang],
        "source": f"{kind}s/sample/{lang}.md",
        "summary": PROSE[lang][:70],
        "figures": {"figures/box.svg": DRAWING},
        "page_url": f"https://ahil.example.org/{lang}/modules/sample/index.html",
        "edition_code": "2026.11-3f2a",
        "edition_date": date(2026, 11, 22),
        "draft": lang is not Lang.EN,
    }
    return PrintJob(kind=kind, lang=lang, code=code, body_html=body_html, **(facts | more))  # type: ignore[arg-type]


def module(lang: Lang, edition: PrintEdition = PrintEdition.LEARNER) -> PrintJob:
    trainer = edition is PrintEdition.TRAINER
    return job(PrintKind.MODULE, lang, "M99", body(lang, trainer=trainer), edition=edition)


def handout(lang: Lang, paragraphs: int = 3, code: str = "H99") -> PrintJob:
    return job(
        PrintKind.HANDOUT,
        lang,
        code,
        f'<h2 id="next">{PROSE[lang][:20]}</h2>' + f"<p>{PROSE[lang]}</p>" * paragraphs,
    )


def _words(**said: str) -> dict[str, str]:
    return said


SHEET = {
    "id": "W99",
    "paper": "A4",
    "orientation": "portrait",
    "title": _words(en="A sheet", ru="Лист", uz="Varaq"),
    "filled_by": _words(en="pairs", ru="пары", uz="juftliklar"),
    "how": _words(en="Write.", ru="Пишите.", uz="Yozing."),
    "safety": _words(en="No names.", ru="Без имён.", uz="Ismlarsiz."),
    "never": _words(en="Names.", ru="Имена.", uz="Ismlar."),
    "modules": [],
    "review_by": "2027-05-01",
    "fields": [
        {"id": "problem", "kind": "line", "label": _words(en="Problem", ru="Проблема", uz="Muammo")},
        {"id": "story", "kind": "lines", "rows": "3", "label": _words(en="Story", ru="История", uz="Maʼno")},
        {
            "id": "causes",
            "kind": "table",
            "rows": "2",
            "label": _words(en="Causes", ru="Причины", uz="Sabablar"),
            "columns": [
                {"id": "cause", "width": "3", "label": _words(en="Cause", ru="Причина", uz="Sabab")},
                {
                    "id": "kind",
                    "width": "1",
                    "label": _words(en="Kind", ru="Вид", uz="Turi"),
                    "options": [{"id": "old", "label": _words(en="old", ru="старая", uz="eski")}],
                },
            ],
        },
        {
            "id": "grid",
            "kind": "table",
            "label": _words(en="Grid", ru="Сетка", uz="Toʻr"),
            "row_labels": [_words(en="Women", ru="Женщины", uz="Ayollar")],
            "columns": [
                {"id": "who", "label": _words(en="Who", ru="Кто", uz="Kim")},
                {"id": "what", "label": _words(en="What", ru="Что", uz="Nima")},
            ],
        },
        {
            "id": "who",
            "kind": "boxes",
            "many": "true",
            "label": _words(en="Who", ru="Кто", uz="Kim"),
            "options": [
                {"id": "women", "label": _words(en="women", ru="женщины", uz="ayollar")},
                {"id": "men", "label": _words(en="men", ru="мужчины", uz="erkaklar")},
            ],
        },
        {
            "id": "safe",
            "kind": "scale",
            "from": "1",
            "to": "5",
            "label": _words(en="Safe?", ru="Безопасно?", uz="Xavfsizmi?"),
            "low": _words(en="no", ru="нет", uz="yoʻq"),
            "high": _words(en="yes", ru="да", uz="ha"),
        },
        {"id": "map", "kind": "area", "height": "40", "label": _words(en="Map", ru="Карта", uz="Xarita")},
        {"id": "day", "kind": "date", "label": _words(en="Date", ru="Дата", uz="Sana")},
        {"id": "agreed", "kind": "signature", "label": _words(en="Agreed", ru="Согласны", uz="Rozimiz")},
        {
            "id": "part",
            "kind": "heading",
            "label": _words(en="Part two", ru="Часть вторая", uz="Ikkinchi qism"),
        },
        {"id": "note", "kind": "note", "label": _words(en="Read this.", ru="Прочтите.", uz="Oʻqing.")},
    ],
}


def sheet(lang: Lang, **more: object) -> PrintJob:
    """A worksheet with every kind of field."""
    facts = TypeAdapter(WorksheetFacts).validate_python(SHEET | more)
    value = Worksheet(slug="sample", facts=facts, places=Places("worksheets/sample.yml", {}))
    form = worksheet_body(value, INTERFACES[lang])
    return job(
        PrintKind.WORKSHEET,
        lang,
        "W99",
        form,
        title=facts.title[lang],
        paper=facts.paper,
        orientation=facts.orientation,
    )
