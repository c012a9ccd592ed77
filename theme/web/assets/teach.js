"use strict";
// The teach view: the steps of a session one by one, large enough for a wall, with a clock for each.
{
  const { words, fill } = ahil, said = words.teach;
  const make = (name, properties, ...children) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  };
  const button = (text, className, act) => make("button", { type: "button", className: `button ${className}`, textContent: text, onclick: act });

  // A step is a heading under Steps with all that follows it, up to the next heading of its rank or above.
  const readSteps = () => {
    const start = document.getElementById("steps"), found = [];
    for (let element = start && start.nextElementSibling; element && element.tagName !== "H2"; element = element.nextElementSibling) {
      if (element.tagName === "H3") found.push({ title: element.textContent.trim(), id: element.id, parts: [], left: 0 });
      else if (found.length) found[found.length - 1].parts.push(element);
    }
    for (const step of found) {
      const time = step.parts.map((part) => part.querySelector("[data-minutes]")).find(Boolean);
      step.total = step.left = time ? Number(time.dataset.minutes) * 60 : 0;
    }
    return found;
  };

  const steps = readSteps(), openers = document.querySelectorAll("[data-teach]");
  let at = 0, running = 0, last = 0, stage = null, dressed = null, lock = null, touch = null, returnTo = null;

  const clock = (seconds) => {
    const whole = Math.abs(Math.round(seconds));
    return `${seconds < 0 ? "+" : ""}${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
  };
  const copy = (part) => {
    const copied = part.cloneNode(true);
    for (const element of [copied, ...copied.querySelectorAll("[id]")]) element.removeAttribute("id");
    return copied;
  };

  const build = () => {
    const view = {
      title: make("h2", { tabIndex: -1 }), where: make("p", { className: "teach-where" }), progress: make("progress", { max: steps.length }),
      time: make("span", { className: "teach-time" }), alarm: make("span", { className: "heard" }), text: make("div", { className: "teach-text md-typeset" }),
      start: button(said.start, "teach-start", () => tick(!running)), notes: button(said.notes, "", () => showNotes()),
      back: button("←", "teach-turn", () => go(at - 1)), on: button("→", "teach-turn button--main", () => go(at + 1)),
    };
    view.back.setAttribute("aria-label", said.previous);
    view.on.setAttribute("aria-label", said.next);
    view.progress.setAttribute("aria-label", said.label);
    view.time.setAttribute("role", "timer");
    view.time.setAttribute("aria-label", said.left);
    view.alarm.setAttribute("role", "status");
    view.notes.setAttribute("aria-pressed", "false");
    view.text.tabIndex = 0;
    view.text.setAttribute("role", "group");
    view.box = make("div", { className: "teach" },
      make("div", { className: "teach-top" }, view.where, view.progress, button(said.leave, "teach-leave", leave)),
      view.title, view.text,
      make("div", { className: "teach-bar" }, make("div", { className: "teach-clock" }, view.time, view.alarm, view.start), view.notes, make("div", { className: "teach-turns" }, view.back, view.on)));
    view.box.setAttribute("role", "dialog");
    view.box.setAttribute("aria-modal", "true");
    view.box.setAttribute("aria-label", said.label);
    document.body.append(view.box);
    return view;
  };

  const draw = () => {
    const step = steps[at];
    stage.title.textContent = step.title;
    const where = { n: at + 1, m: steps.length };
    stage.where.replaceChildren(make("span", { className: "heard", textContent: fill(said.step, where) }), make("span", { ariaHidden: "true", textContent: `${where.n} / ${where.m}` }));
    stage.progress.value = at + 1;
    stage.text.replaceChildren(...step.parts.map(copy));
    stage.text.setAttribute("aria-label", step.title);
    stage.text.scrollTop = 0;
    stage.back.disabled = at === 0;
    stage.on.disabled = at === steps.length - 1;
    drawTime();
  };
  const drawTime = () => {
    const { left, total } = steps[at], over = total > 0 && left < 0;
    stage.time.textContent = total ? clock(left) : "–";
    stage.start.disabled = !total;
    stage.start.textContent = running ? said.pause : said.start;
    stage.box.classList.toggle("is-over", over);
    const alarm = over ? said.over : "";
    if (stage.alarm.textContent !== alarm) stage.alarm.textContent = alarm;
    stage.alarm.className = over ? "teach-over" : "heard";
  };

  const tick = (start) => {
    clearInterval(running);
    running = 0;
    if (start && steps[at].total) {
      last = Date.now();
      running = setInterval(() => { const now = Date.now(); steps[at].left -= (now - last) / 1000; last = now; drawTime(); }, 250);
    }
    drawTime();
  };
  const go = (to) => {
    if (to < 0 || to >= steps.length) return;
    tick(false);
    at = to;
    history.replaceState(null, "", `#teach-${at + 1}`);
    draw();
    stage.title.focus();
  };
  const showNotes = () => {
    const shown = stage.box.classList.toggle("with-notes");
    stage.notes.setAttribute("aria-pressed", shown);
  };
  const others = () => [...document.body.children].filter((element) => element !== stage.box && !element.matches("script, .leave, .gone"));

  const enter = (to) => {
    if (!steps.length) return;
    dressed ??= ahil.dress("assets/teach.css");
    stage ??= build();
    returnTo = document.activeElement;
    stage.box.hidden = false;
    for (const element of others()) element.inert = true;
    document.documentElement.classList.add("teaching");
    if (navigator.wakeLock) navigator.wakeLock.request("screen").then((held) => { lock = held; }, () => {});
    go(Math.min(Math.max(to, 0), steps.length - 1));
  };
  const leave = () => {
    tick(false);
    stage.box.hidden = true;
    for (const element of others()) element.inert = false;
    document.documentElement.classList.remove("teaching");
    if (lock) lock.release();
    history.replaceState(null, "", `#${steps[at].id}`);
    document.getElementById(steps[at].id).scrollIntoView();
    (returnTo && returnTo.isConnected && returnTo !== document.body ? returnTo : openers[0]).focus({ preventScroll: true });
  };
  const follow = () => {
    const asked = /^#teach(?:-(\d+))?$/.exec(location.hash);
    if (asked) enter(Number(asked[1] || 1) - 1);
  };

  addEventListener("keydown", (event) => {
    if (!stage || stage.box.hidden || event.ctrlKey || event.metaKey || event.altKey) return;
    const onButton = event.target.closest("button, a");
    const act = {
      ArrowRight: () => go(at + 1), PageDown: () => go(at + 1), ArrowLeft: () => go(at - 1), PageUp: () => go(at - 1),
      Home: () => go(0), End: () => go(steps.length - 1), n: showNotes, N: showNotes, Escape: leave,
      " ": onButton ? null : () => go(at + 1), p: () => tick(!running), P: () => tick(!running),
    }[event.key];
    if (act) { event.preventDefault(); act(); }
  });
  addEventListener("touchstart", (event) => { touch = event.touches.length === 1 ? event.touches[0] : null; }, { passive: true });
  addEventListener("touchend", (event) => {
    if (!stage || stage.box.hidden || !touch) return;
    const end = event.changedTouches[0], x = end.clientX - touch.clientX, y = end.clientY - touch.clientY;
    if (Math.abs(x) > 60 && Math.abs(x) > 2 * Math.abs(y)) go(at + (x < 0 ? 1 : -1));
  }, { passive: true });

  for (const opener of openers) {
    opener.hidden = steps.length === 0;
    opener.addEventListener("click", (event) => { event.preventDefault(); enter(at); });
  }
  addEventListener("hashchange", follow);
  follow();
}
