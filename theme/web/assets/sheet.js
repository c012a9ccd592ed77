"use strict";
// A form on the page: kept on this device only when the reader asks, saved to a file, printed, erased.
{
  const form = document.querySelector("form.worksheet"), desk = document.querySelector(".sheet-desk");
  const code = form.dataset.worksheet, shelf = `sheet-${code}`, say = desk.dataset, most = 1e6;
  const status = desk.querySelector("[role=status]"), upload = desk.querySelector("input[type=file]");
  const controls = () => [...form.elements].filter((one) => one.name);
  const ticks = (one) => one.type === "checkbox" || one.type === "radio";
  const tell = (text) => { status.textContent = text; };

  const read = () => {
    const values = {};
    for (const one of controls()) {
      if (ticks(one) ? one.checked : one.value) values[one.name] = one.value;
    }
    return values;
  };
  // On paper a field would show only what fits into it on the screen: the words stand behind it, for print alone.
  const mirror = (one) => {
    if (ticks(one)) return;
    let typed = one.nextElementSibling;
    if (!typed || !typed.matches(".typed")) {
      if (!one.value) return;
      typed = Object.assign(document.createElement("span"), { className: "typed" });
      one.after(typed);
    }
    one.classList.toggle("is-typed", one.value !== "");
    typed.textContent = one.type === "date" ? one.value.split("-").reverse().join(".") : one.value;
  };
  const write = (values) => {
    for (const one of controls()) {
      const value = Object.hasOwn(values, one.name) ? values[one.name] : "";
      if (ticks(one)) one.checked = value === one.value;
      else one.value = value;
      mirror(one);
    }
  };

  // Storage may be forbidden (private windows); a private sheet never has any.
  const store = desk.hasAttribute("data-private") ? null : {
    get() { try { return localStorage.getItem(shelf); } catch { return null; } },
    set(text) { try { localStorage.setItem(shelf, text); return true; } catch { return false; } },
    drop() { try { localStorage.removeItem(shelf); } catch { /* nothing was kept */ } },
  };
  const parsed = (text) => {
    try {
      const { sheet, values } = JSON.parse(text);
      const good = sheet === code && values && Object.values(values).every((value) => typeof value === "string");
      return good ? values : null;
    } catch { return null; }
  };
  const packed = () => JSON.stringify({ sheet: code, values: read() }, null, 1);
  let kept = false;
  const keep = () => {
    kept = store.set(packed());
    tell(kept ? say.kept : say.refused);
  };

  const acts = {
    keep,
    save() {
      const href = URL.createObjectURL(new Blob([packed()], { type: "application/json" }));
      Object.assign(document.createElement("a"), { href, download: `${code}.json` }).click();
      setTimeout(() => URL.revokeObjectURL(href), 10000);
      tell(say.saved);
    },
    open() { upload.click(); },
    print() { print(); },
    erase() {
      if (!armed) { arm(); return; }
      disarm();
      kept = false;
      if (store) store.drop();
      write({});
      upload.value = "";
      tell(say.erased);
    },
  };
  // Erasing asks once more, so that a slip does not cost an hour's work.
  let armed = 0;
  const arm = () => { tell(say.sure); armed = setTimeout(disarm, 8000); };
  const disarm = () => { clearTimeout(armed); armed = 0; if (status.textContent === say.sure) tell(""); };

  desk.addEventListener("click", (event) => {
    const act = event.target.closest("[data-act]");
    if (!act) return;
    if (act.dataset.act !== "erase") disarm();
    acts[act.dataset.act]();
  });
  upload.addEventListener("change", async () => {
    const file = upload.files[0];
    const values = file && file.size < most ? parsed(await file.text()) : null;
    upload.value = "";
    if (!values) { tell(say.strange); return; }
    write(values);
    if (kept) keep();
    tell(say.opened);
  });
  form.addEventListener("input", (event) => {
    mirror(event.target);
    if (kept && !store.set(packed())) { kept = false; tell(say.refused); }
  });
  form.addEventListener("submit", (event) => event.preventDefault());

  const before = store && store.get() && parsed(store.get());
  if (before) { write(before); kept = true; tell(say.back); }
  desk.hidden = false;
}
