"use strict";
// The search box: made and filled on first use. The index is a plain script, so it opens from a folder as well.
{
  const { words, fill, load, root } = ahil, said = words.search, { tokens, keys } = ahilFold;
  const make = (name, properties, ...children) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  };
  const input = make("input", { type: "search", id: "ahil-search-words", autocomplete: "off", spellcheck: false, placeholder: said.hint, enterKeyHint: "search" });
  input.setAttribute("autocapitalize", "off");
  input.setAttribute("aria-label", said.placeholder);
  input.setAttribute("aria-controls", "ahil-search-found");
  const status = make("p", { className: "search-status" });
  status.setAttribute("role", "status");
  const list = make("ol", { id: "ahil-search-found" });
  list.setAttribute("aria-label", said.results);
  const close = make("button", { type: "button", className: "search-close", textContent: "✕" });
  close.setAttribute("aria-label", said.close);
  const panel = make("div", { className: "search", hidden: true }, make("div", { className: "search-inner" }, make("div", { className: "search-row" }, input, close), status, list));
  panel.setAttribute("role", "search");
  panel.setAttribute("aria-label", said.placeholder);
  document.querySelector(".md-header").after(panel);

  let opener = null, engine = null, lang = "", timer = 0;

  const build = async () => {
    const parts = ["vendor/minisearch/minisearch.js", `search/${lang}.js`];
    if (document.body.dataset.edition === "trainer") parts.push(`search/${lang}-trainer.js`);
    await Promise.all(parts.map(load));
    const made = new MiniSearch({
      fields: ["t", "h", "w", "x"], storeFields: ["u", "t", "h", "x"], idField: "id",
      tokenize: tokens, processTerm: (term) => keys(term, lang),
    });
    // A trainer finds the trainer's page of a module, not both.
    const { [lang]: learners, [`${lang}-trainer`]: trainers = [] } = ahil.index;
    const twins = new Set(trainers.map((one) => one.u.replace(/trainer\.html.*/, "index.html")));
    const documents = [...trainers, ...learners.filter((one) => !twins.has(one.u.split("#")[0]))].map((one, id) => ({ ...one, id }));
    await made.addAllAsync(documents, { chunkSize: 60 });
    return made;
  };

  const look = (question) => {
    const options = {
      boost: { t: 5, h: 3, w: 2 }, prefix: (term) => term.length > 2, fuzzy: (term) => (term.length > 4 ? 0.22 : 0),
      weights: { fuzzy: 0.2, prefix: 0.35 }, maxFuzzy: 2,
    };
    // A word of the question is found by any of its keys; a Cyrillic one may be Uzbek on any site.
    const forms = (word) => [...new Set([...keys(word, lang), ahilFold.uzbek(word)])];
    const asked = tokens(question).map((word) => ({ combineWith: "OR", queries: forms(word), processTerm: (term) => term, tokenize: (text) => [text] }));
    if (!asked.length) return [];
    // Places with every word come first; where they are few, places with some of the words follow.
    const all = engine.search({ combineWith: "AND", queries: asked }, options);
    if (all.length > 4 || asked.length === 1) return all;
    const had = new Set(all.map((one) => one.id));
    return [...all, ...engine.search({ combineWith: "OR", queries: asked }, options).filter((one) => !had.has(one.id))];
  };

  // Words of the text that led here are marked; the first of them decides which piece is shown.
  const excerpt = (text, terms) => {
    const hit = (word) => tokens(word).some((token) => keys(token, lang).some((key) => terms.has(key)));
    const parts = text.split(/(\s+)/);
    const first = parts.findIndex((part) => part.trim() && hit(part));
    const from = Math.max(0, first - 16), shown = parts.slice(from, from + 60);
    const pieces = shown.map((part) => (part.trim() && hit(part) ? make("mark", { textContent: part }) : part));
    return [from > 0 ? "… " : "", ...pieces, from + 60 < parts.length ? " …" : ""];
  };

  // Three places of one page say enough of it; the others make room for other pages.
  const spread = (found) => {
    const seen = new Map();
    return found.filter(({ u }) => {
      const page = u.split("#")[0], times = seen.get(page) || 0;
      seen.set(page, times + 1);
      return times < 3;
    });
  };

  const answer = () => {
    const question = input.value.trim();
    if (!engine || question.length < 2) { list.replaceChildren(); status.textContent = question ? "" : said.hint; return; }
    const found = spread(look(question)), terms = new Set(found.slice(0, 20).flatMap((one) => one.terms));
    status.textContent = found.length ? fill(said.found, { n: found.length }) : said.none;
    list.replaceChildren(...found.slice(0, 20).map((one) => make("li", {},
      make("a", { href: root + one.u }, make("b", {}, ...excerpt(one.t, terms)),
        ...(one.h && one.h !== one.t ? [make("span", {}, ...excerpt(one.h, terms))] : []),
        make("small", {}, ...excerpt(one.x, terms))))));
  };

  const cover = (covered) => { panel.hidden = !covered; document.querySelector(".md-container").inert = covered; };
  const shut = () => { cover(false); opener.setAttribute("aria-expanded", "false"); opener.focus(); };

  ahil.openSearch = async (button) => {
    opener = button;
    lang = button.dataset.search;
    cover(true);
    button.setAttribute("aria-expanded", "true");
    input.focus();
    input.select();
    if (engine) return;
    status.textContent = said.loading;
    try { engine = await build(); } catch { location.href = button.href; return; }
    answer();
  };

  input.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(answer, 90); });
  close.addEventListener("click", shut);
  panel.addEventListener("click", (event) => { if (event.target === panel) shut(); });
  panel.addEventListener("keydown", (event) => {
    if (event.key === "Escape") { event.stopPropagation(); event.preventDefault(); shut(); return; }
    const stops = [input, ...list.querySelectorAll("a")], at = stops.indexOf(document.activeElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && at >= 0) { event.preventDefault(); stops[Math.min(stops.length - 1, Math.max(0, at + step))].focus(); }
    if (event.key === "Enter" && document.activeElement === input) { event.preventDefault(); const first = stops[1]; if (first) first.click(); }
  });
  list.addEventListener("click", (event) => { if (event.target.closest("a")) cover(false); });
}
