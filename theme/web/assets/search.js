"use strict";
// The search box: made and filled on first use. What it looks through are plain scripts, so it opens from a folder as well.
{
  const { words, fill, load, root } = ahil, said = words.search, { tokens, keys } = ahilFold;
  const MOST = 20;
  const make = (name, properties, ...children) => {
    const { label, ...rest } = properties, element = Object.assign(document.createElement(name), rest);
    if (label) element.setAttribute("aria-label", label);
    element.append(...children);
    return element;
  };
  const input = make("input", { type: "search", id: "ahil-search-words", autocomplete: "off", spellcheck: false, placeholder: said.hint, enterKeyHint: "search", label: said.placeholder });
  input.setAttribute("autocapitalize", "off");
  input.setAttribute("aria-controls", "ahil-search-found");
  const status = make("p", { className: "search-status" });
  status.setAttribute("role", "status");
  const list = make("ol", { id: "ahil-search-found" });
  const help = make("div", { className: "search-help", hidden: true });
  const only = make("details", { className: "search-only", hidden: true });
  const close = make("button", { type: "button", className: "search-close", textContent: "✕", label: said.close });
  const panel = make("div", { className: "search", hidden: true, label: said.placeholder },
    make("div", { className: "search-inner" }, make("div", { className: "search-row" }, input, close), only, status, help, list));
  panel.setAttribute("role", "search");
  document.querySelector(".md-header").after(panel);

  const trainers = document.body.dataset.edition === "trainer";
  let opener = null, shelf = null, timer = 0, fits = () => true;
  // Uzbek in another alphabet shares the index; titles and words of pages stand beside its pages.
  const beside = document.body.dataset.alphabet ? `${document.body.dataset.alphabet}/` : "";
  let lang = "", spoken = null;

  const build = async () => {
    const parts = trainers ? [lang, `${lang}-trainer`] : [lang];
    await Promise.all(parts.flatMap((one) => [load(`search/${one}.js`), load(`${beside}search/${one}-names.js`)]));
    spoken = ahil.names[lang];
    list.setAttribute("aria-label", spoken.said.results);
    filters();
    return ahilFind.open(ahil, lang, trainers);
  };

  // Filters: each choice is a question a page answers with yes or no; a page for everyone fits every audience.
  const filters = () => {
    const choose = (name, label, choices) => {
      const id = `ahil-search-${name}`, box = make("select", { id, name });
      box.append(new Option(spoken.said.any, ""), ...Object.entries(choices).map(([value, text]) => new Option(text, value)));
      return make("p", {}, make("label", { htmlFor: id, textContent: label }), box);
    };
    only.append(make("summary", {}), make("div", {}, choose("kind", spoken.said.kind, spoken.kinds),
      choose("for", spoken.said.audience, spoken.audiences), choose("min", spoken.said.minutes, spoken.minutes)));
    only.hidden = false;
    only.addEventListener("change", chosen);
    chosen();
  };
  const chosen = () => {
    const [kind, audience, most] = [...only.querySelectorAll("select")].map((box) => box.value);
    const picked = [...only.querySelectorAll("select")].filter((box) => box.value).map((box) => box.selectedOptions[0].text);
    only.firstChild.textContent = `${spoken.said.filters}: ${picked.join(", ") || spoken.said.any}`;
    fits = (page) => (!kind || page.kind === kind) && (!audience || !page.for || page.for.split(" ").includes(audience)) && (!most || (page.min && page.min <= Number(most)));
    answer();
  };
  const all = () => { for (const box of only.querySelectorAll("select")) box.value = ""; chosen(); input.focus(); };

  // Words that led here are marked; the piece that has most of them is shown.
  const marked = (text, terms, most = Infinity) => {
    const parts = text.split(/\s+/), hits = parts.map((part) => tokens(part).flatMap((token) => keys(token, lang)).filter((key) => terms.has(key)));
    let from = 0, best = -1;
    for (let at = 0; most < parts.length && at < parts.length; at += 1) {
      const had = hits[at].length ? new Set(hits.slice(at, at + most - 6).flat()).size : 0;
      if (had > best) [from, best] = [Math.max(0, Math.min(at - 6, parts.length - most)), had];
    }
    const pieces = parts.slice(from, from + most).flatMap((part, at) => [hits[from + at].length ? make("mark", { textContent: part }) : part, " "]);
    return [from > 0 ? "… " : "", ...pieces, from + most < parts.length ? "…" : ""];
  };

  // The words of a page come when its result is looked at.
  const texts = new Map();
  const extract = (element, { page, anchor }, terms) => {
    const name = page.url.slice(spoken.home.length).replace(/\.html$/, "").replaceAll("/", "-");
    const folder = page.of ? `${lang}-trainer` : lang;
    if (!texts.has(page)) texts.set(page, load(`${beside}search/${folder}/${name}.js`));
    texts.get(page).then(() => {
      const text = ahil.texts[name][page.anchors.indexOf(anchor)];
      if (text) element.replaceChildren(...marked(text, terms, 36));
    }, () => { /* the title and the heading say enough */ });
  };
  const seen = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) if (isIntersecting && target.fetch) { target.fetch(); target.fetch = null; }
  }, { rootMargin: "200px" });

  const address = ({ page, anchor }) => root + page.url + (anchor ? `#${anchor}` : "");
  const facts = (page) => [spoken.kinds[page.kind], page.min && page.kind === "module" ? fill(spoken.said.min, { n: page.min }) : ""].filter(Boolean).join(" · ");
  const result = ({ page, places: [top, ...others], terms }) => {
    const small = make("small", {});
    const item = make("li", {}, make("a", { href: address(top) }, make("b", {}, ...marked(page.title, terms)),
      ...(top.heading && top.heading !== page.title ? [make("span", {}, ...marked(top.heading, terms))] : []),
      small, make("em", { textContent: facts(page) })));
    small.fetch = () => extract(small, top, terms);
    seen.observe(small);
    const more = others.filter((place) => place.heading && place.had >= top.had * 0.99).slice(0, 4);
    if (more.length) item.append(further(more, terms));
    return item;
  };
  // Other places of a page stand under it, when they are asked for: five pages say more than five places of one.
  const further = (places, terms) => {
    const button = make("button", { type: "button", className: "search-more", textContent: fill(spoken.said.more, { n: places.length }) });
    button.setAttribute("aria-expanded", "false");
    button.addEventListener("click", () => {
      button.setAttribute("aria-expanded", "true");
      const links = places.map((place) => make("li", {}, make("a", { href: address(place) }, ...marked(place.heading, terms))));
      button.replaceWith(make("ul", {}, ...links));
      links[0].firstChild.focus();
    });
    return button;
  };

  const nothing = (question) => {
    const filtered = shelf.ask(question).length > 0;
    const near = filtered ? [] : shelf.near(question).map((word) => {
      const button = make("button", { type: "button", textContent: word });
      button.addEventListener("click", () => { input.value = word; answer(); input.focus(); });
      return button;
    });
    const again = make("button", { type: "button", textContent: spoken.said.other });
    again.addEventListener("click", all);
    help.replaceChildren(...(near.length ? [make("p", {}, spoken.said.meant, " ", ...near)] : []), ...(filtered ? [make("p", {}, again)] : []),
      make("p", {}, spoken.said.try), make("p", {}, make("a", { href: `${root}${spoken.home}az.html`, textContent: spoken.said.index }),
        make("a", { href: `${root}${spoken.home}glossary.html`, textContent: spoken.said.glossary })));
  };

  const answer = () => {
    const question = input.value.trim();
    seen.disconnect();
    help.hidden = true;
    if (!shelf || question.length < 2) { list.replaceChildren(); status.textContent = question ? "" : said.hint; return; }
    const found = shelf.ask(question, fits);
    status.textContent = found.length ? fill(spoken.said.found, { n: found.length }) : spoken.said.none;
    list.replaceChildren(...found.slice(0, MOST).map(result));
    help.hidden = found.length > 0;
    if (!found.length) nothing(question);
  };

  const behind = () => document.querySelectorAll(".md-container, .md-header");
  const cover = (covered) => { panel.hidden = !covered; for (const one of behind()) one.inert = covered; };
  const shut = () => { cover(false); opener.setAttribute("aria-expanded", "false"); opener.focus(); };

  ahil.openSearch = async (button) => {
    opener = button;
    lang = button.dataset.search;
    cover(true);
    button.setAttribute("aria-expanded", "true");
    input.focus();
    input.select();
    if (shelf) return;
    status.textContent = said.loading;
    try { shelf = await build(); } catch { location.href = button.href; return; }
    answer();
  };

  input.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(answer, 90); });
  close.addEventListener("click", shut);
  panel.addEventListener("click", (event) => { if (event.target === panel) shut(); });
  panel.addEventListener("keydown", (event) => {
    if (event.key === "Escape") { event.stopPropagation(); event.preventDefault(); shut(); return; }
    const stops = [input, ...list.querySelectorAll("a, button")], at = stops.indexOf(document.activeElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && at >= 0) { event.preventDefault(); stops[Math.min(stops.length - 1, Math.max(0, at + step))].focus(); }
    if (event.key === "Enter" && document.activeElement === input) {
      event.preventDefault();
      clearTimeout(timer);
      answer();  // the words as they stand now, not as they stood before the last letter
      const first = list.querySelector("a");
      if (first) first.click();
    }
  });
  list.addEventListener("click", (event) => { if (event.target.closest("a")) cover(false); });
}
