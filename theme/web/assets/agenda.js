"use strict";
// The agenda builder: the form of the page → an agenda, what it needs, and an address that carries the choice.
{
  const { rules, modules, paths, papers, words } = ahil.agenda, { fill } = ahil, say = words.agenda;
  const layout = ahilLayout(rules);
  const form = document.querySelector("form.agenda-form"), out = document.querySelector(".agenda-out");
  const field = (name) => form.elements[name];
  const make = (name, properties, ...children) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  };
  const two = (number) => String(number).padStart(2, "0");
  const shown = (minutes) => `${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`;
  const minutesOf = (time) => { const [hours, minutes] = time.split(":").map(Number); return hours * 60 + minutes; };
  const boxes = [...form.querySelectorAll("[name=module]")];
  const course = () => paths.find((path) => path.id === field("course").value);

  // What is taught: blocks with their steps. A block of a course without a module is one piece.
  const taken = (slug, cut, named, needs = []) => {
    const module = modules[slug];
    const steps = module.steps.filter((step) => (!named.length || named.includes(step.id)) && (step.core || cut !== "core"));
    return { ...module, module: slug, cut, named, needs, steps };
  };
  const block = (one) => {
    if (one.module) return taken(one.module, field("cut").value || one.cut, one.steps, one.papers);
    const cut = one.cut && (field("cut").value || one.cut);
    return { ...one, cut, needs: one.papers, steps: [{ title: one.title, minutes: one.minutes, core: true, materials: [], papers: [] }] };
  };
  const chosen = () => boxes.filter((box) => box.checked && !box.closest("[hidden]")).map((box) => taken(box.value, field("cut").value || "full", []));

  const setting = (hours, span = hours * 60) => {
    const start = minutesOf(field("start").value || "09:00"), at = field("prayer-at").value;
    const [tea, lunch, prayer] = ["tea", "lunch", "prayer"].map((name) => field(name).checked);
    return { start, end: Math.min(start + span, 24 * 60), whole: span >= rules.whole, tea, lunch, prayer, prayerAt: at ? minutesOf(at) : 0 };
  };
  // The days of a course as it has them: no end to a day, and breaks only where the course leaves them to us.
  const asCourse = (path) => path.days.map((day) => {
    const breaks = path.unit === "day" ? {} : { tea: false, lunch: false, prayer: false };
    return layout.lay(day.blocks.map(block).filter((one) => one.steps.length), { ...setting(0), ...breaks, end: Infinity, whole: day.minutes >= rules.whole })[0];
  });
  const longest = (days) => Math.max(...days.map((slots) => { const last = slots[slots.length - 1]; return last ? last.start + last.minutes - slots[0].start : 0; }));

  const plan = () => {
    const path = course(), limit = Number(field("days").value), hours = Number(field("hours").value);
    const blocks = path ? path.days.flatMap((day) => day.blocks.map(block)) : chosen();
    if (!blocks.length) return null;
    if (path && !hours) {
      const days = asCourse(path);
      if (!limit || days.length <= limit) return { days, titles: path.days.map((day) => day.title), dropped: new Set(), limit: 0, unit: path.unit };
      return { ...layout.fit(blocks, setting(0, longest(days)), limit), titles: [], limit, unit: path.unit };
    }
    return { ...layout.fit(blocks, setting(hours || 8), limit), titles: [], limit, unit: "day" };
  };

  // Words and links
  const link = (href, text, lang) => {
    const made = make("a", { href, textContent: text });
    if (lang && lang !== document.documentElement.lang) made.lang = lang;
    return made;
  };
  const file = (href, text, of) => {
    const made = link(href, text);
    made.setAttribute("aria-label", `${text}, ${of}`);
    return make("span", { className: "agenda-file" }, " · ", made);
  };
  const cutOf = ({ cut, named = [], module, steps }) => {
    if (!cut) return "";
    if (!named.length) return ` (${words.path[cut]})`;
    const titles = modules[module].steps.filter((step) => named.includes(step.id)).map((step) => step.title);
    return ` (${fill(words.path.steps, { steps: titles.join(", ") })})`;
  };
  const named = ({ block: one, kind, part }) => {
    if (!one) return [{ meal: say.meal, prayer: say["prayer-break"], lunch: words.path.lunch, tea: words.path.tea }[kind]];
    const title = one.href ? link(one.href, one.title, one.lang) : one.title;
    return [title, cutOf(one) + (part ? ` · ${fill(words.path.part, { n: part })}` : "")];
  };
  const row = (slot, what, className = "") => make("tr", { className },
    make("td", { textContent: `${shown(slot.start)}–${shown(slot.start + slot.minutes)}` }), make("td", {}, ...what), make("td", { textContent: slot.minutes }));
  const stepLink = ({ block: one, step }) => (one.href ? link(`${one.href}#${step.id}`, step.title, one.lang) : step.title);

  const dayTable = (lines, title) => {
    const head = make("tr", {}, ...["time", "what", "minutes"].map((key) => make("th", { scope: "col", textContent: words.path[key] })));
    const body = make("tbody");
    for (const line of lines) {
      body.append(row(line, named(line), !line.block || line.block.pause ? "pause" : ""));
      if (field("every-step").checked && line.block && line.block.module) body.append(...line.slots.map((slot) => row(slot, [stepLink(slot)], "step")));
    }
    const total = lines.filter((line) => line.block).reduce((minutes, line) => minutes + line.minutes, 0);
    const foot = make("tfoot", {}, make("tr", {}, make("td"), make("th", { scope: "row", textContent: words.path.total }), make("td", { textContent: total })));
    const table = make("table", { className: "timetable agenda" }, make("caption", { className: "heard", textContent: title }), make("thead", {}, head), body, foot);
    return make("section", { className: "agenda-day" }, make("h2", { textContent: title }), table);
  };
  const dayTitle = (number, title, unit) => {
    const count = fill(unit === "evening" ? say.evening : say.day, { n: number });
    return title ? `${count}: ${title}` : count;
  };
  const list = (title, items, className = "") => (items.length ? [make("section", { className }, make("h2", { textContent: title }), make("ul", {}, ...items.map((item) => make("li", {}, ...[item].flat()))))] : []);

  // What the agenda needs besides time
  const needs = (days) => {
    const slots = days.flat().filter((slot) => slot.block), steps = slots.map((slot) => slot.step);
    const used = [...new Set(slots.map((slot) => slot.block.module).filter(Boolean))];
    const codes = [...new Set(slots.flatMap((slot) => [...slot.block.needs, ...slot.step.papers]))];
    return { used: used.map((slug) => [slug, modules[slug]]), codes, steps, materials: [...new Set(steps.flatMap((step) => step.materials))] };
  };
  const room = ({ used, steps, materials }) => {
    const n = Number(field("people").value) || 20, trainers = Math.max(2, ...used.map(([, one]) => one.trainers));
    const forms = [...new Set(steps.map((step) => step.group))].filter((form) => form && form !== "all" && form !== "individual")
      .map((form) => words.group[form] + (rules.seats[form] ? ` – ${Math.ceil(n / rules.seats[form])}` : ""));
    return [
      fill(say["room-circle"], { n, trainers }),
      ...(forms.length ? [fill(say["room-small"], { forms: forms.join(", ") })] : []),
      ...(materials.includes("flipchart") || materials.includes("tape") ? [say["room-wall"]] : []),
      ...(used.some(([, one]) => one.sensitive) ? [say["room-quiet"]] : []),
      ...(field("prayer").checked ? [say["room-prayer"]] : []),
      ...used.filter(([, one]) => n < one.min || n > one.max).map(([, one]) => fill(say["room-size"], { module: `${one.id} ${one.title}`, min: one.min, max: one.max })),
    ];
  };
  const missing = (used) => {
    const had = new Set(used.map(([slug]) => slug));
    return [...new Set(used.flatMap(([, one]) => one.before))].filter((slug) => !had.has(slug) && modules[slug]).map((slug) => link(modules[slug].href, modules[slug].title, modules[slug].lang));
  };
  const leftOut = ({ dropped }) => {
    if (!dropped.size) return [];
    const steps = [...dropped], of = (step) => Object.values(modules).find((one) => one.steps.includes(step));
    const said = make("p", { textContent: fill(say["dropped-sum"], { steps: steps.length, minutes: layout.sum(steps) }) });
    const items = steps.sort((a, b) => of(a).id.localeCompare(of(b).id)).map((step) => [link(`${of(step).href}#${step.id}`, `${of(step).id} ${step.title}`, of(step).lang), ` · ${step.minutes}`]);
    const [section] = list(say.dropped, items, "agenda-dropped");
    section.children[0].after(said);
    return [section];
  };
  const warnings = ({ days, limit }, { end, start }) => [
    ...(limit && days.length > limit ? [fill(say["too-short"], { days: days.length })] : []),
    ...days.flat().filter((slot) => slot.block && slot.minutes > end - start).map((slot) => fill(say["too-long"], { minutes: slot.minutes, step: slot.step.title })),
  ];

  const show = () => {
    const made = plan(), status = out.querySelector("[role=status]");
    out.querySelector(".agenda-made").replaceChildren();
    out.classList.toggle("is-empty", !made);
    if (!made) { status.textContent = say.nothing; return; }
    const { days, titles, unit } = made, need = needs(days);
    const minutes = days.flat().filter((slot) => slot.block).reduce((all, slot) => all + slot.minutes, 0);
    status.textContent = fill(say.sum, { days: days.length, minutes });
    const warned = warnings(made, course() && !field("hours").value ? { start: 0, end: Infinity } : setting(Number(field("hours").value) || 8));
    const path = course();
    out.querySelector(".agenda-made").append(
      make("p", { className: "agenda-title" }, make("span", {}, `${say.agenda}: `), path ? link(path.href, path.title) : need.used.map(([, one]) => one.title).join(" · ")),
      make("p", { className: "agenda-place", textContent: say.place }),
      ...warned.map((text) => make("p", { className: "agenda-warning", textContent: text })),
      ...layout.lines(days).map((lines, number) => dayTable(lines, dayTitle(number + 1, titles[number], unit))),
      ...leftOut(made),
      ...list(say.before, path ? [] : missing(need.used)),
      ...list(say.prints, [
        ...need.used.map(([, one]) => [link(one.href, `${one.id} ${one.title}`, one.lang), file(one.pdf, `PDF (${say["trainers-pdf"]})`, `${one.id} ${one.title}`)]),
        ...need.codes.map((code) => [link(papers[code].href, papers[code].title), file(papers[code].pdf, "PDF", papers[code].title)]),
      ], "agenda-papers"),
      ...list(say.bring, need.materials.map((one) => words.material[one]), "agenda-bring"),
      ...list(say.room, room(need), "agenda-room"),
    );
  };

  // The form follows the choice: a course has its own modules, hours and beginning.
  const follow = () => {
    const path = course(), audience = field("audience").value;
    const fits = (element) => !audience || element.dataset.audiences.split(" ").includes(audience);
    for (const option of field("course").options) option.hidden = option.disabled = Boolean(option.value) && !fits(option);
    for (const box of boxes) box.closest("li").hidden = !fits(box.closest("li"));
    form.querySelector(".agenda-modules").hidden = Boolean(path);
    const own = field("hours").options[0];
    own.hidden = own.disabled = !path;
    if (!path && !field("hours").value) field("hours").value = "8";
    field("cut").options[0].hidden = field("cut").options[0].disabled = !path;
    if (!path && !field("cut").value) field("cut").value = "full";
  };
  const begin = () => {
    const path = course();
    field("start").value = path ? shown(path.start) : "09:00";
    field("hours").value = path ? "" : "8";
    field("cut").value = path ? "" : "full";
    field("days").value = "";
  };

  // The choice in the address: only what differs from where the form begins.
  const codes = { a: "audience", s: "start", h: "hours", d: "days", c: "cut", q: "prayer-at", n: "people" };
  const plain = () => ({ a: "", s: course() ? shown(course().start) : "09:00", h: course() ? "" : "8", d: "", c: course() ? "" : "full", q: "", n: "20" });
  const remember = () => {
    const state = new URLSearchParams(), usual = plain();
    if (course()) state.set("p", course().id);
    else if (chosen().length) state.set("m", chosen().map((one) => one.id.toLowerCase()).join("."));
    for (const [key, name] of Object.entries(codes)) if (field(name).value !== usual[key]) state.set(key, field(name).value.replace(":", ""));
    const breaks = ["tea", "lunch", "prayer"].filter((name) => field(name).checked).map((name) => name[0]).join("");
    if (breaks !== "tlp") state.set("b", breaks);
    if (field("every-step").checked) state.set("v", "1");
    const text = String(state);
    history.replaceState(null, "", text ? `#${text}` : location.pathname);
    translate();
  };
  // The same agenda in another language.
  const translate = () => { for (const link of document.querySelectorAll(".languages a")) link.hash = location.hash; };
  const choose = (name, value) => {
    const element = field(name);
    if (element.tagName !== "SELECT" || [...element.options].some((option) => option.value === value)) element.value = value;
  };
  const recall = () => {
    // The page of a course asks with “?”, for a “#” must be a place in a page.
    if (!location.hash && location.search) history.replaceState(null, "", `${location.pathname}#${location.search.slice(1)}`);
    const state = new URLSearchParams(location.hash.slice(1));
    form.reset();
    choose("course", state.get("p") || "");
    begin();
    const wanted = (state.get("m") || "").split(".");
    for (const box of boxes) box.checked = wanted.includes(modules[box.value].id.toLowerCase());
    for (const [key, name] of Object.entries(codes)) {
      const value = state.get(key);
      if (value !== null) choose(name, "sq".includes(key) && value ? value.replace(/^(\d\d)(\d\d)$/, "$1:$2") : value);
    }
    if (state.has("b")) for (const name of ["tea", "lunch", "prayer"]) field(name).checked = state.get("b").includes(name[0]);
    field("every-step").checked = state.get("v") === "1";
    follow();
    show();
    translate();
  };

  form.addEventListener("change", (event) => {
    if (event.target.name === "audience" && course()) {
      follow();
      if (field("course").selectedOptions[0].disabled) { field("course").value = ""; begin(); }
    }
    if (event.target.name === "course") begin();
    follow();
    show();
    remember();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  const press = (name, act) => form.querySelector(`[data-act=${name}]`).addEventListener("click", act);
  press("print", () => print());
  press("clear", () => { history.replaceState(null, "", location.pathname); recall(); field("course").focus(); });
  const copy = form.querySelector("[data-act=copy]");
  copy.hidden = !navigator.clipboard;
  press("copy", () => navigator.clipboard.writeText(location.href).then(() => { out.querySelector("[role=status]").textContent = say.copied; }, () => { copy.hidden = true; }));
  addEventListener("hashchange", recall);

  for (const plainPart of document.querySelectorAll(".agenda-plain")) plainPart.hidden = true;
  form.hidden = out.hidden = false;
  recall();
}
