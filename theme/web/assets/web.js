"use strict";
// What every page has beside its text: colours, the search button, the drawer's Esc, the quick exit.
{
  const root = document.documentElement, body = document.body;
  const one = (selector) => document.querySelector(selector);
  const words = JSON.parse(one("#ahil-words").textContent);
  window.ahil = { root: body.dataset.root, words, fill: (text, gaps) => text.replace(/\{(\w+)\}/g, (_, gap) => gaps[gap]) };

  // Storage may be forbidden (private windows, file://); nothing is written before the reader chooses.
  const kept = { read() { try { return localStorage.getItem("scheme"); } catch { return null; } },
    write(value) { try { localStorage.setItem("scheme", value); } catch { /* the choice lasts for this page */ } } };

  const system = matchMedia("(prefers-color-scheme: dark)");
  const palette = one("[data-palette]");
  const isDark = () => (root.dataset.scheme || (system.matches ? "dark" : "light")) === "dark";
  const show = () => palette && palette.setAttribute("aria-pressed", isDark());
  const remembered = kept.read();
  if (remembered) root.dataset.scheme = remembered;
  if (palette) {
    palette.hidden = false;
    show();
    system.addEventListener("change", show);
    palette.addEventListener("click", () => {
      root.dataset.scheme = isDark() ? "light" : "dark";
      kept.write(root.dataset.scheme);
      show();
    });
  }

  const drawer = one("#ahil-drawer");
  const turn = (open) => {
    drawer.checked = open;
    body.classList.toggle("with-drawer", open);
    for (const behind of document.querySelectorAll(".md-content, .md-footer")) behind.inert = open;
  };
  turn(false);
  drawer.addEventListener("change", () => turn(drawer.checked));
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && drawer.checked) { turn(false); drawer.focus(); }
    if (event.key === "Enter" && event.target === drawer) turn(!drawer.checked);
  });

  // A table that fits its column needs no stop for the keyboard.
  for (const wide of document.querySelectorAll(".wide"))
    if (wide.scrollWidth <= wide.clientWidth) wide.removeAttribute("tabindex");

  const add = (name, attributes) => new Promise((done, fail) => {
    document.head.append(Object.assign(document.createElement(name), attributes, { onload: done, onerror: fail }));
  });
  // Asked for together, run in the order they were asked for.
  ahil.load = (path) => add("script", { src: ahil.root + path, async: false });
  ahil.dress = (path) => add("link", { rel: "stylesheet", href: ahil.root + path });

  // The self-check stands at the end of a long page; its program comes when the reader does.
  const quiz = one("form.quiz");
  if (quiz) {
    const watch = new IntersectionObserver((seen) => {
      if (!seen.some((entry) => entry.isIntersecting)) return;
      watch.disconnect();
      ahil.load("assets/quiz.js");
    }, { rootMargin: "1000px 0px" });
    watch.observe(quiz);
  }

  const search = one("[data-search]");
  if (search) {
    let wanted = null;
    search.setAttribute("role", "button");
    const label = search.querySelector("span");
    if (label) label.textContent = words.search.placeholder;
    search.setAttribute("aria-label", words.search.placeholder);
    const open = (event) => {
      event.preventDefault();
      wanted ??= Promise.all([ahil.dress("assets/search.css"),
        ...["vendor/minisearch/minisearch.js", "assets/fold.js", "assets/find.js", "assets/search.js"].map(ahil.load)]);
      wanted.then(() => ahil.openSearch(search), () => { location.href = search.href; });
    };
    search.addEventListener("click", open);
    search.addEventListener("keydown", (event) => { if (event.key === " ") open(event); });
    addEventListener("keydown", (event) => {
      const writing = event.target.closest && event.target.closest("input, textarea, select");
      if (event.key === "/" && !writing && !event.ctrlKey && !event.metaKey && !event.altKey) open(event);
    });
  }

  const exit = one("[data-quick-exit]");
  if (exit) {
    const status = one("[data-exit-status]");
    const leave = (event) => {
      if (event) event.preventDefault();
      body.append(Object.assign(document.createElement("div"), { className: "gone" }));
      document.title = "";
      status.textContent = words.exit.leaving;
      try { localStorage.clear(); sessionStorage.clear(); } catch { /* nothing was kept */ }
      location.replace(exit.href);
    };
    let presses = 0, timer = 0;
    exit.addEventListener("click", leave);
    addEventListener("keydown", (event) => { if (event.key !== "Shift") presses = 0; });
    addEventListener("keyup", (event) => {
      if (event.key !== "Shift") return;
      clearTimeout(timer);
      presses += 1;
      if (presses === 3) { leave(); return; }
      status.textContent = ahil.fill(words.exit.count, { n: presses });
      timer = setTimeout(() => { presses = 0; status.textContent = ""; }, 5000);
    });
    // Back must not walk through what was read here: a link takes the place of its page.
    addEventListener("click", (event) => {
      const link = event.target.closest("a[href]");
      if (event.defaultPrevented || !link || link === exit || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const target = new URL(link.href);
      const here = target.pathname === location.pathname && target.hash;
      if (target.protocol !== location.protocol || target.host !== location.host) return;
      if (here || /\.(pdf|zip)$/.test(target.pathname)) return;
      event.preventDefault();
      location.replace(target.href);
    });
    // A page shown again from memory after leaving must not show itself.
    addEventListener("pageshow", (event) => { if (event.persisted && one(".gone")) location.replace(exit.href); });
  }
}
